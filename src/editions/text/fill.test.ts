import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './columns.js';
import { fill, foldLines } from './fill.js';

const narrow = { width: 20, indent: 0, hang: 0 };

test('as many words go into a line as it holds', () => {
  expect(fill('At the present time the American troops', narrow)).toEqual([
    'At the present time',
    'the American troops',
  ]);
});

test('white space is folded, line ends too', () => {
  expect(fill('  MAO ZEDONG,\n   28\tJanuary ', narrow)).toEqual(['MAO ZEDONG, 28', 'January']);
});

test('further lines hang', () => {
  expect(fill('At the present time the troops', { width: 20, indent: 2, hang: 4 })).toEqual([
    '  At the present',
    '    time the troops',
  ]);
});

test('a wide character takes two columns, a combining mark none', () => {
  expect(columnsOf('濟物浦')).toBe(6);
  expect(columnsOf('o\u0306')).toBe(1);
  expect(fill('제물포 濟物浦 수원시 제물포', narrow)).toEqual(['제물포 濟物浦 수원시', '제물포']);
});

test('Chinese text breaks between its characters, and folds without a space', () => {
  const lines = fill('第四次戰役的準備工作必須立即開始進行', narrow);
  expect(lines).toEqual(['第四次戰役的準備工作', '必須立即開始進行']);
  expect(foldLines(lines.join('\n'))).toBe('第四次戰役的準備工作必須立即開始進行');
});

test('a line never breaks at a space between Chinese characters, which would be lost', () => {
  expect(fill('濟物浦濟物浦濟物浦 濟物浦', narrow)).toEqual(['濟物浦濟物浦濟物', '浦 濟物浦']);
});

test('a word wider than the line stands alone, unbroken', () => {
  expect(fill('see https://example.org/a/long/address there', narrow)).toEqual([
    'see',
    'https://example.org/a/long/address',
    'there',
  ]);
});

const letters = fc.string({
  unit: fc.constantFrom(...'aé-.’ŏ\u0306濟物浦제물포か\u200b', ' ', ' ', ' ', '\n', '\t', '\u00a0'),
  maxLength: 400,
});
const measures = fc.record({
  width: fc.integer({ min: 12, max: 78 }),
  indent: fc.nat(8),
  hang: fc.nat(8),
});

test('whatever the text, filling loses and adds nothing', () => {
  fc.assert(
    fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), measures, (text, measure) => {
      expect(foldLines(fill(text, measure).join('\n'))).toBe(foldLines(text));
    }),
  );
});

test('whatever the text, a line is too long only where it is one word', () => {
  fc.assert(
    fc.property(letters, measures, (text, measure) => {
      for (const line of fill(text, measure)) {
        if (columnsOf(line) <= measure.width) continue;
        expect(fill(line, { width: 0, indent: 0, hang: 0 })).toHaveLength(1);
      }
    }),
  );
});
