import { attribute, type XmlElement } from '../xml/index.js';
import type { StructureChange } from './changes.js';
import { type Compared, isWithItsWords, type Side } from './compared.js';
import { blocks, containers } from './element-classes.js';
import type { Move } from './moved-blocks.js';
import { laterPlace, wordsIn } from './name-changes.js';
import { elementName } from './places.js';
import type { Block, ReadElement } from './reading.js';
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
  const { before, after, alignment, elements, slips } = compared;
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
  for (const move of movesOf(compared)) {
    changes.push({ ...move.change, order: move.start });
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
    else if (isStructural(each) && !isWithItsWords(each, alignment.later, slips.before))
      tell(before, each, { kind: 'went', what });
  }
  for (const each of elements.added) {
    const what = elementName(each.element.name.local);
    if (linkOf(each.element) !== '')
      tell(after, each, { kind: 'link', what, after: linkOf(each.element) });
    else if (isStructural(each) && !isWithItsWords(each, alignment.earlier, slips.after))
      tell(after, each, { kind: 'came', what });
  }
  return changes
    .sort((a, b) => Number(a.inHeader) - Number(b.inHeader) || a.order - b.order)
    .map(({ order, ...change }) => change);
}

/** What moved, as few passages as it can be said of: a point and not its paragraphs. */
function movesOf({
  before,
  after,
  alignment,
}: Compared): { readonly change: StructureChange; readonly start: number }[] {
  const moved = new Set(alignment.moves.map(({ after: block }) => block));
  const told = alignment.moves
    .filter(({ after: b }) => b.layer === 'text' || isMovedWithin(b, moved, after))
    .sort((a, b) => a.after.start - b.after.start);
  const groups: Move[][] = [];
  for (const move of told) {
    const last = groups.at(-1)?.at(-1);
    const isNext =
      last !== undefined &&
      withAsides(before, last.before) === move.before.start &&
      withAsides(after, last.after) === move.after.start;
    if (isNext) groups.at(-1)?.push(move);
    else groups.push([move]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { start } = first.after;
    const passage = passageOf(first.after.element, start, withAsides(after, last.after), after);
    const whereabouts = after.places.at(first.after.element, start);
    const previous = before.places.at(first.before.element, first.before.start).place;
    const change: StructureChange = {
      ...whereabouts,
      kind: 'moved',
      what: passage === undefined ? 'passage' : after.places.label(passage),
      words: firstWords(after, start, last.after.end),
      before: previous === whereabouts.place ? follows(before, first.before.start) : previous,
      after: previous === whereabouts.place ? follows(after, start) : whereabouts.place,
    };
    return [{ change, start }];
  });
}

/** Where a block ends with its notes, which come after it among the words. */
function withAsides({ reading }: Side, block: Block): number {
  const next = reading.blocks.find((each) => each.start >= block.end && each.layer === 'text');
  return next?.start ?? reading.words.length;
}

/** The outermost element that holds no other words than these. */
function passageOf(
  inner: XmlElement,
  start: number,
  end: number,
  { reading }: Side,
): XmlElement | undefined {
  const ranges = new Map(reading.elements.map((each) => [each.element, each]));
  let found: XmlElement | undefined;
  for (let at: XmlElement['parent'] = inner; at.kind === 'element'; at = at.parent) {
    const range = ranges.get(at);
    if (range !== undefined && range.start >= start && range.end <= end) found = at;
  }
  return found;
}

/** What a passage comes after, where its own name does not tell. */
function follows(side: Side, start: number): string {
  const block = side.reading.blocks.findLast((each) => each.layer === 'text' && each.end <= start);
  return block === undefined
    ? 'the beginning'
    : `after ${side.places.at(block.element, block.start).place}`;
}

/** Whether a block moved within its note, other blocks of which stayed: a note as a whole moves with its anchor. */
function isMovedWithin(block: Block, moved: ReadonlySet<Block>, { reading }: Side): boolean {
  const note = outermostNote(block.element);
  return reading.blocks.some(
    (each) =>
      each.layer === block.layer && !moved.has(each) && outermostNote(each.element) === note,
  );
}

function outermostNote(element: XmlElement): XmlElement | undefined {
  let found: XmlElement | undefined;
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === 'note') found = at;
  }
  return found;
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
