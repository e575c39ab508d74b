import type { Hunk } from '../git/index.js';
import type { Problem } from '../problems/index.js';
import { steadyMessage } from '../report/index.js';
import { type Recorded, record } from './baseline.js';
import type { Marked } from './mark.js';

/**
 * Finds for problems in lines that a change wrote anew those that were in the lines which these replaced: the same
 * message of the same code, in the same place of the change.
 *
 * @param fresh the problems of today that are not known otherwise
 * @param old the earlier ones that are known of none of today
 * @param hunksOf the changed lines of a file, by the path by which it is known
 */
export function knownInSameLines(
  fresh: readonly Marked[],
  old: readonly Marked[],
  hunksOf: (file: string) => readonly Hunk[],
): ReadonlySet<Problem> {
  const open = new Map<string, number>();
  for (const each of old) {
    const hunk = hunksOf(each.file).findIndex(({ oldStart, oldLines }) =>
      isAmong(each.problem.line, oldStart, oldLines),
    );
    if (hunk >= 0) open.set(key(each, hunk), (open.get(key(each, hunk)) ?? 0) + 1);
  }
  const known = new Set<Problem>();
  if (open.size === 0) return known;
  for (const each of fresh) {
    const hunk = hunksOf(each.file).findIndex(({ newStart, newLines }) =>
      isAmong(each.problem.line, newStart, newLines),
    );
    const times = open.get(key(each, hunk)) ?? 0;
    if (hunk < 0 || times === 0) continue;
    open.set(key(each, hunk), times - 1);
    known.add(each.problem);
  }
  return known;
}

/** Those of some problems that are not among what is recorded. */
export function notAmong(some: Iterable<Marked>, recorded: Recorded): readonly Marked[] {
  const seen: Recorded = new Map();
  const others: Marked[] = [];
  for (const each of some) {
    const { file, code, mark } = each;
    const times = recorded.get(file)?.get(code)?.get(mark) ?? 0;
    if ((seen.get(file)?.get(code)?.get(mark) ?? 0) < times) record(seen, each);
    else others.push(each);
  }
  return others;
}

function isAmong(line: number, start: number, lines: number): boolean {
  return line >= start && line < start + lines;
}

function key({ file, code, problem }: Marked, hunk: number): string {
  return JSON.stringify([file, hunk, code, steadyMessage(problem.message)]);
}
