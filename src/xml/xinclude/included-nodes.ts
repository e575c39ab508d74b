import type { SourceText } from '../source-text.js';
import type {
  Name,
  Span,
  XmlAttribute,
  XmlDoctype,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlText,
} from '../tree.js';

// The nodes of a document whose inclusions are resolved. They are made of the nodes that were parsed, which stay as
// they are: one part may be included many times.

/** A document with what it includes in place. */
export class ExpandedDocument implements XmlDocument {
  readonly kind = 'document';
  readonly start: number;
  readonly end: number;
  readonly source: SourceText;
  readonly doctype: XmlDoctype | undefined;
  readonly children: XmlDocument['children'][number][] = [];
  root!: XmlElement;

  constructor({ start, end, source, doctype }: XmlDocument) {
    this.start = start;
    this.end = end;
    this.source = source;
    this.doctype = doctype;
  }
}

/** What is otherwise about an element that was brought in from elsewhere. */
export interface Fixup {
  readonly attributes: readonly XmlAttribute[];
  readonly namespaces: ReadonlyMap<string, string> | undefined;
  readonly source: SourceText;
}

/** An element at its place in the document that is whole. */
export class PlacedElement implements XmlElement {
  readonly #parsed: XmlElement;
  readonly attributes: readonly XmlAttribute[];
  readonly namespaces: ReadonlyMap<string, string> | undefined;
  readonly source: SourceText | undefined;
  readonly children: XmlNode[] = [];

  constructor(
    parsed: XmlElement,
    readonly parent: XmlElement | XmlDocument,
    fixup: Fixup | undefined,
  ) {
    this.#parsed = parsed;
    this.attributes = (fixup ?? parsed).attributes;
    this.namespaces = (fixup ?? parsed).namespaces;
    this.source = fixup?.source;
  }

  get kind(): 'element' {
    return 'element';
  }

  get name(): Name {
    return this.#parsed.name;
  }

  get qname(): string {
    return this.#parsed.qname;
  }

  get start(): number {
    return this.#parsed.start;
  }

  get end(): number {
    return this.#parsed.end;
  }

  get nameSpan(): Span {
    return this.#parsed.nameSpan;
  }

  get startTag(): Span {
    return this.#parsed.startTag;
  }

  get endTag(): Span | undefined {
    return this.#parsed.endTag;
  }
}

/** A text at its place in the document that is whole. */
export class PlacedText implements XmlText {
  readonly #parsed: XmlText;

  constructor(
    parsed: XmlText,
    readonly parent: XmlElement,
  ) {
    this.#parsed = parsed;
  }

  get kind(): 'text' {
    return 'text';
  }

  get value(): string {
    return this.#parsed.value;
  }

  get blank(): boolean {
    return this.#parsed.blank;
  }

  get start(): number {
    return this.#parsed.start;
  }

  get end(): number {
    return this.#parsed.end;
  }
}
