import { nearest } from '../problems/index.js';
import { attributeValue, type Expansion } from './attribute-value.js';
import { isQName, isSpace } from './characters.js';
import type { Complaints } from './complaints.js';
import type { Cursor } from './cursor.js';
import type { Doctype } from './doctype.js';
import { collapseSpaces } from './internal-subset.js';
import { type NamespaceScope, XML_NAMESPACE, XMLNS_NAMESPACE } from './namespaces.js';
import { AttributeNode, ElementNode } from './nodes.js';
import type { Name, Span, XmlDocument, XmlElement } from './tree.js';

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
  const at = context.span(start, start + 1).start;
  const nameSpan = context.span(start + 1, cursor.pos);
  const element = new ElementNode(qname, parent, at, nameSpan.start, nameSpan.end);
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
    if (attribute.qname.startsWith('xmlns') && isDeclaration(attribute.qname)) {
      declarations ??= [];
      declarations.push(attribute);
    } else {
      attributes.push(attribute);
    }
  }
  const declared = context.doctype?.attributes.get(qname);
  if (declared !== undefined) {
    for (const { name, type, value } of declared.values()) {
      const all = declarations === undefined ? attributes : [...attributes, ...declarations];
      const given = all.find((attribute) => attribute.qname === name);
      if (given !== undefined) {
        if (type !== 'CDATA') given.value = collapseSpaces(given.value);
      } else if (value !== undefined) {
        const { start: from, end } = nameSpan;
        const attribute = new AttributeNode(name, from, end, from, end, end);
        attribute.value = value;
        if (isDeclaration(name)) {
          declarations ??= [];
          declarations.push(attribute);
        } else attributes.push(attribute);
      }
    }
  }
  const tag = context.span(start, cursor.pos);
  element.startTagEnd = tag.end;
  element.end = tag.end;
  let scope = outerScope;
  if (declarations !== undefined) {
    rejectRepeated(declarations, qname, context);
    const bindings = readDeclarations(declarations, context);
    element.namespaces = bindings;
    scope = outerScope.with(bindings);
  }
  element.name = resolve(qname, element.nameSpan, scope, 'element', context);
  if (attributes.length > 0) {
    for (const attribute of attributes) {
      attribute.name = resolve(attribute.qname, attribute.nameSpan, scope, 'attribute', context);
    }
    if (attributes.length > 1) rejectRepeated(attributes, qname, context);
    // A copy has no room to spare, which a growing array has.
    element.attributes = attributes.slice();
  }
  return { element, empty, scope };
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
    return build(qname, start, nameEnd, nameEnd, nameEnd, nameEnd, context);
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
    return build(qname, start, nameEnd, from, end, end, context);
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
  const attribute = build(qname, start, nameEnd, valueStart, valueEnd, valueEnd + 1, context);
  const literal = text.slice(valueStart, valueEnd);
  attribute.value = needsWork.test(literal)
    ? attributeValue(
        literal,
        context.expansion,
        context.span(valueStart, valueEnd),
        context.reference === undefined ? valueStart : undefined,
      )
    : literal;
  return attribute;
}

const needsWork = /[\t\n\r&<]/;

/** A `<` in a value is a slip by itself; after a `>`, or on a later line, a quotation mark was left out before it. */
function looksUnclosed(text: string, from: number, less: number): boolean {
  return /[>\n]/.test(text.slice(from, less));
}

function build(
  qname: string,
  start: number,
  nameEnd: number,
  valueStart: number,
  valueEnd: number,
  end: number,
  context: StartTagContext,
): AttributeNode {
  const outer = context.reference;
  return outer === undefined
    ? new AttributeNode(qname, start, nameEnd, valueStart, valueEnd, end)
    : new AttributeNode(qname, outer.start, outer.end, outer.start, outer.end, outer.end);
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
  for (const { qname, value, start, end } of declarations) {
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
        { code: 'xml/namespace', message: `${wrong}.`, help: 'Change or delete the declaration.' },
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
  span: Span,
  scope: NamespaceScope,
  kind: 'element' | 'attribute',
  { complaints }: StartTagContext,
): Name {
  const colon = qname.indexOf(':');
  if (colon !== -1) {
    if (!isQName(qname)) {
      complaints.report(span, {
        code: 'xml/namespace',
        message: `${qname} is not a name with a prefix: prefix and name are parted by one colon.`,
      });
      return { prefix: '', local: qname, namespace: '' };
    }
  }
  const name = kind === 'element' ? scope.element(qname) : scope.attribute(qname);
  if (name !== undefined) {
    if (name.prefix === 'xmlns') {
      complaints.report(span, {
        code: 'xml/namespace',
        message: 'No element may have the prefix xmlns.',
      });
    }
    return name;
  }
  const prefix = qname.slice(0, colon);
  const bound = [...scope.bindings.keys()].filter((known) => known !== '');
  const near = nearest(prefix, bound);
  const known = wellKnownPrefixes.get(prefix);
  complaints.report(
    { start: span.start, end: Math.min(span.end, span.start + prefix.length) },
    {
      code: 'xml/unbound-prefix',
      message: `The prefix ${prefix} of ${kind === 'element' ? `<${qname}>` : `@${qname}`} is not declared.`,
      help:
        near !== undefined
          ? `Did you mean ${near}:${qname.slice(colon + 1)}?`
          : `Declare it on the root element: xmlns:${prefix}="${known ?? '…'}".`,
    },
  );
  return { prefix, local: qname.slice(colon + 1), namespace: '' };
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
      const key =
        attribute.name === undefined
          ? attribute.qname
          : `${attribute.name.namespace} ${attribute.name.local}`;
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
  if (a.name === undefined || b.name === undefined) return false;
  return (
    a.name.namespace !== '' &&
    a.name.local === b.name.local &&
    a.name.namespace === b.name.namespace
  );
}
