// Runs in a thread of its own: judges documents as long as there is one to claim, and sends what it found.
import { parentPort, workerData } from 'node:worker_threads';
import { packError, type Thrown } from '../problems/index.js';
import type { JudgeContext } from './choose-schemas.js';
import { Claims } from './claims.js';
import { judge, type Subject } from './judge.js';
import { judgingMeans } from './judging-means.js';
import { type PackedValues, Packer } from './packed-values.js';

/** What a thread is given. */
export interface JudgingTask {
  readonly subjects: readonly Subject[];
  readonly context: JudgeContext;
  readonly claims: SharedArrayBuffer;
}

/** What a thread says: what it found in some documents, that one failed, that there is nothing left to claim. */
export type JudgingReport =
  /** Of each document its number, what was found in it, and what is to be judged of it together with others. */
  | { readonly judged: PackedValues }
  | { readonly failed: number; readonly thrown: Thrown }
  | { readonly done: true };

/** Problems after which a thread sends what it has, and milliseconds. */
const enoughProblems = 2000;
const enoughTime = 200;

if (parentPort !== null) void run(workerData as JudgingTask);

async function run({ subjects, context, claims: memory }: JudgingTask): Promise<void> {
  const claims = new Claims(memory);
  const means = await judgingMeans(context);
  let found = new Packer();
  let isEmpty = true;
  let problems = 0;
  let sent = performance.now();
  const send = (): void => {
    if (!isEmpty) {
      const judged = found.packed;
      report({ judged }, [judged.numbers.buffer]);
    }
    found = new Packer();
    isEmpty = true;
    problems = 0;
    sent = performance.now();
  };
  for (let index = claims.next(); index !== undefined; index = claims.next()) {
    const subject = subjects[index];
    if (subject === undefined) continue;
    try {
      const { facts, ...judged } = judge(subject, context, means);
      found.add(index);
      found.add(judged);
      found.add(facts);
      isEmpty = false;
      problems += judged.problems.length;
    } catch (error) {
      claims.fail(index);
      report({ failed: index, thrown: packError(error) });
    }
    if (problems >= enoughProblems || performance.now() - sent >= enoughTime) send();
  }
  send();
  report({ done: true });
}

function report(message: JudgingReport, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
