import type { SimpleElement, SimplePattern } from '../grammar/index.js';
import { listedNames } from '../pattern/index.js';
import type { ExpandedName } from './mistake.js';

const none = new Uint32Array(0);

/**
 * Which elements of a schema hold which names, children or attributes: a set of bits for each pattern, one for each name.
 * Names that the schema leaves open are not counted.
 */
export class Holdings {
  readonly #numbers = new Map<string, number>();
  readonly #held: readonly (readonly [holder: SimpleElement, names: Uint32Array])[];

  constructor(
    elements: readonly SimpleElement[],
    readonly kind: 'element' | 'attribute',
  ) {
    const leaves = this.#leaves(elements);
    const words = Math.ceil(this.#numbers.size / 32);
    const known = new Map<SimplePattern, Uint32Array>();
    for (const [leaf, numbers] of leaves) {
      const bits = new Uint32Array(words);
      for (const number of numbers) (bits[number >> 5] as number) |= 1 << (number & 31);
      known.set(leaf, bits);
    }
    this.#held = elements.map((element) => [element, namesIn(element.content, known)]);
  }

  /** The patterns of the kind that list names, and the numbers of those. */
  #leaves(elements: readonly SimpleElement[]): Map<SimplePattern, number[]> {
    const leaves = new Map<SimplePattern, number[]>();
    const seen = new Set<SimplePattern>();
    const waiting: SimplePattern[] = elements.map(({ content }) => content);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (next.kind === this.kind && 'nameClass' in next) {
        const numbers = [...listedNames(next.nameClass)].map(({ ns, local }) => {
          const key = `{${ns}}${local}`;
          const number = this.#numbers.get(key) ?? this.#numbers.size;
          this.#numbers.set(key, number);
          return number;
        });
        leaves.set(next, numbers);
      } else if ('children' in next) waiting.push(...next.children);
      else if (next.kind === 'oneOrMore') waiting.push(next.content);
    }
    return leaves;
  }

  /** The elements that hold a name. */
  *holdersOf({ ns, local }: ExpandedName): IterableIterator<SimpleElement> {
    const number = this.#numbers.get(`{${ns}}${local}`);
    if (number === undefined) return;
    for (const [holder, names] of this.#held)
      if (((names[number >> 5] ?? 0) >>> (number & 31)) & 1) yield holder;
  }
}

/** The names in a pattern outside the elements in it; what is reckoned is kept. */
function namesIn(pattern: SimplePattern, known: Map<SimplePattern, Uint32Array>): Uint32Array {
  let names = known.get(pattern);
  if (names === undefined) {
    names = none;
    if (pattern.kind === 'oneOrMore') names = namesIn(pattern.content, known);
    else if ('children' in pattern)
      for (const child of pattern.children) names = joined(names, namesIn(child, known));
    known.set(pattern, names);
  }
  return names;
}

function joined(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  return a.map((word, index) => word | (b[index] as number));
}
