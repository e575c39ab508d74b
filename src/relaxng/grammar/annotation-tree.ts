import type {
  SourceText,
  Span,
  XmlAttribute,
  XmlDocument,
  XmlElement,
  XmlNode,
} from '../../xml/index.js';
import type { CompactToken } from './compact-tokens.js';
import { relaxNgNamespace } from './xml-construct.js';

interface ExpandedName {
  readonly ns: string;
  readonly local: string;
}

/** What is open, and filled as it is read. */
interface Growing {
  readonly element: XmlElement;
  readonly attributes: XmlAttribute[];
  readonly children: XmlNode[];
}

/**
 * The annotations of a schema in the compact syntax as they would stand in the XML syntax (RELAX NG Compact Syntax, 5):
 * all of them, one after the other, in a `grammar`, with what the schema refers to between them. Their places are those
 * in the compact syntax.
 */
export class AnnotationTree {
  readonly document: XmlDocument;
  readonly #open: Growing[] = [];

  /** @param namespaces the prefixes that the schema declares; they may still be declared when the tree is begun */
  constructor(source: SourceText, namespaces: ReadonlyMap<string, string>) {
    const children: XmlElement[] = [];
    const start: Span = { start: 0, end: 0 };
    const document = { kind: 'document', source, children, start: 0, end: source.text.length };
    this.document = document as unknown as XmlDocument;
    const root = grown(
      'grammar',
      { ns: relaxNgNamespace, local: 'grammar' },
      start,
      this.document,
      namespaces,
    );
    children.push(root.element);
    Object.assign(document, { root: root.element });
    this.#open.push(root);
  }

  open(token: CompactToken, name: ExpandedName): void {
    const { children, element } = this.#innermost;
    const opened = grown(token.text, name, token.at.span, element);
    children.push(opened.element);
    this.#open.push(opened);
  }

  attribute(token: CompactToken, name: ExpandedName, value: CompactToken): void {
    this.#innermost.attributes.push(attributeOf(token.text, name, token.at.span, value));
  }

  text({ text: value, at: { span } }: CompactToken): void {
    const { children, element } = this.#innermost;
    children.push({ kind: 'text', value, blank: /^\s*$/.test(value), parent: element, ...span });
  }

  close({ at: { span } }: CompactToken): void {
    const closed = this.#open.pop();
    if (closed !== undefined) Object.assign(closed.element, { end: span.end, endTag: span });
  }

  /** What the schema refers to by `include` or `external`. */
  reference(kind: 'include' | 'externalRef', href: CompactToken): void {
    this.open({ ...href, text: kind }, { ns: relaxNgNamespace, local: kind });
    this.#innermost.attributes.push(
      attributeOf('href', { ns: '', local: 'href' }, href.at.span, href),
    );
    this.close(href);
  }

  get #innermost(): Growing {
    return this.#open.at(-1) as Growing;
  }
}

function grown(
  qname: string,
  { ns, local }: ExpandedName,
  span: Span,
  parent: XmlElement | XmlDocument,
  namespaces?: ReadonlyMap<string, string>,
): Growing {
  const attributes: XmlAttribute[] = [];
  const children: XmlNode[] = [];
  const element: XmlElement = {
    kind: 'element',
    name: { prefix: prefixOf(qname), local, namespace: ns },
    qname,
    attributes,
    children,
    parent,
    namespaces,
    nameSpan: span,
    startTag: span,
    endTag: undefined,
    ...span,
  };
  return { element, attributes, children };
}

function attributeOf(
  qname: string,
  { ns, local }: ExpandedName,
  nameSpan: Span,
  { text: value, at }: CompactToken,
): XmlAttribute {
  const { start, end } = at.span;
  return {
    name: { prefix: prefixOf(qname), local, namespace: ns },
    qname,
    value,
    nameSpan,
    // Between the quotation marks.
    valueSpan: { start: start + 1, end: Math.max(start + 1, end - 1) },
    start: nameSpan.start,
    end,
  };
}

function prefixOf(qname: string): string {
  return qname.includes(':') ? qname.slice(0, qname.indexOf(':')) : '';
}
