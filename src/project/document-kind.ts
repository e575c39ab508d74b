import type { XmlDocument, XmlElement } from '../xml/index.js';
import type { DocumentKind } from './project.js';

/** TEI's lists of what can be pointed to (model.listLike, att.declarable: TEI Guidelines, chapters 14 and 22). */
const lists = new Set([
  'listPlace',
  'listPerson',
  'listOrg',
  'listEvent',
  'listBibl',
  'listObject',
  'listNym',
  'listRelation',
]);

/** What may stand beside lists without being a text to be read. */
const besideLists = new Set(['head', 'desc', 'fw', 'pb', 'milestone']);

/** Divisions of a text, which are looked into. */
const divisions = new Set(['text', 'group', 'front', 'body', 'back', 'div', 'div1', 'div2']);

/**
 * Whether a document is an edition or an authority file. An authority file has nothing to read: its `standOff` and
 * the divisions of its `text`, where it has any, hold lists only, or its root is itself a list.
 */
export function documentKind(document: XmlDocument): DocumentKind {
  return holdsOnlyLists(document.root) ? 'authority' : 'edition';
}

function holdsOnlyLists(element: XmlElement): boolean {
  const { local } = element.name;
  if (lists.has(local) || local === 'standOff' || local === 'teiHeader') return true;
  if (local === 'TEI' || local === 'teiCorpus') {
    const contents = childElements(element).filter(({ name }) => name.local !== 'teiHeader');
    return contents.length > 0 && contents.every(holdsOnlyLists);
  }
  if (!divisions.has(local)) return false;
  const contents = childElements(element).filter(({ name }) => !besideLists.has(name.local));
  return contents.length > 0 && contents.every(holdsOnlyLists);
}

function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}
