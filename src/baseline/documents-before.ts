import { join } from 'node:path';
import type { ChangedFile, Repository } from '../git/index.js';
import type { Problem } from '../problems/index.js';
import { isFragment, type Project, readDocument } from '../project/index.js';
import { type EarlierDocuments, slashed } from '../validation/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { EarlierFolder } from './earlier-folder.js';

/** Changed documents as they were, and what kept them from being well-formed. */
export interface DocumentsBefore extends EarlierDocuments {
  readonly problems: readonly Problem[];
}

/**
 * Reads documents as they were, for the rules that judge them with all that have not changed.
 *
 * @param paths where the documents that were touched, or are gone, lie in the temporary folder
 */
export function documentsBefore(
  paths: readonly string[],
  earlier: Project,
  folder: EarlierFolder,
  changes: readonly ChangedFile[],
  { root }: Repository,
): DocumentsBefore {
  const wanted = new Set(paths);
  const read = earlier.documents
    .filter(({ path }) => wanted.has(path))
    .map(({ path, file }) => ({ path, ...readDocument(path, file, earlier) }));
  const included = new Set(read.flatMap((each) => each.included));
  const trees = new Map<string, XmlDocument | undefined>();
  for (const { path, document } of read) {
    // A part was judged where it was included.
    const isPart = included.has(path) && (document === undefined || isFragment(document.root));
    if (!isPart) trees.set(slashed(folder.placeOf(path)), document);
  }
  const place = (path: string): string => slashed(join(root, path));
  return {
    trees,
    problems: read.flatMap(({ problems }) => problems),
    absent: new Set(
      changes
        .filter(({ status }) => status === 'added' || status === 'renamed')
        .map(({ path }) => place(path)),
    ),
    gone: new Set(
      changes.flatMap(({ path, status, from }) =>
        status === 'deleted' ? [place(path)] : from === undefined ? [] : [place(from)],
      ),
    ),
  };
}
