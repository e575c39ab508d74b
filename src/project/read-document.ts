import { dirname } from 'node:path';
import type { Problem } from '../problems/index.js';
import {
  type ExternalEntities,
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
  /** Absolute paths of the files that it includes, and that these include, and of external entities that were read. */
  readonly included: readonly string[];
}

/**
 * Reads one source, parses it and resolves its inclusions: the one way in which documents of a project are read as
 * trees. It may include files of the project, or, where it lies outside, of its own folder.
 *
 * @param path where the file is
 * @param file the path as it is shown to a person
 * @param source what is in the file, where somebody has read it already
 * @throws Failure when the file cannot be read
 */
export function readDocument(
  path: string,
  file: string,
  context: ReadingContext,
  source = readSource(path, file),
): ReadDocument {
  const read = new Set<string>();
  const options = parseOptions(path, context, (external) => read.add(external));
  const { document, problems } = parseXml(source, options);
  if (document === undefined) return { source, problems, included: [...read] };
  const { access, folders: externalEntities } = options.externals;
  const resolved = resolveIncludes(document, { path, access, externalEntities });
  for (const included of resolved.included) read.add(included);
  return {
    source,
    ...resolved,
    problems: [...problems, ...resolved.problems],
    included: [...read],
  };
}

/**
 * Whether a text may draw in other files, by what it must hold to do so: the namespace of XInclude, which an attribute
 * may spell with references, or a DOCTYPE, which may declare entities. Where it says no, it is none.
 */
export function mayInclude(text: string): boolean {
  return (
    text.includes('XInclude') ||
    text.includes('!DOCTYPE') ||
    // Without a DOCTYPE a letter is spelt by a character reference only.
    (text.includes('&#') && /\sxmlns(?::[^\s=]+)?\s*=\s*(?:"[^"<&]*&|'[^'<&]*&)/.test(text))
  );
}

/**
 * How a document of a project is parsed: which external entities it may have.
 *
 * @param onRead hears the absolute path of each of them that is read
 */
export function parseOptions(
  path: string,
  { root, workingDirectory, configuration }: ReadingContext,
  onRead?: (path: string) => void,
): { readonly externals: ExternalEntities } {
  const access = {
    root: isWithin(path, root) ? root : dirname(path),
    show: (shown: string) => shownPath(shown, workingDirectory),
  };
  return { externals: { path, access, folders: configuration.externalEntities, onRead } };
}
