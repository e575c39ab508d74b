import {
  afterText,
  Contains,
  type ElementPattern,
  type ExpectedName,
  elementsWithin,
  expectedAttributes,
  expectedElements,
  forgivingAttributes,
  type Pattern,
  type State,
} from '../pattern/index.js';
import type { ExpandedName, OpenElement } from './mistake.js';
import type { Schema } from './schema.js';
import { likeliestChildren, timesInside } from './vocabulary/index.js';

/** So many elements are told that would hold a text. */
const holdersTold = 3;

/** An element that would hold a text, by itself or in another. */
export interface HolderOfText {
  readonly name: ExpandedName;
  /** The element in it that would hold the text. */
  readonly inside: ExpandedName | undefined;
}

/** The elements that an element may hold, whatever comes before them. */
export class Within {
  readonly #byName = new Map<string, ExpectedName<ElementPattern>>();

  constructor(readonly names: readonly ExpectedName<ElementPattern>[]) {
    for (const name of names) this.#byName.set(`{${name.ns}}${name.local}`, name);
  }

  get isEmpty(): boolean {
    return this.names.length === 0;
  }

  named({ ns, local }: ExpandedName): ExpectedName<ElementPattern> | undefined {
    return this.#byName.get(`{${ns}}${local}`);
  }
}

/** What elements hold by a schema; what has been asked is kept with the schema. */
export class Contents {
  static readonly #of = new WeakMap<Schema, Contents>();

  static of(schema: Schema): Contents {
    let contents = Contents.#of.get(schema);
    if (contents === undefined) {
      contents = new Contents(schema);
      Contents.#of.set(schema, contents);
    }
    return contents;
  }

  readonly #within = new WeakMap<Pattern, Within>();
  readonly #attributes = new WeakMap<State, readonly ExpandedName[]>();
  readonly #holders = new WeakMap<State, readonly HolderOfText[]>();

  private constructor(readonly schema: Schema) {}

  /** All elements that may stand in an element, whatever comes before them. */
  within({ patterns }: OpenElement): Within {
    const [only] = patterns;
    const content =
      patterns.length === 1 && only !== undefined
        ? only.content()
        : this.schema.machine.pool.choice(patterns.map((pattern) => pattern.content()));
    let within = this.#within.get(content);
    if (within === undefined) {
      within = new Within(elementsWithin(content).names);
      this.#within.set(content, within);
    }
    return within;
  }

  /** The attributes that may be given in a state. */
  attributesIn(state: State): readonly ExpandedName[] {
    let names = this.#attributes.get(state);
    if (names === undefined) {
      ({ names } = expectedAttributes(state));
      this.#attributes.set(state, names);
    }
    return names;
  }

  /** The likeliest elements that may come in a state and hold text, or hold an element that does. */
  holdersOfText(parent: ExpandedName, state: State): readonly HolderOfText[] {
    let holders = this.#holders.get(state);
    if (holders === undefined) {
      const found: HolderOfText[] = [];
      for (const name of likeliestChildren(parent, expectedElements(state).names)) {
        if (found.length === holdersTold) break;
        if (this.takesText(name.part)) found.push({ name, inside: undefined });
        else if (timesInside(parent, name) > 0) {
          const inside = this.#likelyHolderIn(name);
          if (inside !== undefined) found.push({ name, inside });
        }
      }
      holders = found;
      this.#holders.set(state, holders);
    }
    return holders;
  }

  /** The element that an element holds most often, if it may be the first in it and hold text. */
  #likelyHolderIn({ ns, local, part }: ExpectedName<ElementPattern>): ExpandedName | undefined {
    const { machine } = this.schema;
    const content = machine.stateOf(forgivingAttributes(machine.pool, part.content()));
    const [first] = likeliestChildren({ ns, local }, expectedElements(content).names);
    return first !== undefined &&
      timesInside({ ns, local }, first) > 0 &&
      this.takesText(first.part)
      ? first
      : undefined;
  }

  /** Whether an element may hold text, or a value. */
  holdsText(element: OpenElement): boolean {
    return element.patterns.some((pattern) => this.takesText(pattern));
  }

  /** Whether elements of a pattern may hold text, or a value. */
  takesText(pattern: ElementPattern): boolean {
    const { pool } = this.schema.machine;
    const content = forgivingAttributes(pool, pattern.content());
    return (
      (content.contains & Contains.strings) !== 0 || afterText(pool, content).kind !== 'notAllowed'
    );
  }
}
