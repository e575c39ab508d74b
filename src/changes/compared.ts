import type { XmlDocument } from '../xml/index.js';
import { type Alignment, align } from './alignment.js';
import { alignElements, type ElementAlignment } from './element-alignment.js';
import { Places } from './places.js';
import { type ReadElement, type Reading, readingOf } from './reading.js';
import { textOfWords } from './words.js';

/** One version of a document. */
export interface Side {
  readonly reading: Reading;
  readonly places: Places;
  /** What the register entry that a pointer leads to is called; `undefined` where there is none. */
  readonly nameOf: (pointer: string) => string | undefined;
}

/** Two versions of a document laid beside each other. */
export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly alignment: Alignment;
  readonly elements: ElementAlignment;
  /** Words that took another spelling, by their places among the words of each version. */
  readonly slips: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };
}

/** A document as it is given for comparison. */
export interface ComparedDocument {
  readonly tree: XmlDocument;
  /** Its path as it is shown to a person. */
  readonly file: string;
  readonly nameOf: (pointer: string) => string | undefined;
}

/** Lays two versions of a document beside each other. */
export function layBeside(before: ComparedDocument, after: ComparedDocument): Compared {
  const [a, b] = [sideOf(before), sideOf(after)];
  const alignment = align(a.reading, b.reading);
  return {
    before: a,
    after: b,
    alignment,
    elements: alignElements(a.reading, b.reading, alignment),
    slips: slipsOf(a.reading, b.reading, alignment),
  };
}

function sideOf({ tree, file, nameOf }: ComparedDocument): Side {
  const reading = readingOf(tree);
  return { reading, places: new Places(reading, file), nameOf };
}

/**
 * Whether no word of an element is in the other version, though it has some: it went, or came, with its words. Where
 * words only took another spelling, it did not: somebody may have marked them and slipped.
 */
export function isWithItsWords(
  { start, end }: ReadElement,
  counterparts: Int32Array,
  slips: ReadonlySet<number>,
): boolean {
  let any = false;
  for (let at = Math.floor(start); at < end; at++) {
    if ((counterparts[at] ?? -1) >= 0 || slips.has(at)) return false;
    any = true;
  }
  if (any) return true;
  // Without words it goes by those on either side of it.
  const at = Math.floor(start);
  const isGone = (word: number): boolean => word in counterparts && counterparts[word] === -1;
  return isGone(at - 1) && isGone(at);
}

/** The words of both versions that are spelt otherwise in the other. */
function slipsOf(before: Reading, after: Reading, { hunks }: Alignment): Compared['slips'] {
  const slips = { before: new Set<number>(), after: new Set<number>() };
  for (const { beforeStart, beforeEnd, afterStart, afterEnd } of hunks) {
    const old = textOfWords(before.words.slice(beforeStart, beforeEnd));
    const now = textOfWords(after.words.slice(afterStart, afterEnd));
    if (likeness(old, now) < 0.5) continue;
    for (let at = beforeStart; at < beforeEnd; at++) slips.before.add(at);
    for (let at = afterStart; at < afterEnd; at++) slips.after.add(at);
  }
  return slips;
}

/** How alike two texts are, by the pairs of letters that both have (Dice’s coefficient): from 0 to 1. */
function likeness(a: string, b: string): number {
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  const total = pairs.length + others.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    others.splice(at, 1);
    shared++;
  }
  return (2 * shared) / total;
}

/** The pairs of neighbouring letters of a short text; a longer one is no slip. */
function pairsOf(text: string): string[] {
  if (text.length > 200) return [];
  const letters = ` ${text.toLowerCase()} `;
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
}
