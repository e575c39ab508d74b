import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unpackError } from '../problems/index.js';
import { createTransformer } from './saxon-transformer.js';
import type { Reply, Request } from './thread-messages.js';
import type {
  StylesheetEntry,
  Transformation,
  TransformationResult,
  Transformer,
} from './transformer.js';
import {
  type StylesheetPlaces,
  type TransformerListeners,
  transformerOptions,
} from './transformer-options.js';

/** Each entry has its thread, so that no stylesheet is loaded twice; on two cores, text and print share one. */
const threadOf: Readonly<Record<StylesheetEntry, number>> = { html: 0, text: 1, print: 2 };

/** Megabytes of stack: the engine calls itself for each level of nesting. */
const stack = 16;

/**
 * A transformer whose stylesheets run in threads of their own, side by side, while the calling thread goes on. Where
 * there is one processor only, or the program is not compiled, they run in the calling thread.
 */
export function createThreadedTransformer(
  places: StylesheetPlaces,
  listeners: TransformerListeners = {},
): Transformer {
  const program = fileURLToPath(new URL('./transform-thread.js', import.meta.url));
  const most = Math.min(3, availableParallelism());
  if (most < 2 || !existsSync(program)) {
    return createTransformer(transformerOptions(places, listeners));
  }
  const threads = new Map<number, TransformThread>();
  const threadFor = (entry: StylesheetEntry): TransformThread => {
    const number = Math.min(threadOf[entry], most - 1);
    let thread = threads.get(number);
    if (thread === undefined) {
      thread = new TransformThread(program, places, listeners);
      threads.set(number, thread);
    }
    return thread;
  };
  return {
    async prepare(entry) {
      await threadFor(entry).ask(entry, undefined);
    },
    async run(entry, transformation) {
      const result = await threadFor(entry).ask(entry, transformation);
      if (result === undefined) throw new Error('A thread gave no result.');
      return result;
    },
  };
}

interface Pending {
  readonly resolve: (result: TransformationResult | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** One thread and what it was asked. It keeps the process alive only while it has something to do. */
class TransformThread {
  readonly #worker: Worker;
  readonly #listeners: TransformerListeners;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;

  constructor(program: string, places: StylesheetPlaces, listeners: TransformerListeners) {
    this.#listeners = listeners;
    this.#worker = new Worker(program, {
      workerData: places,
      // Not the options of the program that uses the library: some are not for threads.
      execArgv: [],
      resourceLimits: { stackSizeMb: stack },
    });
    this.#worker.on('message', (reply: Reply) => this.#hear(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () =>
      this.#fail(new Error('A thread ended before its work was done.')),
    );
    this.#worker.unref();
  }

  ask(
    entry: StylesheetEntry,
    transformation: Transformation | undefined,
  ): Promise<TransformationResult | undefined> {
    const request: Request = { id: ++this.#asked, entry, transformation };
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  #hear(reply: Reply): void {
    if ('message' in reply) {
      this.#listeners.onMessage?.(reply.message);
      return;
    }
    if ('compiling' in reply) {
      this.#listeners.onCompile?.(reply.compiling);
      return;
    }
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('thrown' in reply) pending?.reject(unpackError(reply.thrown));
    else pending?.resolve(reply.result);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
