/** An XML document as text, ready for the XSLT engine. */
export interface SourceDocument {
  /** Path as it is shown to a person, relative to the working directory. */
  readonly file: string;
  /** Absolute `file:` address: the base URI that stylesheets see and resolve against. */
  readonly uri: string;
  /** Well-formed XML without entity references other than XML's own five; no document type is read. */
  readonly text: string;
}

/** What a stylesheet parameter can be set to: strings, numbers, booleans, documents, and sequences of these. */
export type ParameterValue =
  | string
  | number
  | boolean
  | SourceDocument
  | readonly (string | number | boolean | SourceDocument)[];

/** The built-in entry stylesheets, named as the editions are. */
export type StylesheetEntry = 'html' | 'text' | 'print';

export interface Transformation {
  /** The global context item and what the initial mode is applied to; may be absent with `initialTemplate`. */
  readonly source?: SourceDocument;
  /** Authority files, sorted by path: the parameter `registers`. `doc()` finds them by their addresses too. */
  readonly registers?: readonly SourceDocument[];
  /** Parameters in no namespace, by local name. Names that the stylesheet does not declare are ignored. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** Local name of the template to begin with, in place of applying templates to `source`. */
  readonly initialTemplate?: string;
}

export interface TransformationResult {
  /** The principal result, serialised as `xsl:output` says. */
  readonly principal: string;
  /** Secondary results (`xsl:result-document`), serialised, by `href` relative to the document's folder. */
  readonly results: ReadonlyMap<string, string>;
}

/** Runs entry stylesheets, compiling each at most once. */
export interface Transformer {
  /**
   * @throws Failure when the stylesheet does not compile, or fails on this source.
   */
  run(entry: StylesheetEntry, transformation: Transformation): Promise<TransformationResult>;
  /** Loads the engine and the compiled stylesheet ahead of `run`. */
  prepare(entry: StylesheetEntry): Promise<void>;
}
