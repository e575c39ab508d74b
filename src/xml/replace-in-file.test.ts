import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSource, positionAt, replaceInFile } from './index.js';

/** A replacement in the first line, or another. */
const at = (from: number, to: number, text: string, line = 1) => ({
  start: { line, column: from },
  end: { line, column: to },
  text,
});

function replaced(bytes: string | Uint8Array, ...replacements: ReturnType<typeof at>[]) {
  const given = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { bytes: made, outcomes } = replaceInFile(given, replacements);
  return { text: Buffer.from(made).toString('utf8'), bytes: made, outcomes };
}

describe('replacements', () => {
  test('are made from first to last, whatever the order in which they are given', () => {
    const { text, outcomes } = replaced('<p>a  b  c</p>', at(8, 10, ' '), at(5, 7, ' '));
    expect(text).toBe('<p>a b c</p>');
    expect(outcomes).toEqual(['made', 'made']);
  });

  test('leave every other byte: the mark, line ends, characters of several bytes', () => {
    const { text } = replaced(
      '\uFEFF<p>彭\r\n德  懷\r👩🏽‍🚀  x</p>\n',
      at(2, 4, ' ', 2),
      at(8, 10, ' ', 3),
    );
    expect(text).toBe('\uFEFF<p>彭\r\n德 懷\r👩🏽‍🚀 x</p>\n');
  });

  test('insert, delete, and go over line ends', () => {
    expect(replaced('<p/>', at(3, 3, ' n="1"')).text).toBe('<p n="1"/>');
    expect(replaced('<p n="1"/>', at(3, 9, '')).text).toBe('<p/>');
    const over = { start: { line: 1, column: 4 }, end: { line: 3, column: 1 }, text: ' ' };
    expect(replaceInFile(Buffer.from('<p>\n\nx</p>'), [over]).bytes.toString()).toBe('<p> x</p>');
  });

  test('that overlap, or touch, are left for later, but for the first', () => {
    const { text, outcomes } = replaced(
      '<p>abcdef</p>',
      at(6, 8, 'Y'),
      at(4, 7, 'X'),
      at(7, 8, 'Z'),
    );
    expect(text).toBe('<p>Xdef</p>');
    expect(outcomes).toEqual(['later', 'made', 'later']);
  });

  test('that are equal are made once', () => {
    const { text, outcomes } = replaced('<p>a</p>', at(5, 5, '!'), at(5, 5, '!'));
    expect(text).toBe('<p>a!</p>');
    expect(outcomes).toEqual(['made', 'made']);
  });

  test('of which the text is there already change nothing', () => {
    const { text, outcomes } = replaced('<p>a b</p>', at(5, 6, ' '));
    expect(text).toBe('<p>a b</p>');
    expect(outcomes).toEqual(['there']);
  });

  test('that lie nowhere in the file are not made', () => {
    const { text, outcomes } = replaced(
      '<p>a</p>\n',
      at(1, 2, 'x', 4),
      at(20, 21, 'x'),
      at(5, 4, 'x'),
    );
    expect(text).toBe('<p>a</p>\n');
    expect(outcomes).toEqual(Array(3).fill({ reason: 'The place is not in the file any more.' }));
  });
});

describe('the encoding of a file', () => {
  const declared = (name: string, text: string) =>
    `<?xml version="1.0" encoding="${name}"?>\n<p>${text}  x</p>`;
  const mend = (text: string) => at(text.length + 4, text.length + 6, 'é ', 2);

  test('UTF-16 in both orders stays what it is', () => {
    const little = Buffer.from(`\uFEFF${declared('UTF-16', '彭👩')}`, 'utf16le');
    const expected = Buffer.from(
      `\uFEFF${declared('UTF-16', '彭👩').replace('  ', 'é ')}`,
      'utf16le',
    );
    expect(Buffer.from(replaced(little, mend('彭👩')).bytes)).toEqual(expected);
    const big = Buffer.from(little).swap16();
    expect(Buffer.from(replaced(big, mend('彭👩')).bytes).swap16()).toEqual(expected);
  });

  test.each(['ISO-8859-1', 'windows-1252'])('%s stays what it is', (name) => {
    const bytes = Buffer.from(declared(name, 'ü\x80'), 'latin1');
    const made = replaced(bytes, mend('ü€')).bytes;
    expect(Buffer.from(made).toString('latin1')).toBe(declared(name, 'ü\x80').replace('  ', 'é '));
  });

  test('a character that it does not have is not written', () => {
    const ascii = Buffer.from(declared('US-ASCII', 'a'));
    expect(replaced(ascii, mend('a')).outcomes).toEqual([
      { reason: 'é cannot be written in US-ASCII, the encoding of the file.' },
    ]);
    const windows = Buffer.from(declared('windows-1252', 'a'));
    expect(replaced(windows, at(5, 7, '–彭', 2)).outcomes).toEqual([
      { reason: '彭 cannot be written in windows-1252, the encoding of the file.' },
    ]);
    const { bytes } = replaced(windows, at(5, 7, '–', 2));
    expect(decodeSource(bytes, '').text).toBe(declared('windows-1252', 'a').replace('  ', '–'));
  });

  test('one that can be read alone is not written', () => {
    const bytes = Buffer.from(declared('Shift_JIS', 'a'));
    expect(replaced(bytes, mend('a')).outcomes).toEqual([
      { reason: 'It is encoded in Shift_JIS, which can be read but not written.' },
    ]);
  });

  test('a file that is not valid in its encoding stays as it is', () => {
    const { outcomes, bytes } = replaced(Buffer.from('<p>\xff  x</p>', 'latin1'), at(5, 7, ' '));
    expect(Buffer.from(bytes).toString('latin1')).toBe('<p>\xff  x</p>');
    expect(outcomes).toEqual([{ reason: 'Some of its bytes are not valid in its encoding.' }]);
  });
});

test('one replacement is what cutting and joining the text makes, in any encoding', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '彭', '👩', '\n', '\r', '\r\n', ' ') });
  const coding = fc.constantFrom('utf8' as const, 'utf16le' as const);
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), text, coding, (before, a, b, to, encoding) => {
      const [start = 0, end = 0] = [a % (before.length + 1), b % (before.length + 1)].sort(
        (x, y) => x - y,
      );
      // Half of a pair, or of a line end, is nothing that a place can begin with.
      fc.pre([start, end].every((at) => !/[\ud800-\udbff]$/.test(before.slice(0, at))));
      const source = { file: '', text: before };
      const [from, until] = [positionAt(source, start), positionAt(source, end)];
      const bytes = Buffer.from(`\uFEFF${before}`, encoding);
      const made = replaceInFile(bytes, [{ start: from, end: until, text: to }]);
      expect(Buffer.from(made.bytes).toString(encoding)).toBe(
        `\uFEFF${before.slice(0, start)}${to}${before.slice(end)}`,
      );
    }),
  );
});
