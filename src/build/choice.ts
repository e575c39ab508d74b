import { type EditionName, editionNames } from '../editions/index.js';
import { Failure, nearest } from '../problems/index.js';
import { type Project, type ProjectDocument, pointedDocuments } from '../project/index.js';
import { chooseDocuments } from '../validation/index.js';

/**
 * The editions of the names, in their own order; all when nothing is said.
 *
 * @throws Failure when there is no edition of a name
 */
export function chooseEditions(only: readonly string[] | undefined): readonly EditionName[] {
  for (const name of only ?? []) {
    if (editionNames.some((known) => known === name)) continue;
    const meant = nearest(name, editionNames);
    throw new Failure(`There is no edition "${name}".`, {
      help: `${meant === undefined ? '' : `Did you mean ${meant}? `}The editions are html, text and print.`,
    });
  }
  return editionNames.filter((name) => only === undefined || only.includes(name));
}

/**
 * The edition documents among those that paths name, and those that point into the authority files among them.
 *
 * @throws Failure when that is none
 */
export function chooseForPublication(
  project: Project,
  paths: readonly string[] | undefined,
): readonly ProjectDocument[] {
  const named = new Set(chooseDocuments(project, paths));
  const editions = project.documents.filter(({ kind }) => kind === 'edition');
  if (editions.length === 0) {
    throw new Failure('There is nothing to publish: the sources hold lists only, no text.', {
      help: 'A document with a text to be read, beside the authority files, becomes an edition.',
    });
  }
  const chosen = editions.filter(
    (document) =>
      named.has(document) || pointedDocuments(document, project).some((each) => named.has(each)),
  );
  if (chosen.length === 0) {
    throw new Failure(
      'There is nothing to publish: no document points into the files that were named.',
    );
  }
  return chosen;
}
