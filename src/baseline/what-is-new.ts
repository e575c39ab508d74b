import { join, relative, resolve, sep } from 'node:path';
import type { ChangedFile, Hunk, Repository } from '../git/index.js';
import { compareProblems, type Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import type { ReadPieces } from '../report/index.js';
import { recordBaseline } from './baseline.js';
import { compareWithBaseline } from './compare-with-baseline.js';
import { marked } from './mark.js';
import { knownInSameLines, notAmong } from './same-lines.js';

/** Two versions of a project. */
export interface Versions {
  readonly project: Project;
  readonly repository: Repository;
  readonly commit: string;
  readonly changes: readonly ChangedFile[];
  /** Gives the text of a file as it is, and as it was, by the path as it is shown. */
  readonly readNow: ReadPieces;
  readonly readBefore: ReadPieces;
}

/** Parts problems of today into those that were there before and those that were not, both in their order. */
export function whatIsNew(
  now: readonly Problem[],
  old: readonly Problem[],
  versions: Versions,
): { readonly fresh: readonly Problem[]; readonly known: readonly Problem[] } {
  const { project, readNow, readBefore } = versions;
  const inProject = (file: string): string =>
    pathInProject(resolve(project.workingDirectory, file), project);
  const changed = changedPaths(versions);
  const names = namesBefore(versions);
  const unchanged = atSamePlaces(now, old, (file) => !changed.has(inProject(file)));
  const rest = unchanged.now;
  const ofNow = { read: readNow, pathOf: inProject };
  const ofOld = {
    read: readBefore,
    pathOf: (file: string) => names.get(inProject(file)) ?? inProject(file),
  };
  const baseline = recordBaseline(unchanged.old, '', ofOld);
  // Git has told which files were renamed.
  const compared = compareWithBaseline(rest, baseline, { ...ofNow, isThere: () => true });
  const there = knownInSameLines(
    [...marked(compared.fresh, ofNow)],
    compared.fresh.length === 0
      ? []
      : notAmong(marked(unchanged.old, ofOld), compared.rest.recorded),
    hunksByFile(versions),
  );
  const fresh = compared.fresh.filter((problem) => !there.has(problem));
  const isFresh = new Set(fresh);
  return { fresh, known: now.filter((problem) => !isFresh.has(problem)).sort(compareProblems) };
}

/** Leaves out what two lists say of one place of a file that has not changed. */
function atSamePlaces(
  now: readonly Problem[],
  old: readonly Problem[],
  isUnchanged: (file: string) => boolean,
): { readonly now: readonly Problem[]; readonly old: readonly Problem[] } {
  const keyOf = ({ file, line, column, code, message }: Problem): string =>
    `${line}:${column} ${code} ${file}\n${message}`;
  const files = new Map<string, boolean>();
  const mayBe = ({ file }: Problem): boolean => {
    let is = files.get(file);
    if (is === undefined) {
      is = isUnchanged(file);
      files.set(file, is);
    }
    return is;
  };
  const open = new Map<string, number>();
  for (const problem of old) {
    if (!mayBe(problem)) continue;
    const key = keyOf(problem);
    open.set(key, (open.get(key) ?? 0) + 1);
  }
  const others = now.filter((problem) => {
    if (!mayBe(problem)) return true;
    const key = keyOf(problem);
    const times = open.get(key) ?? 0;
    if (times > 0) open.set(key, times - 1);
    return times === 0;
  });
  const left = old.filter((problem) => {
    if (!mayBe(problem)) return true;
    const key = keyOf(problem);
    const times = open.get(key) ?? 0;
    if (times > 0) open.set(key, times - 1);
    return times > 0;
  });
  return { now: others, old: left };
}

/** The path by which a file is known: seen from the folder of the project. */
export function pathInProject(path: string, { root }: Project): string {
  return relative(root, path).split(sep).join('/');
}

function changedPaths({ changes, repository, project }: Versions): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ path, from }) =>
      [path, from ?? path].map((each) => pathInProject(join(repository.root, each), project)),
    ),
  );
}

/** The present paths of renamed files by those that they had. */
function namesBefore({ changes, repository, project }: Versions): ReadonlyMap<string, string> {
  const place = (path: string): string => pathInProject(join(repository.root, path), project);
  return new Map(
    changes.flatMap(({ path, from }) => (from === undefined ? [] : [[place(from), place(path)]])),
  );
}

/** The changed lines of each file, by its path in the project; asked of git once. */
function hunksByFile({
  project,
  repository,
  commit,
  changes,
}: Versions): (file: string) => readonly Hunk[] {
  const byFile = new Map(
    changes.map((change) => [pathInProject(join(repository.root, change.path), project), change]),
  );
  const known = new Map<string, readonly Hunk[]>();
  return (file) => {
    let hunks = known.get(file);
    if (hunks === undefined) {
      const change = byFile.get(file);
      const isBoth = change?.status === 'modified' || change?.status === 'renamed';
      hunks = isBoth ? repository.hunks(commit, change.path, change.from ?? change.path) : [];
      known.set(file, hunks);
    }
    return hunks;
  };
}
