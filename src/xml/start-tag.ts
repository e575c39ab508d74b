import { nearest } from '../problems/index.js';
import { attributeValue, type Expansion } from './attribute-value.js';
import { isQName, isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';
import type { AttributeDeclaration, Doctype } from './doctype.js';
import { collapseSpaces } from './internal-subset.js';
import { type NamespaceScope, WrittenName, XML_NAMESPACE, XMLNS_NAMESPACE } from './namespaces.js';
import {
  AttributeNode,
  ElementNode,
  ExpandedElementNode,
  NormalizedAttributeNode,
  SuppliedAttributeNode,
} from './nodes.js';
import type { Span, XmlDocument, XmlElement } from './tree.js';

/** What a start tag needs to know of the document it stands in. */
export interface StartTagContext {
  readonly complaints: Complaints;
  readonly doctype: Doctype | undefined;
  readonly expansion: Expansion;
  /** Set while the replacement text of an entity is read. */
  readonly reference: Span | undefined;
  span(start: number, end: number): Span;
}

export interface StartTag {
  readonly element: ElementNode;
  readonly empty: boolean;
  /** The namespaces in force within the element. */
  readonly scope: NamespaceScope;
}

/** Reads STag [40] or EmptyElemTag [44]; the cursor stands on its `<`, and a name follows. */
export function readStartTag(
  cursor: Cursor,
  parent: XmlElement | XmlDocument,
  outerScope: NamespaceScope,
  context: StartTagContext,
): StartTag {
  const { text } = cursor;
  const start = cursor.pos++;
  const qname = cursor.name();
  const nameEnd = cursor.pos;
  const attributes: AttributeNode[] = [];
  let declarations: AttributeNode[] | undefined;
  let empty = false;
  for (;;) {
    const spaced = cursor.space();
    const code = text.charCodeAt(cursor.pos);
    if (code === 0x3e /* > */) {
      cursor.pos++;
      break;
    }
    if (code === 0x2f /* / */ && text.charCodeAt(cursor.pos + 1) === 0x3e) {
      cursor.pos += 2;
      empty = true;
      break;
    }
    const attribute = readAttribute(cursor, qname, start, spaced, context);
    if (isDeclaration(attribute.qname)) {
      declarations ??= [];
      declarations.push(attribute);
    } else {
      attributes.push(attribute);
    }
  }
  const declared = context.doctype?.attributes.get(qname);
  if (declared !== undefined) {
    const place = context.span(start + 1, nameEnd);
    declarations = applyDeclared(declared, attributes, declarations ?? [], place);
  }
  let scope = outerScope;
  let bindings: ReadonlyMap<string, string> | undefined;
  if (declarations !== undefined && declarations.length > 0) {
    rejectRepeated(declarations, qname, context);
    bindings = readDeclarations(declarations, context);
    scope = outerScope.with(bindings);
  }
  const name = resolve(qname, start + 1, scope, 'element', context);
  const outer = context.reference;
  const element =
    outer === undefined
      ? new ElementNode(name, parent, start, cursor.pos)
      : new ExpandedElementNode(name, parent, outer.start, outer.end);
  element.namespaces = bindings;
  if (attributes.length > 0) {
    for (const attribute of attributes) {
      attribute.name = resolve(attribute.qname, attribute.start, scope, 'attribute', context);
    }
    if (attributes.length > 1) rejectRepeated(attributes, qname, context);
    // A copy has no room to spare, which a growing array has.
    element.attributes = attributes.slice();
  }
  return { element, empty, scope };
}

/** Default attributes, and the further normalisation of those that are not CDATA (XML 1.0, sections 3.3.2, 3.3.3). */
function applyDeclared(
  declared: ReadonlyMap<string, AttributeDeclaration>,
  attributes: AttributeNode[],
  declarations: AttributeNode[],
  place: Span,
): AttributeNode[] {
  for (const { name: qname, type, value } of declared.values()) {
    const list = isDeclaration(qname) ? declarations : attributes;
    const at = list.findIndex((attribute) => attribute.qname === qname);
    const given = list[at];
    if (given === undefined) {
      if (value !== undefined)
        list.push(new SuppliedAttributeNode(provisional(qname), value, place));
    } else if (type !== 'CDATA') {
      const { name, start, valueStart, valueEnd } = given;
      const collapsed = collapseSpaces(given.value);
      if (collapsed !== given.value) {
        list[at] = new NormalizedAttributeNode(name, collapsed, start, valueStart, valueEnd);
      }
    }
  }
  return declarations;
}

const provisionalNames = new Map<string, WrittenName>();

/** The name of an attribute until the namespaces of its tag are known. */
function provisional(qname: string): WrittenName {
  let name = provisionalNames.get(qname);
  if (name === undefined) {
    name = new WrittenName('', qname, '', qname);
    // The names of attributes are few; where they are not, they are not worth keeping.
    if (provisionalNames.size < 1000) provisionalNames.set(qname, name);
  }
  return name;
}

/** Attribute [41], white space having been passed. */
function readAttribute(
  cursor: Cursor,
  element: string,
  tagStart: number,
  spaced: boolean,
  context: StartTagContext,
): AttributeNode {
  const { text } = cursor;
  const { complaints } = context;
  const start = cursor.pos;
  const qname = cursor.name();
  if (qname === '') {
    const unclosed = cursor.atEnd || text.charCodeAt(start) === 0x3c;
    return complaints.stop(
      unclosed
        ? context.span(tagStart, tagStart + 1 + element.length)
        : context.span(start, start + 1),
      unclosed
        ? `The tag <${element} is not closed with >.`
        : `${JSON.stringify(text[start])} cannot stand in the tag of <${element}>: the name of an attribute, > or /> is wanted.`,
      {
        help: unclosed
          ? `Write > where the tag of <${element}> ends.`
          : 'Attributes are written name="value".',
      },
    );
  }
  const nameEnd = cursor.pos;
  if (!spaced) {
    complaints.report(context.span(start, nameEnd), {
      code: 'xml/not-well-formed',
      message: `White space is missing before @${qname} on <${element}>.`,
      help: 'Attributes are parted by a space.',
    });
  }
  cursor.space();
  if (!cursor.accept('=')) {
    complaints.report(context.span(start, nameEnd), {
      code: 'xml/not-well-formed',
      message: `@${qname} on <${element}> has no value.`,
      help: `Write ${qname}="…".`,
    });
    cursor.pos = nameEnd;
    return new AttributeNode(provisional(qname), text, start, nameEnd, nameEnd);
  }
  cursor.space();
  const mark = text[cursor.pos];
  if (mark !== '"' && mark !== "'") {
    const from = cursor.pos;
    let end = from;
    while (
      end < text.length &&
      !isSpace(text.charCodeAt(end)) &&
      !'<>"\''.includes(text[end] ?? '')
    ) {
      end++;
    }
    if (text.startsWith('/>', end - 1)) end--;
    complaints.report(context.span(from, Math.max(end, from + 1)), {
      code: 'xml/not-well-formed',
      message: `The value of @${qname} on <${element}> is not in quotation marks${
        mark === '“' || mark === '”' || mark === '„' ? ': typographic ones do not count' : ''
      }.`,
      help: `Write ${qname}="${text.slice(from, end).replace(/[“”„]/g, '')}".`,
    });
    cursor.pos = end;
    return new AttributeNode(provisional(qname), text, start, from, end);
  }
  const valueStart = cursor.pos + 1;
  const valueEnd = text.indexOf(mark, valueStart);
  const less = text.indexOf('<', valueStart);
  if (
    valueEnd === -1 ||
    (less !== -1 && less < valueEnd && looksUnclosed(text, valueStart, less))
  ) {
    complaints.stop(
      context.span(start, nameEnd),
      `The value of @${qname} on <${element}> has no closing quotation mark.`,
      { help: `Write ${mark} where the value ends.` },
    );
  }
  cursor.pos = valueEnd + 1;
  const name = provisional(qname);
  const literal = text.slice(valueStart, valueEnd);
  const outer = context.reference;
  if (outer === undefined && !needsWork.test(literal)) {
    return new AttributeNode(name, text, start, valueStart, valueEnd);
  }
  const value = attributeValue(
    literal,
    context.expansion,
    context.span(valueStart, valueEnd),
    outer === undefined ? valueStart : undefined,
  );
  return outer === undefined
    ? new NormalizedAttributeNode(name, value, start, valueStart, valueEnd)
    : new SuppliedAttributeNode(name, value, outer);
}

const needsWork = /[\t\n\r&<]/;

/** A `<` in a value is a slip by itself; after a `>`, or on a later line, a quotation mark was left out before it. */
function looksUnclosed(text: string, from: number, less: number): boolean {
  return /[>\n]/.test(text.slice(from, less));
}

function isDeclaration(qname: string): boolean {
  return qname === 'xmlns' || qname.startsWith('xmlns:');
}

/** Namespaces in XML, section 3: which names may be bound to which prefixes. */
function readDeclarations(
  declarations: readonly AttributeNode[],
  { complaints }: StartTagContext,
): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  for (const declaration of declarations) {
    const { qname, value, start, end } = declaration;
    const prefix = qname === 'xmlns' ? '' : qname.slice('xmlns:'.length);
    const wrong =
      qname === 'xmlns:' || prefix.includes(':')
        ? `${qname} declares no prefix that could be used`
        : prefix === 'xmlns'
          ? 'The prefix xmlns cannot be declared'
          : (prefix === 'xml') !== (value === XML_NAMESPACE)
            ? `The prefix xml and the namespace ${XML_NAMESPACE} belong together alone`
            : value === XMLNS_NAMESPACE
              ? `The namespace ${XMLNS_NAMESPACE} cannot be declared`
              : value === '' && prefix !== ''
                ? `The prefix ${prefix} is bound to nothing, which Namespaces in XML 1.0 forbids`
                : undefined;
    if (wrong !== undefined) {
      complaints.report(
        { start, end },
        {
          code: 'xml/namespace',
          message: `${wrong}.`,
          help:
            value === '' && wellKnownPrefixes.has(prefix)
              ? `Write ${qname}="${wellKnownPrefixes.get(prefix)}", or delete the declaration.`
              : 'Change or delete the declaration.',
        },
      );
    }
    bindings.set(prefix, value);
  }
  return bindings;
}

/** The prefixes that TEI editors use, and what they stand for. */
const wellKnownPrefixes: ReadonlyMap<string, string> = new Map([
  ['tei', 'http://www.tei-c.org/ns/1.0'],
  ['xi', 'http://www.w3.org/2001/XInclude'],
  ['mei', 'http://www.music-encoding.org/ns/mei'],
  ['svg', 'http://www.w3.org/2000/svg'],
  ['m', 'http://www.w3.org/1998/Math/MathML'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['rng', 'http://relaxng.org/ns/structure/1.0'],
  ['sch', 'http://purl.oclc.org/dsdl/schematron'],
]);

function resolve(
  qname: string,
  start: number,
  scope: NamespaceScope,
  kind: 'element' | 'attribute',
  context: StartTagContext,
): WrittenName {
  const name = scope[kind](qname);
  if (name === undefined) return unbound(qname, start, scope, kind, context);
  if (name.prefix === 'xmlns') {
    context.complaints.report(context.span(start, start + qname.length), {
      code: 'xml/namespace',
      message: 'No element may have the prefix xmlns.',
      help: 'Leave the prefix out, or use another.',
    });
  }
  return name;
}

/** The name of what has a prefix that is not declared, or no QName at all; which is reported. */
function unbound(
  qname: string,
  start: number,
  scope: NamespaceScope,
  kind: 'element' | 'attribute',
  context: StartTagContext,
): WrittenName {
  const { complaints } = context;
  if (!isQName(qname)) {
    complaints.report(context.span(start, start + qname.length), {
      code: 'xml/namespace',
      message: `${qname} is not a name with a prefix: prefix and name are parted by one colon.`,
      help: 'Write prefix:name, or the name alone.',
    });
    return new WrittenName('', qname, '', qname);
  }
  const colon = qname.indexOf(':');
  const prefix = qname.slice(0, colon);
  const local = qname.slice(colon + 1);
  const bound = [...scope.bindings.keys()].filter((known) => known !== '');
  const near = nearest(prefix, bound);
  const known = wellKnownPrefixes.get(prefix);
  complaints.report(context.span(start, start + prefix.length), {
    code: 'xml/unbound-prefix',
    message: `The prefix ${prefix} of ${kind === 'element' ? `<${qname}>` : `@${qname}`} is not declared.`,
    help:
      near !== undefined
        ? `Did you mean ${near}:${local}?`
        : `Declare it on the root element: xmlns:${prefix}="${known ?? '…'}".`,
  });
  return new WrittenName(prefix, local, '', qname);
}

/** WFC Unique Att Spec, and Namespaces in XML, section 6.3. */
function rejectRepeated(
  attributes: readonly AttributeNode[],
  element: string,
  { complaints }: StartTagContext,
): void {
  // Few attributes are compared in pairs; many by a map, or a tag with thousands would take for ever.
  const seen = attributes.length > 12 ? new Map<string, AttributeNode>() : undefined;
  for (let i = seen === undefined ? 1 : 0; i < attributes.length; i++) {
    const attribute = attributes[i];
    if (attribute === undefined) continue;
    let first: AttributeNode | undefined;
    if (seen === undefined) {
      for (let j = 0; j < i && first === undefined; j++) {
        const other = attributes[j];
        if (other !== undefined && sameName(other, attribute)) first = other;
      }
    } else {
      const key = `${attribute.name.namespace} ${attribute.name.local}`;
      first = seen.get(key);
      if (first === undefined) seen.set(key, attribute);
    }
    if (first === undefined) continue;
    const same = first.qname === attribute.qname;
    complaints.report(attribute.nameSpan, {
      code: 'xml/duplicate-attribute',
      message: same
        ? `@${attribute.qname} stands twice on <${element}>.`
        : `@${attribute.qname} and @${first.qname} on <${element}> are the same attribute: their prefixes stand for one namespace.`,
      help: 'Keep one of them; several values may stand in one attribute, parted by spaces, where TEI allows it.',
      related: [complaints.place(first.nameSpan, `The first @${first.qname}.`)],
    });
  }
}

function sameName(a: AttributeNode, b: AttributeNode): boolean {
  if (a.qname === b.qname) return true;
  return (
    a.name.namespace !== '' &&
    a.name.local === b.name.local &&
    a.name.namespace === b.name.namespace
  );
}
