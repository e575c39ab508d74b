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
  const hyphens = text.indexOf('--', start + 4);
  const close =
    hyphens === -1 || text[hyphens + 2] === '>' ? hyphens : text.indexOf('-->', hyphens);
  if (close === -1) {
    complaints.stop(spanOf(start, start + 4), 'The comment is not closed with -->.', {
      help: 'Write --> where the comment ends.',
    });
  }
  if (close !== hyphens || text[hyphens + 2] !== '>') {
    complaints.report(spanOf(hyphens, hyphens + 2), {
      code: 'xml/not-well-formed',
      message: 'Two hyphens -- cannot stand inside a comment.',
      help: 'Put something between them: - -, or a dash –.',
    });
  }
  cursor.pos = close + 3;
  return normalizeLineEnds(text.slice(start + 4, close));
}

/** Reads PI [16]; the cursor stands on its `<?`. */
export function readProcessingInstruction(
  cursor: Cursor,
  complaints: Complaints,
  spanOf: SpanOf,
): { readonly target: string; readonly value: string } {
  const start = cursor.pos;
  cursor.pos += 2;
  const target = cursor.name();
  const { text } = cursor;
  const span = spanOf(start, Math.max(cursor.pos, start + 2));
  if (target === '')
    complaints.stop(span, 'The processing instruction has no name after <?.', {
      help: 'Write <?name …?>; for the sign itself, &lt;.',
    });
  if (target.toLowerCase() === 'xml') {
    complaints.stop(span, 'An XML declaration can stand only at the very beginning of the file.', {
      help:
        start > 0 && text.slice(0, start).trim() === ''
          ? 'Delete what stands before it, white space too.'
          : 'Delete it here.',
    });
  }
  if (target.includes(':')) {
    complaints.report(span, {
      code: 'xml/namespace',
      message: `The name of a processing instruction cannot have a colon: ${target}.`,
      help: 'Put a hyphen in its place.',
    });
  }
  const end = text.indexOf('?>', cursor.pos);
  if (end === -1)
    complaints.stop(span, `<?${target} is not closed with ?>.`, {
      help: 'Write ?> where the processing instruction ends.',
    });
  if (end !== cursor.pos && !cursor.space()) {
    complaints.stop(span, `White space is missing after <?${target}.`, {
      help: 'Put a space between the name and what follows.',
    });
  }
  const value = normalizeLineEnds(text.slice(Math.min(cursor.pos, end), end));
  cursor.pos = end + 2;
  return { target, value };
}
