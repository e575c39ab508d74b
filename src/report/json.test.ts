import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../problems/index.js';
import { json } from './index.js';

const problem: Problem = {
  file: 'tei/letter.xml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  severity: 'error',
  code: 'relaxng/unknown-element',
  message: 'There is no element <placename>.',
};

test('JSON has its properties in their documented order, and leaves out what is not there', () => {
  const related = [{ message: 'Here.', column: 3, line: 2, file: 'a.xml' }];
  const pieces = json(
    [
      { ...problem, help: 'Write <placeName>.' },
      { ...problem, file: 'a.xml', severity: 'info', related },
    ],
    3,
  );
  expect([...pieces].join('')).toBe(`{
  "version": 1,
  "summary": {
    "documents": 3,
    "errors": 1,
    "warnings": 0
  },
  "problems": [
    {
      "file": "a.xml",
      "line": 1,
      "column": 1,
      "endLine": 1,
      "endColumn": 2,
      "severity": "info",
      "code": "relaxng/unknown-element",
      "message": "There is no element <placename>.",
      "related": [
        {
          "file": "a.xml",
          "line": 2,
          "column": 3,
          "message": "Here."
        }
      ]
    },
    {
      "file": "tei/letter.xml",
      "line": 1,
      "column": 1,
      "endLine": 1,
      "endColumn": 2,
      "severity": "error",
      "code": "relaxng/unknown-element",
      "message": "There is no element <placename>.",
      "help": "Write <placeName>."
    }
  ]
}
`);
});

test('of no problems there is an empty list', () => {
  expect([...json([], 2)].join('')).toBe(
    `${JSON.stringify(
      { version: 1, summary: { documents: 2, errors: 0, warnings: 0 }, problems: [] },
      undefined,
      2,
    )}\n`,
  );
});

test('it is what JSON.stringify makes of the same', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 });
  const place = { file: text, line: fc.nat(), column: fc.nat() };
  const anyProblem = fc.record(
    {
      ...place,
      endLine: fc.nat(),
      endColumn: fc.nat(),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      code: text,
      message: text,
      help: text,
      schema: text,
      xpath: text,
      related: fc.array(fc.record({ ...place, message: text }), { maxLength: 2 }),
      fix: fc.record({
        line: fc.nat(),
        column: fc.nat(),
        endLine: fc.nat(),
        endColumn: fc.nat(),
        text,
      }),
    },
    {
      requiredKeys: [
        'file',
        'line',
        'column',
        'endLine',
        'endColumn',
        'severity',
        'code',
        'message',
      ],
    },
  ) as fc.Arbitrary<Problem>;
  fc.assert(
    fc.property(anyProblem, (given) => {
      const [, shown] = /"problems": (\[.*\])\n\}\n$/s.exec([...json([given], 1)].join('')) ?? [];
      expect(shown).toBe(JSON.stringify([given], undefined, 2).replaceAll('\n', '\n  '));
    }),
  );
});
