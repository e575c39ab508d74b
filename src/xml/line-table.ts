import type { Position } from './tree.js';

/** So many bytes a block has; a line of up to 127 characters takes one of them. */
const BLOCK = 4096;

interface Block {
  /** The number of the line that begins at `start`, from 1. */
  readonly line: number;
  readonly start: number;
  /** The lengths of the lines from there on, each with its line end: seven bits a byte, the lowest first. */
  readonly lengths: Uint8Array;
  used: number;
}

/**
 * Where the lines of a text begin that is read part by part and not kept: about a byte a line. A line ends with a line
 * feed, a carriage return, or both (XML 1.0, section 2.11).
 */
export class LineTable {
  readonly #blocks: Block[] = [{ line: 1, start: 0, lengths: new Uint8Array(BLOCK), used: 0 }];
  #lines = 1;
  #lastStart = 0;
  #read = 0;

  /** Takes in the next part of the text, which must not end between a carriage return and its line feed. */
  add(part: string): void {
    if (part.includes('\r')) {
      for (const end of part.matchAll(/\r\n?|\n/g)) this.#line(end.index + end[0].length);
    } else {
      for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) {
        this.#line(at + 1);
      }
    }
    this.#read += part.length;
  }

  #line(at: number): void {
    const start = this.#read + at;
    let block = this.#blocks.at(-1) as Block;
    // A length takes at most eight bytes.
    if (block.used > BLOCK - 8) {
      block = {
        line: this.#lines,
        start: this.#lastStart,
        lengths: new Uint8Array(BLOCK),
        used: 0,
      };
      this.#blocks.push(block);
    }
    let rest = start - this.#lastStart;
    for (; rest > 127; rest = Math.floor(rest / 128)) {
      block.lengths[block.used++] = 128 | (rest % 128);
    }
    block.lengths[block.used++] = rest;
    this.#lines++;
    this.#lastStart = start;
  }

  /** The line and column of an offset that has been taken in. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle] as Block).start <= offset) low = middle;
      else high = middle - 1;
    }
    const block = this.#blocks[low] as Block;
    let { line, start } = block;
    for (let at = 0; at < block.used; ) {
      let length = 0;
      let weight = 1;
      let byte: number;
      do {
        byte = block.lengths[at++] as number;
        length += (byte & 127) * weight;
        weight *= 128;
      } while (byte > 127);
      if (start + length > offset) break;
      start += length;
      line++;
    }
    return { line, column: offset - start + 1 };
  }
}
