import type { Problem } from './problem.js';

/**
 * The tool could not do its work, for a reason that a person can mend: a file that is not there, a schema that is
 * not a schema, a folder that cannot be written. The command line prints one line and the help, and exits with 2.
 * Whatever else is thrown is a fault of ours.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** What to do about it, where there is something to do. */
  readonly help: string | undefined;
  /** Where in a schema, stylesheet or configuration the reason lies, when it lies in one. */
  readonly problems: readonly Problem[];

  constructor(message: string, more: { help?: string; problems?: readonly Problem[] } = {}) {
    super(message);
    this.help = more.help;
    this.problems = more.problems ?? [];
  }
}
