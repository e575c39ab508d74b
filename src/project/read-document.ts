import { type ParsedXml, parseXml, readSource, type SourceText } from '../xml/index.js';

/** A source as it is on disk, and what came of parsing it. */
export interface ReadDocument extends ParsedXml {
  readonly source: SourceText;
}

/**
 * Reads and parses one source: the one way in which documents of a project are read as trees.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @throws Failure when the file cannot be read
 */
export function readDocument(path: string, file: string): ReadDocument {
  const source = readSource(path, file);
  return { source, ...parseXml(source) };
}
