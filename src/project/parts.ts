import { resolve } from 'node:path';
import type { XmlElement } from '../xml/index.js';
import type { Project, ProjectDocument } from './project.js';

/** Whether an element can be no more than a part of a document, when it is the root of a file. */
export function isFragment({ name }: XmlElement): boolean {
  return name.local !== 'TEI' && name.local !== 'teiCorpus';
}

const parts = new WeakMap<Project, ReadonlySet<ProjectDocument>>();

/**
 * The files of a project that are no documents of their own but parts: another document includes them (XInclude), and
 * their root is neither `TEI` nor `teiCorpus`. They are judged and published where they are included. Reads all
 * documents.
 */
export function partsOf(project: Project): ReadonlySet<ProjectDocument> {
  let known = parts.get(project);
  if (known === undefined) {
    const included = new Set(project.documents.flatMap((document) => document.included));
    known = new Set(
      project.documents.filter(
        ({ path, tree }) => included.has(path) && (tree === undefined || isFragment(tree.root)),
      ),
    );
    parts.set(project, known);
  }
  return known;
}

/** Paths as a person names them, with those of parts replaced by those of the documents that include them. */
export function pathsOfWholes(project: Project, paths: readonly string[]): readonly string[] {
  const ofParts = new Set([...partsOf(project)].map(({ path }) => path));
  return paths.flatMap((named) => {
    const path = resolve(project.workingDirectory, named);
    if (!ofParts.has(path)) return [named];
    const wholes = project.documents.filter(
      (document) => document.included.includes(path) && !ofParts.has(document.path),
    );
    return wholes.length === 0 ? [named] : wholes.map((document) => document.path);
  });
}
