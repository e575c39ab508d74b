import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../problems/index.js';
import { decodeSource, parseXml, readSource, textContent } from './index.js';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function text(source: Uint8Array): string {
  const { document, problems } = parseXml(decodeSource(source, 'a.xml'));
  expect(problems).toEqual([]);
  return document === undefined ? '' : textContent(document.root);
}

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('<p>서울</p>')],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], [...Buffer.from('<p>서울</p>')])],
    ['UTF-16, little end first', bytes([0xff, 0xfe], [...Buffer.from('<p>서울</p>', 'utf16le')])],
    ['UTF-16, big end first', bytes([0xfe, 0xff], [...bigEndian('<p>서울</p>')])],
    [
      'UTF-16 that says so',
      bytes(
        [0xff, 0xfe],
        [...Buffer.from('<?xml version="1.0" encoding="UTF-16"?><p>서울</p>', 'utf16le')],
      ),
    ],
  ])('%s', (_, source) => {
    expect(text(source)).toBe('서울');
  });

  it('ISO-8859-1, in which 0x80 to 0x9F are control characters', () => {
    expect(
      text(bytes('<?xml version="1.0" encoding="ISO-8859-1"?><p>', [0xe9, 0x85], '</p>')),
    ).toBe('é\u0085');
  });

  it('Windows-1252, in which they are not', () => {
    expect(text(bytes('<?xml version="1.0" encoding="windows-1252"?><p>', [0x93], '</p>'))).toBe(
      '“',
    );
  });
});

describe('bytes that do not fit the encoding', () => {
  function said(source: Uint8Array): string {
    const { document, problems } = parseXml(decodeSource(source, 'a.xml'));
    expect(document).toBeUndefined();
    return problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n');
  }

  it.each([
    [
      'Latin-1 in a file that says nothing',
      bytes('<p>\nRelev', [0xe9], '</p>'),
      '2:6 The byte 0xE9 is not valid in UTF-8, the encoding of this file.',
    ],
    [
      'an overlong form',
      bytes('<p>', [0xc0, 0x80], '</p>'),
      '1:4 The byte 0xC0 is not valid in UTF-8, the encoding of this file.',
    ],
    [
      'a sequence cut short by the end of the file',
      bytes('<p/>', [0xec, 0x84]),
      '1:5 The byte 0xEC is not valid in UTF-8, the encoding of this file.',
    ],
    [
      'a bad byte far into a file with characters of three bytes',
      bytes('<p>', [...Buffer.from('서'.repeat(5000))], [0xff], '</p>'),
      '1:5004 The byte 0xFF is not valid in UTF-8, the encoding of this file.',
    ],
    [
      'an encoding that nobody knows',
      bytes('<?xml version="1.0" encoding="EBCDIC-X"?><p/>'),
      '1:31 The encoding EBCDIC-X, which the file declares, is not known.',
    ],
    [
      'UTF-16 declared, and not so',
      bytes('<?xml version="1.0" encoding="UTF-16"?><p/>'),
      '1:31 The declaration says UTF-16, but the file is not in UTF-16: it has one byte for "<".',
    ],
    [
      'Latin-1 declared behind the byte order mark of UTF-8',
      bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="ISO-8859-1"?><p/>'),
      '1:31 The declaration says ISO-8859-1, but the file begins with the byte order mark of UTF-8.',
    ],
    [
      'UTF-8 declared in UTF-16',
      bytes(
        [0xff, 0xfe],
        [...Buffer.from('<?xml version="1.0" encoding="UTF-8"?><p/>', 'utf16le')],
      ),
      '1:31 The declaration says UTF-8, but the file is in UTF-16.',
    ],
    [
      'US-ASCII that is none',
      bytes('<?xml version="1.0" encoding="US-ASCII"?><p>', [0xe9], '</p>'),
      '1:45 The byte 0xE9 is not US-ASCII, the encoding that the file declares.',
    ],
  ])('%s', (_, source, message) => {
    expect(said(source)).toBe(message);
  });
});

describe('a file that cannot be read ends the run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));

  it('because it is not there', () => {
    expect(() => readSource(join(folder, 'none.xml'), 'tei/none.xml')).toThrow(
      new Failure('There is no file tei/none.xml.', { help: 'Check the path and its capitals.' }),
    );
  });

  it('because it is a folder', () => {
    expect(() => readSource(folder, 'tei')).toThrow('tei is a folder, where a file is wanted.');
  });

  it('and otherwise is read', () => {
    const path = join(folder, 'a.xml');
    writeFileSync(path, '<p/>');
    expect(readSource(path, 'a.xml')).toEqual({ file: 'a.xml', text: '<p/>' });
    rmSync(folder, { recursive: true });
  });
});
