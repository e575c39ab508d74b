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
  const mutate = mutations[name] as (typeof mutations)[string];
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (which, choice) => {
      const before = sources[which % sources.length] as string;
      const mutation = mutate(before, choice);
      if (mutation === undefined || mutation.text === before) return;
      const t = told(before, mutation.text);
      if (process.env.DBG && JSON.stringify(kindsOf(t)) !== JSON.stringify(mutation.expected))
        console.log(JSON.stringify(t, null, 1).slice(0, 3000));
      expect(kindsOf(t)).toEqual(mutation.expected);
    }),
    { numRuns: runs },
  );
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
