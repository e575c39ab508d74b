import type { SimpleElement } from '../grammar/index.js';
import { listedNames } from '../pattern/index.js';
import { Holdings } from './holdings.js';
import { type ExpandedName, expanded, type OpenElement } from './mistake.js';
import type { Schema } from './schema.js';
import { likeliestParents, timesInside } from './vocabulary/index.js';

/** So many places are remembered with what is near them. */
const nearKept = 1000;
const near = { inside: 1000, elsewhere: 2000 } as const;

/** Where a schema has elements and attributes; what has been asked is kept with the schema. */
export class Homes {
  static readonly #of = new WeakMap<Schema, Homes>();

  static of(schema: Schema): Homes {
    let homes = Homes.#of.get(schema);
    if (homes === undefined) {
      homes = new Homes(schema);
      Homes.#of.set(schema, homes);
    }
    return homes;
  }

  readonly #holdings: { element?: Holdings; attribute?: Holdings } = {};
  readonly #answers = new Map<string, readonly ExpandedName[]>();

  readonly #near = new Map<string, readonly ExpandedName[]>();

  private constructor(readonly schema: Schema) {}

  /** The elements that may hold an element of a name. */
  ofElement(name: ExpandedName): readonly ExpandedName[] {
    return this.#ask('element', name);
  }

  /**
   * The elements that may hold an element of a name, those around a place first, then those that stand in such, then
   * all others, each likeliest first.
   */
  near(place: OpenElement, name: ExpandedName): readonly ExpandedName[] {
    const around: ExpandedName[] = [];
    let key = `${name.ns} ${name.local}`;
    for (let open: OpenElement | undefined = place; open !== undefined; open = open.parent) {
      around.push(expanded(open.element));
      key += ` ${open.element.name.namespace} ${open.element.name.local}`;
    }
    let order = this.#near.get(key);
    if (order === undefined) {
      const homes = likeliestParents(name, this.ofElement(name));
      const nearness = (home: ExpandedName) => {
        const at = around.findIndex(({ ns, local }) => local === home.local && ns === home.ns);
        if (at !== -1) return at;
        return around.some((one) => timesInside(one, home) > 0) ? near.inside : near.elsewhere;
      };
      order = homes
        .map((home) => ({ home, nearness: nearness(home) }))
        .sort((a, b) => a.nearness - b.nearness)
        .map(({ home }) => home);
      if (this.#near.size >= nearKept) this.#near.clear();
      this.#near.set(key, order);
    }
    return order;
  }

  /** The elements that may bear an attribute of a name. */
  ofAttribute(name: ExpandedName): readonly ExpandedName[] {
    return this.#ask('attribute', name);
  }

  #ask(kind: 'element' | 'attribute', { ns, local }: ExpandedName): readonly ExpandedName[] {
    const key = `${kind} {${ns}}${local}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      this.#holdings[kind] ??= new Holdings(this.schema.index.simple, kind);
      const names = new Map<string, ExpandedName>();
      for (const element of this.#holdings[kind].holdersOf({ ns, local }))
        for (const name of namesOf(element)) names.set(`{${name.ns}}${name.local}`, name);
      answer = [...names.values()];
      this.#answers.set(key, answer);
    }
    return answer;
  }
}

function namesOf(element: SimpleElement): ExpandedName[] {
  return [...listedNames(element.nameClass)].map(({ ns, local }) => ({ ns, local }));
}
