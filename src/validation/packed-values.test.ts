import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedStore } from './packed-store.js';
import { Packer, Unpacker } from './packed-values.js';
import { SharedStrings } from './shared-strings.js';

/** What comes out at the other end of a thread. */
function sent(values: readonly unknown[]): unknown[] {
  const packer = new Packer();
  for (const value of values) packer.add(value);
  const unpacker = new Unpacker(structuredClone(packer.packed), new SharedStrings());
  const later = values.map((_, index) => (index % 2 === 0 ? unpacker.later() : unpacker.next()));
  expect(unpacker.isDone).toBe(true);
  return later.map((value, index) => (index % 2 === 0 ? (value as () => unknown)() : value));
}

test('plain data comes out as it went in', () => {
  const anything = fc.anything({
    withMap: true,
    withSet: true,
    withNullPrototype: false,
    key: fc.oneof(fc.string({ maxLength: 4 }), fc.constant('__proto__')),
  });
  fc.assert(
    fc.property(fc.array(anything), (values) => {
      expect(sent(values)).toEqual(values);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    'numbers at the edge of what has a place beside its kind',
    [2 ** 28 - 1, 2 ** 28, -(2 ** 28), 0],
  ],
  ['other numbers', [-0, 0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]],
  ['absent properties and those that are undefined', [{ a: 1 }, { a: 1, b: undefined }]],
  [
    'objects whose properties come in another order',
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ],
])('%s', (_, values) => {
  expect(sent(values)).toStrictEqual(values);
});

test('equal strings, and the names of properties, are sent once', () => {
  const packer = new Packer();
  const place = { file: 'a.xml', line: 1 };
  packer.add([place, { ...place, line: 2 }, { file: 'a.xml', line: 3 }]);
  expect(packer.packed).toMatchObject({ strings: ['a.xml'], shapes: [['file', 'line']] });
});

test.each([
  ['a function', () => 0],
  ['a symbol', Symbol('s')],
  ['an object of a class', new (class Node {})()],
  ['something in a list that is none', [new Date(0)]],
])('%s is no plain data', (_, value) => {
  expect(() => sent([value])).toThrow(TypeError);
});

test('what is kept packed comes out as it went in, as often as it is asked for', () => {
  const store = new PackedStore(new SharedStrings());
  const values = Array.from({ length: 200 }, (_, number) => ({
    number,
    file: `${number % 3}.xml`,
  }));
  const kept = values.map((value) => store.add(value));
  for (const _ of [1, 2]) expect(kept.map((value) => value())).toEqual(values);
});
