import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { XmlProcessingInstruction } from '../xml/index.js';
import { parseXml } from '../xml/index.js';
import { readPseudoAttributes } from './pseudo-attributes.js';

function read(content: string) {
  const { document } = parseXml({ file: 'a.xml', text: `<?x ${content}?><r/>` });
  const [instruction] = document?.children ?? [];
  if (document === undefined || instruction?.kind !== 'processing-instruction') return undefined;
  return { text: document.source.text, ...readPseudoAttributes(instruction, document.source) };
}

const space = fc.stringMatching(/^[ \t\n]{0,2}$/);
const value = fc.stringMatching(/^[a-z"'&<>é\u{1F600} =?]{0,8}$/u);
const written = fc.record({
  name: fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/),
  value,
  before: fc.stringMatching(/^[ \t\n]{1,2}$/),
  around: fc.tuple(space, space),
  mark: fc.constantFrom('"', "'"),
  reference: fc.constantFrom('decimal', 'hexadecimal', 'name'),
});

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string, mark: string, by: string): string {
  return [...text]
    .map((sign) => {
      // A question mark before > would end the instruction.
      if (sign !== '&' && sign !== '<' && sign !== '>' && sign !== mark) return sign;
      const point = sign.codePointAt(0) ?? 0;
      if (by === 'decimal') return `&#${point};`;
      return by === 'hexadecimal' ? `&#x${point.toString(16)};` : (names[sign] ?? sign);
    })
    .join('');
}

describe('pseudo-attributes', () => {
  test('are read as they were written, each in its place', () => {
    const attributes = fc.uniqueArray(written, { selector: ({ name }) => name, maxLength: 4 });
    fc.assert(
      fc.property(attributes, space, (given, end) => {
        const parts = given.map(
          ({ name, value, before, around: [left, right], mark, reference }) => {
            return `${before}${name}${left}=${right}${mark}${escaped(value, mark, reference)}${mark}`;
          },
        );
        const found = read(parts.join('') + end);
        expect(found?.fault).toBeUndefined();
        expect(found?.attributes.map(({ name, value }) => [name, value])).toEqual(
          given.map(({ name, value }) => [name, value]),
        );
        for (const [at, { nameSpan, valueSpan }] of (found?.attributes ?? []).entries()) {
          const { name, value, mark, reference } = given[at] ?? {
            name: '',
            value: '',
            mark: '',
            reference: '',
          };
          expect(found?.text.slice(nameSpan.start, nameSpan.end)).toBe(name);
          expect(found?.text.slice(valueSpan.start, valueSpan.end)).toBe(
            escaped(value, mark, reference),
          );
        }
      }),
      { seed: 1951 },
    );
  });

  test('of anything else there is a fault, in its place, and no crash', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ a-z="'&;#<>x1\n]{0,20}$/), (content) => {
        const found = read(content.replaceAll('?>', ''));
        if (found?.fault === undefined) return;
        const { start, end } = found.fault.span;
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual('<?x'.length);
        expect(end).toBeLessThanOrEqual(found.text.length - '?><r/>'.length + 2);
        expect(found.fault.message).not.toBe('');
      }),
      { seed: 1951, numRuns: 500 },
    );
  });

  test('of no instruction there are none', () => {
    const instruction = { start: 0, end: 5, target: 'x', value: '' } as XmlProcessingInstruction;
    expect(readPseudoAttributes(instruction, { file: 'a.xml', text: '<?x?>' })).toEqual({
      attributes: [],
    });
  });
});
