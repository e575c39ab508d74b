import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentFacts } from '../integrity/index.js';
import { Failure, unpackError } from '../problems/index.js';
import type { Judged, KeptJudgement } from './judged.js';
import type { JudgingReport, JudgingTask } from './judging-thread.js';
import { Unpacker } from './packed-values.js';
import type { SharedStrings } from './shared-strings.js';

const program = fileURLToPath(new URL('./judging-thread.js', import.meta.url));

/** Whether there can be threads: they run the compiled program. */
export function canJudgeInThreads(): boolean {
  return existsSync(program);
}

/** A judged document with its number among all that are judged. */
export interface NumberedJudgement {
  readonly index: number;
  readonly judged: KeptJudgement;
}

/** Who hears what threads find. */
export interface JudgingListener {
  judged(judgements: readonly NumberedJudgement[]): void;
  failed(index: number, error: Error): void;
}

/** Threads that judge documents beside the calling one, until there is none left to claim. */
export class JudgingThreads {
  readonly #workers: readonly Worker[];
  readonly #ends: readonly Promise<void>[];

  /**
   * @param count how many threads, the calling one not counted
   * @param file what they run
   */
  constructor(
    count: number,
    task: JudgingTask,
    strings: SharedStrings,
    listener: JudgingListener,
    file = program,
  ) {
    this.#workers = Array.from(
      { length: count },
      // Not the options of the program that uses the library: some are not for threads.
      () => new Worker(file, { workerData: task, execArgv: [] }),
    );
    this.#ends = this.#workers.map((worker) => endOf(worker, strings, listener));
    // Whoever waits for the end hears of it; until then it is not unheard.
    for (const end of this.#ends) end.catch(() => {});
  }

  /** @throws Failure when a thread ended before its work was done */
  async end(): Promise<void> {
    try {
      await Promise.all(this.#ends);
    } finally {
      await Promise.all(this.#workers.map((worker) => worker.terminate()));
    }
  }
}

function endOf(worker: Worker, strings: SharedStrings, listener: JudgingListener): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (report: JudgingReport) => {
      if ('judged' in report) listener.judged(judgementsIn(new Unpacker(report.judged, strings)));
      else if ('failed' in report) listener.failed(report.failed, unpackError(report.thrown));
      else resolve();
    });
    worker.on('error', (error) => reject(threadFailure(error)));
    worker.on('exit', (code) => reject(threadFailure(new Error(`it ended with code ${code}`))));
  });
}

function judgementsIn(unpacker: Unpacker): NumberedJudgement[] {
  const judgements: NumberedJudgement[] = [];
  while (!unpacker.isDone) {
    const index = unpacker.next() as number;
    const judged = unpacker.next() as Judged;
    const facts = unpacker.later() as () => DocumentFacts | undefined;
    judgements.push({ index, judged: { ...judged, facts } });
  }
  return judgements;
}

function threadFailure(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new Failure('There is not enough memory to judge so many documents at once.', {
      help: 'Say --jobs 1, or give Node more memory: NODE_OPTIONS=--max-old-space-size=8192.',
    });
  }
  return new Failure(`A thread that judged documents broke down: ${error.message}.`, {
    help: 'Say --jobs 1: then no threads are used.',
  });
}
