import { Failure } from './failure.js';
import type { Problem } from './problem.js';

/** An error as plain data, as it travels from one thread to another. */
export interface Thrown {
  readonly message: string;
  readonly failure: { help: string | undefined; problems: readonly Problem[] } | undefined;
  readonly stack: string | undefined;
}

/** An error as plain data; a `Failure` keeps its help and its problems. */
export function packError(error: unknown): Thrown {
  if (error instanceof Failure) {
    const { message, help, problems } = error;
    return { message, failure: { help, problems }, stack: undefined };
  }
  if (error instanceof Error) {
    return { message: error.message, failure: undefined, stack: error.stack };
  }
  return { message: String(error), failure: undefined, stack: undefined };
}

/** The error that was packed. */
export function unpackError({ message, failure, stack }: Thrown): Error {
  if (failure === undefined) {
    const error = new Error(message);
    if (stack !== undefined) error.stack = stack;
    return error;
  }
  const { help, problems } = failure;
  return new Failure(message, help === undefined ? { problems } : { help, problems });
}
