import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { Failure } from '../problems/index.js';
import { changedFiles, filesChangedBetween } from './changed-files.js';
import { hunks } from './hunks.js';
import type { Repository } from './repository.js';
import { mergeBase, revision } from './revision.js';
import { gitFailed, runGit } from './run-git.js';
import { filesAt, filesContent } from './tree.js';

/**
 * The repository whose working tree a folder lies in.
 *
 * @param folder a path of a folder that is there
 * @returns `undefined` where the folder belongs to no repository, or to one without a working tree
 * @throws Failure when there is no git on the PATH, or git does not trust the owner of the folder
 */
export function openRepository(folder: string): Repository | undefined {
  const root = rootOf(resolve(folder));
  if (root === undefined) return undefined;
  return {
    root,
    revision: (rev) => revision(root, rev),
    mergeBase: (rev, other) => mergeBase(root, rev, other),
    changedFiles: (rev, until) =>
      until === undefined
        ? changedFiles(root, revision(root, rev))
        : filesChangedBetween(root, revision(root, rev), revision(root, until)),
    hunks: (rev, path, from = path) => hunks(root, revision(root, rev), path, from),
    filesAt: (rev, below = '') => filesAt(root, revision(root, rev), below),
    fileAt: (rev, path) => {
      for (const [, content] of filesContent(root, revision(root, rev), [path])) return content;
      return undefined;
    },
    filesContent: (rev, paths) => filesContent(root, revision(root, rev), paths),
  };
}

function rootOf(folder: string): string | undefined {
  const { status, output, complaint } = runGit(folder, [
    'rev-parse',
    '--show-prefix',
    '--show-toplevel',
  ]);
  if (status !== 0) {
    if (complaint.includes('dubious ownership')) throw notTrusted(folder);
    if (/not a git repository|must be run in a work tree/.test(complaint)) return undefined;
    throw gitFailed(complaint);
  }
  const answer = output.toString('utf8').replace(/\n$/, '');
  const between = answer.indexOf('\n');
  const prefix = answer.slice(0, between).replace(/\/$/, '');
  const top = resolve(answer.slice(between + 1));
  return asNamed(folder, prefix) ?? top;
}

/**
 * The root by the path under which the folder was named: git follows links before it answers, and the paths of the
 * project's files do not.
 */
function asNamed(folder: string, prefix: string): string | undefined {
  if (prefix === '') return folder;
  const below = sep + prefix.split('/').join(sep);
  if (!folder.endsWith(below)) return undefined;
  const root = folder.slice(0, -below.length);
  return realpathSync(folder) === realpathSync(root) + below ? root : undefined;
}

function notTrusted(folder: string): Failure {
  return new Failure(
    'git does not open the repository, since its folder belongs to another user of this machine.',
    {
      help: `In a container that is common. Say that it is to be trusted: git config --global --add safe.directory ${folder}`,
    },
  );
}
