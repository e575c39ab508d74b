import type { Thrown } from '../problems/index.js';
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
