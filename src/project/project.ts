import type { Problem } from '../problems/index.js';
import type { SourceText, XmlDocument } from '../xml/index.js';
import type { Configuration } from './configuration.js';
import type { SchemaReference } from './schema-reference.js';

/** An edition document becomes pages; an authority file holds only lists that others point into. */
export type DocumentKind = 'edition' | 'authority';

/**
 * One source. What is in it (`source`, `tree`, `problems`, `kind`) is read and parsed when it is first asked for; a
 * file that cannot be read is a `Failure` then.
 */
export interface ProjectDocument {
  readonly path: string;
  /** The path as it is shown to a person: relative to the working directory, with `/` between its parts. */
  readonly file: string;
  readonly kind: DocumentKind;
  /** The file's name without `.xml`. */
  readonly name: string;
  /** Its folder below `tei/`, with `/` between its parts: `PART`; empty for `tei/` itself. */
  readonly folder: string;
  /** Whether it has been read, so that asking for what is in it costs nothing. */
  readonly isRead: boolean;
  readonly source: SourceText;
  /** With what it includes in place. Absent where the source, or something that it includes, is not well-formed. */
  readonly tree: XmlDocument | undefined;
  /** What keeps it from being well-formed, each in the file that it is in, and what the parser has doubts about. */
  readonly problems: readonly Problem[];
  /** Absolute paths of the other files that it is made of: what it includes (XInclude), external entities. */
  readonly included: readonly string[];
}

/** A project as it lay in its folder when it was loaded. */
export interface Project {
  /** The folder that holds `tei/`. */
  readonly root: string;
  /** What paths are shown relative to. */
  readonly workingDirectory: string;
  readonly configuration: Configuration;
  /** All sources of `tei/`, and those named besides, sorted by path. */
  readonly documents: readonly ProjectDocument[];
  /** The schemas of `schemas/`, sorted by path. */
  readonly schemas: readonly SchemaReference[];
  /** Paths of the project's own entry stylesheets, where it has some. */
  readonly stylesheets: Readonly<Partial<Record<'html' | 'text' | 'print', string>>>;
}
