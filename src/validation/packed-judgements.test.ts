import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem, RelatedPlace } from '../problems/index.js';
import type { SchemaReference } from '../project/index.js';
import { notWellFormed } from './judged.js';
import { packJudgements, unpackJudgements } from './packed-judgements.js';
import { SharedStrings } from './shared-strings.js';

const line = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const text = fc.string({ unit: 'binary', maxLength: 8 });

const related: fc.Arbitrary<RelatedPlace> = fc.record({
  file: text,
  line,
  column: line,
  message: text,
});

// All that a problem may have: whoever adds a property adds it here, and then to what is packed.
const anyProblem: { readonly [Key in keyof Required<Problem>]: fc.Arbitrary<Problem[Key]> } = {
  file: text,
  line,
  column: line,
  endLine: line,
  endColumn: line,
  severity: fc.constantFrom('error', 'warning', 'info'),
  code: text,
  message: text,
  help: text,
  schema: text,
  xpath: text,
  related: fc.array(related, { maxLength: 3 }),
  fix: fc.record({ line, column: line, endLine: line, endColumn: line, text }),
};
const problem = fc.record(anyProblem, {
  requiredKeys: ['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'code', 'message'],
}) as fc.Arbitrary<Problem>;

test('what a thread found comes out as it went in', () => {
  const schemaFile: fc.Arbitrary<SchemaReference> = fc
    .constantFrom('a.rng', 'b.rnc', 'c.xsd')
    .map((file) => ({ path: `/schemas/${file}`, file, language: 'relaxng' as const }));
  const judged = fc.record({
    problems: fc.array(problem),
    isWellFormed: fc.boolean(),
    isFragment: fc.boolean(),
    isWithoutSchema: fc.boolean(),
    schemas: fc.array(schemaFile, { maxLength: 2 }),
    left: fc.array(schemaFile, { maxLength: 2 }),
  });
  const judgements = fc.array(fc.record({ index: fc.nat(), judged }));
  fc.assert(
    fc.property(judgements, (given) => {
      const sent = structuredClone(packJudgements(given));
      expect(unpackJudgements(sent, new SharedStrings())).toEqual(given);
    }),
  );
});

test('equal strings are sent once', () => {
  const same = {
    index: 0,
    judged: notWellFormed([]),
  };
  const found: Problem = {
    file: 'a.xml',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    severity: 'error',
    code: 'relaxng/unknown-element',
    message: 'There is no element <placename>.',
  };
  const { strings } = packJudgements([
    { ...same, judged: { ...same.judged, problems: [found, { ...found, line: 2 }] } },
  ]);
  expect(strings).toEqual(['a.xml', 'relaxng/unknown-element', 'There is no element <placename>.']);
});
