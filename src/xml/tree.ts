import type { SourceText } from './source-text.js';

/** Offsets into the source text in UTF-16 units: `start` is the first unit, `end` the one after the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An expanded name (Namespaces in XML 1.0, section 2.1) with the prefix it was written with. */
export interface Name {
  readonly prefix: string;
  readonly local: string;
  /** The namespace name; empty for no namespace. */
  readonly namespace: string;
  /** A place for whoever looks names up again and again: what the name is to it, with a mark of its own. */
  noted?: { readonly by: object } | undefined;
}

export interface XmlAttribute extends Span {
  readonly name: Name;
  /** The name as written, `xml:id`. */
  readonly qname: string;
  /** The normalised value (XML 1.0, section 3.3.3). */
  readonly value: string;
  readonly nameSpan: Span;
  /** Between the quotation marks. */
  readonly valueSpan: Span;
  /**
   * Set where nobody wrote it: inclusion added it, so that its element means the same at its new place (XInclude 1.1,
   * sections 4.7.5 and 4.7.6). A schema need not know of it.
   */
  readonly isFixup?: boolean | undefined;
}

export interface XmlElement extends Span {
  readonly kind: 'element';
  readonly name: Name;
  /** The name as written, `tei:p`. */
  readonly qname: string;
  /** In the order of the source, without namespace declarations. */
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | XmlDocument;
  /** Prefixes declared in this start tag and their namespace names; the default namespace is the prefix ''. */
  readonly namespaces?: ReadonlyMap<string, string> | undefined;
  /** The name in the start tag. */
  readonly nameSpan: Span;
  readonly startTag: Span;
  /** Absent for `<empty/>`. */
  readonly endTag: Span | undefined;
  /** Set where it and what it contains stand in another source than what surrounds it: see `sourceOf`. */
  readonly source?: SourceText | undefined;
}

export interface XmlText extends Span {
  readonly kind: 'text';
  /** With entities, character references and CDATA sections resolved, line ends normalised (XML 1.0, section 2.11). */
  readonly value: string;
  /** Whether the value is nothing but white space. */
  readonly blank: boolean;
  readonly parent: XmlElement;
}

export interface XmlComment extends Span {
  readonly kind: 'comment';
  readonly value: string;
  readonly parent: XmlElement | XmlDocument;
}

export interface XmlProcessingInstruction extends Span {
  readonly kind: 'processing-instruction';
  readonly target: string;
  readonly value: string;
  readonly parent: XmlElement | XmlDocument;
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlProcessingInstruction;

/** A document type declaration (XML 1.0, section 2.8). */
export interface XmlDoctype {
  /** The name of the root element that it announces. */
  readonly name: string;
  readonly publicId?: string | undefined;
  /** Where the external subset lies, as written; absent where there is none. */
  readonly systemId?: string | undefined;
  /** From `<!DOCTYPE` to its `>`. */
  readonly span: Span;
  /** Whether what was read of it declares elements, so that the document can be valid by it or not (section 2.8). */
  readonly hasElementDeclarations: boolean;
  /** The attributes of type ID that it declares, by the name of their element (section 3.3.1). */
  readonly idAttributes: ReadonlyMap<string, string>;
  /** The names of the entities that it declares to be of data that is not XML (section 4.2.2). */
  readonly unparsedEntities: ReadonlySet<string>;
}

export interface XmlDocument extends Span {
  readonly kind: 'document';
  readonly source: SourceText;
  readonly doctype?: XmlDoctype | undefined;
  readonly children: readonly (XmlElement | XmlComment | XmlProcessingInstruction)[];
  readonly root: XmlElement;
}

/** Where an offset lies, counted as a person counts. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
