import { AttributeReader } from './attribute.js';
import type { Expansion } from './attribute-value.js';
import { isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';
import type { AttributeDeclaration, Doctype } from './doctype.js';
import { collapseSpaces } from './markup-declarations.js';
import type { KnownName, NameTable } from './names.js';
import { readDeclarations, UnboundNames } from './namespace-declarations.js';
import type { Namespaces, WrittenName } from './namespaces.js';
import {
  type AttributeNode,
  ElementNode,
  ExpandedElementNode,
  NormalizedAttributeNode,
  SuppliedAttributeNode,
} from './nodes.js';
import type { Span, XmlDocument, XmlElement } from './tree.js';
import { rejectRepeated } from './unique-attributes.js';

/** What a start tag needs to know of the document it stands in. */
export interface StartTagContext {
  readonly complaints: Complaints;
  readonly doctype: Doctype | undefined;
  readonly expansion: Expansion;
  readonly names: NameTable;
  readonly namespaces: Namespaces;
  /** Set while the replacement text of an entity is read. */
  readonly reference: Span | undefined;
  /** Where the text that is at hand begins in the source; the text is kept as long as the tree where this is all of it. */
  readonly base: number;
  readonly isWhole: boolean;
  span(start: number, end: number): Span;
}

/** Reads start tags, [40] and [44]. */
export class StartTagReader {
  /** Whether the tag that was read last is that of an empty element. */
  empty = false;
  readonly #attributes: AttributeReader;
  readonly #unbound: UnboundNames;
  /** The attributes of one tag and their names, `#count` of them; what follows is left from other tags. */
  readonly #given: AttributeNode[] = [];
  readonly #givenNames: KnownName[] = [];
  #count = 0;
  #declarations: AttributeNode[] = [];

  constructor(private readonly context: StartTagContext) {
    this.#attributes = new AttributeReader(context);
    this.#unbound = new UnboundNames(context);
  }

  /**
   * Reads a start tag; the cursor stands on its `<`, and after that the name stands, which the table has just read.
   * The declarations of the tag come into force, and remain so where `namespaces` of the element is not `undefined`.
   */
  read(cursor: Cursor, known: KnownName, parent: XmlElement | XmlDocument): ElementNode {
    const { context } = this;
    const { text } = cursor;
    const start = cursor.pos;
    const nameEnd = context.names.end;
    const attributes = this.#attributes;
    this.#count = 0;
    if (this.#declarations.length > 0) this.#declarations = [];
    this.empty = false;
    attributes.begin(known.qname, start);
    cursor.pos = nameEnd;
    for (;;) {
      const before = cursor.pos;
      let code = text.charCodeAt(before);
      if (isSpace(code)) {
        let at = before + 1;
        while (at < text.length && isSpace(text.charCodeAt(at))) at++;
        cursor.pos = at;
        code = text.charCodeAt(at);
      }
      if (code === 0x3e /* > */) {
        cursor.pos++;
        break;
      }
      if (code === 0x2f /* / */ && text.charCodeAt(cursor.pos + 1) === 0x3e) {
        cursor.pos += 2;
        this.empty = true;
        break;
      }
      const attribute = attributes.read(cursor, cursor.pos > before);
      if (attribute === undefined) {
        if (attributes.ended === undefined) continue;
        this.empty = attributes.ended === 'empty';
        break;
      }
      const name = attributes.name;
      if (name.declares !== undefined) this.#declarations.push(attribute);
      else {
        this.#given[this.#count] = attribute;
        this.#givenNames[this.#count++] = name;
      }
    }
    return this.#element(cursor, known, parent, start, nameEnd);
  }

  /** The element, when its tag has been read: the declarations come into force, and the names get their meaning. */
  #element(
    cursor: Cursor,
    known: KnownName,
    parent: XmlElement | XmlDocument,
    start: number,
    nameEnd: number,
  ): ElementNode {
    const { context } = this;
    const declared = context.doctype?.attributes.get(known.qname);
    if (declared !== undefined) this.#applyDeclared(declared, context.span(start + 1, nameEnd));
    let bindings: ReadonlyMap<string, string> | undefined;
    if (this.#declarations.length > 0) {
      rejectRepeated(this.#declarations, known.qname, context);
      bindings = readDeclarations(this.#declarations, context);
      context.namespaces.enter(bindings);
    }
    const name =
      context.namespaces.element(known) ?? this.#unbound.name(known.qname, start + 1, 'element');
    if (name.prefix === 'xmlns') this.#reservedPrefix(start + 1, name);
    const outer = context.reference;
    const { base } = context;
    const element =
      outer === undefined
        ? new ElementNode(name, parent, base + start, base + cursor.pos)
        : new ExpandedElementNode(name, parent, outer.start, outer.end);
    element.namespaces = bindings;
    if (this.#count > 0) {
      const given = this.#given.slice(0, this.#count);
      for (let at = 0; at < given.length; at++) {
        const attribute = given[at] as AttributeNode;
        const knownName = this.#givenNames[at] as KnownName;
        attribute.name =
          context.namespaces.attribute(knownName) ??
          this.#unbound.name(knownName.qname, attribute.start - base, 'attribute');
      }
      if (given.length > 1) rejectRepeated(given, known.qname, context);
      element.attributes = given;
    }
    return element;
  }

  #reservedPrefix(start: number, { qname }: WrittenName): void {
    this.context.complaints.report(this.context.span(start, start + qname.length), {
      code: 'xml/namespace',
      message: 'No element may have the prefix xmlns.',
      help: 'Leave the prefix out, or use another.',
    });
  }

  /** Default attributes, and the further normalisation of those that are not CDATA (XML 1.0, sections 3.3.2, 3.3.3). */
  #applyDeclared(declared: ReadonlyMap<string, AttributeDeclaration>, place: Span): void {
    for (const { name: qname, type, value } of declared.values()) {
      const known = this.context.names.of(qname);
      const list = known.declares === undefined ? this.#given : this.#declarations;
      const count = known.declares === undefined ? this.#count : list.length;
      let at = 0;
      while (at < count && list[at]?.qname !== qname) at++;
      const given = list[at];
      if (at === count || given === undefined) {
        if (value === undefined) continue;
        const name = this.#attributes.provisional(known);
        list[count] = new SuppliedAttributeNode(name, value, place);
        if (known.declares === undefined) this.#givenNames[this.#count++] = known;
      } else if (type !== 'CDATA') {
        const { name, start, valueStart, valueEnd } = given;
        const collapsed = collapseSpaces(given.value);
        if (collapsed !== given.value) {
          list[at] = new NormalizedAttributeNode(name, collapsed, start, valueStart, valueEnd);
        }
      }
    }
  }
}
