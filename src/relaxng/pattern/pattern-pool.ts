import type { Datatype } from '../datatype-libraries/index.js';
import { nameBits } from './name-bits.js';
import type { NameClass } from './name-class.js';
import {
  type AttributePattern,
  Contains,
  type DataPattern,
  type ElementPattern,
  type LeafPattern,
  type Pattern,
  type RepeatedPattern,
  type ValuePattern,
} from './pattern.js';

/** Two ids as one number; ids stay far below 2^26. */
const pairing = 2 ** 26;

/** Makes patterns, each only once, and simplified as far as needs no thought: `p, empty` is `p`. */
export class PatternPool {
  #ids = 0;
  readonly #groups = new Map<number, Pattern>();
  readonly #interleaves = new Map<number, Pattern>();
  readonly #oneOrMores = new Map<number, RepeatedPattern>();
  readonly #lists = new Map<number, RepeatedPattern>();
  readonly #choices = new Map<string, Pattern>();
  readonly #values = new Map<string, ValuePattern>();
  readonly #datatypes = new Map<Datatype, number>();
  readonly #data = new Map<string, DataPattern>();

  readonly empty = this.#leaf('empty', true, 0);
  readonly notAllowed = this.#leaf('notAllowed', false, 0);
  readonly text = this.#leaf('text', true, Contains.text);

  /** How many patterns there are. */
  get size(): number {
    return this.#groups.size + this.#interleaves.size + this.#choices.size + this.#oneOrMores.size;
  }

  /** Forgets which patterns there are: equal ones made before and after are two, which costs nothing but time. */
  forget(): void {
    for (const table of [this.#groups, this.#interleaves, this.#oneOrMores, this.#choices])
      table.clear();
  }

  #leaf(kind: LeafPattern['kind'], nullable: boolean, contains: number): LeafPattern {
    return { kind, id: this.#ids++, nullable, contains, names: 0 };
  }

  group(left: Pattern, right: Pattern): Pattern {
    return this.#pair('group', this.#groups, left, right);
  }

  interleave(left: Pattern, right: Pattern): Pattern {
    return this.#pair('interleave', this.#interleaves, left, right);
  }

  #pair(
    kind: 'group' | 'interleave',
    table: Map<number, Pattern>,
    left: Pattern,
    right: Pattern,
  ): Pattern {
    if (left.kind === 'notAllowed' || right.kind === 'notAllowed') return this.notAllowed;
    if (left.kind === 'empty') return right;
    if (right.kind === 'empty') return left;
    const key = left.id * pairing + right.id;
    let pattern = table.get(key);
    if (pattern === undefined) {
      pattern = {
        kind,
        id: this.#ids++,
        nullable: left.nullable && right.nullable,
        contains: left.contains | right.contains,
        names: left.names | right.names,
        left,
        right,
      };
      table.set(key, pattern);
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

  choice(parts: readonly Pattern[]): Pattern {
    if (parts.length === 2) {
      const [a, b] = parts as [Pattern, Pattern];
      if (a === b || b.kind === 'notAllowed') return a;
      if (a.kind === 'notAllowed') return b;
    }
    const distinct = new Set<Pattern>();
    for (const part of parts) {
      if (part.kind === 'choice') for (const inner of part.choices) distinct.add(inner);
      else if (part.kind !== 'notAllowed') distinct.add(part);
    }
    // What may be empty needs no empty beside it.
    if (distinct.has(this.empty) && [...distinct].some((one) => one.nullable && one !== this.empty))
      distinct.delete(this.empty);
    const choices = [...distinct].sort((a, b) => a.id - b.id);
    const [only] = choices;
    if (only === undefined) return this.notAllowed;
    if (choices.length === 1) return only;
    let key = '';
    for (const one of choices) key += `${one.id},`;
    let pattern = this.#choices.get(key);
    if (pattern === undefined) {
      let contains = 0;
      let names = 0;
      for (const one of choices) {
        contains |= one.contains;
        names |= one.names;
      }
      pattern = {
        kind: 'choice',
        id: this.#ids++,
        nullable: choices.some((one) => one.nullable),
        contains,
        names,
        choices,
      };
      this.#choices.set(key, pattern);
    }
    return pattern;
  }

  oneOrMore(content: Pattern): Pattern {
    if (content.kind === 'empty' || content.kind === 'notAllowed' || content.kind === 'oneOrMore')
      return content;
    return this.#repeated('oneOrMore', this.#oneOrMores, content, content.contains);
  }

  list(content: Pattern): Pattern {
    if (content.kind === 'notAllowed') return content;
    return this.#repeated('list', this.#lists, content, Contains.strings);
  }

  #repeated(
    kind: RepeatedPattern['kind'],
    table: Map<number, RepeatedPattern>,
    content: Pattern,
    contains: number,
  ): Pattern {
    let pattern = table.get(content.id);
    if (pattern === undefined) {
      const nullable = kind === 'oneOrMore' && content.nullable;
      const { names } = content;
      pattern = { kind, id: this.#ids++, nullable, contains, names, content };
      table.set(content.id, pattern);
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
      pattern = {
        kind: 'data',
        id: this.#ids++,
        nullable: false,
        contains: Contains.strings,
        names: 0,
        datatype,
        except,
      };
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
      pattern = {
        kind: 'value',
        id: this.#ids++,
        nullable: false,
        contains: Contains.strings,
        names: 0,
        datatype,
        key,
        lexical,
        documentation,
      };
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
    const contains = Contains.attributes;
    return {
      kind: 'attribute',
      id: this.#ids++,
      nullable: false,
      contains,
      names: nameBits(nameClass),
      nameClass,
      value,
      documentation,
    };
  }

  /** A new element pattern: each that the schema writes is its own. */
  element(
    nameClass: NameClass,
    content: () => Pattern,
    documentation: string | undefined,
  ): ElementPattern {
    const contains = Contains.elements;
    return {
      kind: 'element',
      id: this.#ids++,
      nullable: false,
      contains,
      names: nameBits(nameClass),
      nameClass,
      content,
      documentation,
    };
  }
}
