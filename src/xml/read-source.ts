import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Failure, type Problem } from '../problems/index.js';
import { type ProblemText, problemAt } from './position.js';
import type { SourceText } from './source-text.js';

/**
 * Reads and decodes one XML file.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @throws Failure when the file cannot be read
 */
export function readSource(path: string, file: string): SourceText {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code);
  }
  return decodeSource(bytes, file);
}

function unreadable(file: string, code: string | undefined): Failure {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(`There is no file ${file}.`, { help: 'Check the path and its capitals.' });
    case 'EISDIR':
      return new Failure(`${file} is a folder, where a file is wanted.`);
    case 'EACCES':
    case 'EPERM':
      return new Failure(`${file} may not be read.`, {
        help: 'Check the permissions of the file.',
      });
    default:
      return new Failure(`${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}

type Family = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How the bytes are to be read: what a byte order mark, or failing that the first bytes, say (XML 1.0, appendix F). */
function sniff(bytes: Uint8Array): { family: Family; mark: number } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { family: 'utf-8', mark: 3 };
  if (a === 0xfe && b === 0xff) return { family: 'utf-16be', mark: 2 };
  if (a === 0xff && b === 0xfe) return { family: 'utf-16le', mark: 2 };
  if (a === 0x00 && b === 0x3c && c === 0x00 && d === 0x3f) return { family: 'utf-16be', mark: 0 };
  if (a === 0x3c && b === 0x00 && c === 0x3f && d === 0x00) return { family: 'utf-16le', mark: 0 };
  return { family: 'utf-8', mark: 0 };
}

/**
 * Decodes the bytes of an XML file by its byte order mark and encoding declaration (XML 1.0, section 4.3.3).
 * UTF-8 where neither says anything. Bytes that are not valid in the encoding are a problem of the source text.
 */
export function decodeSource(bytes: Uint8Array, file: string): SourceText {
  const { family, mark } = sniff(bytes);
  const content = bytes.subarray(mark);
  if (family !== 'utf-8') return decodeUtf16(content, family, mark, file);

  const declared = declaredEncoding(Buffer.from(content.subarray(0, 1024)).toString('latin1'));
  const name = declared?.name ?? 'UTF-8';
  const label = name.toLowerCase();
  if (label === 'utf-8' || label === 'utf8') return decodeUtf8(content, file);
  const span = { start: declared?.start ?? 0, end: declared?.end ?? 0 };
  const asRead = (): string => new TextDecoder('utf-8').decode(content);
  if (mark > 0) {
    return broken(asRead(), file, span, {
      code: 'xml/encoding',
      message: `The declaration says ${name}, but the file begins with the byte order mark of UTF-8.`,
      help: 'Write encoding="UTF-8".',
    });
  }
  if (/^(utf-?16|ucs-?2|iso-10646-ucs-2)/.test(label)) {
    return broken(asRead(), file, span, {
      code: 'xml/encoding',
      message: `The declaration says ${name}, but the file is not in UTF-16: it has one byte for "<".`,
      help: 'Write encoding="UTF-8" if that is how the file was saved, or save it as UTF-16.',
    });
  }
  if (label === 'us-ascii' || label === 'ascii') return decodeAscii(content, file);
  if (label === 'iso-8859-1' || label === 'latin1' || label === 'iso_8859-1') {
    return { file, text: Buffer.from(content).toString('latin1') };
  }
  if (label === 'windows-1252' || label === 'cp1252') {
    return { file, text: decodeWindows1252(content) };
  }
  return decodeOther(content, name, file, span);
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

function decodeUtf8(bytes: Uint8Array, file: string): SourceText {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (isUtf8(bytes)) return { file, text };
  const at = firstInvalidUtf8(bytes);
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, at)).length;
  return broken(
    text,
    file,
    { start, end: start + 1 },
    {
      code: 'xml/encoding',
      message: `The byte ${hexadecimal(bytes[at])} is not valid in UTF-8, the encoding of this file.`,
      help: 'Save the file as UTF-8, or name its encoding in the XML declaration, e.g. encoding="ISO-8859-1".',
    },
  );
}

/** The first byte that does not belong to a well-formed sequence (Unicode Standard, table 3-7). */
function firstInvalidUtf8(bytes: Uint8Array): number {
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

function decodeUtf16(
  bytes: Uint8Array,
  family: 'utf-16le' | 'utf-16be',
  mark: number,
  file: string,
): SourceText {
  const text = new TextDecoder(family, { ignoreBOM: true }).decode(bytes);
  if (bytes.length % 2 === 1) {
    return broken(
      text,
      file,
      { start: text.length - 1, end: text.length },
      {
        code: 'xml/encoding',
        message:
          'The file is in UTF-16, but its last character is cut in half: one byte is missing.',
        help: 'Take the file from its source again.',
      },
    );
  }
  const declared = declaredEncoding(text.slice(0, 1024));
  if (declared !== undefined && !/^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared.name)) {
    return broken(text, file, declared, {
      code: 'xml/encoding',
      message: `The declaration says ${declared.name}, but the file is in UTF-16.`,
      help: 'Write encoding="UTF-16", or save the file in the encoding that it declares.',
    });
  }
  if (mark === 0) {
    return broken(text, file, declared ?? { start: 0, end: 1 }, {
      code: 'xml/encoding',
      message: 'The file is in UTF-16 without a byte order mark, which XML demands.',
      help: 'Save the file with a byte order mark, or as UTF-8.',
    });
  }
  return { file, text };
}

function decodeAscii(bytes: Uint8Array, file: string): SourceText {
  const text = Buffer.from(bytes).toString('latin1');
  const at = bytes.findIndex((byte) => byte > 0x7f);
  if (at === -1) return { file, text };
  return broken(
    text,
    file,
    { start: at, end: at + 1 },
    {
      code: 'xml/encoding',
      message: `The byte ${hexadecimal(bytes[at])} is not US-ASCII, the encoding that the file declares.`,
      help: 'Declare the encoding in which the file was saved, mostly encoding="UTF-8".',
    },
  );
}

/**
 * Windows-1252 where it differs from ISO-8859-1: the characters for 0x80 to 0x9F. Done here because decoders of some
 * versions of Node 20 take the one for the other.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '');
}

/** The other encodings that Node knows, by their names in the WHATWG Encoding Standard. */
function decodeOther(
  bytes: Uint8Array,
  name: string,
  file: string,
  span: { start: number; end: number },
): SourceText {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    return broken(new TextDecoder('latin1').decode(bytes), file, span, {
      code: 'xml/unknown-encoding',
      message: `The encoding ${name}, which the file declares, is not known.`,
      help: 'Save the file as UTF-8 and write encoding="UTF-8".',
    });
  }
  try {
    return { file, text: decoder.decode(bytes) };
  } catch {
    const text = new TextDecoder(name).decode(bytes);
    const start = Math.max(0, text.indexOf('\uFFFD'));
    return broken(
      text,
      file,
      { start, end: start + 1 },
      {
        code: 'xml/encoding',
        message: `A byte here is not valid in ${name}, the encoding that the file declares.`,
        help: 'Declare the encoding in which the file was saved, mostly encoding="UTF-8".',
      },
    );
  }
}

function hexadecimal(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function broken(
  text: string,
  file: string,
  span: { start: number; end: number },
  about: ProblemText,
): SourceText {
  const problem: Problem = problemAt({ file, text }, span, about);
  return { file, text, problems: [problem] };
}
