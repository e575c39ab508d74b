import { compile } from 'xspattern';

// The regular expressions of XML Schema Part 2, appendix F. What a class of characters is (categories, blocks, `\i`,
// subtraction) is xspattern's knowledge; expressions are matched here, by derivatives and a table of the states met so
// far: in time linear in the text, and without spelling out what a quantifier like {0,2147483648} repeats.

/** One of the expression's sets of characters; whether a character is in it is asked once. */
interface CharacterSet {
  readonly bit: number;
  readonly has: (character: string) => boolean;
}

type Expression =
  | { readonly kind: 'nothing' | 'empty'; readonly id: number }
  | { readonly kind: 'set'; readonly id: number; readonly set: CharacterSet }
  | {
      readonly kind: 'sequence';
      readonly id: number;
      readonly parts: readonly [Expression, Expression];
    }
  | { readonly kind: 'choice'; readonly id: number; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly id: number;
      readonly part: Expression;
      readonly least: number;
      /** Infinity without an upper bound. */
      readonly most: number;
    };

interface State {
  readonly expression: Expression;
  readonly nullable: boolean;
  readonly next: Map<string, State>;
}

/** A regular expression that is not one. */
export class WrongExpression extends Error {}

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
    const sorted = [...distinct.values()].sort((a, b) => a.id - b.id);
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

function nullable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'nothing':
    case 'set':
      return false;
    case 'empty':
      return true;
    case 'choice':
      return expression.parts.some(nullable);
    case 'sequence':
      return expression.parts.every(nullable);
    case 'repeat':
      return expression.least === 0;
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

/**
 * A set as xspattern is to read it. XML Schema 1.0 takes `\\i` and `\\c` from the second edition of XML, in whose names
 * no character beyond U+FFFF may stand, and knows no blocks of surrogates, which are not characters (F.1).
 */
function inSchemaTerms(written: string): string {
  if (surrogateBlock.test(written)) throw new WrongExpression(`${written} names no characters`);
  return written.replace(/\\[\s\S]/g, (escaped) => {
    const ranges = nameRanges.get(escaped);
    return ranges === undefined ? escaped : written.startsWith('[') ? ranges : `[${ranges}]`;
  });
}

const surrogateBlock = /\\[pP]\{Is(?:High|HighPrivateUse|Low)Surrogates\}/;

const initial =
  ':A-Z_a-z\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{2ff}\u{370}-\u{37d}\u{37f}-\u{1fff}\u{200c}-\u{200d}\u{2070}-\u{218f}' +
  '\u{2c00}-\u{2fef}\u{3001}-\u{d7ff}\u{f900}-\u{fdcf}\u{fdf0}-\u{fffd}';
const more = '\\-.0-9\u{b7}\u{300}-\u{36f}\u{203f}-\u{2040}';
const nameRanges = new Map([
  ['\\i', initial],
  ['\\c', initial + more],
  ['\\I', complement(initial)],
  ['\\C', complement(initial + more)],
]);

/** The ranges of all characters that are in none of some ranges. */
function complement(ranges: string): string {
  const covered = [...ranges.matchAll(/(\\?.)(?:-(.))?/gsu)]
    .map(([, first = '', last]) => {
      const low = first.replace('\\', '').codePointAt(0) ?? 0;
      return { low, high: last?.codePointAt(0) ?? low };
    })
    .sort((a, b) => a.low - b.low);
  let next = 1;
  let result = '';
  for (const { low, high } of [...covered, { low: 0x110000, high: 0x110000 }]) {
    if (low > next) result += `${character(next)}-${character(low - 1)}`;
    next = Math.max(next, high + 1);
  }
  return result;
}

/** A character as it may stand in a range. */
function character(point: number): string {
  const written = String.fromCodePoint(point);
  return '[]\\-^'.includes(written) ? `\\${written}` : written;
}

/** What an expression is made with. */
interface Builder {
  readonly empty: Expression;
  set(written: string): Expression;
  sequence(a: Expression, b: Expression): Expression;
  choice(parts: readonly Expression[]): Expression;
  repeat(part: Expression, least: number, most: number): Expression;
}

/** Groups nested deeper than this are refused. */
const deepest = 500;

/** Reads an expression by the grammar of appendix F, whose production names it keeps. */
class ExpressionReader {
  #pos = 0;
  #depth = 0;

  constructor(
    readonly source: string,
    readonly builder: Builder,
  ) {}

  read(): Expression {
    const expression = this.#regExp();
    if (this.#pos < this.source.length) throw new WrongExpression('a ) closes no group');
    return expression;
  }

  /** regExp ::= branch ( '|' branch )* */
  #regExp(): Expression {
    if (++this.#depth > deepest) throw new WrongExpression('its groups are nested too deeply');
    const branches = [this.#branch()];
    while (this.source[this.#pos] === '|') {
      this.#pos++;
      branches.push(this.#branch());
    }
    this.#depth--;
    return this.builder.choice(branches);
  }

  /** branch ::= piece* */
  #branch(): Expression {
    const pieces: Expression[] = [];
    for (;;) {
      const next = this.source[this.#pos];
      if (next === undefined || next === '|' || next === ')') break;
      pieces.push(this.#piece());
    }
    return this.#balanced(pieces, 0, pieces.length);
  }

  /** A sequence as a tree of little depth, however many pieces it has. */
  #balanced(pieces: readonly Expression[], start: number, end: number): Expression {
    if (end - start <= 1) return pieces[start] ?? this.builder.empty;
    const middle = (start + end) >> 1;
    return this.builder.sequence(
      this.#balanced(pieces, start, middle),
      this.#balanced(pieces, middle, end),
    );
  }

  /** piece ::= atom quantifier? */
  #piece(): Expression {
    const atom = this.#atom();
    const sign = this.source[this.#pos];
    if (sign === '?' || sign === '*' || sign === '+') {
      this.#pos++;
      return this.builder.repeat(
        atom,
        sign === '+' ? 1 : 0,
        sign === '?' ? 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (sign !== '{') return atom;
    const quantity = /^\{([0-9]+)(?:(,)([0-9]*))?\}/.exec(this.source.slice(this.#pos));
    if (quantity === null) throw new WrongExpression('a { begins no quantity such as {2} or {2,4}');
    this.#pos += quantity[0].length;
    const least = Number(quantity[1]);
    const most =
      quantity[2] === undefined
        ? least
        : quantity[3]
          ? Number(quantity[3])
          : Number.POSITIVE_INFINITY;
    if (least > most)
      throw new WrongExpression(`the quantity ${quantity[0]} ends before it begins`);
    return this.builder.repeat(atom, least, most);
  }

  /** atom ::= Char | charClass | ( '(' regExp ')' ) */
  #atom(): Expression {
    const { source } = this;
    const start = this.#pos;
    const sign = source[start];
    if (sign === '(') {
      this.#pos++;
      const group = this.#regExp();
      if (source[this.#pos] !== ')') throw new WrongExpression('a ( is not closed');
      this.#pos++;
      return group;
    }
    if (sign === '[') this.#pos = this.#charClassExprEnd(start);
    else if (sign === '\\') this.#pos = this.#escapeEnd(start);
    else if (sign !== undefined && '?*+{}'.includes(sign))
      throw new WrongExpression(`the ${sign} repeats nothing; for the sign itself write \\${sign}`);
    else this.#pos += String.fromCodePoint(source.codePointAt(start) ?? 0).length;
    return this.builder.set(source.slice(start, this.#pos));
  }

  /** charClassExpr ::= '[' charGroup ']' ; the place after it, a class that is subtracted being inside it. */
  #charClassExprEnd(start: number): number {
    let depth = 0;
    for (let at = start; at < this.source.length; at++) {
      const sign = this.source[at];
      if (sign === '\\') at++;
      else if (sign === '[') depth++;
      else if (sign === ']' && --depth === 0) return at + 1;
      if (depth > 100) throw new WrongExpression('its character classes are nested too deeply');
    }
    throw new WrongExpression('a [ is not closed');
  }

  /** SingleCharEsc, MultiCharEsc, catEsc and complEsc */
  #escapeEnd(start: number): number {
    const letter = this.source[start + 1];
    if (letter === undefined) throw new WrongExpression('it ends with a \\ that escapes nothing');
    if (letter !== 'p' && letter !== 'P') return start + 2;
    const end = this.source.indexOf('}', start);
    if (this.source[start + 2] !== '{' || end === -1)
      throw new WrongExpression(`\\${letter} must be followed by a category such as {Lu}`);
    return end + 1;
  }
}
