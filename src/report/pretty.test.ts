import { describe, expect, test } from 'vitest';
import type { Problem } from '../problems/index.js';
import { Failure } from '../problems/index.js';
import { failureText, json, pretty } from './index.js';

const problem = (more: Partial<Problem>): Problem => ({
  file: 'tei/letter.xml',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  severity: 'error',
  code: 'relaxng/unknown-element',
  message: 'There is no element <placename>.',
  ...more,
});

const shown = (
  source: string,
  problems: readonly Problem[],
  { width = 80, colour = false } = {},
): string =>
  pretty(
    problems,
    { documents: 1, schemas: [] },
    { width, colour, sourceOf: (file) => (file === 'tei/letter.xml' ? source : undefined) },
  );

describe('a problem is shown with its source line', () => {
  test('place, severity, message and code on one line, then the line with a caret, then the help', () => {
    const source = '<TEI>\n  <p><placename>Andong</placename></p>\n</TEI>';
    const at = { line: 2, column: 7, endLine: 2, endColumn: 16 };
    expect(shown(source, [problem({ ...at, help: 'Write <placeName>.' })])).toBe(
      `tei/letter.xml:2:7: error: There is no element <placename>. [relaxng/unknown-element]
  2 |   <p><placename>Andong</placename></p>
    |       ^^^^^^^^^
    help: Write <placeName>.

1 error in 1 document.
`,
    );
  });

  test('a related place is shown with its line, too', () => {
    const source = '<a xml:id="x"/>\n<b xml:id="x"/>';
    const related = [{ file: 'tei/letter.xml', line: 1, column: 12, message: '<a> has it here.' }];
    expect(
      shown(source, [problem({ line: 2, column: 12, endLine: 2, endColumn: 13, related })]),
    ).toBe(
      `tei/letter.xml:2:12: error: There is no element <placename>. [relaxng/unknown-element]
  2 | <b xml:id="x"/>
    |            ^
    tei/letter.xml:1:12: <a> has it here.
  1 | <a xml:id="x"/>
    |            ^

1 error in 1 document.
`,
    );
  });

  test('the caret stands under the place after tabs', () => {
    const lines = shown('\t\t<x/>', [problem({ column: 4, endColumn: 5 })]).split('\n');
    expect(lines[1]).toBe('  1 |         <x/>');
    expect(lines[2]).toBe('    |          ^');
  });

  test('Chinese characters and Hangul take two columns each', () => {
    const lines = shown('安東 <x/>', [problem({ column: 5, endColumn: 6 })]).split('\n');
    expect(lines[1]).toBe('  1 | 安東 <x/>');
    expect(lines[2]).toBe('    |       ^');
    const under = shown('<p>인천</p>', [problem({ column: 4, endColumn: 6 })]).split('\n');
    expect(under[2]).toBe('    |    ^^^^');
  });

  test('combining characters take none', () => {
    const lines = shown('e\u0301\u0308 <x/>', [problem({ column: 5, endColumn: 6 })]).split('\n');
    expect(lines[2]).toBe('    |   ^');
  });

  test('a place that goes on over further lines is marked to the end of its first', () => {
    const lines = shown('<p>\n', [problem({ endLine: 2, endColumn: 1 })]).split('\n');
    expect(lines[2]).toBe('    | ^^^');
  });

  test('an empty place is marked by one caret, at the end of a line too', () => {
    const lines = shown('<p>', [problem({ column: 4, endColumn: 4 })]).split('\n');
    expect(lines[2]).toBe('    |    ^');
  });

  test('of a very long line, a window is shown', () => {
    const source = `${'a'.repeat(500)}<x/>${'b'.repeat(500)}`;
    const lines = shown(source, [problem({ column: 501, endColumn: 505 })], { width: 47 }).split(
      '\n',
    );
    expect(lines[1]).toBe(`  1 | …${'a'.repeat(12)}<x/>${'b'.repeat(22)}…`);
    expect(lines[2]).toBe(`    | ${' '.repeat(13)}^^^^`);
  });

  test('a place longer than the window is marked as far as it is seen', () => {
    const source = `ab${'c'.repeat(500)}`;
    const lines = shown(source, [problem({ column: 3, endColumn: 503 })], { width: 40 }).split(
      '\n',
    );
    expect(lines[1]).toHaveLength(39);
    expect(lines[1]).toMatch(/^ {2}1 \| abc+…$/);
    expect(lines[2]).toMatch(/^ {4}\| {3}\^+$/);
    expect(lines[2]?.length).toBeLessThanOrEqual(39);
  });

  test('what would steer a terminal is made visible', () => {
    const text = shown('\u001b[2J<x/>', [problem({ message: 'An \u001b[31m here.' })]);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('␛[2J<x/>');
  });

  test('a file that cannot be read is told by its place alone', () => {
    expect(shown('', [problem({ file: 'elsewhere.xml' })])).toBe(
      'elsewhere.xml:1:1: error: There is no element <placename>. [relaxng/unknown-element]\n\n1 error in 1 document.\n',
    );
  });
});

describe('problems come sorted, and summed up', () => {
  test('by file and place', () => {
    const text = shown('', [
      problem({ file: 'b.xml' }),
      problem({ file: 'a.xml', severity: 'warning' }),
    ]);
    expect(text.indexOf('a.xml')).toBeLessThan(text.indexOf('b.xml'));
    expect(text).toContain('1 error and 1 warning in 1 document.\n');
  });

  test('none', () => {
    expect(
      pretty(
        [],
        { documents: 4, schemas: ['schemas/telegram.rng'] },
        { width: 80, colour: false, sourceOf: () => undefined },
      ),
    ).toBe('No problems in 4 documents, valid by schemas/telegram.rng.\n');
  });
});

test('colours come only where they are wanted', () => {
  expect(shown('<x/>', [problem({})])).not.toContain('\u001b');
  expect(shown('<x/>', [problem({})], { colour: true })).toContain('\u001b[31m');
});

test('a failure is one line and what to do', () => {
  const failure = new Failure('There is no folder tei/ here.', { help: 'Make one.' });
  const presentation = { width: 80, colour: false, sourceOf: () => undefined };
  expect(failureText(failure, presentation)).toBe(
    'error: There is no folder tei/ here.\nhelp: Make one.\n',
  );
});

test('JSON has its properties in their documented order, and leaves out what is not there', () => {
  const text = json(
    [problem({ help: 'Write <placeName>.' }), problem({ file: 'a.xml', severity: 'info' })],
    3,
  );
  expect(text).toBe(`{
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
      "message": "There is no element <placename>."
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
