import { attribute, descendants, type XmlDocument, type XmlElement } from '../../xml/index.js';

/** A permanent address within the page of a document. */
export interface Anchor {
  /** What follows the `#`. */
  readonly identifier: string;
  /** The element that it leads to, or whose citation it leads to. */
  readonly element: XmlElement;
  readonly kind: 'passage' | 'citation' | 'record';
}

/** Elements of the text that keep their identifier on the page wherever they stand (the template `identifier`). */
const inText = new Set([
  'floatingText',
  'div',
  'p',
  'head',
  'opener',
  'closer',
  'salute',
  'seg',
  'idno',
  'date',
  'time',
  'note',
]);

/** The same in the document's record. */
const inHeader = new Set([
  'correspDesc',
  'msDesc',
  'witness',
  'availability',
  'respStmt',
  'p',
  'date',
  'time',
]);

/**
 * The permanent addresses that the web edition gives to passages of a document, its record and its citations: what
 * the stylesheets of `xslt/html/` make of each `xml:id`. Entries of registers have theirs by `entryAnchor`. A project
 * with stylesheets of its own may give others.
 */
export function anchorsOf(document: XmlDocument): Anchor[] {
  const anchors: Anchor[] = [];
  const message = messageOf(document);
  const correspondences = [...descendants(document)].filter(
    ({ name }) => name.local === 'correspDesc',
  );
  for (const element of descendants(document)) {
    const identifier = attribute(element, 'xml:id')?.value;
    if (identifier === undefined) continue;
    const { local } = element.name;
    if (isWithin(element, 'text')) {
      if (element !== message && !inText.has(local) && !isClosingPart(element)) continue;
      anchors.push({ identifier, element, kind: 'passage' });
      if (local === 'floatingText' && hasCorrespondence(element, correspondences)) {
        anchors.push({ identifier: `cite-${identifier}`, element, kind: 'citation' });
      }
    } else if (isWithin(element, 'teiHeader') && inHeader.has(local) && !isFact(element)) {
      anchors.push({ identifier, element, kind: 'record' });
    }
  }
  return anchors;
}

/** The address of a register's entry on the pages that speak of it (`f:entry-identifier`). */
export function entryAnchor(local: string, identifier: string): string {
  return `${local === 'org' ? 'organisation' : local}-${identifier}`;
}

/** The element that stands for the whole document (`f:message`). */
function messageOf({ root }: XmlDocument): XmlElement | undefined {
  const text = child(root, 'text');
  const body = text === undefined ? undefined : child(text, 'body');
  const divisions = (body?.children ?? []).filter(
    (each) => each.kind === 'element' && each.name.local === 'div',
  ) as XmlElement[];
  return divisions.find((each) => attribute(each, 'decls') !== undefined) ?? divisions[0] ?? text;
}

function hasCorrespondence(message: XmlElement, all: readonly XmlElement[]): boolean {
  const points = (element: XmlElement, qname: string, identifier: string | undefined): boolean =>
    identifier !== undefined &&
    (attribute(element, qname)?.value ?? '').split(/\s+/).includes(`#${identifier}`);
  const own = attribute(message, 'xml:id')?.value;
  return all.some(
    (each) =>
      points(message, 'decls', attribute(each, 'xml:id')?.value) || points(each, 'corresp', own),
  );
}

/** The date of the archive's record stands beside its label by its words alone. */
function isFact(element: XmlElement): boolean {
  const { parent } = element;
  return (
    element.name.local === 'date' &&
    attribute(element, 'type')?.value === 'document' &&
    parent.kind === 'element' &&
    parent.name.local === 'bibl'
  );
}

function isClosingPart({ name, parent }: XmlElement): boolean {
  if (parent.kind !== 'element') return false;
  return (
    (name.local === 'signed' && parent.name.local === 'closer') ||
    (name.local === 'dateline' && /^(?:closer|opener)$/.test(parent.name.local))
  );
}

function child(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((each) => each.kind === 'element' && each.name.local === local) as
    | XmlElement
    | undefined;
}

function isWithin(element: XmlElement, local: string): boolean {
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === local) return true;
  }
  return false;
}
