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
