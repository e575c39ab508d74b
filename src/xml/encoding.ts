import { isUtf8 } from 'node:buffer';
import type { ProblemText } from './position.js';
import type { Span } from './tree.js';

/** The encodings that are decoded here; `other` by the names of the WHATWG Encoding Standard. */
export type Coding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'us-ascii'
  | 'iso-8859-1'
  | 'windows-1252'
  | 'other';

/** How the bytes of a file are to be read. */
export interface Encoding {
  readonly coding: Coding;
  /** How many bytes of byte order mark there are. */
  readonly mark: number;
  /** The name that the file declares, or `UTF-8`. */
  readonly name: string;
  /** Where the declaration names it; the beginning of the file where none does. */
  readonly span: Span;
  /** Set where what the file says of its encoding cannot be true. */
  readonly contradiction?: ProblemText;
}

/** What a byte order mark, or failing that the first bytes, say (XML 1.0, appendix F). */
function sniff(bytes: Uint8Array): { family: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: number } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { family: 'utf-8', mark: 3 };
  if (a === 0xfe && b === 0xff) return { family: 'utf-16be', mark: 2 };
  if (a === 0xff && b === 0xfe) return { family: 'utf-16le', mark: 2 };
  if (a === 0x00 && b === 0x3c && c === 0x00 && d === 0x3f) return { family: 'utf-16be', mark: 0 };
  if (a === 0x3c && b === 0x00 && c === 0x3f && d === 0x00) return { family: 'utf-16le', mark: 0 };
  return { family: 'utf-8', mark: 0 };
}

/** So many bytes tell the encoding of a file. */
export const HEAD = 2048;

/**
 * The encoding of an XML file by its byte order mark and encoding declaration (XML 1.0, section 4.3.3); UTF-8 where
 * neither says anything.
 *
 * @param bytes the first of the file, `HEAD` of them if there are so many
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const { family, mark } = sniff(bytes);
  const content = bytes.subarray(mark, HEAD);
  if (family !== 'utf-8') return utf16(content, family, mark);
  const declared = declaredEncoding(Buffer.from(content).toString('latin1'));
  const name = declared?.name ?? 'UTF-8';
  const span = { start: declared?.start ?? 0, end: declared?.end ?? 0 };
  const label = name.toLowerCase();
  const found = { mark, name, span };
  if (label === 'utf-8' || label === 'utf8') return { coding: 'utf-8', ...found };
  if (mark > 0) {
    const contradiction = {
      code: 'xml/encoding',
      message: `The declaration says ${name}, but the file begins with the byte order mark of UTF-8.`,
      help: 'Write encoding="UTF-8".',
    };
    return { coding: 'utf-8', ...found, contradiction };
  }
  if (utf16Label.test(label)) {
    const contradiction = {
      code: 'xml/encoding',
      message: `The declaration says ${name}, but the file is not in UTF-16: it has one byte for "<".`,
      help: 'Write encoding="UTF-8" if that is how the file was saved, or save it as UTF-16.',
    };
    return { coding: 'utf-8', ...found, contradiction };
  }
  if (label === 'us-ascii' || label === 'ascii') return { coding: 'us-ascii', ...found };
  if (label === 'iso-8859-1' || label === 'latin1' || label === 'iso_8859-1') {
    return { coding: 'iso-8859-1', ...found };
  }
  if (label === 'windows-1252' || label === 'cp1252') return { coding: 'windows-1252', ...found };
  return { coding: 'other', ...found };
}

const utf16Label = /^(utf-?16|ucs-?2|iso-10646-ucs-2)/i;

function utf16(content: Uint8Array, coding: 'utf-16le' | 'utf-16be', mark: number): Encoding {
  const declared = declaredEncoding(new TextDecoder(coding, { ignoreBOM: true }).decode(content));
  const name = declared?.name ?? 'UTF-16';
  if (declared !== undefined && !utf16Label.test(name)) {
    const contradiction = {
      code: 'xml/encoding',
      message: `The declaration says ${name}, but the file is in UTF-16.`,
      help: 'Write encoding="UTF-16", or save the file in the encoding that it declares.',
    };
    return { coding, mark, name, span: declared, contradiction };
  }
  if (mark === 0) {
    const contradiction = {
      code: 'xml/encoding',
      message: 'The file is in UTF-16 without a byte order mark, which XML demands.',
      help: 'Save the file with a byte order mark, or as UTF-8.',
    };
    return { coding, mark, name, span: declared ?? { start: 0, end: 1 }, contradiction };
  }
  return { coding, mark, name, span: declared ?? { start: 0, end: 0 } };
}

/** The encoding declaration [80] of an XML declaration, and where the name stands. */
function declaredEncoding(head: string): { name: string; start: number; end: number } | undefined {
  const found =
    /^<\?xml[ \t\r\n][^>]*?\bencoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][A-Za-z0-9._-]*)\1/.exec(
      head,
    );
  if (found === null) return undefined;
  const name = found[2] ?? '';
  const end = found[0].length - 1;
  return { name, start: end - name.length, end };
}

/** What is said of a byte that does not belong where it stands in UTF-8. */
export function invalidInUtf8(byte: number | undefined): ProblemText {
  return {
    code: 'xml/encoding',
    message: `The byte ${hexadecimal(byte)} is not valid in UTF-8, the encoding of this file.`,
    help: 'Save the file as UTF-8, or name its encoding in the XML declaration, e.g. encoding="ISO-8859-1".',
  };
}

export function hexadecimal(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The first byte that does not belong to a well-formed sequence (Unicode Standard, table 3-7). */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  // Chunks whose ends may cut a sequence: step back to its first byte, so that each chunk is judged whole.
  const size = 4096;
  let start = 0;
  while (start < bytes.length) {
    let end = Math.min(bytes.length, start + size);
    while (end < bytes.length && end > start && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
    if (end === start) break;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end;
  }
  for (let at = start; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!isUtf8(bytes.subarray(at, at + length))) return at;
    at += length;
  }
  return bytes.length;
}

/**
 * Windows-1252 where it differs from ISO-8859-1: the characters for 0x80 to 0x9F. Done here because decoders of some
 * versions of Node 20 take the one for the other.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

export function decodeWindows1252(bytes: Uint8Array): string {
  return decodeLatin1(bytes).replace(
    /[\u0080-\u009F]/g,
    (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '',
  );
}

/** The bytes of a text in Windows-1252, or the first character that it does not have. */
export function encodeWindows1252(text: string): Uint8Array | string {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const among = windows1252.indexOf(character);
    if (among !== -1) bytes.push(0x80 + among);
    else if (code <= 0xff && (code < 0x80 || code > 0x9f)) bytes.push(code);
    else return character;
  }
  return Uint8Array.from(bytes);
}

export function decodeLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
