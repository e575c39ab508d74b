import { columnsOf, isWideWithoutSpaces } from './columns.js';

/** White space inside a line, as XML has it; a no-break space is none. */
const whiteSpace = /[ \t]+/;

/** Where a filled paragraph lies on the line, in columns. */
export interface Measure {
  /** The last column that may be written in. */
  readonly width: number;
  /** Columns left free before the first line. */
  readonly indent: number;
  /** Columns left free before each further line. */
  readonly hang: number;
}

/**
 * Fills lines with the words of a text, as many as go into each.
 *
 * Lines break at white space, and between two characters that are written without spaces (Chinese characters, kana).
 * A space between two such characters is kept in its line, so that `foldLines` gives the text back. A word that is
 * wider than the measure stands on a line of its own, unbroken: a piece of it would be another word.
 */
export function fill(text: string, { width, indent, hang }: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  let free = indent;
  for (const { piece, space } of piecesOf(text)) {
    const pieceColumns = columnsOf(piece);
    const gap = line !== '' && space ? 1 : 0;
    if (line !== '' && free + columns + gap + pieceColumns > width) {
      lines.push(' '.repeat(free) + line);
      free = hang;
      line = piece;
      columns = pieceColumns;
    } else {
      line += (gap === 1 ? ' ' : '') + piece;
      columns += gap + pieceColumns;
    }
  }
  if (line !== '') lines.push(' '.repeat(free) + line);
  return lines;
}

interface Piece {
  readonly piece: string;
  /** Whether a space goes before it when it shares the line with the piece before. */
  readonly space: boolean;
}

/** The pieces that may not be broken, in order. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const word of foldLines(text).split(' ')) {
    let space = true;
    let piece = '';
    for (const character of word) {
      const last = lastCharacter(piece);
      if (last !== '' && isWideWithoutSpaces(last) && isWideWithoutSpaces(character)) {
        pieces.push({ piece, space });
        space = false;
        piece = character;
      } else {
        piece += character;
      }
    }
    pieces.push({ piece, space });
  }
  return joinAtSpaces(pieces);
}

/** A line may not break at a space between two characters that are written without: folding would take it out. */
function joinAtSpaces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const next of pieces) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      next.space &&
      isWideWithoutSpaces(lastCharacter(before.piece)) &&
      isWideWithoutSpaces(firstCharacter(next.piece))
    ) {
      joined[joined.length - 1] = { piece: `${before.piece} ${next.piece}`, space: before.space };
    } else {
      joined.push(next);
    }
  }
  return joined;
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

/**
 * A text with its white space folded: a line end between two characters that are written without spaces is nothing
 * (as CSS Text, section 4.1.3, has it), any other white space is one space. Filled lines fold to the text they came
 * from.
 */
export function foldLines(text: string): string {
  let folded = '';
  for (const line of text.split(/\r\n?|\n/)) {
    const words = line.split(whiteSpace).filter((word) => word !== '');
    if (words.length === 0) continue;
    const next = words.join(' ');
    const seamless =
      isWideWithoutSpaces(lastCharacter(folded)) && isWideWithoutSpaces(firstCharacter(next));
    folded += (folded === '' || seamless ? '' : ' ') + next;
  }
  return folded;
}
