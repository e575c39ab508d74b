import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Failure, type Problem } from '../problems/index.js';
import {
  decodeLatin1,
  decodeWindows1252,
  encodingOf,
  firstInvalidUtf8,
  hexadecimal,
  invalidInUtf8,
} from './encoding.js';
import { type ProblemText, problemAt } from './position.js';
import type { SourceText } from './source-text.js';
import type { Span } from './tree.js';

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
  if (bytes.length > LARGEST) {
    const size = Math.floor(bytes.length / 1_000_000).toLocaleString('en');
    throw new Failure(`${file} is too large to be kept in memory: ${size} MB.`, {
      help: 'Split it into files of less than 500 MB.',
    });
  }
  return decodeSource(bytes, file);
}

/** Bytes of the largest file that is read as a whole: a text of V8 has at most 2^29 UTF-16 units. */
const LARGEST = 500_000_000;

/** Why a file cannot be read, by the code that the system gives. */
export function unreadable(file: string, code: string | undefined): Failure {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure(`There is no file ${file}.`, { help: 'Check the path and its capitals.' });
    case 'ERR_FS_FILE_TOO_LARGE':
      return new Failure(`${file} is too large to be kept in memory.`, {
        help: 'Split it into files of less than 500 MB.',
      });
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

/**
 * Decodes the bytes of an XML file by its byte order mark and encoding declaration (XML 1.0, section 4.3.3).
 * UTF-8 where neither says anything. Bytes that are not valid in the encoding are a problem of the source text.
 */
export function decodeSource(bytes: Uint8Array, file: string): SourceText {
  const { coding, mark, name, span, contradiction } = encodingOf(bytes);
  const content = bytes.subarray(mark);
  if (coding === 'utf-16le' || coding === 'utf-16be') {
    return decodeUtf16(content, coding, file, span, contradiction);
  }
  if (contradiction !== undefined) {
    return broken(new TextDecoder('utf-8').decode(content), file, span, contradiction);
  }
  switch (coding) {
    case 'utf-8':
      return decodeUtf8(content, file);
    case 'us-ascii':
      return decodeAscii(content, file);
    case 'iso-8859-1':
      return { file, text: decodeLatin1(content) };
    case 'windows-1252':
      return { file, text: decodeWindows1252(content) };
    default:
      return decodeOther(content, name, file, span);
  }
}

function decodeUtf8(bytes: Uint8Array, file: string): SourceText {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (isUtf8(bytes)) return { file, text };
  const at = firstInvalidUtf8(bytes);
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, at)).length;
  return broken(text, file, { start, end: start + 1 }, invalidInUtf8(bytes[at]));
}

function decodeUtf16(
  bytes: Uint8Array,
  coding: 'utf-16le' | 'utf-16be',
  file: string,
  span: Span,
  contradiction: ProblemText | undefined,
): SourceText {
  const text = new TextDecoder(coding, { ignoreBOM: true }).decode(bytes);
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
  return contradiction === undefined ? { file, text } : broken(text, file, span, contradiction);
}

function decodeAscii(bytes: Uint8Array, file: string): SourceText {
  const text = decodeLatin1(bytes);
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

/** The other encodings that Node knows, by their names in the WHATWG Encoding Standard. */
function decodeOther(bytes: Uint8Array, name: string, file: string, span: Span): SourceText {
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

function broken(text: string, file: string, span: Span, about: ProblemText): SourceText {
  const problem: Problem = problemAt({ file, text }, span, about);
  return { file, text, problems: [problem] };
}
