import { expect, test } from 'vitest';
import { wrap } from './wrap.js';

test('a sentence is broken at its spaces, and goes on under its beginning', () => {
  expect(wrap('    help: Inside <location> may stand <geo>, <note> and 25 more.', 40, '    ')).toBe(
    '    help: Inside <location> may stand\n    <geo>, <note> and 25 more.',
  );
});

test('colours take no room, Chinese characters take two columns', () => {
  expect(wrap('\u001b[1mone two\u001b[22m 安東 안동 x', 25, '')).toBe(
    '\u001b[1mone two\u001b[22m 安東 안동 x',
  );
  expect(wrap('a letter from 安東 安東 x', 22, '')).toBe('a letter from 安東\n安東 x');
});

test('what is longer than a line stays whole', () => {
  expect(wrap('see tei/a-very-long-name-of-a-file.xml there', 20, '')).toBe(
    'see\ntei/a-very-long-name-of-a-file.xml\nthere',
  );
});
