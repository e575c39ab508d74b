import { posix } from 'node:path';
import { attribute, type XmlDocument, type XmlElement } from '../../xml/index.js';

/** Where a pointer leads, as far as its form tells. */
export type PointerTarget =
  /** An identifier or a whole file; `path` is `undefined` for the document itself. */
  | {
      readonly kind: 'local';
      readonly path: string | undefined;
      readonly fragment: string | undefined;
    }
  /** An address on the network, or in another scheme, which is not looked up. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'malformed'; readonly reason: string; readonly help: string };

/** Schemes of addresses that are left alone. */
const otherSchemes = new Set([
  'ark',
  'data',
  'doi',
  'file',
  'ftp',
  'ftps',
  'geo',
  'gopher',
  'hdl',
  'info',
  'isbn',
  'issn',
  'mailto',
  'news',
  'sftp',
  'tag',
  'tel',
  'urn',
  'urx',
  'view-source',
  'xmpp',
]);

/** A private scheme that the header declares (TEI Guidelines, section 17.2.3): how its pointers are written out. */
export interface PrefixDefinition {
  readonly ident: string;
  readonly matchPattern: string;
  readonly replacementPattern: string;
}

/** What a `prefixDef` declares. */
export function prefixDefinition(element: XmlElement): PrefixDefinition {
  return {
    ident: attribute(element, 'ident')?.value ?? '',
    matchPattern: attribute(element, 'matchPattern')?.value ?? '',
    replacementPattern: attribute(element, 'replacementPattern')?.value ?? '',
  };
}

/**
 * Reads one pointer (TEI Guidelines, section 17.2).
 *
 * @param element the element that bears it; its `xml:base`, or that of its ancestors, counts
 * @param documentPath the path of the document, by which relative paths are resolved
 */
export function pointerTarget(
  pointer: string,
  element: XmlElement,
  documentPath: string,
  prefixes: readonly PrefixDefinition[],
): PointerTarget {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(pointer)?.[1];
  if (scheme !== undefined) return absoluteTarget(pointer, scheme, element, documentPath, prefixes);
  if (/^\/\//.test(pointer)) return { kind: 'elsewhere' };
  const hash = pointer.indexOf('#');
  const file = hash === -1 ? pointer : pointer.slice(0, hash);
  const escaped = hash === -1 ? undefined : pointer.slice(hash + 1);
  let fragment: string | undefined;
  let path: string | undefined;
  try {
    fragment = escaped === undefined ? undefined : decodeURIComponent(escaped);
    path = file === '' ? undefined : decodeURIComponent(file.replace(/\?.*$/, ''));
  } catch {
    return {
      kind: 'malformed',
      reason: 'a % in it begins no escaped character',
      help: 'Write % itself as %25.',
    };
  }
  if (fragment === '') {
    return {
      kind: 'malformed',
      reason: 'nothing follows its #',
      help: 'Write the xml:id that is meant after the #.',
    };
  }
  // A bare fragment means the document it stands in, whatever xml:base says (RFC 3986, section 4.4).
  if (path === undefined) return { kind: 'local', path: undefined, fragment };
  const base = baseFolder(element, documentPath);
  if (base === undefined) return { kind: 'elsewhere' };
  return {
    kind: 'local',
    path: posix.normalize(posix.isAbsolute(path) ? path : posix.join(base, path)),
    fragment,
  };
}

function absoluteTarget(
  pointer: string,
  scheme: string,
  element: XmlElement,
  documentPath: string,
  prefixes: readonly PrefixDefinition[],
): PointerTarget {
  const definitions = prefixes.filter(({ ident }) => ident === scheme);
  if (definitions.length > 0) {
    const rest = pointer.slice(scheme.length + 1);
    for (const { matchPattern, replacementPattern } of definitions) {
      const written = writtenOut(rest, matchPattern, replacementPattern);
      if (written === undefined) continue;
      return pointerTarget(
        written,
        element,
        documentPath,
        prefixes.filter(({ ident }) => ident !== scheme),
      );
    }
    return {
      kind: 'malformed',
      reason: `what follows "${scheme}:" does not match the pattern of its <prefixDef>`,
      help: `It must match ${definitions.map(({ matchPattern }) => matchPattern).join(' or ')}`,
    };
  }
  if (/^https?$/i.test(scheme)) return webTarget(pointer);
  if (otherSchemes.has(scheme.toLowerCase())) return { kind: 'elsewhere' };
  return {
    kind: 'malformed',
    reason: `"${scheme}:" is no known kind of address`,
    help: `Declare it in the header: <prefixDef ident="${scheme}" matchPattern="…" replacementPattern="…"/>.`,
  };
}

/** The pointer that a `prefixDef` makes of one in its scheme; `undefined` where its pattern does not match. */
function writtenOut(
  rest: string,
  matchPattern: string,
  replacementPattern: string,
): string | undefined {
  try {
    const found = new RegExp(`^(?:${matchPattern})$`, 'u').exec(rest);
    if (found === null) return undefined;
    return replacementPattern.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
  } catch {
    return undefined;
  }
}

function webTarget(pointer: string): PointerTarget {
  const help = 'Write it as the browser shows it: https://example.org/path.';
  if (!/^https?:\/\//i.test(pointer)) {
    return { kind: 'malformed', reason: 'two slashes are missing after its colon', help };
  }
  const stranger = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~\u0080-\u{10FFFF}]/u.exec(pointer)?.[0];
  if (stranger !== undefined) return { kind: 'malformed', reason: `it has "${stranger}"`, help };
  if (/%(?![0-9A-Fa-f]{2})/.test(pointer)) {
    return {
      kind: 'malformed',
      reason: 'a % in it begins no escaped character',
      help: 'Write % itself as %25.',
    };
  }
  if (!URL.canParse(pointer) || /^https?:\/\/([/?#.]|$)/i.test(pointer)) {
    return { kind: 'malformed', reason: 'it names no host', help };
  }
  return { kind: 'elsewhere' };
}

/** The folder that relative pointers of an element begin from; that of the document where they begin elsewhere. */
export function pointerFolder(element: XmlElement, documentPath: string): string {
  return baseFolder(element, documentPath) ?? posix.dirname(documentPath);
}

/** The folder that relative paths begin from (XML Base, section 4); `undefined` when that is not a folder of files. */
function baseFolder(element: XmlElement, documentPath: string): string | undefined {
  const bases: string[] = [];
  for (let node: XmlElement | XmlDocument = element; node.kind === 'element'; node = node.parent) {
    const base = attribute(node, 'xml:base');
    if (base !== undefined) bases.unshift(base.value);
  }
  let at = documentPath;
  for (const base of bases) {
    if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//.test(base)) return undefined;
    const relative = base.replace(/[?#].*$/, '');
    at = posix.isAbsolute(relative) ? relative : posix.join(posix.dirname(at), relative);
    if (relative.endsWith('/') || relative === '' || /(^|\/)\.\.?$/.test(relative))
      at = `${at.replace(/\/$/, '')}/.`;
  }
  return posix.dirname(at);
}

/** Whether a fragment is in one of TEI's XPointer schemes, which lead into the text. */
export function isScheme(fragment: string): boolean {
  return /^[A-Za-z-]+\(.*\)$/.test(fragment);
}
