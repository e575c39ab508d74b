import { describe, expect, test } from 'vitest';
import type { Problem } from '../problems/index.js';
import { fingerprints } from './index.js';

const text = '<TEI>\n  <p>From <placename>Seoul</placename>.</p>\n  <p>x</p>\n</TEI>\n';

const problem: Problem = {
  file: 'tei/letter.xml',
  line: 2,
  column: 12,
  endLine: 2,
  endColumn: 21,
  severity: 'error',
  code: 'relaxng/unknown-element',
  message: 'There is no element <placename>.',
};

function of(source: string | undefined, ...problems: readonly Problem[]): string[] {
  return [...fingerprints(problems, () => (source === undefined ? undefined : [source]))];
}

const [known] = of(text, problem);

describe('a problem is known again', () => {
  test('where lines were added above it', () => {
    expect(of(`<!-- 1 -->\n\n${text}`, { ...problem, line: 4, endLine: 4 })).toEqual([known]);
  });

  test('where its line was indented anew', () => {
    const deeper = text.replace('  <p>From', '\t\t <p>From');
    expect(of(deeper, { ...problem, column: 13 })).toEqual([known]);
  });

  test('where its message names other lines', () => {
    const told = (line: number) => ({
      ...problem,
      message: `<p>, opened on line ${line}, is open.`,
    });
    expect(of(text, told(3))).toEqual(of(text, told(7)));
  });

  test('by its XPath without numbers, where there is no line to read', () => {
    const at = (xpath: string) => of(undefined, { ...problem, xpath });
    expect(at('/TEI/p[2]/x[1]')).toEqual(at('/TEI/p[9]/x[4]'));
    expect(at('/TEI/p[2]/x[1]')).not.toEqual(at('/TEI/q[2]/x[1]'));
  });
});

describe('it is another', () => {
  test.each([
    ['file', { file: 'tei/other.xml' }],
    ['code', { code: 'relaxng/misplaced-element' }],
    ['message', { message: 'There is no element <place>.' }],
    ['line with other words', { line: 3, endLine: 3 }],
  ])('in another %s', (_, other) => {
    expect(of(text, { ...problem, ...other })).not.toEqual([known]);
  });

  test('the second time on the same words', () => {
    const [first, second, third] = of(text, problem, problem, problem);
    expect(first).toBe(known);
    expect(new Set([first, second, third]).size).toBe(3);
  });
});
