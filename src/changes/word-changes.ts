import { attribute } from '../xml/index.js';
import type { Hunk } from './alignment.js';
import type { WordChange } from './changes.js';
import { type Compared, isWithItsWords, type Side } from './compared.js';
import { attributesOf } from './element-alignment.js';
import { blocks, containers } from './element-classes.js';
import type { Block, ReadElement } from './reading.js';
import { textOfWords, type Word } from './words.js';

/** Words on either side of a change that are told with it. */
const context = 6;

/** The words that changed, in the order of the text; those in the header after those of the text. */
export function wordChanges(compared: Compared): WordChange[] {
  const { before, after, alignment } = compared;
  const beside = blocksWithOtherMarkup(compared);
  const hunks = alignment.hunks.flatMap((hunk) => splitByBlocks(hunk, before, after));
  const changes = hunks.map((hunk) => wordChange(hunk, compared, beside));
  return [...changes.filter((each) => !each.inHeader), ...changes.filter((each) => each.inHeader)];
}

/** Words that only went or only came, block by block: two paragraphs that went are two. */
function splitByBlocks(hunk: Hunk, before: Side, after: Side): Hunk[] {
  const { beforeStart, beforeEnd, afterStart, afterEnd } = hunk;
  if (beforeStart < beforeEnd && afterStart < afterEnd) return [hunk];
  const went = beforeStart < beforeEnd;
  const [start, end] = went ? [beforeStart, beforeEnd] : [afterStart, afterEnd];
  const parts: Hunk[] = [];
  for (const block of blocksBetween(went ? before : after, start, end)) {
    const [from, to] = [Math.max(block.start, start), Math.min(block.end, end)];
    parts.push(
      went
        ? { ...hunk, beforeStart: from, beforeEnd: to }
        : { ...hunk, afterStart: from, afterEnd: to },
    );
  }
  return parts;
}

function wordChange(hunk: Hunk, compared: Compared, beside: ReadonlySet<Block>): WordChange {
  const { before, after } = compared;
  const { beforeStart, beforeEnd, afterStart, afterEnd } = hunk;
  const went = before.reading.words.slice(beforeStart, beforeEnd);
  const came = after.reading.words.slice(afterStart, afterEnd);
  const [side, start, end] =
    came.length > 0 ? [after, afterStart, afterEnd] : [before, beforeStart, beforeEnd];
  const block = blockAt(side, start) as Block;
  const last = blockAt(side, end - 1) ?? block;
  const old = went.length > 0 ? blockAt(before, beforeStart) : undefined;
  const kind =
    went.length === 0
      ? 'came'
      : came.length === 0
        ? 'went'
        : sameLetters(went, came)
          ? 'spacing'
          : 'changed';
  const isSpaced = kind === 'spacing';
  const text = isSpaced ? withSpaces : textOfWords;
  return {
    ...side.places.at(block.element, start),
    kind,
    layer: block.layer,
    whole: (kind === 'came' || kind === 'went') && block.start === start && block.end === end,
    before: text(went),
    after: text(came),
    precededBy: wordsBefore(side, block, start),
    followedBy: wordsAfter(side, last, end),
    besideMarkup: beside.has(block) || (old !== undefined && beside.has(old)),
  };
}

/** The words of a block before a place, as far as they are told; with an ellipsis where there are more. */
function wordsBefore({ reading }: Side, block: Block, start: number): string {
  const first = Math.max(block.start, start - context);
  const words = textOfWords(reading.words.slice(first, start));
  return first > block.start ? `… ${words}` : words;
}

function wordsAfter({ reading }: Side, block: Block, end: number): string {
  const last = Math.min(block.end, end + context);
  const words = textOfWords(reading.words.slice(end, last));
  return last < block.end ? `${words} …` : words;
}

function sameLetters(a: readonly { text: string }[], b: readonly { text: string }[]): boolean {
  const letters = (words: readonly { text: string }[]): string =>
    words.map(({ text }) => text).join('');
  return letters(a) === letters(b);
}

/** Where nothing but a space changed, the space before the first word counts too. */
function withSpaces(words: readonly Word[]): string {
  return words.map(({ text, space }) => space + text).join('');
}

/** The block that a word stands in. */
export function blockAt({ reading }: Side, word: number): Block | undefined {
  const { blocks: all } = reading;
  let [low, high] = [0, all.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = all[middle] as Block;
    if (word < block.start) high = middle - 1;
    else if (word >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}

function* blocksBetween(side: Side, start: number, end: number): IterableIterator<Block> {
  for (let at = start; at < end; ) {
    const block = blockAt(side, at);
    if (block === undefined) return;
    yield block;
    at = block.end;
  }
}

/**
 * The passages in which markup was changed around words that stayed: elements came or went, or their attributes are
 * others. What is said of a word that changed itself, as the `@when` of a new date, is not meant.
 */
function blocksWithOtherMarkup({
  before,
  after,
  alignment,
  elements,
  slips,
}: Compared): Set<Block> {
  const found = new Set<Block>();
  const note = (side: Side, { element, start }: ReadElement): void => {
    const { local } = element.name;
    if (blocks.has(local) || containers.has(local)) return;
    const block = blockAt(side, Math.floor(start)) ?? blockAt(side, Math.floor(start) - 1);
    if (block !== undefined) found.add(block);
  };
  for (const each of elements.removed) {
    if (!isWithItsWords(each, alignment.later, slips.before)) note(before, each);
  }
  for (const each of elements.added) {
    if (!isWithItsWords(each, alignment.earlier, slips.after)) note(after, each);
  }
  for (const pair of elements.pairs) {
    const [a, b] = [pair.before, pair.after];
    if (a.element.qname === b.element.qname && sameAttributes(a, b)) continue;
    if (hasChangedWords(a, alignment.later) || hasChangedWords(b, alignment.earlier)) continue;
    note(before, a);
    note(after, b);
  }
  return found;
}

function sameAttributes(a: ReadElement, b: ReadElement): boolean {
  return (
    a.element.attributes.length === b.element.attributes.length &&
    a.element.attributes.every(
      ({ qname, value }) => attribute(b.element, qname)?.value === value,
    ) &&
    attributesOf(a.element) === attributesOf(b.element)
  );
}

/** Whether a word of an element is not in the other version. */
export function hasChangedWords({ start, end }: ReadElement, counterparts: Int32Array): boolean {
  for (let at = Math.floor(start); at < end; at++) if ((counterparts[at] ?? -1) < 0) return true;
  return false;
}
