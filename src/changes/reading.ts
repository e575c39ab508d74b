import {
  attribute,
  descendants,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../xml/index.js';
import { blocks, containers, entries, lines, otherReadings } from './element-classes.js';
import { type Word, wordsOf } from './words.js';

/** How a block belongs to the text: in its line, below it as a note, or as a reading that does not stand in it. */
export type Layer = 'text' | 'note' | 'reading';

/** A stretch of words that stands by itself: a paragraph, a heading, an item, a note, a field of the header. */
export interface Block {
  /** The element whose words they are. */
  readonly element: XmlElement;
  readonly layer: Layer;
  /** The first of its words, and the one after the last, among all words of the document. */
  readonly start: number;
  readonly end: number;
  /** Its words as one text: blocks with the same text are taken for the same. */
  readonly text: string;
}

/** An element, and which words of the document stand in it. */
export interface ReadElement {
  readonly element: XmlElement;
  /** The first of its words; with a fraction where it begins within one. */
  readonly start: number;
  /** The one after its last word; with a fraction where it ends within one. Without words it is not before `start`. */
  readonly end: number;
  /** Whether it stands in the header. */
  readonly inHeader: boolean;
}

/** A document as somebody reads it: its words in their order, and what is marked in them. */
export interface Reading {
  readonly document: XmlDocument;
  readonly words: readonly Word[];
  readonly blocks: readonly Block[];
  /** All elements but those of the registers, parents before their children. */
  readonly elements: readonly ReadElement[];
  /** Entries of registers (TEI Guidelines, chapter 14), each to be read by itself; relations between them. */
  readonly entries: readonly XmlElement[];
  readonly relations: readonly XmlElement[];
  /** Comments and processing instructions, as they are written. */
  readonly remarks: readonly string[];
}

/** Reads a document. Notes and readings that do not stand in the text come after the block that they belong to. */
export function readingOf(document: XmlDocument): Reading {
  return new Reader(document).read();
}

/** An element that is still to be placed among the words. */
interface Placed {
  readonly element: XmlElement;
  start: number;
  end: number;
  readonly inHeader: boolean;
}

/** The children of an element that is being read. */
interface Level {
  readonly nodes: readonly XmlNode[];
  next: number;
  readonly leave: () => void;
}

/** A block whose words are still coming in. */
interface OpenBlock {
  readonly element: XmlElement;
  readonly layer: Layer;
  text: string;
  /** Elements that begin or end in it, with the length of the text at that point. */
  readonly starts: { readonly placed: Placed; readonly at: number }[];
  readonly ends: { readonly placed: Placed; readonly at: number }[];
  /** What is read when it is done. */
  readonly aside: (() => void)[];
}

class Reader {
  readonly #words: Word[] = [];
  readonly #blocks: Block[] = [];
  readonly #elements: Placed[] = [];
  readonly #entries: XmlElement[] = [];
  readonly #relations: XmlElement[] = [];
  readonly #remarks: string[] = [];
  #open: OpenBlock | undefined;
  #inHeader = false;

  constructor(readonly document: XmlDocument) {}

  read(): Reading {
    this.#walk(this.document.children);
    this.#close();
    return {
      document: this.document,
      words: this.#words,
      blocks: this.#blocks,
      elements: this.#elements,
      entries: this.#entries,
      relations: this.#relations,
      remarks: this.#remarks,
    };
  }

  /** Reads nodes and all that is in them. Elements may be nested deeper than calls can be. */
  #walk(nodes: readonly XmlNode[]): void {
    const levels: Level[] = [{ nodes, next: 0, leave: () => {} }];
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      const node = level.nodes[level.next++];
      if (node === undefined) {
        levels.pop();
        level.leave();
      } else if (node.kind === 'element') {
        const leave = this.#enter(node);
        if (leave !== undefined) levels.push({ nodes: node.children, next: 0, leave });
      } else if (node.kind === 'text') this.#text(node.value, node.parent);
      else this.#remark(node);
    }
  }

  #remark(node: XmlNode): void {
    if (node.kind === 'comment') this.#remarks.push(`<!--${node.value}-->`);
    else if (node.kind === 'processing-instruction') {
      this.#remarks.push(`<?${node.target} ${node.value}?>`);
    }
  }

  #text(value: string, parent: XmlElement): void {
    if (this.#open === undefined) {
      if (value.trim() === '') return;
      this.#begin(parent, 'text');
    }
    const open = this.#open as OpenBlock;
    const folded = value.replace(/[ \t\r\n]+/g, ' ');
    open.text +=
      (open.text === '' || open.text.endsWith(' ')) && folded.startsWith(' ')
        ? folded.slice(1)
        : folded;
  }

  /**
   * Begins to read an element.
   *
   * @returns what is to be done at its end; `undefined` where its content is not read in its place
   */
  #enter(element: XmlElement): (() => void) | undefined {
    const { local } = element.name;
    if (entries.has(local) && isInList(element)) {
      this.#entries.push(element);
      this.#remarksIn(element);
      return undefined;
    }
    if (local === 'relation') {
      this.#relations.push(element);
      this.#remarksIn(element);
      return undefined;
    }
    if (this.#open !== undefined && isAside(element)) {
      const layer = local === 'note' ? 'note' : 'reading';
      this.#open.aside.push(() => this.#within(element, layer));
      // Where it hangs in the text is a place of its own, so that it is told when it moves.
      this.#place(this.#add(element));
      return undefined;
    }
    const wasInHeader = this.#inHeader;
    if (local === 'teiHeader') this.#inHeader = true;
    const outer = this.#open?.element;
    const layer = this.#open?.layer ?? 'text';
    const isBlock =
      blocks.has(local) || (this.#open === undefined && (lines.has(local) || hasWords(element)));
    if (isBlock || containers.has(local)) this.#close();
    const placed = this.#add(element);
    if (isBlock) this.#begin(element, local === 'note' ? 'note' : layer);
    this.#start(placed);
    return () => {
      this.#end(placed);
      if (isBlock || containers.has(local)) {
        this.#close();
        // What follows in the paragraph around it goes on by itself.
        if (outer !== undefined) this.#begin(outer, layer);
      }
      if (this.#open !== undefined && separatesWords(element)) this.#text(' ', element);
      this.#inHeader = wasInHeader;
    };
  }

  #remarksIn(element: XmlElement): void {
    for (const each of [element, ...descendants(element)]) {
      for (const child of each.children) this.#remark(child);
    }
  }

  /** A note, or a reading beside the text, by itself. */
  #within(element: XmlElement, layer: Layer): void {
    this.#begin(element, layer);
    this.#walk(element.children);
    this.#close();
  }

  #add(element: XmlElement): Placed {
    const placed = { element, start: 0, end: 0, inHeader: this.#inHeader };
    this.#elements.push(placed);
    return placed;
  }

  /** An element without words of its own in this block. */
  #place(placed: Placed): void {
    this.#start(placed);
    this.#end(placed);
  }

  #start(placed: Placed): void {
    if (this.#open === undefined) placed.start = this.#words.length;
    else this.#open.starts.push({ placed, at: this.#open.text.length });
  }

  #end(placed: Placed): void {
    if (this.#open === undefined) placed.end = Math.max(placed.start, this.#words.length);
    else this.#open.ends.push({ placed, at: this.#open.text.length });
  }

  #begin(element: XmlElement, layer: Layer): void {
    this.#open = { element, layer, text: '', starts: [], ends: [], aside: [] };
  }

  #close(): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const start = this.#words.length;
    const words = wordsOf(open.text);
    for (const word of words) this.#words.push(word);
    for (const { placed, at } of open.starts) placed.start = start + startPosition(words, at);
    for (const { placed, at } of open.ends) {
      placed.end = Math.max(placed.start, start + endPosition(words, at));
    }
    const { element, layer } = open;
    const text = open.text.trimEnd();
    if (words.length > 0) {
      this.#blocks.push({ element, layer, start, end: this.#words.length, text });
    }
    for (const aside of open.aside) aside();
  }
}

/** Which word begins at a place of the text or is the next to begin; with a fraction within a word. */
function startPosition(words: readonly Word[], at: number): number {
  const index = firstEndingAfter(words, at);
  const word = words[index];
  return word === undefined || word.at >= at ? index : index + (at - word.at) / 1000;
}

/** How many words have ended at a place of the text; with a fraction within a word. */
function endPosition(words: readonly Word[], at: number): number {
  return startPosition(words, at);
}

function firstEndingAfter(words: readonly Word[], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle] as Word;
    if (word.at + word.text.length > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A new line, unless it is in the middle of a word, and a space that is left. */
function separatesWords(element: XmlElement): boolean {
  const { local } = element.name;
  return local === 'space' || (local === 'lb' && attribute(element, 'break')?.value !== 'no');
}

function isInList({ parent }: XmlElement): boolean {
  return (
    parent.kind === 'element' &&
    (/^list[A-Z]/.test(parent.name.local) || parent.name.local === 'particDesc')
  );
}

/** Whether an element has words of its own, besides those of its children. */
function hasWords(element: XmlElement): boolean {
  return element.children.some((child) => child.kind === 'text' && !child.blank);
}

/** Whether an element's words do not stand in the line of the text: a note, or a reading that another takes the place of. */
function isAside(element: XmlElement): boolean {
  const { local } = element.name;
  if (local === 'note') return true;
  const { parent } = element;
  if (parent.kind !== 'element') return false;
  if (local === 'rdg') return hasSibling(parent, ['lem']) || firstChild(parent) !== element;
  if (parent.name.local !== 'choice') return false;
  const preferred = otherReadings.get(local);
  return preferred !== undefined && hasSibling(parent, preferred);
}

function hasSibling(parent: XmlElement, locals: readonly string[]): boolean {
  return parent.children.some(
    (child) => child.kind === 'element' && locals.includes(child.name.local),
  );
}

function firstChild(parent: XmlElement): XmlElement | undefined {
  return parent.children.find((child) => child.kind === 'element');
}
