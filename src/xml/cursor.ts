import { isSpace, nameEnd } from './characters.js';

/** A place in a text that only moves on, and the tokens that XML's grammar has in common. */
export class Cursor {
  constructor(
    public text: string,
    public pos: number = 0,
  ) {}

  /** The code unit under the cursor; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.pos);
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** S? : moves over white space, and says whether there was any. */
  space(): boolean {
    const from = this.pos;
    while (isSpace(this.text.charCodeAt(this.pos))) this.pos++;
    return this.pos > from;
  }

  /** Name [5]; empty where none begins here. */
  name(): string {
    const from = this.pos;
    this.pos = nameEnd(this.text, from);
    return this.text.slice(from, this.pos);
  }

  /** Moves over a literal text if it stands here. */
  accept(literal: string): boolean {
    if (!this.text.startsWith(literal, this.pos)) return false;
    this.pos += literal.length;
    return true;
  }

  /** A literal in quotation marks of either kind, without them; `undefined` where none begins or it does not end. */
  quoted(): string | undefined {
    const mark = this.text[this.pos];
    if (mark !== '"' && mark !== "'") return undefined;
    const end = this.text.indexOf(mark, this.pos + 1);
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
