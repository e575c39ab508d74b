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
  /** The schemas by which they were judged, as they are shown. */
  readonly schemas: readonly string[];
  /** Whether they were judged by the rules of `integrity/`, too. */
  readonly checksIntegrity: boolean;
  /** Those of the documents for which there is no schema. */
  readonly withoutSchema: readonly string[];
  /** Whether errors alone are told: warnings and remarks may have been found. */
  readonly errorsOnly: boolean;
  /** What else a person should know of the run, a sentence or two each. */
  readonly notes: readonly string[];
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
