import { attribute, textContent, type XmlElement } from '../xml/index.js';
import type { Alignment } from './alignment.js';
import type { ReadElement, Reading } from './reading.js';
import { folded } from './words.js';

/** An element of the earlier version and the one of the later that it became. */
export interface ElementPair {
  readonly before: ReadElement;
  readonly after: ReadElement;
}

/** What became of the elements of a document. */
export interface ElementAlignment {
  readonly pairs: readonly ElementPair[];
  /** In the order of the earlier version. */
  readonly removed: readonly ReadElement[];
  /** In the order of the later version. */
  readonly added: readonly ReadElement[];
}

/**
 * Finds out which elements of two versions are the same. What counts first is which words an element stands around:
 * two with the same name around the same words are one, whatever their attributes say; then the identifier; then
 * words that took the place of each other, or that they share. An element around the same words that has another name but says the same was renamed.
 */
export function alignElements(
  before: Reading,
  after: Reading,
  alignment: Alignment,
): ElementAlignment {
  const places = new LaterPlaces(before, after, alignment);
  const waiting = new Waiting(before.elements, after.elements);
  const range = (element: ReadElement): string => places.later(element);
  const own = ({ start, end }: ReadElement): string => `${start} ${end}`;
  const name = ({ element }: ReadElement): string => element.qname;
  waiting.match(
    (each) => `${name(each)} ${range(each)} ${attributesOf(each.element)}`,
    (each) => `${name(each)} ${own(each)} ${attributesOf(each.element)}`,
  );
  waiting.match(
    (each) => `${name(each)} ${range(each)}`,
    (each) => `${name(each)} ${own(each)}`,
  );
  // What stands between two words may have stayed with the one before it.
  waiting.match(
    (each) => afterWord(each, places.laterEnd(each)),
    (each) => afterWord(each, each.start),
  );
  // What is no part of the text has no words by which it could be known.
  waiting.match(pathWithAttributes, pathWithAttributes);
  waiting.match(pathOutsideText, pathOutsideText);
  waiting.match(identified, identified);
  waiting.match(saying, saying);
  const inHunk = (each: ReadElement, hunk: number | undefined): string | undefined =>
    hunk === undefined ? undefined : `${name(each)} ${hunk}`;
  waiting.match(
    (each) => inHunk(each, places.hunk(each)),
    (each) => inHunk(each, places.laterHunk(each)),
  );
  waiting.matchNearest((each) => places.sharedWords(each));
  const pointing = ({ element }: ReadElement): string =>
    `${attribute(element, 'ref')?.value ?? ''} ${attribute(element, 'xml:id')?.value ?? ''}`;
  waiting.match(
    (each) => `${range(each)} ${pointing(each)}`,
    (each) => `${own(each)} ${pointing(each)}`,
  );
  return waiting.result();
}

/** An element without words, by the place after a word. */
function afterWord({ element, start, end }: ReadElement, place: number): string | undefined {
  if (start !== end) return undefined;
  return `${element.qname} ${place} ${attributesOf(element)}`;
}

/** Where an element stands among elements, for one that holds no words and is no part of the text. */
function pathOutsideText({ element, start, end }: ReadElement): string | undefined {
  if (start !== end) return undefined;
  const path: string[] = [];
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    if (at.name.local === 'text') return undefined;
    path.push(at.qname);
  }
  return path.join(' ');
}

function pathWithAttributes(element: ReadElement): string | undefined {
  const path = pathOutsideText(element);
  return path === undefined ? undefined : `${path} ${attributesOf(element.element)}`;
}

/** A note, or a reading beside the text, by what it says: its words do not stand where it hangs. */
function saying({ element, start, end }: ReadElement): string | undefined {
  if (start !== end) return undefined;
  const words = folded(textContent(element));
  return words === '' ? undefined : `${element.qname} ${words}`;
}

function identified({ element }: ReadElement): string | undefined {
  const id = attribute(element, 'xml:id')?.value;
  return id === undefined ? undefined : `${element.qname} ${id}`;
}

/** The attributes of an element as one text, whatever their order. */
export function attributesOf(element: XmlElement): string {
  return element.attributes
    .map(({ qname, value }) => `${qname}=${JSON.stringify(value)}`)
    .sort()
    .join(' ');
}

/** Where the words of the earlier version stand in the later. */
class LaterPlaces {
  /** For each word that went, the hunk's place in the later version. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #later: Int32Array;
  readonly #afterLength: number;
  readonly #hunks: Int32Array;
  readonly #laterHunks: Int32Array;

  constructor(before: Reading, after: Reading, { hunks, later }: Alignment) {
    this.#later = later;
    this.#afterLength = after.words.length;
    this.#starts = new Int32Array(before.words.length).fill(-1);
    this.#ends = new Int32Array(before.words.length).fill(-1);
    this.#hunks = new Int32Array(before.words.length).fill(-1);
    this.#laterHunks = new Int32Array(after.words.length).fill(-1);
    for (const [index, hunk] of hunks.entries()) {
      const { beforeStart, beforeEnd, afterStart, afterEnd } = hunk;
      // As many words as before: each in the place of one.
      const isWordByWord = beforeEnd - beforeStart === afterEnd - afterStart;
      for (let at = beforeStart; at < beforeEnd; at++) {
        this.#starts[at] = isWordByWord ? afterStart + at - beforeStart : afterStart;
        this.#ends[at] = isWordByWord ? afterStart + at - beforeStart + 1 : afterEnd;
        this.#hunks[at] = index;
      }
      for (let at = afterStart; at < afterEnd; at++) this.#laterHunks[at] = index;
    }
  }

  /** The hunk in which all words of an element of the earlier version stand; `undefined` where there is none. */
  hunk(element: ReadElement): number | undefined {
    return hunkAround(element, this.#hunks);
  }

  /** The same for an element of the later version. */
  laterHunk(element: ReadElement): number | undefined {
    return hunkAround(element, this.#laterHunks);
  }

  /** The range of an element as the later version counts it. */
  later({ start, end }: ReadElement): string {
    const from = this.#from(start);
    return `${from} ${end === start ? from : this.#to(end)}`;
  }

  /** The place after the word that stands before something, as the later version counts it. */
  laterEnd({ start }: ReadElement): number {
    return start === 0 ? 0 : this.#to(start);
  }

  /** The places in the later version of the words of an element that are still there. */
  *sharedWords({ start, end }: ReadElement): IterableIterator<number> {
    for (let at = Math.floor(start); at < end; at++) {
      const later = this.#later[at];
      if (later !== undefined && later >= 0) yield later;
    }
  }

  #from(position: number): number {
    const word = Math.floor(position);
    const later = this.#later[word];
    if (later === undefined) return this.#afterLength;
    return later >= 0 ? later + (position - word) : (this.#starts[word] as number);
  }

  #to(position: number): number {
    const word = Math.ceil(position) - 1;
    const later = this.#later[word];
    if (later === undefined) return 0;
    return later >= 0 ? later + (position - word) : (this.#ends[word] as number);
  }
}

function hunkAround({ start, end }: ReadElement, hunks: Int32Array): number | undefined {
  const first = hunks[Math.floor(start)] ?? -1;
  const last = hunks[Math.ceil(end) - 1] ?? -1;
  return end > start && first >= 0 && first === last ? first : undefined;
}

/** Elements of both versions for which no counterpart has been found yet. */
class Waiting {
  readonly #pairs: ElementPair[] = [];
  #before: readonly ReadElement[];
  #after: readonly ReadElement[];

  constructor(before: readonly ReadElement[], after: readonly ReadElement[]) {
    this.#before = before;
    this.#after = after;
  }

  /** Pairs those with the same key, in their order. */
  match(
    keyBefore: (element: ReadElement) => string | undefined,
    keyAfter: (element: ReadElement) => string | undefined,
  ): void {
    if (this.#before.length === 0 || this.#after.length === 0) return;
    const byKey = new Map<string, ReadElement[]>();
    for (const each of this.#after) {
      const key = keyAfter(each);
      if (key === undefined) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [each]);
      else known.push(each);
    }
    const taken = new Set<ReadElement>();
    const next = new Map<string, number>();
    this.#before = this.#before.filter((each) => {
      const key = keyBefore(each);
      if (key === undefined) return true;
      const at = next.get(key) ?? 0;
      const found = byKey.get(key)?.[at];
      if (found === undefined) return true;
      next.set(key, at + 1);
      taken.add(found);
      this.#pairs.push({ before: each, after: found });
      return false;
    });
    this.#after = this.#after.filter((each) => !taken.has(each));
  }

  /** Pairs each with the one of its name that has the most of its words, where there is one. */
  matchNearest(sharedWords: (element: ReadElement) => Iterable<number>): void {
    if (this.#before.length === 0 || this.#after.length === 0) return;
    const byName = new Map<string, ReadElement[]>();
    for (const each of [...this.#after].sort((a, b) => a.start - b.start)) {
      const known = byName.get(each.element.qname);
      if (known === undefined) byName.set(each.element.qname, [each]);
      else known.push(each);
    }
    const taken = new Set<ReadElement>();
    const candidates: { before: ReadElement; after: ReadElement; shared: number }[] = [];
    for (const before of this.#before) {
      const named = byName.get(before.element.qname);
      if (named === undefined) continue;
      const words = [...sharedWords(before)];
      for (const after of named) {
        const shared = words.filter((word) => word >= Math.floor(after.start) && word < after.end);
        if (shared.length > 0) candidates.push({ before, after, shared: shared.length });
      }
    }
    const length = ({ start, end }: ReadElement): number => end - start;
    candidates.sort(
      (a, b) =>
        b.shared / Math.max(length(b.before), length(b.after), 1) -
          a.shared / Math.max(length(a.before), length(a.after), 1) || b.shared - a.shared,
    );
    const done = new Set<ReadElement>();
    for (const { before, after } of candidates) {
      if (done.has(before) || taken.has(after)) continue;
      done.add(before);
      taken.add(after);
      this.#pairs.push({ before, after });
    }
    this.#before = this.#before.filter((each) => !done.has(each));
    this.#after = this.#after.filter((each) => !taken.has(each));
  }

  result(): ElementAlignment {
    return { pairs: this.#pairs, removed: this.#before, added: this.#after };
  }
}
