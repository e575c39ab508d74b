import { compile } from 'xspattern';
import { inSchemaTerms } from './character-sets.js';
import { type CharacterSet, covers, type Expression, nullable } from './expression.js';
import { ExpressionReader } from './expression-reader.js';
import { WrongExpression } from './wrong-expression.js';

export { WrongExpression } from './wrong-expression.js';

// The regular expressions of XML Schema Part 2, appendix F. What a class of characters is (categories, blocks, `\i`,
// subtraction) is xspattern's knowledge; expressions are matched here, by derivatives and a table of the states met so
// far: in time linear in the text, and without spelling out what a quantifier like {0,2147483648} repeats.

interface State {
  readonly expression: Expression;
  readonly nullable: boolean;
  readonly next: Map<string, State>;
}

/** How many states are kept; a match that needs more forgets the earlier ones. */
const statesKept = 2000;
const charactersKept = 20_000;

const known = new Map<string, RegularExpression>();

/** A compiled expression, matched against whole texts. */
export class RegularExpression {
  /** @throws WrongExpression */
  static of(source: string): RegularExpression {
    let expression = known.get(source);
    if (expression === undefined) {
      expression = new RegularExpression(source);
      known.set(source, expression);
    }
    return expression;
  }

  #ids = 0;
  readonly #interned = new Map<string, Expression>();
  readonly #sets = new Map<string, CharacterSet>();
  readonly #states = new Map<number, State>();
  /** The sets that a character belongs to, as a word of 0 and 1. */
  readonly #membership = new Map<string, string>();
  readonly #nothing = this.#intern('nothing', (id) => ({ kind: 'nothing', id }));
  readonly #empty = this.#intern('empty', (id) => ({ kind: 'empty', id }));
  readonly #start: Expression;

  private constructor(readonly source: string) {
    this.#start = new ExpressionReader(source, {
      empty: this.#empty,
      set: (written) => this.#set(written),
      sequence: (a, b) => this.#sequence(a, b),
      choice: (parts) => this.#choice(parts),
      repeat: (part, least, most) => this.#repeat(part, least, most),
    }).read();
  }

  /** Whether the whole text matches. */
  matches(text: string): boolean {
    let state = this.#state(this.#start);
    for (const character of text) {
      const membership = this.#membershipOf(character);
      let next = state.next.get(membership);
      if (next === undefined) {
        next = this.#state(this.#derivative(state.expression, membership));
        state.next.set(membership, next);
      }
      if (next.expression === this.#nothing) return false;
      state = next;
    }
    return state.nullable;
  }

  #state(expression: Expression): State {
    let state = this.#states.get(expression.id);
    if (state === undefined) {
      if (this.#states.size >= statesKept) {
        this.#states.clear();
        if (this.#interned.size > 20 * statesKept) this.#forget(expression);
      }
      state = { expression, nullable: nullable(expression), next: new Map() };
      this.#states.set(expression.id, state);
    }
    return state;
  }

  /** Lets go of every interned expression but the ones in use: equal ones may then be met twice, which costs only time. */
  #forget(inUse: Expression): void {
    this.#interned.clear();
    const keep = (expression: Expression): void => {
      this.#interned.set(keyOf(expression), expression);
      if (expression.kind === 'repeat') keep(expression.part);
      else if ('parts' in expression) expression.parts.forEach(keep);
    };
    [this.#nothing, this.#empty, this.#start, inUse].forEach(keep);
  }

  #membershipOf(character: string): string {
    let membership = this.#membership.get(character);
    if (membership === undefined) {
      if (this.#membership.size >= charactersKept) this.#membership.clear();
      membership = '';
      for (const set of this.#sets.values()) membership += set.has(character) ? '1' : '0';
      this.#membership.set(character, membership);
    }
    return membership;
  }

  #intern(key: string, make: (id: number) => Expression): Expression {
    let expression = this.#interned.get(key);
    if (expression === undefined) {
      expression = make(this.#ids++);
      this.#interned.set(key, expression);
    }
    return expression;
  }

  /** A set of characters as written in the expression. */
  #set(written: string): Expression {
    let set = this.#sets.get(written);
    if (set === undefined) {
      try {
        set = { bit: this.#sets.size, has: compile(inSchemaTerms(written)) };
      } catch {
        throw new WrongExpression(`${written} is not a set of characters`);
      }
      this.#sets.set(written, set);
    }
    const found = set;
    return this.#intern(`s${found.bit}`, (id) => ({ kind: 'set', id, set: found }));
  }

  #sequence(a: Expression, b: Expression): Expression {
    if (a === this.#nothing || b === this.#nothing) return this.#nothing;
    if (a === this.#empty) return b;
    if (b === this.#empty) return a;
    return this.#intern(`q${a.id},${b.id}`, (id) => ({ kind: 'sequence', id, parts: [a, b] }));
  }

  #choice(parts: readonly Expression[]): Expression {
    const distinct = new Map<number, Expression>();
    for (const part of parts) {
      if (part.kind === 'choice') for (const inner of part.parts) distinct.set(inner.id, inner);
      else if (part !== this.#nothing) distinct.set(part.id, part);
    }
    const sorted = uncovered([...distinct.values()]).sort((a, b) => a.id - b.id);
    if (sorted.length <= 1) return sorted[0] ?? this.#nothing;
    return this.#intern(`c${sorted.map((part) => part.id).join()}`, (id) => ({
      kind: 'choice',
      id,
      parts: sorted,
    }));
  }

  #repeat(part: Expression, least: number, most: number): Expression {
    if (most === 0 || part === this.#empty) return this.#empty;
    if (part === this.#nothing) return least === 0 ? this.#empty : this.#nothing;
    if (least === 1 && most === 1) return part;
    // What may be empty may be repeated as often as is needed.
    const from = nullable(part) ? 0 : least;
    return this.#intern(`r${part.id},${from},${most}`, (id) => ({
      kind: 'repeat',
      id,
      part,
      least: from,
      most,
    }));
  }

  #derivative(expression: Expression, membership: string): Expression {
    switch (expression.kind) {
      case 'nothing':
      case 'empty':
        return this.#nothing;
      case 'set':
        return membership[expression.set.bit] === '1' ? this.#empty : this.#nothing;
      case 'choice':
        return this.#choice(expression.parts.map((part) => this.#derivative(part, membership)));
      case 'sequence': {
        const [a, b] = expression.parts;
        const first = this.#sequence(this.#derivative(a, membership), b);
        return nullable(a) ? this.#choice([first, this.#derivative(b, membership)]) : first;
      }
      case 'repeat': {
        const { part, least, most } = expression;
        const rest = this.#repeat(part, Math.max(0, least - 1), most - 1);
        return this.#sequence(this.#derivative(part, membership), rest);
      }
    }
  }
}

function keyOf(expression: Expression): string {
  switch (expression.kind) {
    case 'set':
      return `s${expression.set.bit}`;
    case 'sequence':
      return `q${expression.parts[0].id},${expression.parts[1].id}`;
    case 'choice':
      return `c${expression.parts.map((part) => part.id).join()}`;
    case 'repeat':
      return `r${expression.part.id},${expression.least},${expression.most}`;
    default:
      return expression.kind;
  }
}

/** Choices of more alternatives than this are taken as they are. */
const mostCompared = 200;

/** Alternatives without those that another covers. */
function uncovered(parts: readonly Expression[]): Expression[] {
  const kept: Expression[] = [];
  for (const part of parts) {
    if (parts.length > mostCompared) kept.push(part);
    else if (!kept.some((other) => covers(other, part))) {
      for (let at = kept.length - 1; at >= 0; at--)
        if (covers(part, kept[at] as Expression)) kept.splice(at, 1);
      kept.push(part);
    }
  }
  return kept;
}
