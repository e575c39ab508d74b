import { dirname, resolve } from 'node:path';
import { descendants } from '../xml/index.js';
import type { Project, ProjectDocument } from './project.js';

/**
 * The other documents of a project that a document points into: those that a token of some attribute's value leads
 * to, taken as an address relative to the document (TEI Guidelines, section 1.3.1.1.2, `teidata.pointer`). What no
 * document answers to is no pointer between them.
 *
 * @returns the documents, sorted by path
 */
export function pointedDocuments(
  document: ProjectDocument,
  project: Project,
): readonly ProjectDocument[] {
  if (document.tree === undefined) return [];
  const addresses = new Set<string>();
  for (const { attributes } of descendants(document.tree)) {
    for (const { value } of attributes) {
      if (!value.includes('.')) continue;
      for (const token of value.split(/[ \t\r\n]+/)) {
        const address = token.split('#', 1)[0] ?? '';
        if (address !== '') addresses.add(address);
      }
    }
  }
  const folder = dirname(document.path);
  const paths = new Set([...addresses].map((address) => resolve(folder, decoded(address))));
  return project.documents.filter(({ path }) => path !== document.path && paths.has(path));
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
