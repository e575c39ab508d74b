import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { ChangedFile } from '../git/index.js';
import { mayInclude, type Project, type ProjectDocument } from '../project/index.js';
import { statsOf } from '../xml/index.js';

/** What decides how documents are judged, wherever it lies. */
const decisive =
  /\.(?:rng|rnc|xsd|dtd|ent|mod|sch|odd)$|(?:^|\/)(?:catalog\.xml|imprimatur\.config\.json)$/;

/** Folders of a project in which every file is part of a schema. */
const ofSchemas = /^(?:schemas|\.imprimatur\/schemas)\//;

/**
 * The documents that a change touches: those that changed, those that are made of something that changed, and all,
 * where a schema, a catalog or the configuration did. What only points at a changed document is none of them: that is
 * for the rules that look at the project as a whole.
 *
 * @param documents those that are to be judged
 * @param changes with paths relative to `top`
 */
export function touchedDocuments(
  documents: readonly ProjectDocument[],
  project: Project,
  changes: readonly ChangedFile[],
  top: string,
): readonly ProjectDocument[] {
  const paths = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  const isDecisive = (path: string): boolean =>
    decisive.test(path) ||
    ofSchemas.test(relative(project.root, join(top, path)).split(sep).join('/'));
  if (paths.some(isDecisive)) return documents;
  const changed = new Set(paths.map((path) => join(top, ...path.split('/'))));
  // What is gone cannot be told any more from what never was: it is looked for by its name.
  const gone = [...changed]
    .filter((path) => statsOf(path) === undefined)
    .map((path) => basename(path));
  return documents.filter((document) => {
    if (changed.has(document.path)) return true;
    const text = textOf(document.path);
    if (!mayInclude(text)) return false;
    return (
      document.included.some((path) => changed.has(path)) ||
      gone.some((name) => text.includes(name))
    );
  });
}

/** Files and folders that lie in a project and have nothing to do with whether its sources are right. */
const besides =
  /^(?:xslt|dist|node_modules|\.(?!imprimatur\/schemas\/)[^/]+)\/|(?:^|\/)(?:package(?:-lock)?\.json|\.[^/]+)$|\.(?:md|xsl|css|js|ts|ya?ml)$/;

/** Whether a change can make no difference to what is right and wrong in a project. */
export function isBesideTheProject(
  { root }: Project,
  changes: readonly ChangedFile[],
  top: string,
): boolean {
  const paths = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  return paths.every((path) => {
    const inProject = relative(root, join(top, path)).split(sep).join('/');
    return inProject.startsWith('../') || besides.test(inProject);
  });
}

/** The text as far as it tells what is included: addresses and namespaces are in ASCII. */
function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    // UTF-16 has each second byte zero.
    return bytes.toString('latin1').replaceAll('\0', '');
  } catch {
    return '';
  }
}
