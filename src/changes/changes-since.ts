import { join, resolve } from 'node:path';
import { type ChangedFile, openRepository, type Repository } from '../git/index.js';
import { Failure } from '../problems/index.js';
import { type Project, type ProjectDocument, shownPath } from '../project/index.js';
import { isWithin, statsOf } from '../xml/index.js';
import type { Changes } from './changes.js';
import { compareVersions } from './compare-versions.js';
import { projectPrefix, revisionVersion, type Version, workingVersion } from './versions.js';

export interface ChangesOptions {
  /**
   * What is compared, as `git diff` takes it: `REV` with the working tree, `A..B` two revisions, `A...B` the commit at
   * which B parted from A with B. Unless said, `HEAD` with the working tree.
   */
  readonly range?: string | undefined;
  /** Files and folders, relative to the working directory, to which it is confined. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * What the changes since a revision do to the edition of a project.
 *
 * @throws Failure when there is no git, no repository or no such revision
 */
export function changesSince(project: Project, options: ChangesOptions = {}): Changes {
  const repository = openRepository(project.root);
  if (repository === undefined) throw noRepository(project);
  const { from, until, names } = readRange(repository, options.range ?? 'HEAD');
  const changed = inProject(repository.changedFiles(from, until), repository, project, options);
  const touched = new Set(
    changed.flatMap(({ path, from: old = path }) =>
      [path, old].map((each) => inFolder(project, each)),
    ),
  );
  const after =
    until === undefined
      ? workingVersion(project)
      : revisionVersion(repository, until, project, names.after);
  const byPath = new Map(after.project.documents.map((document) => [document.path, document]));
  // With some paths only, other files may have changed as well.
  const sameAs = (path: string): ProjectDocument | undefined =>
    options.paths !== undefined || touched.has(path) ? undefined : byPath.get(path);
  const before = revisionVersion(repository, from, project, names.before, sameAs);
  try {
    return compareVersions(before, after, changed);
  } finally {
    for (const version of [before, after] satisfies Version[]) version.dispose();
  }
}

interface Range {
  /** Full hash of the earlier revision. */
  readonly from: string;
  /** Full hash of the later one; absent for the working tree. */
  readonly until: string | undefined;
  readonly names: { readonly before: string; readonly after: string };
}

function readRange(repository: Repository, range: string): Range {
  const found = /^(.*?)(\.{2,3})(.*)$/.exec(range);
  if (found === null) {
    const names = { before: range, after: 'the working tree' };
    return { from: repository.revision(range), until: undefined, names };
  }
  const [, left = '', dots, right = ''] = found;
  const [a, b] = [left === '' ? 'HEAD' : left, right === '' ? 'HEAD' : right];
  const isMergeBase = dots === '...';
  const from = isMergeBase ? repository.mergeBase(a, b) : repository.revision(a);
  const before = isMergeBase ? `where ${b} parted from ${a}` : a;
  return { from, until: repository.revision(b), names: { before, after: b } };
}

/** The changed files of the project, by their paths relative to it. */
function inProject(
  all: readonly ChangedFile[],
  repository: Repository,
  project: Project,
  { paths }: ChangesOptions,
): ChangedFile[] {
  const prefix = projectPrefix(repository, project);
  const below = prefix === '' ? '' : `${prefix}/`;
  const chosen = paths?.map((path) => resolve(project.workingDirectory, path));
  const isWanted = (path: string): boolean =>
    chosen === undefined || chosen.some((each) => isWithin(inFolder(project, path), each));
  const found: ChangedFile[] = [];
  for (const change of all) {
    const path = within(change.path, below);
    const from = change.from === undefined ? undefined : within(change.from, below);
    // What was moved into the project, or out of it, came or went.
    if (path !== undefined && change.status === 'renamed' && from === undefined) {
      found.push({ path, status: 'added' });
    } else if (path === undefined && from !== undefined)
      found.push({ path: from, status: 'deleted' });
    else if (path !== undefined) {
      found.push(
        from === undefined
          ? { path, status: change.status }
          : { path, status: change.status, from },
      );
    }
  }
  const wanted = found.filter(({ path, from = path }) => isWanted(path) || isWanted(from));
  for (const each of chosen ?? []) {
    const isTouched = wanted.some(({ path, from = path }) =>
      [path, from].some((touched) => isWithin(inFolder(project, touched), each)),
    );
    if (!isTouched && statsOf(each) === undefined) throw noSuchPath(project, each);
  }
  return wanted;
}

function noSuchPath(project: Project, path: string): Failure {
  const shown = shownPath(path, project.workingDirectory);
  return new Failure(`There is no file or folder ${shown}, and none was changed or removed.`, {
    help: 'Check the path and its capitals.',
  });
}

function within(path: string, below: string): string | undefined {
  return path.startsWith(below) ? path.slice(below.length) : undefined;
}

function inFolder(project: Project, path: string): string {
  return join(project.root, ...path.split('/'));
}

function noRepository(project: Project): Failure {
  const shown = shownPath(project.root, project.workingDirectory);
  return new Failure(
    `${shown === '.' ? 'This folder' : shown} is in no git repository: there is no earlier version to compare with.`,
    { help: 'Keep the edition in one: `git init`, `git add --all`, `git commit`.' },
  );
}
