import { isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import { type Cursor, normalizeLineEnds } from './cursor.js';
import type { Span } from './tree.js';

// Misc [27]: what may stand anywhere between other things.

/** Turns offsets of the text that is being read into a place in the source. */
export type SpanOf = (start: number, end: number) => Span;

/**
 * Reads Comment [15]; the cursor stands on its `<!--`.
 *
 * @returns what it says
 */
export function readComment(cursor: Cursor, complaints: Complaints, spanOf: SpanOf): string {
  const start = cursor.pos;
  const { text } = cursor;
  const hyphens = cursor.find('--', start + 4);
  let close = hyphens === -1 || text[hyphens + 2] === '>' ? hyphens : cursor.find('-->', hyphens);
  if (close === -1) {
    complaints.stop(spanOf(start, start + 4), 'The comment is not closed with -->.', {
      help: 'Write --> where the comment ends.',
    });
  }
  if (close !== hyphens || text[hyphens + 2] !== '>') {
    const inner = text.startsWith('<!', hyphens - 2) && hyphens - 2 > start;
    if (inner) close = endOfNested(cursor, start, close);
    complaints.report(spanOf(inner ? hyphens - 2 : hyphens, hyphens + 2), {
      code: 'xml/not-well-formed',
      message: inner
        ? `A comment cannot stand inside another: the one that begins on line ${complaints.place(spanOf(start, start + 4), '').line} is not closed.`
        : 'Two hyphens -- cannot stand inside a comment.',
      help: inner
        ? 'Write --> before this place, or take the inner comment out.'
        : 'Put something between them: - -, or a dash –.',
      ...(inner
        ? {
            related: [complaints.place(spanOf(start, start + 4), 'The outer comment begins here.')],
          }
        : {}),
    });
  }
  cursor.pos = close + 3;
  return normalizeLineEnds(text.slice(start + 4, close));
}

/** So far the end of a comment around others is looked for, in UTF-16 units; and past so many others. */
const NESTED = 100_000;
const OTHERS = 50;

/** The `-->` that ends a comment around other comments, where each has its own; the first, where one lacks it. */
function endOfNested(cursor: Cursor, start: number, first: number): number {
  const { text } = cursor;
  if (text.length - start <= NESTED) cursor.ranOut = true;
  const near = text.slice(start, start + NESTED);
  let depth = 0;
  let marks = 0;
  for (const mark of near.matchAll(/<!--|-->/g)) {
    if (++marks > 2 * OTHERS) break;
    depth += mark[0] === '-->' ? -1 : 1;
    if (depth === 0) return start + mark.index;
  }
  return first;
}

/** So far the end of a processing instruction without a name is looked for, in UTF-16 units. */
const NAMELESS = 1000;

/**
 * Reads PI [16]; the cursor stands on its `<?`.
 *
 * @returns `undefined` where it is none, which has been reported; the cursor stands after it all the same
 */
export function readProcessingInstruction(
  cursor: Cursor,
  complaints: Complaints,
  spanOf: SpanOf,
): { readonly target: string; readonly value: string } | undefined {
  const start = cursor.pos;
  cursor.pos += 2;
  const target = cursor.name();
  const { text } = cursor;
  const span = spanOf(start, Math.max(cursor.pos, start + 2));
  if (target === '') {
    complaints.report(span, {
      code: 'xml/not-well-formed',
      message: 'The processing instruction has no name after <?.',
      help: 'Write <?name …?>; for the sign itself, &lt;.',
    });
    if (text.length - start <= NAMELESS) cursor.ranOut = true;
    const close = /^[^<]*?\?>/.exec(text.slice(cursor.pos, start + NAMELESS));
    if (close !== null) cursor.pos += close[0].length;
    return undefined;
  }
  const end = cursor.find('?>', cursor.pos);
  if (end === -1)
    complaints.stop(span, `<?${target} is not closed with ?>.`, {
      help: 'Write ?> where the processing instruction ends.',
    });
  if (target.toLowerCase() === 'xml') {
    complaints.report(span, {
      code: 'xml/not-well-formed',
      message: 'An XML declaration can stand only at the very beginning of the file.',
      help:
        start > 0 && isBlank(text, start)
          ? 'Delete what stands before it, white space too.'
          : 'Delete it here.',
    });
    cursor.pos = end + 2;
    return undefined;
  }
  if (target.includes(':')) {
    complaints.report(span, {
      code: 'xml/namespace',
      message: `The name of a processing instruction cannot have a colon: ${target}.`,
      help: 'Put a hyphen in its place.',
    });
  }
  if (end !== cursor.pos && !cursor.space()) {
    complaints.report(span, {
      code: 'xml/not-well-formed',
      message: `White space is missing after <?${target}.`,
      help: 'Put a space between the name and what follows.',
    });
  }
  const value = normalizeLineEnds(text.slice(Math.min(cursor.pos, end), end));
  cursor.pos = end + 2;
  return { target, value };
}

/** Whether nothing but white space stands before an offset. */
function isBlank(text: string, end: number): boolean {
  for (let at = 0; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
