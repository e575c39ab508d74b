import type { Expression } from './expression.js';
import { WrongExpression } from './wrong-expression.js';

/** What an expression is made with. */
export interface ExpressionBuilder {
  readonly empty: Expression;
  set(written: string): Expression;
  sequence(a: Expression, b: Expression): Expression;
  choice(parts: readonly Expression[]): Expression;
  repeat(part: Expression, least: number, most: number): Expression;
}

/** Groups nested deeper than this are refused. */
const deepest = 500;

/** Reads an expression by the grammar of appendix F, whose production names it keeps. */
export class ExpressionReader {
  #pos = 0;
  #depth = 0;

  constructor(
    readonly source: string,
    readonly builder: ExpressionBuilder,
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
