import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { loadWithKeptCode } from './kept-code.js';

const text = 'exports.answer = () => require("six") * 7; exports.where = __dirname;';

function load(folder: string) {
  return loadWithKeptCode(join(folder, 'module.js'), 'module-1.0', () => 6, join(folder, 'kept'));
}

function answerOf({ exports }: { exports: unknown }): number {
  return (exports as { answer(): number }).answer();
}

function keptFile(folder: string): string {
  const [name = '', ...more] = readdirSync(join(folder, 'kept'));
  expect(more).toEqual([]);
  expect(name).toMatch(/^module-1\.0\.[0-9a-f]+\.code$/);
  return join(folder, 'kept', name);
}

test('a module is loaded the same with kept code and without', () => {
  const folder = temporaryFolder({ 'module.js': text });
  const first = load(folder);
  expect(answerOf(first)).toBe(42);
  expect((first.exports as { where: string }).where).toBe(folder);
  first.keepCode();
  const kept = readFileSync(keptFile(folder));
  const second = load(folder);
  expect(answerOf(second)).toBe(42);
  second.keepCode();
  expect(readFileSync(keptFile(folder))).toEqual(kept);
});

test.each([
  ['cut short', (kept: Buffer) => kept.subarray(0, kept.length - 10)],
  [
    'changed',
    (kept: Buffer) => Buffer.concat([kept.subarray(0, 100), Buffer.from('x'), kept.subarray(101)]),
  ],
  ['empty', () => Buffer.alloc(0)],
])('code that is %s is not used, and is replaced', (_, damage) => {
  const folder = temporaryFolder({ 'module.js': text });
  load(folder).keepCode();
  const path = keptFile(folder);
  const damaged = damage(readFileSync(path));
  writeFileSync(path, damaged);
  const loaded = load(folder);
  expect(answerOf(loaded)).toBe(42);
  loaded.keepCode();
  expect(readFileSync(keptFile(folder))).not.toEqual(damaged);
});

test('where nothing can be kept, the module is loaded all the same', () => {
  const folder = temporaryFolder({ 'module.js': text, kept: 'a file is in the way' });
  const loaded = load(folder);
  expect(answerOf(loaded)).toBe(42);
  expect(() => loaded.keepCode()).not.toThrow();
});
