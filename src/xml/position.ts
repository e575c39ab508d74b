import type { Fix, Place, Problem, RelatedPlace, Severity } from '../problems/index.js';
import type { PlacedSource } from './source-text.js';
import type { Position, Span } from './tree.js';

const lineStarts = new WeakMap<PlacedSource, Uint32Array>();

/**
 * The line and column of an offset, both from 1, columns in UTF-16 units. A line ends with a line feed, a carriage
 * return, or both (XML 1.0, section 2.11). The lines of a source are counted the first time that somebody asks.
 */
export function positionAt(source: PlacedSource, offset: number): Position {
  if (source.reading !== undefined) return source.reading.positionAt(offset);
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The offset of a line and column of a text; `undefined` where there is none. */
export function offsetOf(
  source: PlacedSource & { readonly text: string },
  { line, column }: Position,
): number | undefined {
  const starts = lineStartsOf(source);
  const start = starts[line - 1];
  if (start === undefined || column < 1) return undefined;
  const offset = start + column - 1;
  return offset < (starts[line] ?? source.text.length + 1) ? offset : undefined;
}

function lineStartsOf(source: PlacedSource): Uint32Array {
  let starts = lineStarts.get(source);
  if (starts === undefined) {
    starts = findLineStarts(source.text ?? '');
    lineStarts.set(source, starts);
  }
  return starts;
}

function findLineStarts(text: string): Uint32Array {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      starts.push(at + 1);
  } else {
    for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  }
  return Uint32Array.from(starts);
}

/** What is said about a place; the place itself comes from a span. */
export interface ProblemText {
  readonly severity?: Severity;
  readonly code: string;
  readonly message: string;
  readonly help?: string | undefined;
  readonly schema?: string | undefined;
  readonly xpath?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  readonly fix?: Fix | undefined;
}

/** A place from its first unit to the one after its last. */
export interface PlacedSpan extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a span of a source lies. */
export function placeAt(source: PlacedSource, span: Span): PlacedSpan {
  const start = positionAt(source, span.start);
  const end = positionAt(source, Math.max(span.start, span.end));
  return {
    file: source.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A problem at a span of a source; an error unless its severity says otherwise. */
export function problemAt(source: PlacedSource, span: Span, about: ProblemText): Problem {
  return {
    ...placeAt(source, span),
    severity: about.severity ?? 'error',
    code: about.code,
    message: about.message,
    ...(about.help === undefined ? {} : { help: about.help }),
    ...(about.schema === undefined ? {} : { schema: about.schema }),
    ...(about.xpath === undefined ? {} : { xpath: about.xpath }),
    ...(about.related === undefined || about.related.length === 0
      ? {}
      : { related: about.related }),
    ...(about.fix === undefined ? {} : { fix: about.fix }),
  };
}

/** A second place that a problem speaks of. */
export function relatedPlace(source: PlacedSource, span: Span, message: string): RelatedPlace {
  return { file: source.file, ...positionAt(source, span.start), message };
}
