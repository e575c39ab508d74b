// Runs in a thread of its own: transforms what it is asked to, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { packError } from '../problems/index.js';
import { keepEngineCode } from './engine.js';
import { createTransformer } from './saxon-transformer.js';
import type { Reply, Request } from './thread-messages.js';
import { type StylesheetPlaces, transformerOptions } from './transformer-options.js';

let current = 0;
const reply = (message: Reply): void => parentPort?.postMessage(message);
const transformer = createTransformer(
  transformerOptions(workerData as StylesheetPlaces, {
    onMessage: (message) => reply({ id: current, message }),
    onCompile: (compiling) => reply({ id: current, compiling }),
  }),
);

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  last = last.then(() => answer(request));
});

async function answer({ id, entry, transformation }: Request): Promise<void> {
  current = id;
  try {
    if (transformation === undefined) {
      await transformer.prepare(entry);
      reply({ id, result: undefined });
    } else {
      reply({ id, result: await transformer.run(entry, transformation) });
      keepEngineCode();
    }
  } catch (error) {
    reply({ id, thrown: packError(error) });
  }
}
