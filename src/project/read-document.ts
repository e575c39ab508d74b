import { dirname } from 'node:path';
import type { Problem } from '../problems/index.js';
import {
  type FileAccess,
  isWithin,
  parseXml,
  readSource,
  resolveIncludes,
  type SourceText,
  type XmlDocument,
} from '../xml/index.js';
import type { Configuration } from './configuration.js';
import { shownPath } from './shown-path.js';

/** What of a project decides how its documents are read. Plain data: a thread may have a copy. */
export interface ReadingContext {
  /** The folder of the project. */
  readonly root: string;
  /** What paths are shown relative to. */
  readonly workingDirectory: string;
  readonly configuration: Configuration;
}

/** A source as it is on disk, and what came of parsing it. */
export interface ReadDocument {
  readonly source: SourceText;
  /** With what it includes in place; absent where it is not well-formed, or something could not be included. */
  readonly document?: XmlDocument;
  /** What is wrong with it and with the files that it is made of, each in the file that it is in. */
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that it includes, and that these include. */
  readonly included: readonly string[];
}

/**
 * Reads one source, parses it and resolves its inclusions: the one way in which documents of a project are read as
 * trees. It may include files of the project, or, where it lies outside, of its own folder.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @throws Failure when the file cannot be read
 */
export function readDocument(path: string, file: string, context: ReadingContext): ReadDocument {
  const source = readSource(path, file);
  const { document, problems } = parseXml(source);
  if (document === undefined) return { source, problems, included: [] };
  const resolved = resolveIncludes(document, { path, access: fileAccess(path, context) });
  return { source, ...resolved, problems: [...problems, ...resolved.problems] };
}

function fileAccess(path: string, { root, workingDirectory }: ReadingContext): FileAccess {
  return {
    root: isWithin(path, root) ? root : dirname(path),
    show: (shown) => shownPath(shown, workingDirectory),
  };
}
