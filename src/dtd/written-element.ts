import type {
  Name,
  SourceText,
  Span,
  XmlAttribute,
  XmlDocument,
  XmlElement,
  XmlNode,
} from '../xml/index.js';

/** Names as they are written, prefix and all, in no namespace: what a DTD sees of them. Each is made once. */
export class WrittenNames {
  readonly #names = new Map<string, Name>();

  of(qname: string): Name {
    let name = this.#names.get(qname);
    if (name === undefined) {
      name = { prefix: '', local: qname, namespace: '' };
      this.#names.set(qname, name);
    }
    return name;
  }
}

/** An element as a DTD sees it. */
export class WrittenElement implements XmlElement {
  readonly kind = 'element';
  readonly name: Name;
  readonly attributes: readonly XmlAttribute[];

  constructor(
    readonly element: XmlElement,
    readonly parent: XmlElement | XmlDocument,
    names: WrittenNames,
  ) {
    this.name = names.of(element.qname);
    this.attributes = element.attributes.map(
      ({ qname, value, start, end, nameSpan, valueSpan, isFixup }): XmlAttribute => ({
        name: names.of(qname),
        qname,
        value,
        start,
        end,
        nameSpan,
        valueSpan,
        isFixup,
      }),
    );
  }

  get qname(): string {
    return this.element.qname;
  }

  get source(): SourceText | undefined {
    return this.element.source;
  }

  get children(): readonly XmlNode[] {
    return this.element.children;
  }

  get nameSpan(): Span {
    return this.element.nameSpan;
  }

  get startTag(): Span {
    return this.element.startTag;
  }

  get endTag(): Span | undefined {
    return this.element.endTag;
  }

  get start(): number {
    return this.element.start;
  }

  get end(): number {
    return this.element.end;
  }
}
