import { dirname, resolve } from 'node:path';
import { attribute, descendants, type XmlElement } from '../xml/index.js';
import type { Project, ProjectDocument } from './project.js';

/**
 * The other documents of a project that a document points into: those that a token of some attribute's value leads
 * to, taken as an address relative to the document, or to what `xml:base` says (TEI Guidelines, section 1.3.1.1.2,
 * `teidata.pointer`). What no document answers to is no pointer between them.
 *
 * @returns the documents, sorted by path
 */
export function pointedDocuments(
  document: ProjectDocument,
  project: Project,
): readonly ProjectDocument[] {
  if (document.tree === undefined) return [];
  const hasBases = document.included.length > 0 || document.source.text.includes('xml:base');
  const addresses = new Map<string, Set<string>>();
  for (const element of descendants(document.tree)) {
    let ofBase: Set<string> | undefined;
    for (const { value } of element.attributes) {
      if (!value.includes('.')) continue;
      ofBase ??= entry(addresses, hasBases ? basesOf(element) : '');
      for (const token of value.split(/[ \t\r\n]+/)) {
        const address = token.split('#', 1)[0] ?? '';
        if (address !== '') ofBase.add(address);
      }
    }
  }
  const paths = new Set<string>();
  for (const [bases, found] of addresses) {
    const base = bases.split(' ').reduce(pathFrom, document.path);
    for (const address of found) paths.add(pathFrom(base, address));
  }
  return project.documents.filter(({ path }) => path !== document.path && paths.has(path));
}

/** The path of what an address means in a file; the file itself for an empty one. */
function pathFrom(path: string, address: string): string {
  if (address === '') return path;
  // What is relative to a folder is relative to any file in it.
  return resolve(dirname(path), decoded(address), address.endsWith('/') ? '_' : '');
}

/** The `xml:base`s of an element and its ancestors (XML Base, section 4), outermost first, with spaces between them. */
function basesOf(element: XmlElement): string {
  const bases: string[] = [];
  let at: XmlElement['parent'] = element;
  while (at.kind === 'element') {
    const base = attribute(at, 'xml:base')?.value;
    if (base !== undefined) bases.unshift(base.replaceAll(' ', '%20'));
    at = at.parent;
  }
  return bases.join(' ');
}

function entry(map: Map<string, Set<string>>, key: string): Set<string> {
  let found = map.get(key);
  if (found === undefined) {
    found = new Set();
    map.set(key, found);
  }
  return found;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
