import { isSpace } from './characters.js';
import { flat } from './flat.js';
import type { WrittenName } from './namespaces.js';
import type { SourceText } from './source-text.js';
import type {
  Span,
  XmlAttribute,
  XmlComment,
  XmlDoctype,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from './tree.js';

// The nodes as the scanner builds them. A document has hundreds of thousands, most of which nobody looks at closely:
// they keep a few numbers, and make spans and values from the source when asked for them.

function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

const none: readonly never[] = Object.freeze([]);

export class DocumentNode implements XmlDocument {
  readonly kind = 'document';
  readonly start = 0;
  readonly children: (XmlElement | XmlComment | XmlProcessingInstruction)[] = [];
  root!: XmlElement;
  doctype: XmlDoctype | undefined = undefined;

  constructor(
    readonly source: SourceText,
    readonly end: number,
  ) {}
}

export class ElementNode implements XmlElement {
  attributes: readonly XmlAttribute[] = none;
  children: readonly XmlNode[] = none;
  namespaces: ReadonlyMap<string, string> | undefined = undefined;
  end: number;
  /** -1 while there is no end tag. */
  endTagStart = -1;

  constructor(
    readonly name: WrittenName,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly startTagEnd: number,
  ) {
    this.end = startTagEnd;
  }

  get kind(): 'element' {
    return 'element';
  }

  /** Copies the values of its attributes, so that they keep no longer text alive. */
  detach(): void {
    for (const attribute of this.attributes) (attribute as AttributeNode).detach();
  }

  get qname(): string {
    return this.name.qname;
  }

  get nameSpan(): Span {
    return { start: this.start + 1, end: this.start + 1 + this.name.qname.length };
  }

  get startTag(): Span {
    return { start: this.start, end: this.startTagEnd };
  }

  get endTag(): Span | undefined {
    return this.endTagStart === -1 ? undefined : { start: this.endTagStart, end: this.end };
  }
}

/** An element of an entity's replacement text: all of it stands at the reference. */
export class ExpandedElementNode extends ElementNode {
  override get nameSpan(): Span {
    return this.startTag;
  }
}

/** An attribute whose value is what stands between its quotation marks. */
export class AttributeNode implements XmlAttribute {
  readonly #text: string;

  constructor(
    public name: WrittenName,
    text: string,
    readonly start: number,
    readonly valueStart: number,
    readonly valueEnd: number,
  ) {
    this.#text = text;
  }

  get qname(): string {
    return this.name.qname;
  }

  get value(): string {
    return this.#text.slice(this.valueStart, this.valueEnd);
  }

  /** Copies the value, so that it keeps no longer text alive. */
  detach(): void {}

  get end(): number {
    return this.valueEnd + 1;
  }

  get nameSpan(): Span {
    return { start: this.start, end: this.start + this.name.qname.length };
  }

  get valueSpan(): Span {
    return { start: this.valueStart, end: this.valueEnd };
  }
}

/** An attribute whose value had to be normalised. */
export class NormalizedAttributeNode extends AttributeNode {
  #value: string;

  constructor(
    name: WrittenName,
    value: string,
    start: number,
    valueStart: number,
    valueEnd: number,
  ) {
    super(name, '', start, valueStart, valueEnd);
    this.#value = value;
  }

  override get value(): string {
    return this.#value;
  }

  override detach(): void {
    this.#value = flat(this.#value);
  }
}

/** An attribute that does not stand in the source itself: a default, or one in an entity's replacement text. */
export class SuppliedAttributeNode extends NormalizedAttributeNode {
  constructor(name: WrittenName, value: string, place: Span) {
    super(name, value, place.start, place.start, place.end);
  }

  override get end(): number {
    return this.valueEnd;
  }

  override get nameSpan(): Span {
    return this.valueSpan;
  }
}

/** A text that is as it stands in the source. */
export class TextNode implements XmlText {
  readonly #text: string;

  constructor(
    text: string,
    readonly parent: XmlElement,
    readonly start: number,
    readonly end: number,
  ) {
    this.#text = text;
  }

  get kind(): 'text' {
    return 'text';
  }

  get value(): string {
    return this.#text.slice(this.start, this.end);
  }

  get blank(): boolean {
    return isBlankBetween(this.#text, this.start, this.end);
  }
}

/** A text in which something had to be resolved. */
export class ResolvedTextNode implements XmlText {
  constructor(
    readonly value: string,
    readonly parent: XmlElement,
    readonly start: number,
    readonly end: number,
  ) {}

  get kind(): 'text' {
    return 'text';
  }

  get blank(): boolean {
    return isBlankBetween(this.value, 0, this.value.length);
  }
}

export class CommentNode implements XmlComment {
  constructor(
    readonly value: string,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly end: number,
  ) {}

  get kind(): 'comment' {
    return 'comment';
  }
}

export class ProcessingInstructionNode implements XmlProcessingInstruction {
  constructor(
    readonly target: string,
    readonly value: string,
    readonly parent: XmlElement | XmlDocument,
    readonly start: number,
    readonly end: number,
  ) {}

  get kind(): 'processing-instruction' {
    return 'processing-instruction';
  }
}
