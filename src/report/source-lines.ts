import type { Place } from '../problems/index.js';
import { flat } from '../xml/index.js';

/** What surrounds a place in its line. */
export interface LinePiece {
  readonly text: string;
  /** UTF-16 units of the line that stand before it and are left out. */
  readonly start: number;
}

/** Gives the text of a file, whole or piece after piece; `undefined` when it cannot be read. */
export type ReadPieces = (file: string) => Iterable<string> | undefined;

interface Wanted extends Place {
  text: string;
  start: number | undefined;
}

/**
 * The lines in which places lie. Only what is wanted is kept, and a file is read to the last wanted line: to show one
 * line of a large file it need not be in memory.
 */
export class SourceLines {
  readonly #read: ReadPieces;
  readonly #wanted = new Map<string, Map<string, Wanted>>();
  readonly #found = new Set<string>();

  /** @param reach UTF-16 units of a line on each side of a place that are wanted */
  constructor(
    read: ReadPieces,
    readonly reach: number,
  ) {
    this.#read = read;
  }

  /** Says that the line of a place will be asked for. */
  want({ file, line, column }: Place): void {
    let places = this.#wanted.get(file);
    if (places === undefined) {
      places = new Map();
      this.#wanted.set(file, places);
    }
    const key = `${line}:${column}`;
    if (!places.has(key)) places.set(key, { file, line, column, text: '', start: undefined });
  }

  /** The line of a place that was wanted, as far as it is near; `undefined` where there is none. */
  at({ file, line, column }: Place): LinePiece | undefined {
    const places = this.#wanted.get(file);
    if (places === undefined) return undefined;
    if (!this.#found.has(file)) {
      this.#found.add(file);
      find([...places.values()], this.#read(file) ?? [], this.reach);
    }
    const wanted = places.get(`${line}:${column}`);
    return wanted?.start === undefined ? undefined : { text: wanted.text, start: wanted.start };
  }
}

/** Finds the lines of places in a text that comes in pieces. A line ends as XML has it (XML 1.0, section 2.11). */
function find(places: Wanted[], pieces: Iterable<string>, reach: number): void {
  places.sort((a, b) => a.line - b.line);
  let first = 0;
  let line = 1;
  let unit = 0;
  let afterReturn = false;
  for (const piece of pieces) {
    let at = afterReturn && piece.startsWith('\n') ? 1 : 0;
    if (piece !== '') afterReturn = piece.endsWith('\r');
    let feed = -1;
    let carriage = -1;
    while (at <= piece.length) {
      while ((places[first]?.line ?? Number.POSITIVE_INFINITY) < line) first++;
      if (first === places.length) return;
      if (feed < at) feed = nextOf(piece, '\n', at);
      if (carriage < at) carriage = nextOf(piece, '\r', at);
      const end = Math.min(feed, carriage);
      for (let each = first; places[each]?.line === line; each++) {
        addNear(places[each] as Wanted, piece.slice(at, end), unit, reach);
      }
      if (end === piece.length) {
        unit += end - at;
        break;
      }
      at = end + (piece.startsWith('\r\n', end) ? 2 : 1);
      line++;
      unit = 0;
    }
  }
}

function nextOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found === -1 ? text.length : found;
}

/** Adds what of a part of a line, whose first unit is `unit` in its line, lies near a place. */
function addNear(wanted: Wanted, part: string, unit: number, reach: number): void {
  const from = Math.max(unit, wanted.column - 1 - reach);
  const to = Math.min(unit + part.length, wanted.column - 1 + reach);
  if (from > to) return;
  wanted.start ??= from;
  wanted.text = flat(wanted.text + part.slice(from - unit, to - unit));
}
