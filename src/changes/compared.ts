import type { XmlDocument } from '../xml/index.js';
import { type Alignment, align } from './alignment.js';
import { alignElements, type ElementAlignment } from './element-alignment.js';
import { Places } from './places.js';
import { type ReadElement, type Reading, readingOf } from './reading.js';

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
  };
}

function sideOf({ tree, file, nameOf }: ComparedDocument): Side {
  const reading = readingOf(tree);
  return { reading, places: new Places(reading, file), nameOf };
}

/** Whether no word of an element is in the other version, though it has some: it went, or came, with its words. */
export function isWithItsWords({ start, end }: ReadElement, counterparts: Int32Array): boolean {
  let any = false;
  for (let at = Math.floor(start); at < end; at++) {
    if ((counterparts[at] ?? -1) >= 0) return false;
    any = true;
  }
  if (any) return true;
  // Without words it goes by those on either side of it.
  const at = Math.floor(start);
  const isGone = (word: number): boolean => word in counterparts && counterparts[word] === -1;
  return isGone(at - 1) && isGone(at);
}
