import type { Problem } from '../problems/index.js';
import type { ReadPieces } from './source-lines.js';

/** What a report for another program tells besides the problems. */
export interface ReportContext {
  /** The release of imprimatur that found them. */
  readonly version: string;
  /** The documents that were checked, as problems name them. */
  readonly documents: readonly string[];
  /** Whether all that was to be checked could be: no rule of a schema was broken. */
  readonly complete: boolean;
  /** Problems that were there before, where it is known: a report that has a place for them marks them. */
  readonly known?: readonly Problem[] | undefined;
  /** Where a file lies for whoever reads the report: mostly, seen from the root of the repository. */
  readonly pathOf: (file: string) => string;
  /** Gives the text of a file, whole or in pieces, or `undefined` when it cannot be read. */
  readonly read: ReadPieces;
}

/** Problems as a text for another program, in pieces: a large corpus has more to say than fits into one string. */
export type Report = (problems: readonly Problem[], context: ReportContext) => Generator<string>;

/** What is wrong and what to do, in one line or two. */
export function wholeMessage({ message, help }: Problem, between = ' '): string {
  return help === undefined ? message : `${message}${between}${help}`;
}
