import { type Focus, ofItems, ofTruth, type Plain, withItem } from './focus.js';
import {
  atomOf,
  type Comparison,
  compareGenerally,
  compareValues,
  type Item,
  type Items,
  isBefore,
  isNode,
  NotPlain,
  none,
  ordered,
  textOfItem,
} from './items.js';
import { PathReader } from './path.js';

const generalComparisons: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const valueComparisons: Readonly<Record<string, Comparison>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** Reads an expression (XPath 3.1, A.1) from the loosest operator to the tightest. */
export class ExpressionReader extends PathReader {
  /** Expr: several, one after the other. */
  expression(): Plain {
    const parts = [this.single()];
    while (this.takes('sign', ',')) parts.push(this.single());
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    return ofItems((focus) => parts.flatMap(({ items }) => items(focus)));
  }

  /** ExprSingle */
  protected single(): Plain {
    const after = this.peek(1);
    if (this.peek().kind === 'name' && after.kind === 'sign') {
      const { text } = this.peek();
      if (text === 'if' && after.text === '(') return this.#condition();
      if (after.text === '$') {
        if (text === 'some' || text === 'every') return this.#quantified(text === 'every');
        if (text === 'for') return this.#iteration();
        if (text === 'let') return this.#binding();
      }
    }
    return this.#or();
  }

  #condition(): Plain {
    this.next();
    this.expect('sign', '(');
    const condition = this.expression();
    this.expect('sign', ')');
    this.expect('name', 'then');
    const yes = this.single();
    this.expect('name', 'else');
    const no = this.single();
    return {
      items: (focus) => (condition.truth(focus) ? yes : no).items(focus),
      truth: (focus) => (condition.truth(focus) ? yes : no).truth(focus),
      mayBeNumber: yes.mayBeNumber || no.mayBeNumber,
    };
  }

  /** `$name in …`, several of them, and what follows a word: it sees them. */
  #bindings(word: string): { readonly places: readonly Place[]; readonly body: Plain } {
    this.next();
    const places: Place[] = [];
    do {
      const name = this.variableName();
      this.expect('name', 'in');
      const values = this.single();
      places.push({ values, place: this.bind(name) });
    } while (this.takes('sign', ','));
    this.expect('name', word);
    const body = this.single();
    for (const _ of places) this.unbind();
    return { places, body };
  }

  #quantified(every: boolean): Plain {
    const { places, body } = this.#bindings('satisfies');
    const holds = (focus: Focus, index: number): boolean => {
      const one = places[index];
      if (one === undefined) return body.truth(focus);
      const { bound } = focus.outside;
      for (const item of one.values.items(focus)) {
        bound[one.place] = [item];
        if (holds(focus, index + 1) !== every) return !every;
      }
      return every;
    };
    return ofTruth((focus) => holds(focus, 0));
  }

  #iteration(): Plain {
    const { places, body } = this.#bindings('return');
    const all = (focus: Focus, index: number): Items => {
      const one = places[index];
      if (one === undefined) return body.items(focus);
      return one.values.items(focus).flatMap((item) => {
        focus.outside.bound[one.place] = [item];
        return all(focus, index + 1);
      });
    };
    return ofItems((focus) => all(focus, 0));
  }

  #binding(): Plain {
    this.next();
    const places: Place[] = [];
    do {
      const name = this.variableName();
      this.expect('sign', ':=');
      const values = this.single();
      places.push({ values, place: this.bind(name) });
    } while (this.takes('sign', ','));
    this.expect('name', 'return');
    const body = this.single();
    for (const _ of places) this.unbind();
    const enter = (focus: Focus): void => {
      for (const { values, place } of places) focus.outside.bound[place] = values.items(focus);
    };
    return {
      items: (focus) => {
        enter(focus);
        return body.items(focus);
      },
      truth: (focus) => {
        enter(focus);
        return body.truth(focus);
      },
      mayBeNumber: body.mayBeNumber,
    };
  }

  #or(): Plain {
    const parts = [this.#and()];
    while (this.takes('name', 'or')) parts.push(this.#and());
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    return ofTruth((focus) => parts.some(({ truth }) => truth(focus)));
  }

  #and(): Plain {
    const parts = [this.#comparison()];
    while (this.takes('name', 'and')) parts.push(this.#comparison());
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    return ofTruth((focus) => parts.every(({ truth }) => truth(focus)));
  }

  #comparison(): Plain {
    const left = this.#joined();
    const { kind, text } = this.peek();
    if (kind === 'sign' && generalComparisons.includes(text)) {
      this.next();
      return generally(left, this.#joined(), text as Comparison);
    }
    if (kind === 'sign' && (text === '<<' || text === '>>')) {
      this.next();
      const right = this.#joined();
      return nodeComparison(left, right, (a, b) =>
        text === '<<' ? isBefore(a, b) : isBefore(b, a),
      );
    }
    if (kind === 'name' && text === 'is') {
      this.next();
      return nodeComparison(left, this.#joined(), (a, b) => a === b);
    }
    const by = kind === 'name' && Object.hasOwn(valueComparisons, text) && valueComparisons[text];
    if (!by) return left;
    this.next();
    const right = this.#joined();
    return ofItems((focus) => {
      const a = atMostOne(left.items(focus));
      const b = atMostOne(right.items(focus));
      return a === undefined || b === undefined ? none : [compareValues(atomOf(a), atomOf(b), by)];
    }, false);
  }

  /** StringConcatExpr and RangeExpr */
  #joined(): Plain {
    let left = this.#sum();
    while (this.takes('sign', '||')) {
      const before = left;
      const after = this.#sum();
      left = ofItems(
        (focus) => [
          [before, after]
            .map(({ items }) => {
              const item = atMostOne(items(focus));
              return item === undefined ? '' : textOfItem(atomOf(item));
            })
            .join(''),
        ],
        false,
      );
    }
    if (!this.takes('name', 'to')) return left;
    const right = this.#sum();
    return ofItems((focus) => {
      const from = numberAt(left, focus);
      const to = numberAt(right, focus);
      if (from === undefined || to === undefined) return none;
      if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > mostNumbers)
        throw new NotPlain();
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    });
  }

  #sum(): Plain {
    let left = this.#union();
    for (;;) {
      const { kind, text } = this.peek();
      if (kind !== 'sign' || (text !== '+' && text !== '-')) break;
      this.next();
      const before = left;
      const after = this.#union();
      left = ofItems((focus) => {
        const a = numberAt(before, focus);
        const b = numberAt(after, focus);
        return a === undefined || b === undefined ? none : [text === '+' ? a + b : a - b];
      });
    }
    return left;
  }

  #union(): Plain {
    const parts = [this.#mapped()];
    while (this.takes('sign', '|') || this.takes('name', 'union')) parts.push(this.#mapped());
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    return {
      items: (focus) => ordered(nodes(parts.flatMap(({ items }) => items(focus)))),
      truth: (focus) => parts.some(({ items }) => nodes(items(focus)).length > 0),
      mayBeNumber: false,
    };
  }

  /** SimpleMapExpr; before it, what only fontoxpath knows: other operators. */
  #mapped(): Plain {
    let left = this.path();
    while (this.takes('sign', '!')) {
      const before = left;
      const after = this.path();
      left = ofItems((focus) => {
        const items = before.items(focus);
        return items.flatMap((item, index) =>
          after.items(withItem(focus, item, index + 1, items.length)),
        );
      });
    }
    return left;
  }
}

interface Place {
  readonly values: Plain;
  readonly place: number;
}

/** So many numbers make a range. */
const mostNumbers = 10_000;

function generally(left: Plain, right: Plain, by: Comparison): Plain {
  return ofTruth((focus) => {
    const others = right.items(focus).map(atomOf);
    return left.items(focus).some((item) => {
      const atom = atomOf(item);
      return others.some((other) => compareGenerally(atom, other, by));
    });
  });
}

function nodeComparison(
  left: Plain,
  right: Plain,
  holds: (a: ReturnType<typeof node>, b: ReturnType<typeof node>) => boolean,
): Plain {
  return ofItems((focus) => {
    const a = atMostOne(left.items(focus));
    const b = atMostOne(right.items(focus));
    return a === undefined || b === undefined ? none : [holds(node(a), node(b))];
  }, false);
}

function atMostOne(items: Items): Item | undefined {
  if (items.length > 1) throw new NotPlain();
  return items[0];
}

function numberAt({ items }: Plain, focus: Focus): number | undefined {
  const item = atMostOne(items(focus));
  if (item === undefined) return undefined;
  const atom = atomOf(item);
  if (typeof atom !== 'number') throw new NotPlain();
  return atom;
}

function node(item: Item) {
  if (!isNode(item)) throw new NotPlain();
  return item;
}

function nodes(items: Items) {
  return items.map(node);
}
