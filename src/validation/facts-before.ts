import type { DocumentFacts, FactsOfProject } from '../integrity/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { IntegrityReader } from './integrity-reader.js';

/** What an earlier version of a project had in place of what is there now; paths with `/` between their parts. */
export interface EarlierDocuments {
  /** Documents as they were, by the paths where they lay; `undefined` for one that was not well-formed. */
  readonly trees: ReadonlyMap<string, XmlDocument | undefined>;
  /** The files that were not there yet. */
  readonly absent: ReadonlySet<string>;
  /** The files that are not there any more. */
  readonly gone: ReadonlySet<string>;
}

/** The facts of a project as they were: those of documents that have not changed are those of today. */
export function factsBefore(
  now: FactsOfProject,
  { trees, absent, gone }: EarlierDocuments,
  isWhole: boolean,
  reader: IntegrityReader,
): FactsOfProject {
  const were = new Map<string, DocumentFacts | undefined>();
  for (const [path, tree] of trees) {
    were.set(path, tree === undefined ? undefined : reader.read(tree, path));
  }
  const isOfToday = (path: string): boolean => !were.has(path) && !absent.has(path);
  const facts = (path: string): DocumentFacts | undefined =>
    isOfToday(path) ? now.document(path) : were.get(path);
  return {
    subjects: [
      ...now.subjects.filter(({ path }) => isOfToday(path)),
      ...[...were.values()].filter((each) => each !== undefined),
    ],
    paths: [
      ...now.paths.filter(isOfToday),
      ...[...were].flatMap(([path, each]) => (each === undefined ? [] : [path])),
    ],
    isWhole: isWhole && ![...were.values()].includes(undefined),
    document: facts,
    identifiers: (path) =>
      isOfToday(path) ? now.identifiers(path) : (were.get(path)?.identifiers.keys() ?? []),
    fileExists: (path) =>
      !absent.has(path) && (were.has(path) || gone.has(path) || now.fileExists(path)),
    web: now.web,
  };
}
