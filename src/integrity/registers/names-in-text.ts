import { attribute, type XmlAttribute, type XmlElement } from '../../xml/index.js';
import { entryAround } from './entry.js';
import { nameElements } from './name-elements.js';

const named: ReadonlySet<string> = new Set(nameElements);

/** Listens for names in the text that is edited: not in the header, in registers, in citations or in other names. */
export function forNamesInText(
  listener: (name: XmlElement) => void,
): Readonly<Record<string, (name: XmlElement) => void>> {
  const hear = (name: XmlElement): void => {
    if (isInText(name)) listener(name);
  };
  return Object.fromEntries(nameElements.map((name) => [name, hear]));
}

const elsewhere: ReadonlySet<string> = new Set([
  'teiHeader',
  'standOff',
  'bibl',
  'biblStruct',
  'biblFull',
  'listPerson',
  'listPlace',
  'listOrg',
  'listEvent',
  'listObject',
]);

function isInText(name: XmlElement): boolean {
  if (entryAround(name) !== undefined) return false;
  for (let node = name.parent; node.kind === 'element'; node = node.parent) {
    const { local } = node.name;
    if (local === 'text') return true;
    if (elsewhere.has(local) || named.has(local)) return false;
  }
  return false;
}

/** The attributes that link a name, the most exact first. */
const linking = ['ref', 'key', 'sameAs', 'corresp', 'nymRef', 'copyOf'] as const;

/** Whether something says what a name names: an attribute of its own, or of a name or reference around it. */
export function isLinked(name: XmlElement): boolean {
  for (let node: XmlElement = name; ; ) {
    const bearer = node;
    if (linking.some((link) => attribute(bearer, link) !== undefined)) return true;
    const { parent } = node;
    if (parent.kind !== 'element' || !['rs', 'name', 'ref'].includes(parent.name.local))
      return false;
    if (parent.name.local === 'ref') return attribute(parent, 'target') !== undefined;
    node = parent;
  }
}

/** The attribute that links a name by itself, the most exact of several. */
export function linkOf(name: XmlElement): XmlAttribute | undefined {
  for (const link of linking) {
    const found = attribute(name, link);
    if (found !== undefined) return found;
  }
  return undefined;
}
