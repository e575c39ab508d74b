import type { SourceText } from './source-text.js';
import type {
  Name,
  Span,
  XmlAttribute,
  XmlComment,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from './tree.js';

// The nodes as the scanner builds them. Spans are kept as numbers and made into objects when asked for: a document
// has many more of them than anybody looks at.

const none: readonly never[] = Object.freeze([]);

export class DocumentNode implements XmlDocument {
  readonly kind = 'document';
  readonly start = 0;
  readonly children: (XmlElement | XmlComment | XmlProcessingInstruction)[] = [];
  root!: XmlElement;

  constructor(
    readonly source: SourceText,
    readonly end: number,
  ) {}
}

export class ElementNode implements XmlElement {
  readonly kind = 'element';
  attributes: readonly XmlAttribute[] = none;
  children: readonly XmlNode[] = none;
  namespaces: ReadonlyMap<string, string> | undefined = undefined;
  name!: Name;
  end: number;
  startTagEnd: number;
  /** -1 while there is no end tag. */
  endTagStart = -1;

  constructor(
    readonly qname: string,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly nameStart: number,
    readonly nameEnd: number,
  ) {
    this.end = nameEnd;
    this.startTagEnd = nameEnd;
  }

  get nameSpan(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  get startTag(): Span {
    return { start: this.start, end: this.startTagEnd };
  }

  get endTag(): Span | undefined {
    return this.endTagStart === -1 ? undefined : { start: this.endTagStart, end: this.end };
  }
}

export class AttributeNode implements XmlAttribute {
  name!: Name;
  value = '';

  constructor(
    readonly qname: string,
    readonly start: number,
    readonly nameEnd: number,
    readonly valueStart: number,
    readonly valueEnd: number,
    readonly end: number,
  ) {}

  get nameSpan(): Span {
    return { start: this.start, end: this.nameEnd };
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.valueEnd };
  }
}

export class TextNode implements XmlText {
  readonly kind = 'text';

  constructor(
    readonly value: string,
    readonly parent: XmlElement,
    readonly start: number,
    readonly end: number,
  ) {}
}

export class CommentNode implements XmlComment {
  readonly kind = 'comment';

  constructor(
    readonly value: string,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly end: number,
  ) {}
}

export class ProcessingInstructionNode implements XmlProcessingInstruction {
  readonly kind = 'processing-instruction';

  constructor(
    readonly target: string,
    readonly value: string,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly end: number,
  ) {}
}
