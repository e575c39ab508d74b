import { counted, thousands } from '../report/index.js';
import type { Progress } from '../validation/index.js';

/** Milliseconds before which nothing is said: what is over in a second needs no comment. */
const patience = 1000;
/** Milliseconds between two states that are shown. */
const interval = 100;

/** What a progress line is written to. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & {
  write(text: string): unknown;
};

/** Says on one line, which is overwritten and in the end erased, how far a validation has come. */
export class ProgressLine {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  /** @param now milliseconds since whenever */
  constructor(stream: ProgressStream, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
    this.#next = now() + patience;
  }

  readonly show = ({ judged, documents, errors }: Progress): void => {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + interval;
    const line = `${thousands(judged)} of ${counted(documents, 'document')}, ${counted(errors, 'error')}`;
    // A line that is as wide as the terminal would wrap, and what has wrapped is not erased.
    const room = (this.#stream.columns || 80) - 1;
    this.#stream.write(`\r${line.slice(0, room)}\u001b[K`);
    this.#isShown = true;
  };

  erase(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K');
    this.#isShown = false;
  }
}

/** Whether somebody sits before a stream who would see a line change: not a pipe, a log of CI or a dumb terminal. */
export function showsProgress(
  stream: Pick<ProgressStream, 'isTTY'>,
  { CI = '', TERM }: NodeJS.ProcessEnv = process.env,
): boolean {
  return stream.isTTY === true && (CI === '' || CI === 'false') && TERM !== 'dumb';
}
