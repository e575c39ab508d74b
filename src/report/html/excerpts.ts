import type { Fix, Place, Problem } from '../../problems/index.js';
import type { LinePiece, SourceLines } from '../source-lines.js';
import { htmlText } from './html-text.js';

/** UTF-16 units of a line that are shown on each side of a place. */
export const reach = 160;
/** The same where a place has a single line of a list. */
const shortReach = 50;

/** The lines around a place are shown where they are no longer than this. */
const shortLine = reach - 1;

/** Says which lines will be asked for to show a problem in full. */
export function wantExcerpt(lines: SourceLines, problem: Problem): void {
  lines.want(problem);
  for (const around of [above(problem), below(problem)]) lines.want(around);
  if (problem.fix !== undefined) lines.want({ ...problem.fix, file: problem.file });
  for (const related of problem.related ?? []) lines.want(related);
}

function above({ file, line }: Place): Place {
  return { file, line: line - 1, column: 1 };
}

function below({ file, line }: Place): Place {
  return { file, line: line + 1, column: 1 };
}

/** The line of a place, the place in it marked, with the lines above and below where they are short. */
export function excerpt(problem: Problem, lines: SourceLines): string {
  const piece = lines.at(problem);
  if (piece === undefined) return '';
  const { line, endLine, endColumn } = problem;
  const rows = [{ line, text: markedLine(problem, piece, reach) }];
  if (piece.start === 0 && piece.text.length < problem.column + shortLine) {
    const before = lines.at(above(problem))?.text ?? '';
    const after = lines.at(below(problem))?.text ?? '';
    if (before.trim() !== '' && before.length < shortLine)
      rows.unshift({ line: line - 1, text: htmlText(before) });
    if (after.trim() !== '' && after.length < shortLine) {
      const until =
        endLine > line + 1 ? after.trimEnd().length : endLine > line ? endColumn - 1 : 0;
      const from = indentOf(after);
      const text = until > from ? markedText(after, from, until) : htmlText(after);
      rows.push({ line: line + 1, text });
    }
  }
  return numbered(rows);
}

/** A place and no other line. */
export function line(place: Place, lines: SourceLines): string {
  const piece = lines.at(place);
  if (piece === undefined) return '';
  return numbered([{ line: place.line, text: markedLine(place, piece, reach) }]);
}

/** A line as far as it is near to a place, in a list of such. */
export function shortExcerpt(problem: Problem, lines: SourceLines): string {
  const piece = lines.at(problem);
  return piece === undefined ? '' : markedLine(problem, piece, shortReach).trimStart();
}

/** What stands at the place of a fix and what would stand there, in their line; empty where the line is not known. */
export function fixedLine(fix: Fix, file: string, lines: SourceLines): string {
  const piece = lines.at({ ...fix, file });
  if (piece === undefined || fix.endLine !== fix.line) return '';
  const start = fix.column - 1 - piece.start;
  const end = fix.endColumn - 1 - piece.start;
  if (end > piece.text.length) return '';
  const from = Math.max(0, start - shortReach);
  const to = Math.min(piece.text.length, end + shortReach);
  const gone = piece.text.slice(start, end);
  return (
    (piece.start + from > 0 ? '…' : '') +
    htmlText(piece.text.slice(from, start).trimStart()) +
    (gone === '' ? '' : `<del>${htmlText(gone)}</del>`) +
    (fix.text === '' ? '' : `<ins>${htmlText(fix.text)}</ins>`) +
    htmlText(piece.text.slice(end, to)) +
    (to < piece.text.length || isCut(piece, fix) ? '…' : '')
  );
}

interface Row {
  readonly line: number;
  /** In HTML. */
  readonly text: string;
}

/** Lines with their numbers, without the indentation that all of them have. */
function numbered(rows: readonly Row[]): string {
  const indent = Math.min(...rows.map(({ text }) => indentOf(text)));
  return rows.map(({ line, text }) => `<i>${line}</i>${text.slice(indent)}\n`).join('');
}

function indentOf(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** A line as far as it is near to a place, the place marked. */
function markedLine(
  place: Place & { readonly endLine?: number; readonly endColumn?: number },
  piece: LinePiece,
  near: number,
): string {
  const { line, column, endLine = line, endColumn = column } = place;
  const start = column - 1 - piece.start;
  const end = endLine > line ? piece.text.trimEnd().length : endColumn - 1 - piece.start;
  const from = near < reach ? Math.max(0, start - near) : 0;
  const to = near < reach ? Math.min(piece.text.length, start + near) : piece.text.length;
  const isCutBefore = piece.start + from > 0;
  const isCutAfter = to < piece.text.length || isCut(piece, place);
  const text = wholeCharacters(piece.text.slice(from, to));
  return (
    (isCutBefore ? '…' : '') +
    markedText(text, start - from, Math.max(start, end) - from) +
    (isCutAfter ? '…' : '')
  );
}

/** Whether the line goes on after what is known of it. */
function isCut({ text, start }: LinePiece, { column }: { readonly column: number }): boolean {
  return start + text.length >= column - 1 + reach;
}

/** What is cut may begin or end with half of a pair. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** A text with a part of it marked; an empty part is a mark of its own. */
function markedText(text: string, start: number, end: number): string {
  const [before, marked, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const mark = marked === '' ? '<mark class="point"></mark>' : `<mark>${htmlText(marked)}</mark>`;
  return htmlText(before) + mark + htmlText(after);
}
