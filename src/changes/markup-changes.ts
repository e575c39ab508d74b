import {
  attribute,
  sourceOf,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
  type XmlText,
} from '../xml/index.js';
import type { MarkupChange } from './changes.js';
import { type Compared, isWithItsWords } from './compared.js';
import { attributesOf } from './element-alignment.js';
import { hasOtherFacts } from './entry-changes.js';
import { isStructural, isStructuralAttribute, linkOf } from './structure-changes.js';
import { isValueAttribute } from './value-changes.js';
import { folded } from './words.js';

/**
 * What changed in the encoding that no reader sees, counted by kind: so that a difference between two files is
 * accounted for as a whole.
 *
 * @param isAddress whether the identifier of an element is an address of the edition, and told as such
 * @param isAllElseSame whether there is nothing that readers see
 */
export function markupChanges(
  { before, after, alignment, elements, slips }: Compared,
  isAddress: (element: XmlElement) => boolean,
  isAllElseSame: boolean,
): MarkupChange[] {
  const counts = new Counts();
  for (const each of elements.removed) {
    if (isWithItsWords(each, alignment.later, slips.before) || isTold(each.element)) continue;
    if (!isStructural(each)) counts.add(`${each.element.qname} removed`);
  }
  for (const each of elements.added) {
    if (isWithItsWords(each, alignment.earlier, slips.after) || isTold(each.element)) continue;
    if (!isStructural(each)) counts.add(`${each.element.qname} added`);
  }
  for (const pair of elements.pairs) {
    const [a, b] = [pair.before.element, pair.after.element];
    if (a.qname !== b.qname) counts.add(`${a.qname} now ${b.qname}`);
    countAttributes(a, b, counts, isAddress);
    countNotation(a, b, counts);
  }
  countEntries(before.reading.entries, after.reading.entries, counts);
  countRemarks(before.reading.remarks, after.reading.remarks, counts);
  if (isAllElseSame && counts.isEmpty)
    countRest(before.reading.document, after.reading.document, counts);
  return counts.all;
}

class Counts {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  get all(): MarkupChange[] {
    return [...this.#counts].map(([what, count]) => ({ what, count }));
  }
}

/** Whether an element that came or went is told as a name, a date, a number or a link, or by the words of a note. */
function isTold(element: XmlElement): boolean {
  return (
    element.name.local === 'note' ||
    linkOf(element) !== '' ||
    element.attributes.some(
      ({ qname, value }) =>
        (isName(qname) && value.trim() !== '') || isValueAttribute(element, qname),
    )
  );
}

function isName(qname: string): boolean {
  return qname === 'ref' || qname === 'key';
}

function countAttributes(
  a: XmlElement,
  b: XmlElement,
  counts: Counts,
  isAddress: (element: XmlElement) => boolean,
): void {
  const old = new Map(a.attributes.map(({ qname, value }) => [qname, value]));
  const now = new Map(b.attributes.map(({ qname, value }) => [qname, value]));
  const hasLink = [old, now].every((each) => each.has('ref') || each.has('key'));
  for (const qname of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(qname) === now.get(qname)) continue;
    if (isName(qname) || (qname === 'cert' && hasLink)) continue;
    if (isValueAttribute(a, qname) || isValueAttribute(b, qname)) continue;
    if (isStructuralAttribute(b, qname)) continue;
    if (qname === 'xml:id' && (isAddress(a) || isAddress(b))) continue;
    const how = !old.has(qname) ? 'added' : !now.has(qname) ? 'removed' : 'changed';
    counts.add(`${qname} of ${b.qname} ${how}`);
  }
}

/** How an element is written, where it says the same: the order of attributes, white space, references. */
function countNotation(a: XmlElement, b: XmlElement, counts: Counts): void {
  const order = (element: XmlElement): string[] => element.attributes.map(({ qname }) => qname);
  const [old, now] = [order(a), order(b)];
  if (old.join(' ') !== now.join(' ') && old.sort().join(' ') === now.sort().join(' ')) {
    counts.add('order of attributes');
  }
  const [texts, others] = [ownTexts(a), ownTexts(b)];
  // Where a child came or went, so did the white space beside it.
  if (childrenOf(a) !== childrenOf(b)) return;
  const pieces = texts.length === others.length ? texts.entries() : [];
  const [source, otherSource] = [sourceOf(a), sourceOf(b)];
  for (const [index, text] of pieces) {
    const other = others[index] as XmlText;
    if (text.value === other.value) {
      const written = source.text.slice(text.start, text.end);
      if (written !== otherSource.text.slice(other.start, other.end)) counts.add('notation');
    } else if (folded(text.value) === folded(other.value)) counts.add('white space');
  }
  const [all, allOthers] = [joined(texts), joined(others)];
  if (texts.length !== others.length && all !== allOthers && folded(all) === folded(allOthers)) {
    counts.add('white space');
  }
}

function childrenOf({ children }: XmlElement): string {
  return children
    .filter((child) => child.kind === 'element')
    .map((child) => `${child.qname} ${attribute(child, 'xml:id')?.value ?? ''}`)
    .join();
}

function joined(texts: readonly XmlText[]): string {
  return texts.map(({ value }) => value).join('');
}

function ownTexts({ children }: XmlElement): XmlText[] {
  return children.filter((child) => child.kind === 'text');
}

/** Entries that say the same by other elements. */
function countEntries(
  before: readonly XmlElement[],
  after: readonly XmlElement[],
  counts: Counts,
): void {
  const old = new Map(before.map((entry) => [attribute(entry, 'xml:id')?.value, entry]));
  for (const entry of after) {
    const id = attribute(entry, 'xml:id')?.value;
    const other = id === undefined ? undefined : old.get(id);
    if (other === undefined || skeleton(other) === skeleton(entry)) continue;
    if (!hasOtherFacts(other, entry)) counts.add('markup of an entry');
  }
}

function countRemarks(before: readonly string[], after: readonly string[], counts: Counts): void {
  const left = [...before];
  const came = after.filter((remark) => {
    const at = left.indexOf(remark);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const kind = (remark: string): string =>
    remark.startsWith('<!--') ? 'comment' : 'processing instruction';
  for (const remark of left) counts.add(`${kind(remark)} removed`);
  for (const remark of came) counts.add(`${kind(remark)} added`);
}

/** What is left where nothing was counted: the nesting of elements, or how the same is written in the file. */
function countRest(before: XmlDocument, after: XmlDocument, counts: Counts): void {
  const [a, b] = [before.source.text, after.source.text];
  if (skeleton(before.root) !== skeleton(after.root)) counts.add('order or nesting of elements');
  else if (a.replace(/\s+/g, '') === b.replace(/\s+/g, '')) {
    if (a !== b) counts.add('white space');
  } else counts.add('notation');
}

/** Elements in their nesting, without white space and comments. */
function skeleton(root: XmlElement): string {
  const parts: string[] = [];
  const waiting: (XmlNode | undefined)[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === undefined) parts.push('</>');
    else if (node.kind === 'text') parts.push(folded(node.value));
    else if (node.kind === 'element') {
      parts.push(`<${node.qname} ${attributesOf(node)}>`);
      waiting.push(undefined);
      for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]);
    }
  }
  return parts.join('');
}
