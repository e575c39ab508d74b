import { compareText } from '../problems/index.js';
import { type Coding, encodeWindows1252, encodingOf } from './encoding.js';
import { offsetOf } from './position.js';
import { decodeSource } from './read-source.js';
import type { Position, Span } from './tree.js';

/** What is to stand between two places of a file; the end is exclusive. */
export interface Replacement {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** The bytes of a file with replacements made in them, and which could be made. */
export interface ReplacedBytes {
  readonly bytes: Uint8Array;
  /** For each replacement, in the order given. */
  readonly outcomes: readonly ReplacementOutcome[];
}

/**
 * `made`; `there`: what is to stand there stands there already; `later`: it overlaps one that was made, so that its
 * places are no longer what they were; or the reason why it cannot be made, as a sentence.
 */
export type ReplacementOutcome = 'made' | 'there' | 'later' | { readonly reason: string };

/**
 * Makes replacements in the bytes of an XML file. Bytes outside of them stay as they are, the byte order mark and line
 * ends too. Of two that overlap the one that begins first is made, of two
 * that are equal both.
 */
export function replaceInFile(
  bytes: Uint8Array,
  replacements: readonly Replacement[],
): ReplacedBytes {
  const { coding, mark, name } = encodingOf(bytes);
  const source = decodeSource(bytes, '');
  const refuseAll = (reason: string): ReplacedBytes => ({
    bytes,
    outcomes: replacements.map(() => ({ reason })),
  });
  if (source.problems !== undefined)
    return refuseAll('Some of its bytes are not valid in its encoding.');
  const encode = encoders[coding];
  if (encode === undefined) {
    return refuseAll(`It is encoded in ${name}, which can be read but not written.`);
  }
  const outcomes: ReplacementOutcome[] = replacements.map(() => 'later');
  const pieces: Uint8Array[] = [];
  let byte = mark;
  let unit = 0;
  /** Where the next unit lies in the bytes. */
  const byteAt = (offset: number): number =>
    byte + encodedLength(source.text.slice(unit, offset), coding);
  let before: (Span & { text: string }) | undefined;
  pieces.push(bytes.subarray(0, mark));
  for (const { span, text, index } of inOrder(replacements, source.text, outcomes)) {
    if (before !== undefined && isSame(before, { ...span, text })) {
      outcomes[index] = 'made';
      continue;
    }
    // At the end of another one, too: which of the two comes first would be chance.
    if (before !== undefined && span.start <= before.end) continue;
    if (source.text.slice(span.start, span.end) === text) {
      outcomes[index] = 'there';
      continue;
    }
    const encoded = encode(text);
    if (typeof encoded === 'string') {
      outcomes[index] = {
        reason: `${encoded} cannot be written in ${name}, the encoding of the file.`,
      };
      continue;
    }
    const start = byteAt(span.start);
    const end = start + encodedLength(source.text.slice(span.start, span.end), coding);
    pieces.push(bytes.subarray(byte, start), encoded);
    byte = end;
    unit = span.end;
    before = { ...span, text };
    outcomes[index] = 'made';
  }
  pieces.push(bytes.subarray(byte));
  return { bytes: Buffer.concat(pieces), outcomes };
}

interface Placed {
  readonly span: Span;
  readonly text: string;
  readonly index: number;
}

/** The replacements by where they begin, without those that lie nowhere in the text, of which the outcome tells. */
function inOrder(
  replacements: readonly Replacement[],
  text: string,
  outcomes: ReplacementOutcome[],
): readonly Placed[] {
  const source = { file: '', text };
  const placed: Placed[] = [];
  for (const [index, { start, end, text: to }] of replacements.entries()) {
    const from = offsetOf(source, start);
    const until = offsetOf(source, end);
    if (from === undefined || until === undefined || until < from) {
      outcomes[index] = { reason: 'The place is not in the file any more.' };
    } else {
      placed.push({ span: { start: from, end: until }, text: to, index });
    }
  }
  return placed.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compareText(a.text, b.text) ||
      a.index - b.index,
  );
}

function isSame(a: Span & { text: string }, b: Span & { text: string }): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function encodedLength(text: string, coding: Coding): number {
  if (coding === 'utf-8') return Buffer.byteLength(text, 'utf8');
  return coding === 'utf-16le' || coding === 'utf-16be' ? text.length * 2 : text.length;
}

/** The bytes of a text, or the first character that the encoding does not have. */
type Encode = (text: string) => Uint8Array | string;

const encoders: Readonly<Partial<Record<Coding, Encode>>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'us-ascii': (text) => firstOf(text, /[^\0-\x7f]/u) ?? Buffer.from(text, 'latin1'),
  'iso-8859-1': (text) => firstOf(text, /[^\0-\xff]/u) ?? Buffer.from(text, 'latin1'),
  'windows-1252': encodeWindows1252,
};

function firstOf(text: string, unwritable: RegExp): string | undefined {
  return unwritable.exec(text)?.[0];
}
