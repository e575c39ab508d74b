import {
  type IdentifierAttribute,
  identifierAttributes,
  type SimpleElement,
  type SimplePattern,
} from '../grammar/index.js';
import {
  type ElementPattern,
  GrammarMachine,
  isOpen,
  listedNames,
  type MachineLimits,
  type NumberedName,
  type Opening,
} from '../pattern/index.js';
import { compile } from './compile.js';

/** A correct schema, ready to validate documents; each document it meets makes it faster. */
export class Schema {
  readonly machine: GrammarMachine;
  /** The simple form. */
  readonly start: SimplePattern;
  readonly #element: (simple: SimpleElement) => ElementPattern;
  #index: SchemaIndex | undefined;
  readonly #openings = new WeakMap<NumberedName, Opening>();

  #identifiers: readonly IdentifierAttribute[] | undefined;

  /** @param identifiers what `identifierAttributes` says of the start, if it is known already */
  constructor(
    start: SimplePattern,
    limits?: MachineLimits,
    identifiers?: readonly IdentifierAttribute[],
  ) {
    this.#identifiers = identifiers;
    const compiled = compile(start);
    this.start = start;
    this.#element = compiled.element;
    this.machine = new GrammarMachine(compiled.pool, compiled.start, limits);
  }

  /** What an element of a name may hold wherever it stands; `undefined` where the schema lists no such name. */
  openingOf(name: NumberedName): Opening | undefined {
    let opening = this.#openings.get(name);
    if (opening === undefined) {
      const elements = this.index.elements.get(nameKey(name.ns, name.local));
      if (elements === undefined) return undefined;
      opening = this.machine.openingOf(elements);
      this.#openings.set(name, opening);
    }
    return opening;
  }

  /** The attributes that give identifiers or point to some. */
  get identifiers(): readonly IdentifierAttribute[] {
    this.#identifiers ??= identifierAttributes(this.start);
    return this.#identifiers;
  }

  /** What the schema as a whole knows; made for the first mistake. */
  get index(): SchemaIndex {
    this.#index ??= indexOf(this.start, this.#element);
    return this.#index;
  }
}

/** What a schema knows, wherever it allows it. */
export interface SchemaIndex {
  /** Its elements by the names they list. */
  readonly elements: ReadonlyMap<string, readonly ElementPattern[]>;
  readonly names: readonly { readonly ns: string; readonly local: string }[];
  readonly simple: readonly SimpleElement[];
}

/** The key of a name in an index. */
export function nameKey(ns: string, local: string): string {
  return `{${ns}}${local}`;
}

function indexOf(
  start: SimplePattern,
  element: (simple: SimpleElement) => ElementPattern,
): SchemaIndex {
  const elements = new Map<string, ElementPattern[]>();
  const names: { readonly ns: string; readonly local: string }[] = [];
  const simple: SimpleElement[] = [];
  const seen = new Set<SimplePattern>();
  const waiting: SimplePattern[] = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if ('children' in next) {
      const { children } = next;
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at] as SimplePattern;
        if (mayHoldElements(child)) waiting.push(child);
      }
    } else if (next.kind === 'oneOrMore') waiting.push(next.content);
    else if (next.kind === 'element') {
      simple.push(next);
      waiting.push(next.content);
      // An element whose name is left open says nothing of what its names are for.
      if (isOpen(next.nameClass)) continue;
      for (const { ns, local } of listedNames(next.nameClass)) {
        const key = nameKey(ns, local);
        const same = elements.get(key);
        if (same === undefined) {
          elements.set(key, [element(next)]);
          names.push({ ns, local });
        } else same.push(element(next));
      }
    }
  }
  return { elements, names, simple };
}

/** Whether it is worth looking into: most of a schema is attributes. */
function mayHoldElements({ kind }: SimplePattern): boolean {
  return kind !== 'attribute' && kind !== 'empty' && kind !== 'value' && kind !== 'text';
}
