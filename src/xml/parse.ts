import type { Problem } from '../problems/index.js';
import { firstForbiddenCharacter } from './characters.js';
import { CannotGoOn, Complaints } from './complaints.js';
import { Scanner } from './scanner.js';
import type { SourceText } from './source-text.js';
import type { XmlDocument } from './tree.js';

/** A document, or what keeps the source from being one. */
export interface ParsedXml {
  /** Absent when the source is not well-formed. */
  readonly document?: XmlDocument;
  readonly problems: readonly Problem[];
}

/**
 * Reads a source as an XML document: XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition), with the
 * internal subset of its DTD (entities, default attributes) and without external entities. After an error it goes on
 * as long as what follows is certain, so that several mistakes are told in one go.
 */
export function parseXml(source: SourceText): ParsedXml {
  if (source.problems !== undefined && source.problems.length > 0)
    return { problems: source.problems };
  const complaints = new Complaints(source);
  const forbidden = firstForbiddenCharacter(source.text);
  if (forbidden !== -1) {
    const code = source.text.charCodeAt(forbidden).toString(16).toUpperCase().padStart(4, '0');
    complaints.report(
      { start: forbidden, end: forbidden + 1 },
      {
        code: 'xml/forbidden-character',
        message: `The character U+${code} stands here, which no XML document may contain.`,
        help: 'Delete it: it shows nothing, and often comes along when text is pasted.',
      },
    );
    return { problems: complaints.problems };
  }
  let document: XmlDocument | undefined;
  try {
    document = new Scanner(source, complaints).scan();
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
  }
  return document === undefined || complaints.problems.length > 0
    ? { problems: complaints.problems }
    : { document, problems: [] };
}
