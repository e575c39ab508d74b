import { compareText, type Problem } from '../problems/index.js';
import { type Baseline, countOf, type Recorded, record } from './baseline.js';
import { type MarkContext, type Marked, marked } from './mark.js';

/** Problems of today beside those that a baseline records. */
export interface Compared {
  /** Those that it does not record, in their order. */
  readonly fresh: readonly Problem[];
  /** Those that it records, in their order. */
  readonly known: readonly Problem[];
  /** How many of those that it records are not there any more. */
  readonly fixed: number;
  /** What remains of it: what it records and is still there, of renamed files under their new names. */
  readonly rest: Baseline;
  /** Whether it would have to be written anew to say so. */
  readonly isOutdated: boolean;
}

/**
 * Tells problems that a baseline records from those that are new. Problems that are equal are counted: where it
 * records two and three are found, one is new. A file that was renamed is known by its problems: where at least half
 * of those of a file that it does not know are those of one that is gone, they are the same.
 *
 * @param problems sorted by file and place
 * @param isThere whether there still is a file, by the path by which it is known
 */
export function compareWithBaseline(
  problems: readonly Problem[],
  baseline: Baseline,
  context: MarkContext & { readonly isThere: (path: string) => boolean },
): Compared {
  const open = copyOf(baseline.recorded);
  const rest: Recorded = new Map();
  const known = new Set<Problem>();
  let isOutdated = false;
  const unknownFiles = new Map<string, Marked[]>();
  const settle = (some: readonly Marked[]): void => {
    const [first] = some;
    if (first === undefined) return;
    const codes = open.get(first.file);
    if (codes === undefined) unknownFiles.set(first.file, [...some]);
    else match(some, codes, rest, known);
  };
  let ofFile: Marked[] = [];
  for (const each of marked(problems, context)) {
    if (each.file !== ofFile[0]?.file) {
      settle(ofFile);
      ofFile = [];
    }
    ofFile.push(each);
  }
  settle(ofFile);
  if (unknownFiles.size > 0) {
    const gone = [...open.keys()].filter((file) => !rest.has(file) && !context.isThere(file));
    for (const [file, from] of renamed(unknownFiles, open, gone.sort(compareText))) {
      match(unknownFiles.get(file) ?? [], open.get(from) ?? new Map(), rest, known);
      isOutdated = true;
    }
  }
  const fixed = [...open.values()].reduce((count, codes) => count + countOf(codes), 0);
  return {
    fresh: problems.filter((problem) => !known.has(problem)),
    known: problems.filter((problem) => known.has(problem)),
    fixed,
    rest: { asked: baseline.asked, recorded: rest },
    isOutdated: isOutdated || fixed > 0,
  };
}

function copyOf(recorded: Recorded): Recorded {
  return new Map(
    [...recorded].map(([file, codes]) => [
      file,
      new Map([...codes].map(([code, marks]) => [code, new Map(marks)])),
    ]),
  );
}

/** What two marks have to share to be those of one problem, the surest first. */
const tests: readonly ((mark: string) => string)[] = [
  (mark) => mark,
  (mark) => mark.slice(0, -5),
  (mark) => mark.slice(0, 10),
  (mark) => mark.slice(11),
];

/**
 * Finds for problems of one file the recorded ones; what is found is taken away from `codes` and put into `rest` as it
 * was recorded.
 */
function match(
  problems: readonly Marked[],
  codes: Map<string, Map<string, number>>,
  rest: Recorded,
  known: Set<Problem>,
): void {
  let open = problems.filter(({ code }) => codes.has(code));
  for (const part of tests) {
    if (open.length === 0) return;
    const byPart = new Map<string, Map<string, string[]>>();
    for (const [code, marks] of codes) byPart.set(code, gather(marks, part));
    open = open.filter((each) => {
      const mark = byPart.get(each.code)?.get(part(each.mark))?.pop();
      if (mark === undefined) return true;
      takeOne(codes.get(each.code), mark);
      record(rest, { ...each, mark });
      known.add(each.problem);
      return false;
    });
  }
}

/** The marks by a part of them, each as often as it is recorded. */
function gather(
  marks: ReadonlyMap<string, number>,
  part: (mark: string) => string,
): Map<string, string[]> {
  const byPart = new Map<string, string[]>();
  for (const [mark, times] of marks) {
    const key = part(mark);
    const same = byPart.get(key) ?? [];
    for (let time = 0; time < times; time++) same.push(mark);
    byPart.set(key, same);
  }
  return byPart;
}

function takeOne(marks: Map<string, number> | undefined, mark: string): void {
  const times = marks?.get(mark) ?? 0;
  if (times > 1) marks?.set(mark, times - 1);
  else marks?.delete(mark);
}

/** For files that are not known the ones of other names that they were, each of which became one of them at most. */
function renamed(
  unknown: ReadonlyMap<string, readonly Marked[]>,
  recorded: Recorded,
  gone: readonly string[],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string[]>();
  for (const file of gone) {
    for (const [code, marks] of recorded.get(file) ?? []) {
      for (const mark of marks.keys()) {
        const key = `${code} ${mark}`;
        const files = holders.get(key);
        if (files === undefined) holders.set(key, [file]);
        else files.push(file);
      }
    }
  }
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const [file, problems] of unknown) {
    const shared = new Map<string, number>();
    for (const { code, mark } of problems) {
      for (const from of holders.get(`${code} ${mark}`) ?? []) {
        if (!taken.has(from)) shared.set(from, (shared.get(from) ?? 0) + 1);
      }
    }
    const [best] = [...shared].sort(([a, m], [b, n]) => n - m || compareText(a, b));
    if (best === undefined || best[1] * 2 < problems.length) continue;
    pairs.set(file, best[0]);
    taken.add(best[0]);
  }
  return pairs;
}
