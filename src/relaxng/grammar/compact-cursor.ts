import { CompactSyntaxError, type CompactToken } from './compact-tokens.js';
import type { SchemaProblems } from './schema-problems.js';

/** RELAX NG Compact Syntax, 2: the keywords; with a \ before it each is a name. */
export const keywords: ReadonlySet<string> = new Set(
  'attribute default datatypes div element empty external grammar include inherit list mixed namespace notAllowed parent start string text token'.split(
    ' ',
  ),
);

/** A place among the tokens of a schema. */
export class CompactCursor {
  #index = 0;

  constructor(
    readonly tokens: readonly CompactToken[],
    readonly problems: SchemaProblems,
  ) {}

  /** The token under the cursor, or one further on. */
  peek(ahead = 0): CompactToken {
    return this.tokens[Math.min(this.#index + ahead, this.tokens.length - 1)] as CompactToken;
  }

  next(): CompactToken {
    const token = this.peek();
    if (this.#index < this.tokens.length - 1) this.#index++;
    return token;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  isKeyword(keyword: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && !token.escaped && token.text === keyword;
  }

  /** Whether a name stands here that is no keyword. */
  isIdentifier(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && (token.escaped || !keywords.has(token.text));
  }

  acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.next();
    return true;
  }

  acceptKeyword(keyword: string): boolean {
    if (!this.isKeyword(keyword)) return false;
    this.next();
    return true;
  }

  /** @throws CompactSyntaxError after a complaint */
  expectSymbol(symbol: string, after: string): void {
    if (!this.acceptSymbol(symbol)) this.stop(`${symbol} is missing ${after}.`);
  }

  /** @throws CompactSyntaxError after a complaint */
  expectName(what: string): CompactToken {
    if (this.peek().kind !== 'name') this.stop(`${what} is missing.`);
    return this.next();
  }

  /** A literal, of one part or of several joined by ~. */
  literal(what: string): CompactToken {
    const first = this.peek();
    if (first.kind !== 'literal') this.stop(`${what} is missing: a text in quotation marks.`);
    this.next();
    let { text } = first;
    while (this.acceptSymbol('~')) {
      if (this.peek().kind !== 'literal') this.stop('A literal is missing after ~.');
      text += this.next().text;
    }
    return { ...first, text };
  }

  /** Complains of the token under the cursor; nothing after it can be told apart. */
  stop(message: string, help?: string): never {
    const token = this.peek();
    const found = token.kind === 'end' ? 'The schema ends here' : `Here stands ${describe(token)}`;
    this.problems.report(token.at, 'compact 2', `${message} ${found}.`, help);
    throw new CompactSyntaxError();
  }
}

function describe(token: CompactToken): string {
  switch (token.kind) {
    case 'literal':
      return JSON.stringify(token.text);
    case 'documentation':
      return 'documentation';
    case 'anyLocal':
      return `${token.text}:*`;
    default:
      return token.text;
  }
}
