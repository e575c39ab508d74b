import type { Span, XmlText } from '../../xml/index.js';

/** So much of a text that cannot stand where it is is kept to be told of. */
const longest = 100_000;

/**
 * The text between two tags, which comes in pieces: where a comment parts it, and wherever a stream is cut. What is told
 * of it is the first stretch without a comment that is more than white space, however it was cut.
 */
export class TextRun {
  /** Whether more than white space has come. */
  filled = false;
  #start = 0;
  #end = -1;
  /** Whether what follows belongs to the stretch. */
  #open = true;
  /** The stretch before its last piece, as far as it is known. */
  #stretch = '';
  #last: XmlText | undefined;
  #collects = false;

  /** Begins anew, after a tag. */
  clear(): void {
    if (this.#end === -1) return;
    this.filled = false;
    this.#end = -1;
    this.#open = true;
    this.#stretch = '';
    this.#last = undefined;
    this.#collects = false;
  }

  /** @returns whether this piece is the first that is more than white space */
  add(text: XmlText): boolean {
    const follows = text.start === this.#end;
    if (this.filled) {
      this.#open &&= follows && this.#stretch.length < longest;
      if (!this.#open) return false;
      if (this.#collects) this.#stretch += text.value;
      this.#end = text.end;
      return false;
    }
    if (follows && this.#stretch.length < longest) this.#stretch += this.#last?.value ?? '';
    else {
      this.#stretch = '';
      this.#start = text.start;
    }
    this.#last = text;
    this.#end = text.end;
    this.filled = !text.blank;
    return this.filled;
  }

  /** From here on what comes is kept. */
  collect(): void {
    this.#stretch += this.#last?.value ?? '';
    this.#last = undefined;
    this.#collects = true;
  }

  /** What has been collected of the stretch. */
  get text(): string {
    return this.#stretch;
  }

  /** Where the stretch stands; `undefined` where there is nothing but white space. */
  get span(): Span | undefined {
    return this.filled ? { start: this.#start, end: this.#end } : undefined;
  }
}
