import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../problems/index.js';
import {
  decodeLatin1,
  decodeWindows1252,
  type Encoding,
  encodingOf,
  firstInvalidUtf8,
  HEAD,
  invalidInUtf8,
} from './encoding.js';
import { problemAt } from './position.js';
import { readSource, unreadable } from './read-source.js';
import type { StreamedSource } from './streamed-source.js';

/** Thrown where the bytes of a file are not what its encoding allows. */
export class Undecodable extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('the file cannot be decoded');
  }
}

/** The text of a file, part after part. */
export class DecodedParts {
  readonly #file: number;
  readonly #bytes: Uint8Array;
  /** Bytes at the beginning of `#bytes` that are not decoded yet. */
  #left = 0;
  #ended = false;
  readonly #encoding: Encoding;
  readonly #decoder:
    | { decode(bytes: Uint8Array, options: { stream: boolean }): string }
    | undefined;
  /** A carriage return at the end of a part, which may have its line feed in the next. */
  #held = '';
  /** UTF-16 units given so far. */
  #given = 0;
  /** Of UTF-16, whether a byte has been decoded whose other half is to come: 1 or 0. */
  #halves = 0;

  /**
   * @param size bytes to read at a time
   * @throws Failure when the file cannot be read
   * @throws Undecodable when what it says of its encoding cannot be true
   */
  constructor(
    private readonly path: string,
    private readonly source: StreamedSource,
    private readonly size: number,
  ) {
    this.#bytes = new Uint8Array(Math.max(size, HEAD) + 8);
    try {
      this.#file = openSync(path, 'r');
    } catch (error) {
      throw unreadable(source.file, (error as NodeJS.ErrnoException).code);
    }
    try {
      while (this.#left < HEAD && !this.#ended) this.#fill(HEAD - this.#left);
      this.#encoding = encodingOf(this.#bytes.subarray(0, this.#left));
      if (this.#encoding.contradiction !== undefined) this.#fail();
      this.#bytes.copyWithin(0, this.#encoding.mark, this.#left);
      this.#left -= this.#encoding.mark;
      this.#decoder = this.#makeDecoder();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  /**
   * The next part of the text, `undefined` at its end.
   *
   * @throws Undecodable where bytes are not valid in the encoding
   */
  next(): string | undefined {
    for (;;) {
      if (this.#ended && this.#left === 0 && this.#held === '') return undefined;
      if (!this.#ended) this.#fill(this.size);
      let part = this.#held + this.#decode();
      this.#held = '';
      if (part.endsWith('\r') && !(this.#ended && this.#left === 0)) {
        this.#held = '\r';
        part = part.slice(0, -1);
      }
      if (part === '') continue;
      this.source.lines.add(part);
      this.#given += part.length;
      return part;
    }
  }

  #fill(size: number): void {
    const room = Math.min(size, this.#bytes.length - this.#left);
    let read: number;
    try {
      read = readSync(this.#file, this.#bytes, this.#left, room, null);
    } catch (error) {
      throw unreadable(this.source.file, (error as NodeJS.ErrnoException).code);
    }
    this.#left += read;
    if (read === 0) this.#ended = true;
  }

  #makeDecoder(): InstanceType<typeof TextDecoder> | undefined {
    const { coding, name } = this.#encoding;
    if (coding === 'utf-16le' || coding === 'utf-16be') {
      return new TextDecoder(coding, { ignoreBOM: true });
    }
    if (coding !== 'other') return undefined;
    try {
      return new TextDecoder(name, { fatal: true });
    } catch {
      return this.#fail();
    }
  }

  #decode(): string {
    const bytes = this.#bytes.subarray(0, this.#left);
    const { coding } = this.#encoding;
    if (coding === 'utf-8') return this.#decodeUtf8(bytes);
    this.#left = 0;
    if (coding === 'iso-8859-1') return decodeLatin1(bytes);
    if (coding === 'windows-1252') return decodeWindows1252(bytes);
    if (coding === 'us-ascii') {
      if (bytes.some((byte) => byte > 0x7f)) this.#fail();
      return decodeLatin1(bytes);
    }
    if (coding !== 'other') {
      this.#halves = (this.#halves + bytes.length) % 2;
      if (this.#ended && this.#halves === 1) this.#fail();
    }
    try {
      return this.#decoder?.decode(bytes, { stream: !this.#ended }) ?? '';
    } catch {
      return this.#fail();
    }
  }

  #decodeUtf8(bytes: Uint8Array): string {
    const end = this.#ended ? bytes.length : wholeUtf8(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) {
      const at = firstInvalidUtf8(whole);
      const before = this.#held + decodeUtf8(whole.subarray(0, at));
      this.source.lines.add(before);
      const start = this.#given + before.length;
      throw new Undecodable([
        problemAt(this.source, { start, end: start + 1 }, invalidInUtf8(whole[at])),
      ]);
    }
    const text = decodeUtf8(whole);
    this.#bytes.copyWithin(0, end, this.#left);
    this.#left -= end;
    return text;
  }

  /** Where bytes are wrong otherwise, which is rare, the file as a whole tells how. */
  #fail(): never {
    throw new Undecodable(readSource(this.path, this.source.file).problems ?? []);
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** How many of the bytes make up whole characters, when the last one may be cut. */
function wholeUtf8(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return wanted > back ? length - back : length;
    }
  }
  return length;
}
