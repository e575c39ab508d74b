import type { Problem } from '../problems/index.js';
import { type MarkContext, type Marked, marked } from './mark.js';

/** How many problems of one mark are recorded, by their marks, by their codes, by the files in which they lie. */
export type Recorded = Map<string, Map<string, Map<string, number>>>;

/** What was wrong with a project at some time. */
export interface Baseline {
  /** What was asked of the run that recorded it, as one text: only one that asks the same can miss what is fixed. */
  readonly asked: string;
  readonly recorded: Recorded;
}

/** Records problems. */
export function recordBaseline(
  problems: readonly Problem[],
  asked: string,
  context: MarkContext,
): Baseline {
  const recorded: Recorded = new Map();
  for (const each of marked(problems, context)) record(recorded, each);
  return { asked, recorded };
}

/** Adds a problem to what is recorded. */
export function record(recorded: Recorded, { file, code, mark }: Marked): void {
  let codes = recorded.get(file);
  if (codes === undefined) {
    codes = new Map();
    recorded.set(file, codes);
  }
  let marks = codes.get(code);
  if (marks === undefined) {
    marks = new Map();
    codes.set(code, marks);
  }
  marks.set(mark, (marks.get(mark) ?? 0) + 1);
}

/** How many problems are recorded. */
export function recordedCount({ recorded }: Baseline): number {
  let count = 0;
  for (const codes of recorded.values()) count += countOf(codes);
  return count;
}

/** How many problems of one file are recorded. */
export function countOf(codes: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  let count = 0;
  for (const marks of codes.values()) for (const times of marks.values()) count += times;
  return count;
}
