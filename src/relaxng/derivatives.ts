import { datatypeFault, sameValue } from './datatypes/datatype.js';
import {
  type AttributePattern,
  contains,
  type ElementPattern,
  type Pattern,
  type PatternTable,
  type ValuePattern,
} from './patterns.js';

/** An expanded name. */
export interface ExpandedName {
  readonly namespace: string;
  readonly local: string;
}

/**
 * What is left of a pattern after something has been read: derivatives, after Brzozowski, as James Clark's "An
 * algorithm for RELAX NG validation" (2002) applies them. Here they run over one element at a time, a child counting
 * by its name, so that a mistake inside a child does not become one of its parent.
 */
export class Derivatives {
  readonly #nullable = new Map<Pattern, boolean>();
  readonly #distance = new Map<Pattern, number>();
  readonly #elements = new Map<Pattern, readonly ElementPattern[]>();
  readonly #attributes = new Map<Pattern, readonly AttributePattern[]>();
  readonly #afterChild = new Map<Pattern, Map<string, Pattern>>();
  readonly #afterText = new Map<Pattern, Pattern>();

  constructor(readonly table: PatternTable) {}

  /** The pattern behind a reference. */
  resolve(pattern: Pattern): Pattern {
    let resolved = pattern;
    while (resolved.kind === 'ref') resolved = resolved.definition.pattern ?? this.table.notAllowed;
    return resolved;
  }

  /** Whether nothing at all matches a pattern. */
  nullable(pattern: Pattern): boolean {
    return memo(this.#nullable, pattern, () => {
      switch (pattern.kind) {
        case 'empty':
        case 'text':
          return true;
        case 'choice':
          return this.nullable(pattern.left) || this.nullable(pattern.right);
        case 'group':
        case 'interleave':
          return this.nullable(pattern.left) && this.nullable(pattern.right);
        case 'oneOrMore':
          return this.nullable(pattern.pattern);
        case 'ref':
          return this.nullable(this.resolve(pattern));
        default:
          return false;
      }
    });
  }

  /** What is left after a child element of a name; `notAllowed` where it cannot stand. */
  afterChild(pattern: Pattern, name: ExpandedName): Pattern {
    let known = this.#afterChild.get(pattern);
    if (known === undefined) {
      known = new Map();
      this.#afterChild.set(pattern, known);
    }
    const key = `${name.local} ${name.namespace}`;
    let left = known.get(key);
    if (left === undefined) {
      left = this.#step(
        pattern,
        (one) =>
          one.kind === 'element' && contains(one.name, name.namespace, name.local)
            ? this.table.empty
            : this.table.notAllowed,
        (inner) => this.afterChild(inner, name),
      );
      known.set(key, left);
    }
    return left;
  }

  /** What is left after text that is not white space; data and values take any here. */
  afterText(pattern: Pattern): Pattern {
    return memo(this.#afterText, pattern, () =>
      this.#step(
        pattern,
        (one) => {
          if (one.kind === 'text') return one;
          return one.kind === 'data' || one.kind === 'value' || one.kind === 'list'
            ? this.table.empty
            : this.table.notAllowed;
        },
        (inner) => this.afterText(inner),
      ),
    );
  }

  /** What is left after an attribute; `value` is `undefined` to accept whatever it has. */
  afterAttribute(pattern: Pattern, name: ExpandedName, value: string | undefined): Pattern {
    const { table } = this;
    const take = (one: Pattern): Pattern =>
      one.kind === 'attribute' &&
      contains(one.name, name.namespace, name.local) &&
      (value === undefined || this.matchesString(one.content, value))
        ? table.empty
        : table.notAllowed;
    const after = (inner: Pattern): Pattern => {
      const resolved = this.resolve(inner);
      if (this.attributes(resolved).length === 0) return table.notAllowed;
      // Attributes have no order: a group takes them as an interleave does.
      if (resolved.kind === 'group') {
        return table.choice(
          table.group(after(resolved.left), resolved.right),
          table.group(resolved.left, after(resolved.right)),
        );
      }
      return this.#step(resolved, take, after);
    };
    return after(pattern);
  }

  /** A pattern without its attributes: those not given are taken not to be allowed, or to be forgiven. */
  withoutAttributes(pattern: Pattern, forgiving: boolean): Pattern {
    const { table } = this;
    const resolved = this.resolve(pattern);
    if (this.attributes(resolved).length === 0) return resolved;
    switch (resolved.kind) {
      case 'attribute':
        return forgiving ? table.empty : table.notAllowed;
      case 'choice':
      case 'group':
      case 'interleave':
        return table[resolved.kind](
          this.withoutAttributes(resolved.left, forgiving),
          this.withoutAttributes(resolved.right, forgiving),
        );
      case 'oneOrMore':
        return table.oneOrMore(this.withoutAttributes(resolved.pattern, forgiving));
      default:
        return resolved;
    }
  }

  /** Whether a string matches a pattern of data, values, lists and text. */
  matchesString(pattern: Pattern, text: string): boolean {
    if (this.nullable(pattern) && text.trim() === '') return true;
    return this.nullable(this.afterString(pattern, text));
  }

  /** What is left after one string, or one item of a list. */
  afterString(pattern: Pattern, text: string): Pattern {
    const { table } = this;
    return this.#step(
      pattern,
      (one) => {
        switch (one.kind) {
          case 'text':
            return one;
          case 'value':
            return sameValue(one.datatype, one.value, text) ? table.empty : table.notAllowed;
          case 'data':
            if (datatypeFault(one.datatype, text) !== undefined) return table.notAllowed;
            return one.except !== undefined && this.matchesString(one.except, text)
              ? table.notAllowed
              : table.empty;
          case 'list': {
            let left: Pattern = one.pattern;
            for (const item of listItems(text)) left = this.afterString(left, item);
            return this.nullable(left) ? table.empty : table.notAllowed;
          }
          default:
            return table.notAllowed;
        }
      },
      (inner) => this.afterString(inner, text),
    );
  }

  /** The rules that derivatives by children, text and strings share; `leaf` says what becomes of a single pattern. */
  #step(
    pattern: Pattern,
    leaf: (one: Pattern) => Pattern,
    after: (inner: Pattern) => Pattern,
  ): Pattern {
    const { table } = this;
    switch (pattern.kind) {
      case 'choice':
        return table.choice(after(pattern.left), after(pattern.right));
      case 'group': {
        const first = table.group(after(pattern.left), pattern.right);
        return this.nullable(pattern.left) ? table.choice(first, after(pattern.right)) : first;
      }
      case 'interleave':
        return table.choice(
          table.interleave(after(pattern.left), pattern.right),
          table.interleave(pattern.left, after(pattern.right)),
        );
      case 'oneOrMore':
        return table.group(after(pattern.pattern), table.optional(pattern));
      case 'ref':
        return after(this.resolve(pattern));
      default:
        return leaf(pattern);
    }
  }

  /** The element patterns in a content model, in the order of the schema. */
  elements(pattern: Pattern): readonly ElementPattern[] {
    return memo(this.#elements, pattern, () =>
      this.#leaves(pattern, (one) => one.kind === 'element'),
    );
  }

  /** The attribute patterns of an element's content. */
  attributes(pattern: Pattern): readonly AttributePattern[] {
    return memo(this.#attributes, pattern, () =>
      this.#leaves(pattern, (one) => one.kind === 'attribute'),
    );
  }

  /** Whether a content model has data, values or lists in it. */
  hasData(pattern: Pattern): boolean {
    return (
      this.#leaves(
        pattern,
        (one): one is Pattern => one.kind === 'data' || one.kind === 'value' || one.kind === 'list',
      ).length > 0
    );
  }

  /** The single patterns of a kind, those inside elements, attributes and lists left out. */
  #leaves<Leaf extends Pattern>(
    pattern: Pattern,
    wanted: (one: Pattern) => one is Leaf,
  ): readonly Leaf[] {
    const found = new Set<Leaf>();
    const seen = new Set<Pattern>();
    const stack = [pattern];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (wanted(next)) found.add(next);
      else if (next.kind === 'ref') stack.push(this.resolve(next));
      else if (next.kind === 'oneOrMore') stack.push(next.pattern);
      else if (next.kind === 'choice' || next.kind === 'group' || next.kind === 'interleave') {
        stack.push(next.right, next.left);
      }
    }
    return [...found];
  }

  /** The element patterns that may match the very next child. */
  first(pattern: Pattern): readonly ElementPattern[] {
    const resolved = this.resolve(pattern);
    switch (resolved.kind) {
      case 'element':
        return [resolved];
      case 'choice':
      case 'interleave':
        return [...new Set([...this.first(resolved.left), ...this.first(resolved.right)])];
      case 'group':
        return this.nullable(resolved.left) || this.#passable(resolved.left)
          ? [...new Set([...this.first(resolved.left), ...this.first(resolved.right)])]
          : this.first(resolved.left);
      case 'oneOrMore':
        return this.first(resolved.pattern);
      default:
        return [];
    }
  }

  /** The data and values that may match the very next item of a list. */
  firstData(pattern: Pattern): readonly ValuePattern[] {
    const resolved = this.resolve(pattern);
    switch (resolved.kind) {
      case 'data':
      case 'value':
        return [resolved];
      case 'choice':
      case 'interleave':
        return [...this.firstData(resolved.left), ...this.firstData(resolved.right)];
      case 'group':
        return this.nullable(resolved.left)
          ? [...this.firstData(resolved.left), ...this.firstData(resolved.right)]
          : this.firstData(resolved.left);
      case 'oneOrMore':
        return this.firstData(resolved.pattern);
      default:
        return [];
    }
  }

  /** Whether a pattern needs no child element: attributes and data do not keep a child from coming next. */
  #passable(pattern: Pattern): boolean {
    return this.distance(pattern) === 0;
  }

  /** How many child elements it takes at least to fulfil a pattern. */
  distance(pattern: Pattern): number {
    return memo(this.#distance, pattern, () => {
      switch (pattern.kind) {
        case 'notAllowed':
          return Number.POSITIVE_INFINITY;
        case 'element':
          return 1;
        case 'choice':
          return Math.min(this.distance(pattern.left), this.distance(pattern.right));
        case 'group':
        case 'interleave':
          return this.distance(pattern.left) + this.distance(pattern.right);
        case 'oneOrMore':
          return this.distance(pattern.pattern);
        case 'ref':
          return this.distance(this.resolve(pattern));
        default:
          return 0;
      }
    });
  }

  /** The fewest attributes that would still have to be given; `undefined` where none would help. */
  missingAttributes(pattern: Pattern): readonly AttributePattern[] | undefined {
    const resolved = this.resolve(pattern);
    switch (resolved.kind) {
      case 'notAllowed':
        return undefined;
      case 'attribute':
        return [resolved];
      case 'choice': {
        const left = this.missingAttributes(resolved.left);
        const right = this.missingAttributes(resolved.right);
        if (left === undefined || right === undefined) return left ?? right;
        return left.length <= right.length ? left : right;
      }
      case 'group':
      case 'interleave': {
        const left = this.missingAttributes(resolved.left);
        const right = this.missingAttributes(resolved.right);
        return left === undefined || right === undefined ? undefined : [...left, ...right];
      }
      case 'oneOrMore':
        return this.missingAttributes(resolved.pattern);
      default:
        return [];
    }
  }
}

/** The items of a list: what white space parts. */
export function listItems(text: string): string[] {
  return text.split(/[ \t\n\r]+/).filter((item) => item !== '');
}

function memo<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
