import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { ChangedFile, Hunk, Repository } from '../git/index.js';
import { type EarlierDocument, type EarlierVersion, gatherFacts } from '../integrity/index.js';
import { type Project, type ProjectDocument, readDocument } from '../project/index.js';

/** Which documents of two versions of a project belong together. */
export interface DocumentPair {
  readonly change: ChangedFile;
  readonly now: ProjectDocument | undefined;
  readonly before: ProjectDocument | undefined;
  /** Whether it is among what is to be checked. */
  readonly isChecked: boolean;
  /** The path by which rules know the document. */
  readonly path: string;
  /** The path as it is shown to a person. */
  readonly file: string;
}

/**
 * The identifiers that changed documents had, each with the place where it would stand now.
 *
 * @param name what a person calls the earlier version
 * @param commit the commit that it is
 */
export function earlierIdentifiers(
  pairs: readonly DocumentPair[],
  earlier: Project | undefined,
  repository: Repository,
  name: string,
  commit: string,
): EarlierVersion {
  const documents = new Map<string, EarlierDocument>();
  for (const { change, now, before, path, file, isChecked } of pairs) {
    const identifiers = new Map<string, { element: string; place: PlaceNow }>();
    const known = before === undefined ? undefined : identifiersOf(before, earlier as Project);
    if (known !== undefined && known.size > 0) {
      const hunks =
        now === undefined || isAllThere(known.keys(), now)
          ? []
          : repository.hunks(commit, change.path, change.from ?? change.path);
      for (const [id, { element, line }] of known) {
        identifiers.set(id, { element, place: placeNow(file, lineNow(line, hunks)) });
      }
    }
    documents.set(path.split(sep).join('/'), { isChecked, isGone: now === undefined, identifiers });
  }
  return { name, documents };
}

/** Whether identifiers still stand in a file, as far as a look at its text tells: git need not be asked where. */
function isAllThere(identifiers: Iterable<string>, { path }: ProjectDocument): boolean {
  const text = readFileSync(path, 'utf8');
  return [...identifiers].every((id) => text.includes(`"${id}"`) || text.includes(`'${id}'`));
}

/** The identifiers that stand in the file of a document, none of what it includes. */
function identifiersOf(
  document: ProjectDocument,
  project: Project,
): ReadonlyMap<string, { readonly element: string; readonly line: number }> {
  const { document: tree } = readDocument(document.path, document.file, project);
  if (tree === undefined) return new Map();
  const { identifiers } = gatherFacts({ path: document.path, document: tree }, []);
  const own = [...identifiers].filter(([, { place }]) => place.file === document.file);
  return new Map(own.map(([id, { element, place }]) => [id, { element, line: place.line }]));
}

interface PlaceNow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function placeNow(file: string, line: number): PlaceNow {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** Where a line would be after changes: among those that took its place, or just where it was taken away. */
function lineNow(line: number, hunks: readonly Hunk[]): number {
  let shift = 0;
  for (const { oldStart, oldLines, newStart, newLines } of hunks) {
    if (line < oldStart) break;
    if (line < oldStart + oldLines) {
      return newStart + Math.max(0, Math.min(line - oldStart, newLines - 1));
    }
    shift += newLines - oldLines;
  }
  return line + shift;
}
