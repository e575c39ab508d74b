import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
    test(`of the telegram: ${name}`, () => tellsEach(name, [telegram], 40));
    test.skipIf(letters.length === 0)(`of the letters: ${name}`, () =>
      tellsEach(name, letters, 40),
    );
  }
});

test('a document compared with itself has no change', () => {
  for (const text of [telegram, ...letters]) expect(kindsOf(told(text, text))).toEqual({});
});
