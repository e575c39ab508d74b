import type { Datatype } from '../datatype-libraries/index.js';
import { nameBits } from './name-bits.js';
import type { NameClass } from './name-class.js';
import {
  type AttributePattern,
  type ChoicePattern,
  Contains,
  type ElementPattern,
  type PairPattern,
  type Pattern,
  type RepeatedPattern,
} from './pattern.js';

/** All patterns are of one shape, which makes reading them fast; each kind leaves out what it does not have. */
class Node {
  left: Pattern | undefined = undefined;
  right: Pattern | undefined = undefined;
  content: Pattern | (() => Pattern) | undefined = undefined;
  choices: readonly Pattern[] | undefined = undefined;
  nameClass: NameClass | undefined = undefined;
  value: Pattern | undefined = undefined;
  datatype: Datatype | undefined = undefined;
  except: Pattern | undefined = undefined;
  key: string | undefined = undefined;
  lexical: string | undefined = undefined;
  documentation: string | undefined = undefined;
  string = false;
  /** It or nothing, once that has been asked for. */
  optional: Pattern | undefined = undefined;

  constructor(
    readonly kind: Pattern['kind'],
    readonly id: number,
    readonly nullable: boolean,
    readonly bare: boolean,
    readonly contains: number,
    readonly names: number,
  ) {}
}

type Filling = Partial<Omit<Node, 'kind' | 'id' | 'nullable' | 'bare' | 'contains' | 'names'>>;

/** Makes patterns, each only once, and simplified as far as needs no thought: `p, empty` is `p`. */
export class PatternPool {
  #ids = 0;
  readonly #groups = new Map<number, PairPattern>();
  readonly #interleaves = new Map<number, PairPattern>();
  readonly #oneOrMores = new Map<number, Pattern>();
  readonly #lists = new Map<number, Pattern>();
  /** By a hash of the ids of the choices. */
  readonly #choices = new Map<number, ChoicePattern[]>();
  readonly #values = new Map<string, Pattern>();
  readonly #datatypes = new Map<Datatype, number>();
  readonly #data = new Map<string, Pattern>();
  #size = 0;

  readonly empty = this.#node('empty', true, true, 0, 0, {});
  readonly notAllowed = this.#node('notAllowed', false, true, 0, 0, {});
  readonly text = this.#node('text', true, true, Contains.text, 0, {});

  /** How many patterns there are that derivatives may have made. */
  get size(): number {
    return this.#size;
  }

  /** Forgets which patterns there are: equal ones made before and after are two, which costs nothing but time. */
  forget(): void {
    this.#size = 0;
    for (const table of [this.#groups, this.#interleaves, this.#oneOrMores, this.#choices])
      table.clear();
  }

  #node(
    kind: Pattern['kind'],
    nullable: boolean,
    bare: boolean,
    contains: number,
    names: number,
    filling: Filling,
  ): Pattern {
    const node = new Node(kind, this.#ids++, nullable, bare, contains, names);
    Object.assign(node, filling);
    return node as unknown as Pattern;
  }

  group(left: Pattern, right: Pattern): Pattern {
    return this.#pair('group', this.#groups, left, right);
  }

  interleave(left: Pattern, right: Pattern): Pattern {
    return this.#pair('interleave', this.#interleaves, left, right);
  }

  #pair(
    kind: 'group' | 'interleave',
    table: Map<number, PairPattern>,
    left: Pattern,
    right: Pattern,
  ): Pattern {
    const { empty, notAllowed } = this;
    if (left === notAllowed || right === notAllowed) return notAllowed;
    if (left === empty) return right;
    if (right === empty) return left;
    const key = pairKey(left.id, right.id);
    let pattern = table.get(key);
    if (!isPair(pattern, left, right)) {
      const node = new Node(
        kind,
        this.#ids++,
        left.nullable && right.nullable,
        left.bare && right.bare,
        left.contains | right.contains,
        left.names | right.names,
      );
      node.left = left;
      node.right = right;
      pattern = node as unknown as PairPattern;
      table.set(key, pattern);
      this.#size++;
    }
    return pattern;
  }

  /** A group or interleave of many, as a tree of little depth. */
  balanced(kind: 'group' | 'interleave', parts: readonly Pattern[]): Pattern {
    const between = (start: number, end: number): Pattern => {
      if (end - start <= 1) return parts[start] ?? this.empty;
      const middle = (start + end) >> 1;
      return this[kind](between(start, middle), between(middle, end));
    };
    return between(0, parts.length);
  }

  /** A pattern or nothing. */
  optional(pattern: Pattern): Pattern {
    if (pattern.nullable) return pattern;
    const node = pattern as unknown as Node;
    node.optional ??= this.either(this.empty, pattern);
    return node.optional;
  }

  either(a: Pattern, b: Pattern): Pattern {
    const { notAllowed } = this;
    if (a === b || b === notAllowed) return a;
    return a === notAllowed ? b : this.choice([a, b]);
  }

  choice(parts: readonly Pattern[]): Pattern {
    let choices: Pattern[] = [];
    let sorted = true;
    for (const part of parts) {
      if (part === this.notAllowed) continue;
      if (part.kind === 'choice') {
        if (choices.length === 0) choices = part.choices.slice();
        else {
          sorted &&= follows(choices, part.choices[0] as Pattern);
          for (const inner of part.choices) choices.push(inner);
        }
      } else {
        sorted &&= choices.length === 0 || follows(choices, part);
        choices.push(part);
      }
    }
    if (choices.length < 2) return choices[0] ?? this.notAllowed;
    if (!sorted) choices = distinct(choices.sort(byId));
    // What may be empty needs no empty beside it; empty is the first of all patterns.
    if (choices[0] === this.empty && choices.some((one) => one.nullable && one !== this.empty))
      choices.shift();
    return choices.length === 1 ? (choices[0] as Pattern) : this.#choice(choices);
  }

  /** @param choices two or more, each once, in the order of their ids */
  #choice(choices: readonly Pattern[]): Pattern {
    let hash = choices.length;
    for (const { id } of choices) hash = (Math.imul(hash, 31) + id) | 0;
    hash &= 0x3fffffff;
    const same = this.#choices.get(hash);
    const known = same?.find((one) => isSame(one.choices, choices));
    if (known !== undefined) return known;
    let contains = 0;
    let names = 0;
    let nullable = false;
    let bare = false;
    let string = true;
    for (const one of choices) {
      contains |= one.contains;
      names |= one.names;
      nullable ||= one.nullable;
      bare ||= one.bare;
      string &&= one.string;
    }
    const node = new Node('choice', this.#ids++, nullable, bare, contains, names);
    node.choices = choices;
    node.string = string;
    const pattern = node as unknown as ChoicePattern;
    if (same === undefined) this.#choices.set(hash, [pattern]);
    else same.push(pattern);
    this.#size++;
    return pattern;
  }

  oneOrMore(content: Pattern): Pattern {
    if (content === this.empty || content === this.notAllowed || content.kind === 'oneOrMore')
      return content;
    return this.#repeated('oneOrMore', this.#oneOrMores, content, content.contains);
  }

  list(content: Pattern): Pattern {
    if (content === this.notAllowed) return content;
    return this.#repeated('list', this.#lists, content, Contains.strings);
  }

  #repeated(
    kind: RepeatedPattern['kind'],
    table: Map<number, Pattern>,
    content: Pattern,
    contains: number,
  ): Pattern {
    let pattern = table.get(content.id);
    if (pattern === undefined) {
      const nullable = kind === 'oneOrMore' && content.nullable;
      const bare = kind === 'list' || content.bare;
      pattern = this.#node(kind, nullable, bare, contains, content.names, { content });
      table.set(content.id, pattern);
      if (kind === 'oneOrMore') this.#size++;
    }
    return pattern;
  }

  #datatypeId(datatype: Datatype): number {
    let id = this.#datatypes.get(datatype);
    if (id === undefined) {
      id = this.#datatypes.size;
      this.#datatypes.set(datatype, id);
    }
    return id;
  }

  data(datatype: Datatype, except: Pattern | undefined): Pattern {
    const key = `${this.#datatypeId(datatype)} ${except?.id ?? ''}`;
    let pattern = this.#data.get(key);
    if (pattern === undefined) {
      pattern = this.#node('data', false, true, Contains.strings, 0, {
        datatype,
        except,
        string: true,
      });
      this.#data.set(key, pattern);
    }
    return pattern;
  }

  /** A value; that it has documentation tells it from one that does not. */
  value(
    datatype: Datatype,
    key: string,
    lexical: string,
    documentation: string | undefined,
  ): Pattern {
    const identity = JSON.stringify([this.#datatypeId(datatype), key, lexical, documentation]);
    let pattern = this.#values.get(identity);
    if (pattern === undefined) {
      const filling = { datatype, key, lexical, documentation, string: true };
      pattern = this.#node('value', false, true, Contains.strings, 0, filling);
      this.#values.set(identity, pattern);
    }
    return pattern;
  }

  /** A new attribute pattern: each that the schema writes is its own. */
  attribute(
    nameClass: NameClass,
    value: Pattern,
    documentation: string | undefined,
  ): AttributePattern {
    const filling = { nameClass, value, documentation };
    const names = nameBits(nameClass);
    const node = this.#node('attribute', false, false, Contains.attributes, names, filling);
    return node as AttributePattern;
  }

  /** A new element pattern: each that the schema writes is its own. */
  element(
    nameClass: NameClass,
    content: () => Pattern,
    documentation: string | undefined,
  ): ElementPattern {
    const filling = { nameClass, content, documentation };
    const names = nameBits(nameClass);
    const node = this.#node('element', false, true, Contains.elements, names, filling);
    return node as ElementPattern;
  }
}

/** A hash of two ids; of two pairs with the same, the table keeps the later. */
function pairKey(left: number, right: number): number {
  const hash = Math.imul(left, 0x9e3779b1) + Math.imul(right, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

function isPair(
  pattern: PairPattern | undefined,
  left: Pattern,
  right: Pattern,
): pattern is PairPattern {
  return pattern !== undefined && pattern.left === left && pattern.right === right;
}

function byId(a: Pattern, b: Pattern): number {
  return a.id - b.id;
}

function follows(choices: readonly Pattern[], next: Pattern): boolean {
  return (choices[choices.length - 1] as Pattern).id < next.id;
}

/** Each of some patterns once, in the order of their ids. */
function distinct(sorted: Pattern[]): Pattern[] {
  let end = 0;
  for (const one of sorted) if (one !== sorted[end - 1]) sorted[end++] = one;
  sorted.length = end;
  return sorted;
}

function isSame(a: readonly Pattern[], b: readonly Pattern[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
