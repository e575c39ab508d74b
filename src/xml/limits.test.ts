import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseXml, readEvents, streamEvents, type XmlEvents } from './index.js';

// None of these is timed: where reading were not linear, they would take minutes, and the run would not end.

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const silent: XmlEvents = { startElement() {}, endElement() {}, text() {} };

/** What is said of a text as a tree, by events, and as a file in parts, which must be the same; the last of it. */
function answer(text: string): string {
  const source = { file: 'a.xml', text };
  const { problems } = parseXml(source);
  expect(readEvents(source, silent)).toEqual(problems);
  const path = join(folder, 'a.xml');
  writeFileSync(path, text);
  expect(streamEvents(path, 'a.xml', () => silent)).toEqual(problems);
  return problems.at(-1)?.message ?? 'well-formed';
}

const many = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join('');

describe('large documents end in an answer', () => {
  it.each([
    ['100,000 elements within each other', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    [
      'each with a namespace of its own',
      many(100_000, (at) => `<p:a xmlns="u${at}" xmlns:p="v">`) + '</p:a>'.repeat(100_000),
    ],
    ['100,000 attributes', `<a ${many(100_000, (at) => `a${at}="v" `)}/>`],
    ['100,000 prefixes', `<a ${many(100_000, (at) => `xmlns:a${at}="v" `)}/>`],
    [
      'names that a simple hash takes for one',
      `<a>${many(65_536, (at) => `<${many(16, (bit) => ((at >> bit) & 1 ? 'Aa' : 'BB'))}/>`)}</a>`,
    ],
    ['1,000,000 siblings', `<a>${'<b/>'.repeat(1_000_000)}</a>`],
    ['a text of 20,000,000 characters', `<a>${'x'.repeat(20_000_000)}</a>`],
    ['200,000 references', `<a b="${'&lt;'.repeat(200_000)}">${'&lt;'.repeat(200_000)}</a>`],
    [
      '200,000 references to an entity',
      `<!DOCTYPE a [<!ENTITY e "x">]><a>${'&e;'.repeat(200_000)}</a>`,
    ],
  ])('%s', (_, text) => {
    expect(answer(text)).toBe('well-formed');
  });

  it.each([
    [
      'elements too deep within each other',
      '<a>'.repeat(200_001),
      'Elements lie more than 200,000 deep within each other here.',
    ],
    [
      'a comment of more than 10,000,000 characters',
      `<a><!-- ${'x'.repeat(10_000_001)} --></a>`,
      'What begins here is longer than 10,000,000 characters without an end.',
    ],
    [
      'a value without an end',
      `<a b="${'x'.repeat(10_000_001)}`,
      'What begins here is longer than 10,000,000 characters without an end.',
    ],
    [
      'a CDATA section without an end',
      `<a><![CDATA[${'x'.repeat(1_000_000)}`,
      'The CDATA section is not closed with ]]>.',
    ],
    [
      'many bare ampersands',
      `<a>${'& '.repeat(100_000)}`,
      'More than 10,000 mistakes: what follows is not told.',
    ],
    [
      'many bare <',
      `<a>${'< '.repeat(100_000)}`,
      'More than 10,000 mistakes: what follows is not told.',
    ],
    [
      'many comments within each other',
      `<a>${'<!-- <!-- -->'.repeat(20_000)}`,
      'More than 10,000 mistakes: what follows is not told.',
    ],
    [
      'many tags that are not closed',
      `<a>${'<b c="'.repeat(100_000)}`,
      'More than 10,000 mistakes: what follows is not told.',
    ],
    [
      'many end tags too many',
      `<a>${'<b>'.repeat(50_000)}${'</c>'.repeat(50_000)}`,
      'More than 10,000 mistakes: what follows is not told.',
    ],
  ])('%s', (_, text, message) => {
    expect(answer(text)).toBe(message);
  });
});
