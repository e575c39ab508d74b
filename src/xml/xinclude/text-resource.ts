import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { firstForbiddenCharacter } from '../characters.js';
import { normalizeLineEnds } from '../cursor.js';

/** The text of a file; or why it cannot be had, in a sentence, and what to do. */
export type TextResource =
  | { readonly text: string }
  | { readonly reason: string; readonly help: string; readonly isFatal: boolean };

/**
 * Reads a file as text that becomes part of a document (XML Inclusions 1.1, section 4.3).
 *
 * @param file the path as it is shown to a person
 * @param encoding what the `xi:include` says; UTF-8 unless it or a byte order mark says otherwise
 */
export function readTextResource(
  path: string,
  file: string,
  encoding: string | undefined,
): TextResource {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      reason: `${file} cannot be read (${code}).`,
      help: 'Check the permissions of the file.',
      isFatal: false,
    };
  }
  const decoded = decode(bytes, file, encoding);
  if (!('text' in decoded)) return decoded;
  const forbidden = firstForbiddenCharacter(decoded.text);
  if (forbidden === -1) return { text: normalizeLineEnds(decoded.text) };
  const point = decoded.text.charCodeAt(forbidden).toString(16).toUpperCase().padStart(4, '0');
  return {
    reason: `${file} has the character U+${point}, which no XML document may contain.`,
    help: 'Delete it there.',
    isFatal: true,
  };
}

function decode(bytes: Uint8Array, file: string, encoding: string | undefined): TextResource {
  const marked = byteOrderMark(bytes);
  const label = (marked ?? encoding ?? 'utf-8').toLowerCase();
  if (/^(iso[-_]8859-1|latin1)$/.test(label)) {
    return { text: Buffer.from(bytes).toString('latin1') };
  }
  if (/^utf-?8$/.test(label) && !isUtf8(bytes)) {
    return {
      reason: `${file} is not in UTF-8.`,
      help: 'Save it as UTF-8, or name its encoding: encoding="ISO-8859-1".',
      isFatal: true,
    };
  }
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    return {
      reason: isUnknown
        ? `${encoding} is no encoding that is known here.`
        : `${file} is not in ${label.toUpperCase()}.`,
      help: 'Save it as UTF-8 and leave @encoding out.',
      isFatal: true,
    };
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

/**
 * The part of a text that a fragment identifier chooses (RFC 5147): `line=4,9` or `char=0,100`, counted from 0
 * between lines or characters. What it says of length or hash is not checked.
 *
 * @returns `undefined` where it is no such identifier
 */
export function textFragment(text: string, fragment: string): string | undefined {
  const found = /^(line|char)=(?:([0-9]+)(?:,([0-9]*))?|,([0-9]+))(?:;.*)?$/.exec(fragment);
  if (found === null) return undefined;
  const [, scheme, start, end, until] = found;
  const from = Number(start ?? 0);
  const open = end === '' ? Number.POSITIVE_INFINITY : Number(end ?? from);
  const to = until === undefined ? open : Number(until);
  if (scheme === 'char') return [...text].slice(from, to).join('');
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).slice(from, to).join('');
}
