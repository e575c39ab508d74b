import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSchema } from '../src/relaxng/load-schema.js';
import { parseXml } from '../src/xml/index.js';
import { hasJing, jing, mistakesIn } from './jing.js';

// Values of XML Schema's datatypes, most of them with a slip or two: jing says of each what we say.

/** What a value of a datatype looks like, and the limits of those that have some. */
const literals: Readonly<Record<string, readonly string[]>> = {
  token: ['a  b', ''],
  language: ['en', 'de-Latn-1', 'abcdefgh'],
  Name: ['a:b', '_'],
  NCName: ['a', 'é.'],
  NMTOKEN: ['1a:'],
  NMTOKENS: ['a b'],
  IDREFS: ['a b'],
  decimal: ['1.0', '-.5', '+3', '1.'],
  integer: ['-0', '007'],
  nonPositiveInteger: ['0', '-1'],
  negativeInteger: ['-1'],
  long: ['9223372036854775807', '-9223372036854775808'],
  int: ['2147483647', '-2147483648'],
  short: ['32767', '-32768'],
  byte: ['127', '-128'],
  nonNegativeInteger: ['0', '-0'],
  positiveInteger: ['1', '+1'],
  unsignedLong: ['18446744073709551615'],
  unsignedInt: ['4294967295'],
  unsignedShort: ['65535'],
  unsignedByte: ['255'],
  float: ['1e5', 'INF', '-INF', 'NaN', '1E-400', '.5'],
  double: ['1e400', '-0'],
  boolean: ['true', '1'],
  date: ['1951-01-29', '2000-02-29Z', '1900-02-28', '-0005-02-29', '12000-01-01+14:00'],
  time: ['12:00:00', '23:59:59.999Z', '12:00:60'],
  dateTime: ['1951-01-29T12:00:00', '1951-01-29T12:00:00.5-05:00'],
  gYear: ['1951', '-0044', '19510'],
  gYearMonth: ['1951-01'],
  gMonth: ['--01', '--12Z'],
  gMonthDay: ['--02-29', '--12-31Z'],
  gDay: ['---31'],
  duration: ['P1Y', 'PT1S', '-P1DT2H', 'PT1.5S'],
  hexBinary: ['0aF0'],
  base64Binary: ['YQ==', 'YWI=', 'YWJj', 'Y Q = ='],
  anyURI: ['http://a b', 'a#b', '%C3', 'é'],
  QName: ['a', 'n:a', 'xml:lang'],
};

/** What jing does otherwise, as we know. */
const known: readonly RegExp[] = [
  // The hour 24.
  /(?:^|T)24:/,
  // A point after which no digit comes (Part 2, 3.2.6.1 and 3.2.7.1).
  /\d:\d\d\.(?:$|[-+Z])|T\.|\.S/,
  // Years that need more than 32 bits.
  /^-?\d{9,}/,
];

const character = fc.constantFrom(...'019-+.:TZaeEP%# \t/é=_'.split(''));

const value = fc.constantFrom(...Object.keys(literals)).chain((type) =>
  fc.record({
    type: fc.constant(type),
    literal: fc
      .constantFrom(...(literals[type] ?? []))
      .chain((literal) =>
        fc
          .array(fc.tuple(fc.nat(literal.length), fc.constantFrom(0, 1), character), {
            maxLength: 2,
          })
          .map((slips) =>
            slips.reduce(
              (text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut),
              literal,
            ),
          ),
      )
      .filter((literal) => !known.some((expression) => expression.test(literal.trim()))),
  }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasJing)('values made at random', () => {
  it('are judged as jing judges them', { timeout: 120_000 }, () => {
    const path = join(folder, 'values.rnc');
    const types = Object.keys(literals).map((type) => `element ${type} { xsd:${type} }`);
    writeFileSync(path, `namespace n = "urn:n"\nstart = ${types.join(' | ')}\n`);
    const schema = loadSchema({ path, file: 'values.rnc' });
    const values = fc.sample(value, { numRuns: 4000, seed: 1951 });
    const documents = values.map(({ type, literal }, index) => {
      const file = join(folder, `${index}.xml`);
      const text = `<${type} xmlns:n="urn:n">${literal}</${type}>`;
      writeFileSync(file, text);
      return { file, text };
    });
    const said = jing(
      path,
      documents.map(({ file }) => file),
    );
    let valid = 0;
    const disagreements = documents.filter(({ file, text }) => {
      const { document } = parseXml({ file, text });
      if (document === undefined) throw new Error(`${text} is not well-formed`);
      const mistakes = mistakesIn(document, schema);
      if (mistakes.length === 0) valid++;
      return mistakes.length > 0 !== (said.get(file) ?? []).length > 0;
    });
    expect(disagreements.map(({ text }) => text)).toEqual([]);
    // Both verdicts occur often enough for the comparison to mean something.
    expect(valid).toBeGreaterThan(1000);
    expect(valid).toBeLessThan(3000);
  });
});
