import { afterEach, expect, test, vi } from 'vitest';
import { Failure } from '../problems/index.js';
import { reportThrown } from './ending.js';

let said = '';
vi.spyOn(process.stderr, 'write').mockImplementation((text, ...more) => {
  said += String(text);
  const done = more.find((each) => typeof each === 'function');
  done?.();
  return true;
});
afterEach(() => {
  said = '';
  vi.unstubAllEnvs();
});

test('a failure is told by its line and its help', async () => {
  const failure = new Failure('There is no folder tei/ here.', { help: 'Make one.' });
  expect(await reportThrown(failure)).toBe(2);
  expect(said).toBe('error: There is no folder tei/ here.\nhelp: Make one.\n');
});

test('a fault of ours is told as one, without a stack', async () => {
  vi.stubEnv('IMPRIMATUR_DEBUG', '');
  expect(await reportThrown(new TypeError('x is undefined\nsecond line'))).toBe(2);
  expect(said).toMatch(
    /^error: imprimatur itself failed, your sources are not to blame: x is undefined\nhelp: /,
  );
  expect(said).not.toMatch(/ {4}at |second line/);
});

test('with IMPRIMATUR_DEBUG the stack is shown', async () => {
  vi.stubEnv('IMPRIMATUR_DEBUG', '1');
  await reportThrown(new TypeError('x is undefined'));
  expect(said).toContain('    at ');
});
