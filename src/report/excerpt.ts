import { eastAsianWidth } from 'get-east-asian-width';

/** A line of a source, cut to what fits, and the marks that stand under a place in it. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

/** What a tab is shown as: terminals jump to columns that depend on what stands to the left. */
const tabWidth = 4;

/**
 * Shows a place in a line.
 *
 * @param text the line, without its end
 * @param start first UTF-16 unit of the place, from 0
 * @param end the unit after its last; the mark is at least one column wide
 * @param width columns there are room for
 */
export function excerpt(text: string, start: number, end: number, width: number): Excerpt {
  const cells = layOut(text, start, width);
  const from = columnOf(cells, start);
  const to = Math.max(from + 1, Math.min(columnOf(cells, end), from + width));
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const first = windowStart(from, to, total, width);
  const { line, offset } = cut(cells, first, width);
  const marked = Math.max(1, Math.min(to, first + width) - from);
  return { line, marks: ' '.repeat(Math.max(0, from - offset)) + '^'.repeat(marked) };
}

interface Cell {
  readonly shown: string;
  readonly width: number;
  /** Where it begins in the text, in UTF-16 units. */
  readonly unit: number;
}

/** The characters of a line as they are shown, with the columns that each takes; not many more than are wanted. */
function layOut(text: string, start: number, width: number): Cell[] {
  const cells: Cell[] = [];
  let unit = 0;
  let column = 0;
  let enough = Number.POSITIVE_INFINITY;
  for (const character of text) {
    if (unit >= start) enough = Math.min(enough, column + 2 * width);
    const { shown, width: columns } = showCharacter(character, column);
    cells.push({ shown, width: columns, unit });
    column += columns;
    unit += character.length;
    if (column > enough) break;
  }
  cells.push({ shown: '', width: 0, unit });
  return cells;
}

function showCharacter(character: string, column: number): { shown: string; width: number } {
  if (character === '\t') {
    const width = tabWidth - (column % tabWidth);
    return { shown: ' '.repeat(width), width };
  }
  // Most characters are of ASCII, and each is looked at.
  const code = character.charCodeAt(0);
  if (code >= 0x20 && code < 0x7f) return { shown: character, width: 1 };
  const shown = visible(character);
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(shown)) return { shown, width: 0 };
  return { shown, width: eastAsianWidth(shown.codePointAt(0) ?? 0x20) };
}

/**
 * A text without what would steer a terminal or turn the direction of writing: control characters are shown by their
 * pictures (U+2400 and on), directional formatting by U+FFFD.
 */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (found) => {
    const code = found.charCodeAt(0);
    if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

function columnOf(cells: readonly Cell[], unit: number): number {
  let column = 0;
  for (const cell of cells) {
    if (cell.unit >= unit) return column;
    column += cell.width;
  }
  return column;
}

/** The first column shown: 0 where the place fits, else so that the place has a third of the room before it. */
function windowStart(from: number, to: number, total: number, width: number): number {
  if (total <= width || to <= width - 1) return 0;
  const before = to - from >= width ? 2 : Math.min(Math.floor(width / 3), width - (to - from) - 1);
  return Math.max(0, Math.min(from - before, total - width));
}

/** The columns from `first` on, with an ellipsis where something is left out, and the column that the line begins at. */
function cut(
  cells: readonly Cell[],
  first: number,
  width: number,
): { line: string; offset: number } {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const before = first > 0 ? '…' : '';
  const after = total > first + width ? '…' : '';
  const left = first + before.length;
  const right = first + width - after.length;
  let line = before;
  let offset: number | undefined;
  let column = 0;
  for (const cell of cells) {
    if (column >= left && column + cell.width <= right) {
      offset ??= column - before.length;
      line += cell.shown;
    }
    column += cell.width;
  }
  return { line: line + after, offset: offset ?? first };
}
