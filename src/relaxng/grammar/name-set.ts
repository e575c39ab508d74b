import { isOpen, listedNames, type NameClass, overlap } from '../pattern/index.js';

/** The names of several attributes or elements: those listed, and the classes that are open. */
export class NameSet {
  static readonly #ofClasses = new WeakMap<NameClass, NameSet>();

  constructor(
    readonly listed: ReadonlyMap<string, NameClass> = new Map(),
    readonly open: readonly NameClass[] = [],
  ) {}

  static of(nameClass: NameClass): NameSet {
    let set = NameSet.#ofClasses.get(nameClass);
    if (set === undefined) {
      const listed = new Map<string, NameClass>();
      for (const { ns, local } of listedNames(nameClass))
        listed.set(ns === '' ? local : `{${ns}}${local}`, { kind: 'name', ns, local });
      set = new NameSet(listed, isOpen(nameClass) ? [nameClass] : []);
      NameSet.#ofClasses.set(nameClass, set);
    }
    return set;
  }

  static union(sets: readonly NameSet[]): NameSet {
    return NameSet.disjointUnion(sets, () => {});
  }

  /** The union, and a call for each name that more than one of the sets has. */
  static disjointUnion(sets: readonly NameSet[], twice: (name: string) => void): NameSet {
    const some = sets.filter((set) => set.listed.size > 0 || set.open.length > 0);
    const [first] = some;
    if (first === undefined) return sets[0] ?? new NameSet();
    if (some.length === 1) return first;
    const listed = new Map<string, NameClass>();
    const open: NameClass[] = [];
    for (const set of some) {
      for (const [name, nameClass] of set.listed) {
        if (listed.has(name) || open.some((other) => overlap(other, nameClass))) twice(name);
      }
      for (const nameClass of set.open) {
        const clash =
          open.find((other) => overlap(other, nameClass)) ??
          [...listed.values()].find((other) => overlap(other, nameClass));
        if (clash !== undefined) twice([...NameSet.of(clash).describe()][0] ?? '');
      }
      for (const [name, nameClass] of set.listed) listed.set(name, nameClass);
      open.push(...set.open);
    }
    return new NameSet(listed, open);
  }

  /** The listed names, and * for those left open. */
  describe(): string[] {
    return [...this.listed.keys(), ...(this.open.length > 0 ? ['*'] : [])];
  }
}
