import { pathToFileURL } from 'node:url';
import { Schema } from '../relaxng/index.js';
import {
  type PlacedSource,
  positionAt,
  type ResolveAddress,
  readSource,
  type SchemaFile,
  SchemaSources,
  type XmlDoctype,
} from '../xml/index.js';
import type { Dtd } from './dtd.js';
import { DtdCursor } from './dtd-cursor.js';
import { patternsOfDtd } from './patterns-of-dtd.js';
import { readDtd } from './read-dtd.js';

/** A DTD, ready to judge documents. */
export interface LoadedDtd {
  readonly dtd: Dtd;
  readonly schema: Schema;
  /** The DTD as it is shown to a person. */
  readonly file: string;
}

/** The DOCTYPE of a document, with the document itself. */
export interface DoctypeOf {
  readonly source: PlacedSource;
  /** Where the document is: absolute. */
  readonly path: string;
  readonly doctype: XmlDoctype;
}

/**
 * Reads a DTD, ready to judge documents.
 *
 * @param file the external subset; the document itself where its DOCTYPE has none
 * @param of the document whose DOCTYPE it is: its internal subset comes first, and the root has the name that it gives
 * @param resolve gives the path of a copy of what has an `http` or `https` address
 * @throws Failure when it cannot be read or is not correct, with the place
 */
export function loadDtd(
  file: SchemaFile,
  of: DoctypeOf | undefined,
  resolve: ResolveAddress | undefined,
): LoadedDtd {
  const sources = new SchemaSources(file, resolve);
  const cursor = new DtdCursor(file.file, (address) => sources.read(address));
  // What is opened last is read first.
  if (of === undefined || of.doctype.systemId !== undefined)
    cursor.open(sources.read(sources.address), sources.address);
  if (of !== undefined) openInternalSubset(cursor, of);
  const dtd = readDtd(cursor);
  return { dtd, schema: new Schema(patternsOfDtd(dtd, of?.doctype.name)), file: file.file };
}

/** A DOCTYPE as it is written; `undefined` where a stream has gone past it. */
export function doctypeText({
  source,
  doctype: { span },
}: Pick<DoctypeOf, 'source' | 'doctype'>): string | undefined {
  return source.reading === undefined
    ? source.text?.slice(span.start, span.end)
    : source.reading.slice(span.start, span.end);
}

/** Between `[` and `]`, after the name and the external identifier (XML 1.0, [28]). */
const before =
  /^<!DOCTYPE\s+[^\s[>]+\s*(?:SYSTEM\s*(?:"[^"]*"|'[^']*')|PUBLIC\s*(?:"[^"]*"|'[^']*')\s*(?:"[^"]*"|'[^']*'))?\s*\[/;

function openInternalSubset(cursor: DtdCursor, of: DoctypeOf): void {
  const { source, path, doctype } = of;
  const { start, end } = doctype.span;
  // Of a stream, what has been read may be gone.
  const text = doctypeText(of) ?? readSource(path, source.file).text.slice(start, end);
  const subset = before.exec(text);
  if (subset === null) return;
  // Line and column are told of a text in which it stands where it does in the document.
  const { line, column } = positionAt(source, start);
  const around = '\n'.repeat(line - 1) + ' '.repeat(column - 1);
  const from = around.length + subset[0].length;
  const to = around.length + text.lastIndexOf(']');
  cursor.open({ file: source.file, text: around + text }, pathToFileURL(path).href, from, to);
}
