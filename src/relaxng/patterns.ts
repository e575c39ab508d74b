import type { Span } from '../xml/index.js';

/** A name class (RELAX NG specification, section 3, `nameClass`). */
export type NameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string }
  | { readonly kind: 'nsName'; readonly namespace: string; readonly except: NameClass | undefined }
  | { readonly kind: 'anyName'; readonly except: NameClass | undefined }
  | { readonly kind: 'choice'; readonly of: readonly NameClass[] };

/** A parameter of a datatype: a facet of XML Schema. */
export interface Facet {
  readonly name: string;
  readonly value: string;
}

/** A datatype by its library and name; the built-in library has the empty name. */
export interface Datatype {
  readonly library: string;
  readonly type: string;
  readonly facets: readonly Facet[];
}

/** What an `element` or `attribute` pattern says beside its name and content. */
interface Named {
  readonly name: NameClass;
  /** Its `a:documentation`, white space folded. */
  readonly gloss: string | undefined;
  /** What it may contain; set once the definitions it refers to are known. */
  content: Pattern;
}

export type ElementPattern = { readonly kind: 'element'; readonly id: number } & Named;
export type AttributePattern = { readonly kind: 'attribute'; readonly id: number } & Named;

/** A definition that patterns refer to; its pattern is known when the grammar has been read. */
export interface Definition {
  readonly name: string;
  pattern: Pattern | undefined;
  readonly place: Span;
}

/** A pattern after simplification (section 4); equal patterns are one object, so that `===` compares them. */
export type Pattern =
  | { readonly kind: 'empty' | 'notAllowed' | 'text'; readonly id: number }
  | {
      readonly kind: 'choice' | 'group' | 'interleave';
      readonly id: number;
      readonly left: Pattern;
      readonly right: Pattern;
    }
  | { readonly kind: 'oneOrMore' | 'list'; readonly id: number; readonly pattern: Pattern }
  | {
      readonly kind: 'data';
      readonly id: number;
      readonly datatype: Datatype;
      readonly except: Pattern | undefined;
      readonly gloss: string | undefined;
    }
  | {
      readonly kind: 'value';
      readonly id: number;
      readonly datatype: Datatype;
      readonly value: string;
      readonly gloss: string | undefined;
    }
  | { readonly kind: 'ref'; readonly id: number; readonly definition: Definition }
  | ElementPattern
  | AttributePattern;

/** Makes patterns such that equal ones are the same object, with the identities of section 4.20 applied. */
export class PatternTable {
  #count = 0;
  readonly #known = new Map<string, Pattern>();
  readonly empty: Pattern = { kind: 'empty', id: this.nextId() };
  readonly notAllowed: Pattern = { kind: 'notAllowed', id: this.nextId() };
  readonly text: Pattern = { kind: 'text', id: this.nextId() };

  /** A number for a pattern that is like no other. */
  nextId(): number {
    return this.#count++;
  }

  choice(left: Pattern, right: Pattern): Pattern {
    if (left === this.notAllowed || left === right) return right;
    if (right === this.notAllowed) return left;
    if (left.kind === 'choice') return this.choice(left.left, this.choice(left.right, right));
    // A chain leans to the right; what is in it already is not added again.
    for (let rest = right; ; rest = rest.right) {
      if (rest === left) return right;
      if (rest.kind !== 'choice') break;
      if (rest.left === left) return right;
    }
    return this.#binary('choice', left, right);
  }

  group(left: Pattern, right: Pattern): Pattern {
    if (left === this.notAllowed || right === this.notAllowed) return this.notAllowed;
    if (left === this.empty) return right;
    if (right === this.empty) return left;
    return this.#binary('group', left, right);
  }

  interleave(left: Pattern, right: Pattern): Pattern {
    if (left === this.notAllowed || right === this.notAllowed) return this.notAllowed;
    if (left === this.empty) return right;
    if (right === this.empty) return left;
    return this.#binary('interleave', left, right);
  }

  oneOrMore(pattern: Pattern): Pattern {
    if (pattern === this.empty || pattern === this.notAllowed || pattern.kind === 'oneOrMore') {
      return pattern;
    }
    return this.#unary('oneOrMore', pattern);
  }

  list(pattern: Pattern): Pattern {
    return this.#unary('list', pattern);
  }

  optional(pattern: Pattern): Pattern {
    return this.choice(pattern, this.empty);
  }

  ref(definition: Definition): Pattern {
    return { kind: 'ref', id: this.nextId(), definition };
  }

  #binary(kind: 'choice' | 'group' | 'interleave', left: Pattern, right: Pattern): Pattern {
    const key = `${kind} ${left.id} ${right.id}`;
    let pattern = this.#known.get(key);
    if (pattern === undefined) {
      pattern = { kind, id: this.nextId(), left, right };
      this.#known.set(key, pattern);
    }
    return pattern;
  }

  #unary(kind: 'oneOrMore' | 'list', inner: Pattern): Pattern {
    const key = `${kind} ${inner.id}`;
    let pattern = this.#known.get(key);
    if (pattern === undefined) {
      pattern = { kind, id: this.nextId(), pattern: inner };
      this.#known.set(key, pattern);
    }
    return pattern;
  }
}

/** Whether a name class contains a name. */
export function contains(nameClass: NameClass, namespace: string, local: string): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === local && nameClass.namespace === namespace;
    case 'nsName':
      return (
        nameClass.namespace === namespace &&
        (nameClass.except === undefined || !contains(nameClass.except, namespace, local))
      );
    case 'anyName':
      return nameClass.except === undefined || !contains(nameClass.except, namespace, local);
    case 'choice':
      return nameClass.of.some((one) => contains(one, namespace, local));
  }
}

/** The single names that a name class lists; what it has of wildcards names nobody. */
export function listedNames(nameClass: NameClass): readonly { namespace: string; local: string }[] {
  if (nameClass.kind === 'name') return [nameClass];
  if (nameClass.kind === 'choice') return nameClass.of.flatMap((one) => listedNames(one));
  return [];
}

/** The patterns that take a string as a whole. */
export type ValuePattern = Extract<
  Pattern,
  { kind: 'value' } | { kind: 'data' } | { kind: 'empty' | 'notAllowed' | 'text' }
>;
