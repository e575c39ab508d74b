import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { Claims } from './claims.js';
import { JudgingThreads } from './judging-threads.js';
import { SharedStrings } from './shared-strings.js';

/** Waits for two threads that run a program. */
async function endOf(program: string): Promise<void> {
  const file = join(temporaryFolder({ 'thread.mjs': program }), 'thread.mjs');
  const context = {
    root: '/',
    workingDirectory: '/',
    given: undefined,
    configuration: { externalEntities: [], rules: {} },
    ofProject: [],
    engine: 'imprimatur' as const,
    phase: undefined,
    integrity: false,
    online: false,
    languages: ['relaxng' as const],
    cacheFolder: '/',
  };
  const task = { subjects: [], context, claims: Claims.of([]).memory };
  const listener = { judged: () => {}, failed: () => {} };
  await new JudgingThreads(2, task, new SharedStrings(), listener, file).end();
}

test('threads end when each has said that it is done', async () => {
  await endOf(`import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ done: true });`);
});

test.each([
  ['ends without a word', '', 'A thread that judged documents broke down: it ended with code 0.'],
  ['leaves', 'process.exit(3)', 'broke down: it ended with code 3.'],
  ['fails', 'throw new Error("no such thing")', 'broke down: no such thing.'],
  [
    'has no memory left',
    'throw Object.assign(new Error("out"), { code: "ERR_WORKER_OUT_OF_MEMORY" })',
    'There is not enough memory to judge so many documents at once.',
  ],
])('a thread that %s is a failure, and nobody waits for it', async (_, program, message) => {
  await expect(endOf(program)).rejects.toMatchObject({
    name: 'Failure',
    message: expect.stringContaining(message),
    help: expect.stringContaining('--jobs 1'),
  });
});
