import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesOneUnit, unitsOf } from './units-of.js';

test.each([
  [/[\xad\u200b-\u200f]/, true],
  [/[\ue000-\uf8ff]|[\udb80-\udbff]/, true],
  [/\ufffd/, true],
  [/…/, true],
  [/["“”\]]/, true],
  [/…|\.\.\./, false],
  [/[ab][cd]/, false],
  [/^[a]/, false],
  [/[a](?!b)/, false],
  [/[a]+/, false],
  [/[\p{L}]/u, false],
])('%s looks at one unit: %s', (expression, expected) => {
  expect(matchesOneUnit(expression)).toBe(expected);
});

test('the units of a text tell what such an expression finds in it', () => {
  const expressions = [/[\xad\u200b-\u200f]/, /[\ue000-\uf8ff]|[\udb80-\udbff]/, /[^a-c]/, /a/];
  const unit = fc.constantFrom('a', 'b', '\xad', '\u200c', '\ue000', '\udb80', '\udc00', '😀');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 6 }), (units) => {
      const text = units.join('');
      for (const expression of expressions) {
        expect(matchesOneUnit(expression)).toBe(true);
        expect(expression.test(unitsOf({ file: 'a.xml', text }))).toBe(expression.test(text));
      }
    }),
  );
});
