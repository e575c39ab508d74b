import { attribute, type XmlElement } from '../xml/index.js';
import type { StructureChange } from './changes.js';
import { type Compared, isWithItsWords, type Side } from './compared.js';
import { blocks, containers } from './element-classes.js';
import { laterPlace, wordsIn } from './name-changes.js';
import { elementName } from './places.js';
import type { ReadElement } from './reading.js';
import { blockAt } from './word-changes.js';
import { textOfWords } from './words.js';

/** Elements that part the text and hold nothing (TEI Guidelines, 3.11.3), and images. */
const breaks = new Set(['lb', 'pb', 'cb', 'gb', 'milestone', 'graphic', 'figure']);

/** Attributes that lead a reader somewhere. */
const links = new Set(['target', 'url', 'facs']);

/** Words that a passage is known by. */
const known = 8;

/** What changed in the order and the layout of the text: moved paragraphs, breaks, numbers, links. */
export function structureChanges(compared: Compared): StructureChange[] {
  const { before, after, alignment, elements } = compared;
  const changes: (StructureChange & { readonly order: number })[] = [];
  const tell = (
    side: Side,
    each: ReadElement,
    change: Pick<StructureChange, 'kind' | 'what'> & Partial<StructureChange>,
  ): void => {
    changes.push({
      ...side.places.at(each.element, Math.floor(each.start)),
      words: excerpt(side, each),
      before: '',
      after: '',
      ...change,
      order: side === after ? each.start : (laterPlace(each, alignment.later) ?? 0),
    });
  };
  for (const { before: a, after: b } of alignment.moves) {
    if (a.layer !== 'text') continue;
    const at = after.places.at(b.element, b.start);
    changes.push({
      ...at,
      kind: 'moved',
      what: elementName(b.element.name.local),
      words: firstWords(after, b.start, b.end),
      before: before.places.at(a.element, a.start).place,
      after: at.place,
      order: b.start,
    });
  }
  for (const { before: a, after: b } of elements.pairs) {
    if (isAnchoredNote(a.element) && isElsewhere(a, b, compared)) {
      tell(after, b, { kind: 'moved', what: 'note', words: '', before: '', after: '' });
    }
    if (isNumbered(b.element) && hasOtherNumber(a.element, b.element)) {
      const [old, now] = [before.places.label(a.element), after.places.label(b.element)];
      tell(after, b, {
        kind: 'renumbered',
        what: elementName(b.element.name.local),
        before: old,
        after: now,
      });
    }
    const [old, now] = [linkOf(a.element), linkOf(b.element)];
    if (old !== now) {
      tell(after, b, {
        kind: 'link',
        what: elementName(b.element.name.local),
        before: old,
        after: now,
      });
    }
  }
  for (const each of elements.removed) {
    const what = elementName(each.element.name.local);
    if (linkOf(each.element) !== '')
      tell(before, each, { kind: 'link', what, before: linkOf(each.element) });
    else if (isStructural(each) && !isWithItsWords(each, alignment.later))
      tell(before, each, { kind: 'went', what });
  }
  for (const each of elements.added) {
    const what = elementName(each.element.name.local);
    if (linkOf(each.element) !== '')
      tell(after, each, { kind: 'link', what, after: linkOf(each.element) });
    else if (isStructural(each) && !isWithItsWords(each, alignment.earlier))
      tell(after, each, { kind: 'came', what });
  }
  return changes
    .sort((a, b) => Number(a.inHeader) - Number(b.inHeader) || a.order - b.order)
    .map(({ order, ...change }) => change);
}

/** Whether it is told of an element that it came or went, because readers see where it stands. */
export function isStructural({ element }: ReadElement): boolean {
  const { local } = element.name;
  return breaks.has(local) || blocks.has(local) || containers.has(local);
}

/** Whether an attribute leads a reader somewhere, or numbers or names a part of the text. */
export function isStructuralAttribute(element: XmlElement, qname: string): boolean {
  return links.has(qname) || (isNumbered(element) && isNumberOf(element, qname));
}

export function linkOf({ attributes }: XmlElement): string {
  return attributes
    .filter(({ qname }) => links.has(qname))
    .map(({ value }) => value)
    .join(' ');
}

function isNumbered({ name }: XmlElement): boolean {
  return (
    breaks.has(name.local) ||
    blocks.has(name.local) ||
    /^(?:div[1-7]?|lg|note|row|sp|list|floatingText)$/.test(name.local)
  );
}

function isNumberOf({ name }: XmlElement, qname: string): boolean {
  return qname === 'n' || (qname === 'type' && /^div/.test(name.local));
}

function hasOtherNumber(a: XmlElement, b: XmlElement): boolean {
  return ['n', 'type'].some(
    (qname) => isNumberOf(b, qname) && attribute(a, qname)?.value !== attribute(b, qname)?.value,
  );
}

function isAnchoredNote({ name, parent }: XmlElement): boolean {
  return name.local === 'note' && parent.kind === 'element';
}

/** Whether a note hangs at another place of the text, though the words there stayed. */
function isElsewhere(
  a: ReadElement,
  b: ReadElement,
  { alignment, before, after }: Compared,
): boolean {
  // A note that stands by itself moves as a block does.
  if (a.end !== a.start || b.end !== b.start) return false;
  const [old, now] = [Math.floor(a.start), Math.floor(b.start)];
  const isInBlock = blockAt(before, old - 1) !== undefined && blockAt(after, now - 1) !== undefined;
  if (!isInBlock) return false;
  const follows = alignment.later[old - 1];
  const precedes = alignment.later[old];
  if (follows === now - 1 || precedes === now) return false;
  return (follows ?? -1) >= 0 && (alignment.earlier[now - 1] ?? -1) >= 0;
}

function excerpt(side: Side, each: ReadElement): string {
  const start = Math.floor(each.start);
  if (each.end > each.start) return firstWords(side, start, Math.ceil(each.end));
  const block = blockAt(side, start) ?? blockAt(side, start - 1);
  if (block === undefined) return wordsIn(side, each);
  const { words } = side.reading;
  const left = textOfWords(words.slice(Math.max(block.start, start - 4), start));
  const right = textOfWords(words.slice(start, Math.min(block.end, start + 4)));
  return `${left} | ${right}`.trim();
}

/** The first words of a passage. */
export function firstWords({ reading }: Side, start: number, end: number): string {
  const words = textOfWords(reading.words.slice(start, Math.min(end, start + known)));
  return end - start > known ? `${words} …` : words;
}
