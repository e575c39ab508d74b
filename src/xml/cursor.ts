import { isSpace, nameEnd } from './characters.js';

/** A place in a text that only moves on, and the tokens that XML's grammar has in common. */
export class Cursor {
  /**
   * Set when something was looked for beyond the end of the text. Where the text is a part of a file, the answer may be
   * another with more of it.
   */
  ranOut = false;

  constructor(
    public text: string,
    public pos: number = 0,
  ) {}

  /** The code unit under the cursor; NaN at the end. */
  get code(): number {
    if (this.pos >= this.text.length) this.ranOut = true;
    return this.text.charCodeAt(this.pos);
  }

  get atEnd(): boolean {
    if (this.pos < this.text.length) return false;
    this.ranOut = true;
    return true;
  }

  /** S? : moves over white space, and says whether there was any. */
  space(): boolean {
    const { text } = this;
    const from = this.pos;
    let at = from;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at === text.length) this.ranOut = true;
    this.pos = at;
    return at > from;
  }

  /** Name [5]; empty where none begins here. */
  name(): string {
    const from = this.pos;
    this.pos = nameEnd(this.text, from);
    if (this.pos === this.text.length) this.ranOut = true;
    return this.text.slice(from, this.pos);
  }

  /** Moves over a literal text if it stands here. */
  accept(literal: string): boolean {
    if (!this.text.startsWith(literal, this.pos)) {
      if (this.pos + literal.length > this.text.length) this.ranOut = true;
      return false;
    }
    this.pos += literal.length;
    return true;
  }

  /** Where a text stands next, or -1. */
  find(sought: string, from: number): number {
    const at = this.text.indexOf(sought, from);
    if (at === -1) this.ranOut = true;
    return at;
  }

  /** A literal in quotation marks of either kind, without them; `undefined` where none begins or it does not end. */
  quoted(): string | undefined {
    const mark = this.text[this.pos];
    if (mark !== '"' && mark !== "'") {
      if (mark === undefined) this.ranOut = true;
      return undefined;
    }
    const end = this.find(mark, this.pos + 1);
    if (end === -1) return undefined;
    const literal = this.text.slice(this.pos + 1, end);
    this.pos = end + 1;
    return literal;
  }
}

/** Line ends as XML 1.0, section 2.11 normalises them. */
export function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
