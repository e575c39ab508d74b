import type { Problem } from '../problems/index.js';
import { CannotGoOn, Complaints } from './complaints.js';
import type { XmlEvents } from './events.js';
import type { ExternalEntities } from './external-entities.js';
import { DocumentNode } from './nodes.js';
import { Scanner } from './scanner.js';
import type { SourceText } from './source-text.js';
import { TextWindow } from './text-window.js';
import type { XmlDocument } from './tree.js';
import { TreeBuilder } from './tree-builder.js';

/** How a document is read. */
export interface ParseOptions {
  /** The external entities and DTDs that may be read: none unless said. */
  readonly externals?: ExternalEntities | undefined;
}

/** A document, or what keeps the source from being one. */
export interface ParsedXml {
  /** Absent when the source is not well-formed. */
  readonly document?: XmlDocument;
  readonly problems: readonly Problem[];
}

/**
 * Reads a source as an XML document: XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition), with the
 * internal subset of its DTD (entities, default attributes), and with external entities and the external subset where
 * the options allow it. After an error it goes on
 * as long as what follows is certain, so that several mistakes are told in one go.
 */
export function parseXml(source: SourceText, options?: ParseOptions): ParsedXml {
  const document = new DocumentNode(source, source.text.length);
  const problems = scan(source, document, new TreeBuilder(document), options);
  return problems.length > 0 ? { problems } : { document, problems };
}

/**
 * Reads a source as `parseXml` does, and keeps nothing of it: a listener is told what is in it.
 *
 * @returns what keeps the source from being an XML document
 */
export function readEvents(
  source: SourceText,
  events: XmlEvents,
  options?: ParseOptions,
): readonly Problem[] {
  return scan(source, new DocumentNode(source, source.text.length), events, options);
}

function scan(
  source: SourceText,
  document: DocumentNode,
  events: XmlEvents,
  options: ParseOptions | undefined,
): readonly Problem[] {
  if (source.problems !== undefined && source.problems.length > 0) return source.problems;
  const complaints = new Complaints(source);
  try {
    new Scanner(
      new TextWindow(source.text),
      document,
      events,
      complaints,
      options?.externals,
    ).scan();
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
  }
  return complaints.inOrder();
}
