import { describe, expect, test } from 'vitest';
import type { Problem } from '../problems/index.js';
import { Failure } from '../problems/index.js';
import { failureText, pretty } from './index.js';

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
  { width = 80, colour = false, all = false } = {},
): string =>
  [
    ...pretty(
      problems,
      { documents: 1, schemas: [], all },
      { width, colour, read: (file) => (file === 'tei/letter.xml' ? [source] : undefined) },
    ),
  ].join('');

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

  test('what --fix would do is a line', () => {
    const fix = { line: 1, column: 5, endLine: 1, endColumn: 7, text: ' ' };
    const shownWith = (text: string, endColumn = 7): string | undefined =>
      shown('Peng  Dehuai', [
        problem({ help: 'Once is enough.', fix: { ...fix, text, endColumn } }),
      ])
        .split('\n')
        .find((line) => line.startsWith('    fix:'));
    expect(shownWith(' ')).toBe('    fix: imprimatur validate --fix writes " " here');
    expect(shownWith('\t')).toBe('    fix: imprimatur validate --fix writes "␉" here');
    expect(shownWith('')).toBe('    fix: imprimatur validate --fix deletes it');
    expect(shownWith(' n="1"', 5)).toBe('    fix: imprimatur validate --fix inserts " n="1"" here');
    expect(shownWith('x'.repeat(100))).toBe(
      `    fix: imprimatur validate --fix writes "${'x'.repeat(79)}…" here`,
    );
  });

  test('the end says how many --fix would mend', () => {
    const fix = { line: 1, column: 1, endLine: 1, endColumn: 2, text: ' ' };
    const end = (...problems: Problem[]): string | undefined =>
      shown('', problems).trimEnd().split('\n').at(-1);
    const fixable = problem({ fix });
    expect(end(fixable)).toBe('imprimatur validate --fix mends it.');
    expect(end(fixable, fixable)).toBe('imprimatur validate --fix mends all of them.');
    expect(end(fixable, problem({}))).toBe('imprimatur validate --fix mends 1 of them.');
    expect(end(problem({}))).toBe('1 error in 1 document.');
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
      [
        ...pretty(
          [],
          { documents: 4, schemas: ['schemas/telegram.rng'] },
          { width: 80, colour: false, read: () => undefined },
        ),
      ].join(''),
    ).toBe('No problems in 4 documents, valid by schemas/telegram.rng.\n');
  });
});

describe('problems that are alike', () => {
  const at = (line: number, more: Partial<Problem> = {}) =>
    problem({ line, endLine: line, ...more });

  test('are one: the first is shown, the others by their places', () => {
    const source = '<p/>\n<p/>\n<p/>';
    expect(shown(source, [at(1), at(2), at(3)])).toBe(
      `tei/letter.xml:1:1: error: There is no element <placename>. [relaxng/unknown-element]
  1 | <p/>
    | ^
    and 2 more like this: tei/letter.xml:2:1, tei/letter.xml:3:1

3 errors in 1 document.
`,
    );
  });

  test('are counted where there is no room for their places', () => {
    const text = shown('', [at(1), at(2), at(3)], { width: 60 });
    expect(text).toContain('\n    and 2 more like this in this file (--all shows them)\n');
    const elsewhere = shown('', [at(1), at(2), at(3, { file: 'tei/z.xml' })], { width: 50 });
    expect(elsewhere).toContain('\n    and 2 more like this in 2 files (--all shows them)\n');
  });

  test('are counted where they are many, with commas', () => {
    const many = Array.from({ length: 1235 }, (_, index) => at(1, { file: `${index}.xml` }));
    const text = shown('', many);
    expect(text).toContain('\n    and 1,234 more like this in 1,234 files (--all shows them)\n');
    expect(text).toContain('\n1,235 errors in 1 document.\n');
  });

  test('are shown one by one when somebody asks for it', () => {
    const text = shown('', [at(1), at(2), at(3)], { all: true });
    expect(text.match(/There is no element/g)).toHaveLength(3);
    expect(text).not.toContain('more like this');
  });

  test('are of one kind when only a value differs: ten of them are shown', () => {
    const dates = Array.from({ length: 13 }, (_, index) =>
      at(index + 1, { message: `"1951-02-${index + 30}" is not a date.` }),
    );
    const text = shown('', [...dates, at(20, { message: '"1951-02-30" is not a date.' })]);
    expect(text.match(/is not a date/g)).toHaveLength(10);
    expect(text).toContain('"1951-02-30" is not a date. [relaxng/unknown-element]\n    and 1 more');
    expect(text).toContain(
      '"1951-02-39" is not a date. [relaxng/unknown-element]\n    and 3 more of this kind in this file (--all shows them)\n',
    );
  });

  test('are not those of another severity, code or name', () => {
    const text = shown('', [
      at(1),
      at(2, { severity: 'warning' }),
      at(3, { code: 'relaxng/other' }),
      at(4, { message: 'There is no element <orgname>.' }),
    ]);
    expect(text).not.toContain('more like this');
  });
});

test('colours come only where they are wanted', () => {
  expect(shown('<x/>', [problem({})])).not.toContain('\u001b');
  expect(shown('<x/>', [problem({})], { colour: true })).toContain('\u001b[31m');
});

test('a failure is one line and what to do', () => {
  const failure = new Failure('There is no folder tei/ here.', { help: 'Make one.' });
  const presentation = { width: 80, colour: false, read: () => undefined };
  expect(failureText(failure, presentation)).toBe(
    'error: There is no folder tei/ here.\nhelp: Make one.\n',
  );
});
