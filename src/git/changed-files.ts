import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compareText } from '../problems/index.js';
import { askGit, parted } from './run-git.js';

/** What became of a file. */
export type ChangeStatus = 'added' | 'modified' | 'deleted' | 'renamed';

export interface ChangedFile {
  /** Its path now; of a deleted file, the one that it had. */
  readonly path: string;
  readonly status: ChangeStatus;
  /** The path that it had, where it was renamed. */
  readonly from?: string;
}

/** The files in which the working tree differs from a commit, sorted by path. */
export function changedFiles(root: string, commit: string): readonly ChangedFile[] {
  const untracked = untrackedFiles(root);
  const known = differences(root, commit, {});
  const changes =
    untracked.length > 0 && known.some(({ status }) => status === 'deleted')
      ? withUntracked(root, commit, untracked)
      : [...known, ...untracked.map((path) => ({ path, status: 'added' }) as const)];
  return eachPathOnce(changes);
}

/** The files in which two commits differ, sorted by path. */
export function filesChangedBetween(
  root: string,
  commit: string,
  until: string,
): readonly ChangedFile[] {
  return eachPathOnce(differences(root, commit, {}, until));
}

/** A file whose merge waits to be settled is told more than once. */
function eachPathOnce(changes: readonly ChangedFile[]): readonly ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const change of changes) {
    const other = byPath.get(change.path);
    byPath.set(
      change.path,
      other === undefined ? change : { path: change.path, status: 'modified' },
    );
  }
  return [...byPath.values()].sort((a, b) => compareText(a.path, b.path));
}

function untrackedFiles(root: string): readonly string[] {
  const words = ['ls-files', '-z', '--others', '--exclude-standard', '--full-name'];
  // A repository inside this one is told as a folder.
  return parted(askGit(root, words)).filter((path) => !path.endsWith('/'));
}

function differences(
  root: string,
  commit: string,
  variables: Readonly<Record<string, string>>,
  until?: string,
): readonly ChangedFile[] {
  const words = [
    ...['diff', '--name-status', '-z', '--no-color', '--no-ext-diff', '--no-relative'],
    ...['--find-renames=50%', '-l2000', '--ignore-submodules=all', commit],
    ...(until === undefined ? ['--'] : [until, '--']),
  ];
  return changesOf(parted(askGit(root, words, { variables })));
}

/** The changes that `git diff --name-status -z` lists. */
function changesOf(answer: readonly string[]): readonly ChangedFile[] {
  const changes: ChangedFile[] = [];
  for (let at = 0; at < answer.length; ) {
    const letter = answer[at++]?.charAt(0);
    const first = answer[at++] ?? '';
    if (letter === 'R') {
      changes.push({ path: answer[at++] ?? '', status: 'renamed', from: first });
    } else {
      const status = letter === 'A' ? 'added' : letter === 'D' ? 'deleted' : 'modified';
      changes.push({ path: first, status });
    }
  }
  return changes;
}

/**
 * The same with files that git does not know yet, any of which may be one that it misses under another name. Git
 * compares only what is in its index: a copy of the index is told of them, and whatever git writes meanwhile goes
 * into a folder that is gone afterwards.
 */
function withUntracked(
  root: string,
  commit: string,
  untracked: readonly string[],
): readonly ChangedFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
  try {
    const [index, objects] = ['index', 'objects'].map((name) =>
      resolve(root, askGit(root, ['rev-parse', '--git-path', name]).toString('utf8').trimEnd()),
    ) as [string, string];
    const copy = join(folder, 'index');
    if (existsSync(index)) copyFileSync(index, copy);
    mkdirSync(join(folder, 'objects'));
    const variables = {
      GIT_INDEX_FILE: copy,
      GIT_OBJECT_DIRECTORY: join(folder, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
    };
    const empty = askGit(root, ['hash-object', '-w', '--stdin'], { variables }).toString('utf8');
    const input = untracked.map((path) => `100644 ${empty.trim()}\t${path}\0`).join('');
    askGit(root, ['update-index', '-z', '--index-info'], { input, variables });
    return differences(root, commit, variables);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
