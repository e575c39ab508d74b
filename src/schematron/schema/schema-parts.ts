import {
  attribute,
  descendants,
  documentOf,
  escapeAttribute,
  escapeText,
  placeAt,
  serialize,
  sourceOf,
  type XmlAttribute,
  type XmlElement,
} from '../../xml/index.js';
import type { Let, Query, SchemaPlace } from './schema.js';
import type { Located, SchematronFiles } from './schema-files.js';

export const schematronNamespace = 'http://purl.oclc.org/dsdl/schematron';
export const quickFixNamespace = 'http://www.schematron-quickfix.com/validator/process';
const xsltNamespace = 'http://www.w3.org/1999/XSL/Transform';

/** The names of the elements (ISO/IEC 19757-3:2016, 5.4 and 5.5), and `group` of the edition of 2025. */
export const elementNames: ReadonlySet<string> = new Set(
  'active assert diagnostic diagnostics dir emph extends group include let name ns p param pattern phase properties property report rule schema span title value-of'.split(
    ' ',
  ),
);

/** Puts values for the parameters of an abstract pattern into a text; leaves other texts as they are. */
export type Substitute = (text: string) => string;

export function isSchematron(element: XmlElement): boolean {
  return element.name.namespace === schematronNamespace;
}

export function isQuickFix(element: XmlElement): boolean {
  return element.name.namespace === quickFixNamespace;
}

export function isXslt(element: XmlElement): boolean {
  return element.name.namespace === xsltNamespace;
}

/** The value of an attribute, if it is there. */
export function optional(element: XmlElement, qname: string): string | undefined {
  return attribute(element, qname)?.value.trim();
}

export function placeOf(element: XmlElement, at?: XmlAttribute): SchemaPlace {
  return placeAt(sourceOf(element), at?.valueSpan ?? element.nameSpan);
}

/** The expression that an attribute holds, if it is there. */
export function query(
  element: XmlElement,
  qname: string,
  substitute: Substitute = (text) => text,
): Query | undefined {
  const found = attribute(element, qname);
  return found && { text: substitute(found.value), at: placeOf(element, found) };
}

export function letOf(element: XmlElement, substitute?: Substitute): Let {
  return {
    name: optional(element, 'name') ?? '',
    value: query(element, 'value', substitute),
    content: attribute(element, 'value') === undefined ? contentOf(element) : undefined,
    ...(attribute(element, 'value') === undefined && [...descendants(element)].some(isXslt)
      ? { instructs: true }
      : {}),
    at: placeOf(element),
  };
}

/** The content of an element as markup that stands for itself. */
function contentOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.kind === 'element'
        ? wholeText(child)
        : child.kind === 'text'
          ? escapeText(child.value)
          : // What is left out leaves its lines behind: places are told by them.
            child.value.replace(/[^\n]/g, ''),
    )
    .join('');
}

/** An element as a text that stands for itself: with the prefixes that are declared around it. */
export function wholeText(element: XmlElement): string {
  const prefixes = new Map<string, string>();
  for (let up: XmlElement['parent'] = element; up.kind === 'element'; up = up.parent)
    for (const [prefix, namespace] of up.namespaces ?? [])
      if (!prefixes.has(prefix)) prefixes.set(prefix, namespace);
  let declarations = '';
  for (const [prefix, namespace] of prefixes)
    if (!element.namespaces?.has(prefix))
      declarations += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`;
  const text = markupOf(element);
  const name = element.qname.length + 1;
  return `${text.slice(0, name)}${declarations}${text.slice(name)}`;
}

/**
 * An element as it is written, but with the entities expanded that XML itself does not know; as XML where it is written
 * in the compact syntax of RELAX NG.
 */
function markupOf(element: XmlElement): string {
  const text = sourceOf(element).text.slice(element.start, element.end);
  return !text.startsWith('<') || /&(?!#|(?:lt|gt|amp|quot|apos);)/.test(text)
    ? serialize({ ...documentOf(element), children: [element] }).trimEnd()
    : text;
}

/** How deep files may include one another. */
const deepest = 64;

/**
 * The child elements of an element, with what they include in their places: `include` stands for the element that it
 * names (5.4.4), `extends` with an `href` for the children of that element (5.4.13).
 */
export function* parts(
  parent: Located,
  files: SchematronFiles,
  depth = 0,
): IterableIterator<Located> {
  for (const child of parent.element.children) {
    if (child.kind === 'element')
      yield* included({ element: child, file: parent.file }, files, depth);
  }
}

/** An element itself, or what stands in its place. */
export function* included(
  part: Located,
  files: SchematronFiles,
  depth = 0,
): IterableIterator<Located> {
  const { element } = part;
  const { local } = element.name;
  const refers =
    isSchematron(element) &&
    (local === 'include' || (local === 'extends' && attribute(element, 'href') !== undefined));
  if (!refers) {
    yield part;
    return;
  }
  if (depth > deepest) {
    files.complaints.report(element, element.nameSpan, 'The file leads back to itself.');
    return;
  }
  const target = files.follow(part);
  if (target === undefined) return;
  if (local === 'extends') yield* parts(target, files, depth + 1);
  else yield* included(target, files, depth + 1);
}

/** Names as they are listed in a sentence. */
export function namesIn(names: Iterable<string>): string {
  const all = [...names];
  return all.length === 0 ? 'none' : all.join(', ');
}
