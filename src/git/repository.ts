import type { ChangedFile } from './changed-files.js';
import type { Hunk } from './hunks.js';

/**
 * A repository of git, its files below a folder. Paths are relative to its root, with `/` between their parts. A
 * submodule is a repository of its own: what lies in it is no file of this one.
 */
export interface Repository {
  /** Absolute path of the folder that holds the working tree. */
  readonly root: string;

  /**
   * The full hash of a commit.
   *
   * @param rev whatever git takes for one: a branch, a tag, `HEAD~2`, a hash or its beginning. `HEAD` of a repository
   *   that has no commit yet is the empty tree, in which there is no file.
   * @throws Failure when there is none of that name, with the name that is likely to be meant
   */
  revision(rev: string): string;

  /**
   * The commit at which the present one parted from a revision: the last that both have. The revision itself, where
   * the two have nothing in common.
   *
   * @param other a revision in place of the present one
   * @throws Failure when there is no such revision, or the history that was fetched does not reach back so far
   */
  mergeBase(rev: string, other?: string): string;

  /**
   * The files in which the working tree differs from a revision, staged or not, those that git does not know yet
   * included and those that it ignores not; sorted by path. A file that was renamed and changed by less than a half
   * counts as renamed.
   *
   * @param until a revision in place of the working tree
   */
  changedFiles(rev: string, until?: string): readonly ChangedFile[];

  /**
   * Which lines of a file differ from what they were at a revision, in their order.
   *
   * @param from the path that the file had there, where it was another
   */
  hunks(rev: string, path: string, from?: string): readonly Hunk[];

  /** The files below a folder (`''` for all) as they were at a revision, sorted; links and submodules left out. */
  filesAt(rev: string, folder?: string): readonly string[];

  /** What was in a file at a revision; `undefined` where there was none. */
  fileAt(rev: string, path: string): Uint8Array | undefined;

  /** The same for many files at once, in the order in which they are asked for; those that were not there left out. */
  filesContent(
    rev: string,
    paths: readonly string[],
  ): Iterable<readonly [path: string, content: Uint8Array]>;
}
