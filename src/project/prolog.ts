import type {
  PlacedSource,
  XmlDoctype,
  XmlDocument,
  XmlProcessingInstruction,
} from '../xml/index.js';

/** What stands before the root of a document (XML 1.0, [22]). */
export interface Prolog {
  readonly source: PlacedSource;
  /** Where the document is. */
  readonly path: string;
  /** The processing instructions before the root element, in order. */
  readonly instructions: readonly XmlProcessingInstruction[];
  readonly doctype?: XmlDoctype | undefined;
}

/** The prolog of a document that is there as a tree. */
export function prologOf(document: XmlDocument, path: string): Prolog {
  const instructions: XmlProcessingInstruction[] = [];
  for (const node of document.children) {
    if (node.kind === 'element') break;
    if (node.kind === 'processing-instruction') instructions.push(node);
  }
  return { source: document.source, path, instructions, doctype: document.doctype };
}
