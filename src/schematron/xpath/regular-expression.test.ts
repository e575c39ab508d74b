import { evaluateXPathToBoolean } from 'fontoxpath';
import { expect, test } from 'vitest';
import { regularExpression } from './regular-expression.js';

const patterns = [
  'a',
  '^#pmb\\d+( #pmb\\d+)*$',
  '[%~]',
  '\\s$',
  '^\\s+$',
  '^[^,]+,\\s*[\\p{L}.-]+$',
  'L\\d{5}',
  '^\\d{4}-\\d{2}-\\d{2}$',
  '^(I|M|P)\\d{3}',
  '(?:ab)+?c',
  'a.c',
  '[a-z-[aeiou]]+$',
  '^[^a-c]$',
  '\\w+@\\w+',
  '[\\w.-]+',
  '^\\W$',
  '[\\D-]',
  '\\S',
  '^a{2,3}$',
  'a{2,}b?',
  '\\p{Lu}\\P{Lu}',
  'a|b||c',
  '[-+*/]',
  '[\\]\\[]',
  '\\$\\^\\.',
  '[&&]',
  '',
  '^$',
  '😀{2}',
  '[😀-😂]',
];
const texts = [
  '',
  ' ',
  'a',
  'aa',
  'ab',
  'aac',
  'ababc',
  '#pmb12 #pmb3',
  '100 %',
  'end \n',
  'L12345',
  '1951-01-28',
  'Mao, Zedong',
  'a\nc',
  'xyz',
  'é',
  '조선',
  'A1',
  'b-c_d',
  'a@b',
  '+',
  '[',
  '$^.',
  '&',
  '😀😀',
  '😁',
  '\t',
];

test('a regular expression of XPath matches what it matches in XPath', () => {
  for (const pattern of patterns) {
    const expression = regularExpression(pattern);
    expect(expression, pattern).toBeDefined();
    for (const text of texts) {
      const wanted = evaluateXPathToBoolean('matches($text, $pattern)', null, null, {
        text,
        pattern,
      });
      expect(`${pattern} in ${text}: ${expression?.test(text)}`).toBe(
        `${pattern} in ${text}: ${wanted}`,
      );
    }
  }
});

test('what is none, or has no counterpart, is left to the processor', () => {
  for (const pattern of [
    '(',
    'a)',
    '[',
    '[]',
    '*',
    'a**',
    '{',
    '\\q',
    '\\p{IsHangul}',
    '(a)\\1',
    '\\i',
    '(?=a)',
    '[b-a]',
  ])
    expect(regularExpression(pattern), pattern).toBe(undefined);
});
