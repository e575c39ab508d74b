import { Failure, type Problem } from '../problems/index.js';
import type { StylesheetEntry, Transformation, TransformationResult } from './transformer.js';
import type { StylesheetMessage } from './transformer-options.js';

/** What a thread is asked to do; without a transformation, to get ready for one. */
export interface Request {
  readonly id: number;
  readonly entry: StylesheetEntry;
  readonly transformation: Transformation | undefined;
}

/** What a thread answers: what goes on, and in the end a result or what went wrong. */
export type Reply =
  | { readonly id: number; readonly compiling: string }
  | { readonly id: number; readonly message: StylesheetMessage }
  | { readonly id: number; readonly result: TransformationResult | undefined }
  | { readonly id: number; readonly thrown: Thrown };

/** An error as plain data. */
export interface Thrown {
  readonly message: string;
  readonly failure: { help: string | undefined; problems: readonly Problem[] } | undefined;
  readonly stack: string | undefined;
}

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

export function unpackError({ message, failure, stack }: Thrown): Error {
  if (failure === undefined) {
    const error = new Error(message);
    if (stack !== undefined) error.stack = stack;
    return error;
  }
  const { help, problems } = failure;
  return new Failure(message, help === undefined ? { problems } : { help, problems });
}
