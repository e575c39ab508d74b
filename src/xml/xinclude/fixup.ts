import { dirname } from 'node:path/posix';
import { pathToFileURL } from 'node:url';
import { attribute } from '../axes.js';
import { WrittenName, XML_NAMESPACE } from '../namespaces.js';
import { SuppliedAttributeNode } from '../nodes.js';
import type { SourceText } from '../source-text.js';
import type { XmlAttribute, XmlDocument, XmlElement } from '../tree.js';
import type { IncludeRequest } from './include-element.js';
import type { Fixup } from './included-nodes.js';

/** Attributes of this namespace are copied without one (XML Inclusions 1.1, section 4.3). */
const LOCAL_ATTRIBUTES = 'http://www.w3.org/2001/XInclude/local-attributes';

/** An attribute that only inclusion makes necessary. */
class FixupAttributeNode extends SuppliedAttributeNode {
  readonly isFixup = true;
}

/** Where an element comes from and goes to. */
export interface Move {
  /** The element where it was parsed. */
  readonly element: XmlElement;
  readonly source: SourceText;
  /** Absolute path of the file it was parsed from. */
  readonly path: string;
  /** What it becomes a child of. */
  readonly parent: XmlElement | XmlDocument;
  /** Absolute path of the document that all is brought into. */
  readonly documentPath: string;
  readonly request: IncludeRequest;
}

/**
 * What changes about an element at the top of what is included, so that it means the same at its new place: its base
 * (section 4.7.5), its language (4.7.6) and the namespaces of its prefixes; and what the `xi:include` says that it is
 * to be given (4.3).
 *
 * Two things are left as an editor of a split text expects them. In a file of the same folder all relative addresses
 * mean the same, and no `xml:base` is added. An element of which its own file says no language takes that of its new
 * place, in place of an empty `xml:lang` that would leave it without one.
 */
export function fixup(move: Move): Fixup {
  const { element, source, request } = move;
  const attributes = new Map<string, XmlAttribute>();
  const key = ({ name }: XmlAttribute): string => `${name.namespace} ${name.local}`;
  for (const own of element.attributes) attributes.set(key(own), own);
  const supply = (name: WrittenName, value: string | undefined, isFixup = false): void => {
    const place = `${name.namespace} ${name.local}`;
    const Kind = isFixup && !attributes.has(place) ? FixupAttributeNode : SuppliedAttributeNode;
    if (value === undefined) attributes.delete(place);
    else attributes.set(place, new Kind(name, value, element.nameSpan));
  };
  const namespaces = new Map(missingNamespaces(move));
  for (const [prefix, namespace] of element.namespaces ?? []) namespaces.set(prefix, namespace);

  const { element: include } = request;
  for (const { name, qname, value } of include.attributes) {
    if (name.namespace === '' || name.namespace === XML_NAMESPACE) continue;
    if (name.namespace === LOCAL_ATTRIBUTES) {
      supply(new WrittenName('', name.local, '', name.local), value);
    } else {
      const prefix = freePrefix(name.prefix, name.namespace, namespaces, element);
      namespaces.set(prefix, name.namespace);
      const written = prefix === name.prefix ? qname : `${prefix}:${name.local}`;
      supply(new WrittenName(prefix, name.local, name.namespace, written), value);
    }
  }
  if (request.identifier !== undefined) {
    supply(xmlName('id'), request.identifier === '' ? undefined : request.identifier);
  }
  const base = changedBase(move);
  if (base !== undefined) supply(xmlName('base'), base === '' ? undefined : base, true);
  const language = changedLanguage(move);
  if (language !== undefined) supply(xmlName('lang'), language, true);
  return {
    attributes: [...attributes.values()],
    namespaces: namespaces.size === 0 ? undefined : namespaces,
    source,
  };
}

function xmlName(local: string): WrittenName {
  return new WrittenName('xml', local, XML_NAMESPACE, `xml:${local}`);
}

/** The base of an element (XML Base, section 4) as a URI, below that of its document. */
function baseOf(node: XmlElement | XmlDocument, path: string): string {
  const bases: string[] = [];
  for (let at = node; at.kind === 'element'; at = at.parent) {
    const base = attribute(at, 'xml:base')?.value;
    if (base !== undefined) bases.push(base);
  }
  let uri = pathToFileURL(path).href;
  for (const base of bases.reverse()) uri = URL.canParse(base, uri) ? new URL(base, uri).href : uri;
  return uri;
}

/** The `xml:base` that an element is to have, empty for none; `undefined` where it stays as it is. */
function changedBase({ element, path, parent, documentPath }: Move): string | undefined {
  const before = baseOf(element, path);
  const around = baseOf(parent, documentPath);
  const own = attribute(element, 'xml:base') !== undefined;
  if (folderOf(before) === folderOf(around)) return own ? '' : undefined;
  if (!before.startsWith('file:') || !around.startsWith('file:')) return before;
  const from = folderOf(around).split('/');
  const to = before.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function folderOf(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : dirname(uri);
}

/** The `xml:lang` that an element is to have; `undefined` where it stays as it is. */
function changedLanguage({ element, parent }: Move): string | undefined {
  if (attribute(element, 'xml:lang') !== undefined) return undefined;
  const before = languageOf(element);
  const around = languageOf(parent);
  return before === undefined || before.toLowerCase() === (around ?? '').toLowerCase()
    ? undefined
    : before;
}

function languageOf(node: XmlElement | XmlDocument): string | undefined {
  for (let at = node; at.kind === 'element'; at = at.parent) {
    const language = attribute(at, 'xml:lang');
    if (language !== undefined) return language.value;
  }
  return undefined;
}

/** The namespaces in force around an element that are not in force where it goes to. */
function missingNamespaces({ element, parent }: Move): ReadonlyMap<string, string> {
  const before = namespacesOf(element.parent);
  const around = namespacesOf(parent);
  const missing = new Map<string, string>();
  for (const [prefix, namespace] of before) {
    if ((around.get(prefix) ?? '') !== namespace) missing.set(prefix, namespace);
  }
  if (!before.has('') && (around.get('') ?? '') !== '') missing.set('', '');
  return missing;
}

function namespacesOf(node: XmlElement | XmlDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = node; at.kind === 'element'; at = at.parent) {
    for (const [prefix, namespace] of at.namespaces ?? []) {
      if (!found.has(prefix)) found.set(prefix, namespace);
    }
  }
  return found;
}

/** A prefix for a namespace that stands for no other on the element, nor around it. */
function freePrefix(
  wanted: string,
  namespace: string,
  namespaces: ReadonlyMap<string, string>,
  element: XmlElement,
): string {
  const inForce = namespacesOf(element);
  for (let number = 0; ; number++) {
    const prefix = number === 0 ? wanted : `${wanted}${number}`;
    const meaning = namespaces.get(prefix) ?? inForce.get(prefix) ?? namespace;
    if (meaning === namespace) return prefix;
  }
}
