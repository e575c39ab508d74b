import type { SourceDocument, Transformer } from '../transform/index.js';
import type { XmlDocument } from '../xml/index.js';

/** The three editions, in the order in which they are made and named. */
export const editionNames = ['html', 'text', 'print'] as const;
export type EditionName = (typeof editionNames)[number];

/** A source as an edition needs it: the text that the stylesheets read, and the tree it was parsed to. */
export interface EditionSource extends SourceDocument {
  readonly tree: XmlDocument;
}

/** One edition document, with all that its editions are made from. */
export interface EditionInput {
  /** The file's name without `.xml`, for instance `telegram-112096`: the names of its editions begin with it. */
  readonly name: string;
  /** The document's folder in `dist/`, with `/` between its parts: `telegram-112096`, `PART/telegram-112096`. */
  readonly folder: string;
  /** The way from the document's folder to the root of `dist/`, ending in `/`: `../`, `../../`. */
  readonly root: string;
  readonly source: EditionSource;
  /** The authority files of the project, sorted by path. */
  readonly registers: readonly EditionSource[];
  readonly transformer: Transformer;
}

/** All edition documents of the site, for what belongs to none of them alone. */
export interface SiteInput {
  readonly documents: readonly EditionInput[];
  readonly registers: readonly EditionSource[];
  readonly transformer: Transformer;
}

/** A file of an edition. */
export interface OutputFile {
  /**
   * Relative to the document's folder (from `make`) or to the root of `dist/` (from `makeSite`), with `/` between
   * its parts; it may not lead out of there.
   */
  readonly path: string;
  /** Text is written as UTF-8 without a byte order mark. */
  readonly content: string | Uint8Array;
}

/** One way to publish a document: from its source to files. The same input gives the same bytes. */
export interface Edition {
  readonly name: EditionName;
  /**
   * Loads what the edition needs (fonts, geometry, compilers), so that it happens early. Called at most once, and `make`
   * need not wait for it; what it throws is ignored, since `make` will throw it again.
   */
  prepare?(): Promise<void>;
  /**
   * The files of one document.
   * @throws Failure when a stylesheet or a typesetter fails for a reason that a person can mend.
   */
  make(input: EditionInput): Promise<readonly OutputFile[]>;
  /** What the documents share: the list of them, style sheets, fonts. */
  makeSite?(input: SiteInput): Promise<readonly OutputFile[]>;
}
