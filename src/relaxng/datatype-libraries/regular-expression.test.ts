import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegularExpression, WrongExpression } from './index.js';

const matches = (expression: string, text: string) =>
  RegularExpression.of(expression).matches(text);

describe('regular expressions of XML Schema', () => {
  it('match the whole text', () => {
    expect(matches('b', 'abc')).toBe(false);
    expect(matches('b|abc', 'abc')).toBe(true);
  });

  it('take ^ and $ for themselves', () => {
    expect(matches('^a$', '^a$')).toBe(true);
  });

  it('take \\d for any decimal digit of Unicode', () => {
    expect(matches('\\d+', '12٣४')).toBe(true);
    expect(matches('[0-9]+', '٣')).toBe(false);
  });

  it('subtract classes', () => {
    expect(matches('[a-z-[aeiou]]+', 'xyz')).toBe(true);
    expect(matches('[a-z-[aeiou]]+', 'xyza')).toBe(false);
  });

  it('are told what is wrong with them', () => {
    expect(() => RegularExpression.of('a)')).toThrow(WrongExpression);
    expect(() => RegularExpression.of('*')).toThrow('the * repeats nothing');
    expect(() => RegularExpression.of('[a')).toThrow('a [ is not closed');
  });

  it('take no time to speak of, whatever is repeated in what', () => {
    const text = 'a'.repeat(5000);
    expect(matches('((a*)*)*b', text)).toBe(false);
    expect(matches('(a|aa)+', text)).toBe(true);
    expect(matches('(a?){1000000000}', text)).toBe(true);
    expect(matches('a{4999}', text)).toBe(false);
    expect(matches('(a{1,50}){1,50}b', text)).toBe(false);
    expect(matches('((a{1,9}){1,9}){1,9}', text)).toBe(false);
    expect(matches('(a{2,3}){1,2000}', text)).toBe(true);
  });

  it('agree with those of JavaScript where the two say the same', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(a|b)', '(ab|)', 'c');
    const quantifier = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,2}', '{0,1}', '{2,}');
    const piece = fc.tuple(atom, quantifier).map((parts) => parts.join(''));
    const branch = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    const group = fc
      .tuple(branch, branch, quantifier)
      .map(([one, other, repeated]) => `(${one}|${other})${repeated}${one}`);
    fc.assert(
      fc.property(
        group,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 }),
        (e, t) => {
          expect(matches(e, t)).toBe(new RegExp(`^(?:${e})$`, 'u').test(t));
        },
      ),
      { numRuns: 500, seed: 1951 },
    );
  });
});
