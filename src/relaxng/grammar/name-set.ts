import { isOpen, listedNames, type NameClass, overlap } from '../pattern/index.js';

/** The names of several attributes or elements: those listed, by number, and the classes that are open. */
export interface NameSet {
  readonly listed: readonly number[];
  readonly open: readonly NameClass[];
}

/** Makes sets of names. Each name that one of them lists has a number, so that no union need compare texts. */
export class NameSets {
  readonly none: NameSet = { listed: [], open: [] };
  readonly #numbers = new Map<string, number>();
  readonly #names: NameClass[] = [];
  readonly #shown: string[] = [];
  readonly #ofClasses = new Map<NameClass, NameSet>();
  /** By number: the union in the making when the name was last met. */
  readonly #metFor: number[] = [];
  #unions = 0;

  of(nameClass: NameClass): NameSet {
    let set = this.#ofClasses.get(nameClass);
    if (set === undefined) {
      const listed = new Set<number>();
      for (const { ns, local } of listedNames(nameClass)) listed.add(this.#number(ns, local));
      set = { listed: [...listed], open: isOpen(nameClass) ? [nameClass] : [] };
      this.#ofClasses.set(nameClass, set);
    }
    return set;
  }

  #number(ns: string, local: string): number {
    const shown = ns === '' ? local : `{${ns}}${local}`;
    let number = this.#numbers.get(shown);
    if (number === undefined) {
      number = this.#shown.push(shown) - 1;
      this.#names.push({ kind: 'name', ns, local });
      this.#metFor.push(0);
      this.#numbers.set(shown, number);
    }
    return number;
  }

  /** The union, and a call for each name that more than one of the sets has. */
  union(sets: readonly NameSet[], twice: (name: string) => void = () => {}): NameSet {
    let only = this.none;
    let some = 0;
    for (const set of sets) {
      if (set.listed.length === 0 && set.open.length === 0) continue;
      only = set;
      some++;
    }
    if (some < 2) return only;
    const union = ++this.#unions;
    const listed: number[] = [];
    const open: NameClass[] = [];
    for (const set of sets) {
      const before = listed.length;
      for (const number of set.listed) {
        const isNew = this.#metFor[number] !== union;
        if (isNew) {
          this.#metFor[number] = union;
          listed.push(number);
        }
        if (!isNew || (open.length > 0 && this.#isIn(open, number)))
          twice(this.#shown[number] ?? '');
      }
      for (const nameClass of set.open) {
        const clash = this.#clash(nameClass, open, listed.slice(0, before));
        if (clash !== undefined) twice(clash);
      }
      open.push(...set.open);
    }
    return { listed, open };
  }

  #isIn(open: readonly NameClass[], number: number): boolean {
    const name = this.#names[number];
    return name !== undefined && open.some((nameClass) => overlap(nameClass, name));
  }

  #clash(
    nameClass: NameClass,
    open: readonly NameClass[],
    listed: readonly number[],
  ): string | undefined {
    const other = open.find((one) => overlap(one, nameClass));
    if (other !== undefined) return this.describe(this.of(other))[0];
    const name = listed.find((number) => this.#isIn([nameClass], number));
    return name === undefined ? undefined : this.#shown[name];
  }

  /** The listed names, and * for those left open. */
  describe({ listed, open }: NameSet): string[] {
    const names = listed.map((number) => this.#shown[number] ?? '');
    return open.length > 0 ? [...names, '*'] : names;
  }
}
