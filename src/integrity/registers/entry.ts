import { attribute, type XmlElement } from '../../xml/index.js';
import { nameElements } from './name-elements.js';

/** The elements of TEI that are entries of registers, and the lists that hold them (TEI Guidelines, chapter 14). */
const entries: ReadonlyMap<string, string> = new Map([
  ['person', 'listPerson'],
  ['personGrp', 'listPerson'],
  ['place', 'listPlace'],
  ['org', 'listOrg'],
  ['event', 'listEvent'],
  ['object', 'listObject'],
  ['nym', 'listNym'],
]);

/** The local names of the elements that are entries of registers. */
export const entryElements: readonly string[] = [...entries.keys()];

/** Listeners, the same for each kind of entry. */
export function forEntries(
  listener: (entry: XmlElement) => void,
): Readonly<Record<string, (entry: XmlElement) => void>> {
  return Object.fromEntries(entryElements.map((name) => [name, listener]));
}

/** The identifier of an entry. */
export function entryIdentifier(entry: XmlElement): string | undefined {
  return attribute(entry, 'xml:id')?.value.trim();
}

/** The entry that an element lies in, itself or one around it. */
export function entryAround(element: XmlElement): XmlElement | undefined {
  for (let node = element; ; ) {
    if (entries.has(node.name.local)) return node;
    if (node.parent.kind !== 'element') return undefined;
    node = node.parent;
  }
}

const naming: ReadonlySet<string> = new Set([...nameElements, 'name', 'form', 'label']);

/** The elements that name an entry: its children with names, and those in a list of names. */
export function namesOfEntry(entry: XmlElement): readonly XmlElement[] {
  return entry.children.filter(
    (child): child is XmlElement => child.kind === 'element' && naming.has(child.name.local),
  );
}
