import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../src/changes/alignment.js';
import { type Reading, readingOf } from '../src/changes/reading.js';
import { parseXml } from '../src/xml/index.js';
import { mutations } from './changes-mutations.js';
import { kindsOf, told } from './changes-told.js';
import './same-seed.js';

const root = resolve(import.meta.dirname, '..');
const telegram = readFileSync(join(root, 'tei/telegram-112096.xml'), 'utf8');

const folder = resolve(root, '../shared/corpus/letters/editions');
const letters = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n?/g, '\n'))
  : [];

/** Random edits of one kind, each of which must be told as what it is, and nothing else. */
function tellsEach(name: string, sources: readonly string[], runs: number): void {
  let made = 0;
  const mutate = mutations[name] as (typeof mutations)[string];
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, choice) => {
      const before = sources[which % sources.length] as string;
      const mutation = mutate(before, choice);
      if (mutation === undefined || mutation.text === before) return;
      made++;
      expect(kindsOf(told(before, mutation.text))).toEqual(mutation.expected);
    }),
    { numRuns: runs },
  );
  // Not every letter has a place for every edit, but the telegram has.
  if (sources.length === 1) expect(made).toBeGreaterThan(runs / 2);
}

describe('a single edit is told as what it is, and nothing else', () => {
  for (const name of Object.keys(mutations)) {
    test(`of the telegram: ${name}`, () => tellsEach(name, [telegram], 25));
    test.skipIf(letters.length === 0)(`of the letters: ${name}`, () =>
      tellsEach(name, letters, 25),
    );
  }
});

test('a document compared with itself has no change', () => {
  for (const text of [telegram, ...letters]) expect(kindsOf(told(text, text))).toEqual({});
});

describe('whatever was edited', () => {
  const names = Object.keys(mutations);
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

  test('something is told of it, and all words are accounted for', () => {
    fc.assert(
      fc.property(edits, fc.nat(), (chosen, which) => {
        const sources = [telegram, ...letters];
        const before = sources[which % sources.length] as string;
        let after = before;
        for (const [name, choice] of chosen) {
          after = mutations[names[name % names.length] as string]?.(after, choice)?.text ?? after;
        }
        if (after === before) return;
        expect(kindsOf(told(before, after))).not.toEqual({});
        accountsForAllWords(before, after);
      }),
      { numRuns: 60 },
    );
  });

  test.skipIf(letters.length === 0)('two letters that have nothing to do with each other', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const [a, b] = [one, other].map((each) => letters[each % letters.length] as string);
        accountsForAllWords(a as string, b as string);
        told(a as string, b as string);
      }),
      { numRuns: 25 },
    );
  });
});

/** Each word is either the same in the other version, and only one there is, or among those that changed. */
function accountsForAllWords(before: string, after: string): void {
  const [a, b] = [before, after].map((text) => {
    const { document } = parseXml({ file: 'letter.xml', text });
    if (document === undefined) throw new Error('not well-formed');
    return readingOf(document);
  }) as [Reading, Reading];
  const { later, earlier, hunks } = align(a, b);
  const went = new Set<number>();
  const came = new Set<number>();
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of hunks) {
    for (let at = beforeStart; at < beforeEnd; at++) went.add(at);
    for (let at = afterStart; at < afterEnd; at++) came.add(at);
  }
  for (const [at, place] of later.entries()) {
    if (place < 0) expect(went.has(at)).toBe(true);
    else {
      expect(earlier[place]).toBe(at);
      expect(b.words[place]?.text).toBe(a.words[at]?.text);
    }
  }
  for (const [at, place] of earlier.entries()) if (place < 0) expect(came.has(at)).toBe(true);
}
