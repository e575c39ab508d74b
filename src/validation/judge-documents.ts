import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../problems/index.js';
import type { ProjectDocument } from '../project/index.js';
import { statsOf } from '../xml/index.js';
import type { JudgeContext } from './choose-schemas.js';
import { Claims } from './claims.js';
import { judge, judgeTree } from './judge.js';
import { judgeByLibxml } from './judge-by-libxml.js';
import type { KeptJudgement } from './judged.js';
import { type JudgingMeans, judgingMeans } from './judging-means.js';
import type { JudgingTask } from './judging-thread.js';
import { canJudgeInThreads, JudgingThreads, type NumberedJudgement } from './judging-threads.js';
import { PackedStore } from './packed-store.js';

/** How far the judging of documents has come. */
export interface Progress {
  /** Documents that have been judged. */
  readonly judged: number;
  /** Documents that are to be judged. */
  readonly documents: number;
  /** Errors found so far. */
  readonly errors: number;
}

export interface JudgingOptions {
  /** How many threads judge, the calling one counted; as many as there are processors, where it pays, unless said. */
  readonly jobs?: number | undefined;
  /** Hears now and then how far it has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Bytes of sources from which on it pays to start threads, each of which loads the program and the schemas anew. */
const worthThreads = 1_000_000;

/** Milliseconds after which this thread looks at what the others have sent, and lets the rest of the program go on. */
const pause = 50;

/**
 * Judges documents, each by itself, side by side in threads where it pays.
 *
 * @returns what was found in each, in the order of the documents, whoever judged them
 * @throws Failure when a document cannot be read or a schema is not correct: of several, that of the first document
 */
export async function judgeDocuments(
  documents: readonly ProjectDocument[],
  context: JudgeContext,
  options: JudgingOptions,
): Promise<readonly KeptJudgement[]> {
  const judging = new Judging(documents, await judgingMeans(context), options.onProgress);
  const subjects = documents.map(({ path, file }) => ({ path, file, size: sizeOf(path) }));
  const sizes = subjects.map(({ size }) => size);
  const claims = Claims.of(sizes);
  const count = threadsFor(sizes, options.jobs);
  const task = { subjects, context, claims: claims.memory };
  const threads =
    count > 1 ? new JudgingThreads(count - 1, task, judging.means.strings, judging) : undefined;
  try {
    await judgeHere(documents, task, claims, judging);
  } finally {
    await threads?.end();
  }
  return judgeByLibxml(documents, judging.result, context);
}

/** Judges in this thread as long as there is a document to claim. */
async function judgeHere(
  documents: readonly ProjectDocument[],
  { subjects, context }: JudgingTask,
  claims: Claims,
  judging: Judging,
): Promise<void> {
  const store = new PackedStore(judging.means.strings);
  let since = performance.now();
  for (let index = claims.next(); index !== undefined; index = claims.next()) {
    const document = documents[index];
    const subject = subjects[index];
    if (document === undefined || subject === undefined) continue;
    try {
      const { facts, ...judged } = document.isRead
        ? judgeTree(document, context, judging.means)
        : judge(subject, context, judging.means);
      const kept = store.add(facts) as KeptJudgement['facts'];
      judging.judged([{ index, judged: { ...judged, facts: kept } }]);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      claims.fail(index);
      judging.failed(index, error);
    }
    if (performance.now() - since < pause) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** What has been found, by whomever. */
class Judging {
  readonly #found: (KeptJudgement | undefined)[];
  readonly #onProgress: JudgingOptions['onProgress'];
  #failure: { readonly index: number; readonly error: Error } | undefined;
  #judged = 0;
  #errors = 0;

  constructor(
    documents: readonly unknown[],
    readonly means: JudgingMeans,
    onProgress: JudgingOptions['onProgress'],
  ) {
    this.#found = documents.map(() => undefined);
    this.#onProgress = onProgress;
  }

  judged(judgements: readonly NumberedJudgement[]): void {
    for (const { index, judged } of judgements) {
      this.#found[index] = judged;
      this.#judged++;
      for (const { severity } of judged.problems) if (severity === 'error') this.#errors++;
    }
    this.#onProgress?.({
      judged: this.#judged,
      documents: this.#found.length,
      errors: this.#errors,
    });
  }

  failed(index: number, error: Error): void {
    if (this.#failure === undefined || index < this.#failure.index)
      this.#failure = { index, error };
  }

  /** @throws the failure of the first document that failed */
  get result(): readonly KeptJudgement[] {
    if (this.#failure !== undefined) throw this.#failure.error;
    return this.#found.map((judged) => {
      if (judged === undefined) throw new Error('A document was not judged.');
      return judged;
    });
  }
}

/** Threads beyond these would only wait for a processor, each with a schema in memory. */
const mostThreads = Math.max(8, 2 * availableParallelism());

function threadsFor(sizes: readonly number[], jobs: number | undefined): number {
  if (!canJudgeInThreads()) return 1;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = jobs ?? (total >= worthThreads ? availableParallelism() : 1);
  return Math.min(wanted, sizes.length, mostThreads);
}

/** Bytes of a file; what cannot be read is told when it is read. */
function sizeOf(path: string): number {
  return statsOf(path)?.size ?? 0;
}
