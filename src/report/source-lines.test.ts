import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceLines } from './source-lines.js';

function piecesAt(
  pieces: readonly string[],
  places: readonly (readonly [line: number, column: number])[],
  reach = 100,
) {
  const lines = new SourceLines(() => pieces, reach);
  const wanted = places.map(([line, column]) => ({ file: 'a.xml', line, column }));
  for (const place of wanted) lines.want(place);
  return wanted.map((place) => lines.at(place));
}

describe('the line of a place', () => {
  test('is found however the text comes in pieces', () => {
    expect(piecesAt(['one\nt', 'w', 'o\nthree'], [[2, 1]])).toEqual([{ text: 'two', start: 0 }]);
  });

  test('ends with a line feed, a carriage return, or both, even in two pieces', () => {
    const places = [1, 2, 3, 4, 5].map((line) => [line, 1] as const);
    expect(piecesAt(['a\rb\r', '\nc\n\nd'], places).map((each) => each?.text)).toEqual([
      'a',
      'b',
      'c',
      '',
      'd',
    ]);
  });

  test('is kept only as far as it is near', () => {
    expect(piecesAt(['abcdef', 'ghijkl'], [[1, 6]], 2)).toEqual([{ text: 'defg', start: 3 }]);
  });

  test('there is none behind the last line, nor in a file that cannot be read', () => {
    expect(piecesAt(['a'], [[2, 1]])).toEqual([undefined]);
    const lines = new SourceLines(() => undefined, 10);
    lines.want({ file: 'a.xml', line: 1, column: 1 });
    expect(lines.at({ file: 'a.xml', line: 1, column: 1 })).toBeUndefined();
  });

  test('is the one that a plain search finds', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r') });
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(12)), (pieces, numbers) => {
        const expected = pieces.join('').split(/\r\n?|\n/);
        const found = piecesAt(
          pieces,
          numbers.map((number) => [number + 1, 1]),
        );
        expect(found.map((each) => each?.text)).toEqual(
          numbers.map((number) => (pieces.length === 0 ? undefined : expected[number])),
        );
      }),
    );
  });
});
