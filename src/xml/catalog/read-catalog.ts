import { fileURLToPath } from 'node:url';
import { Failure, nearest, type Problem } from '../../problems/index.js';
import { attribute } from '../axes.js';
import { parseXml } from '../parse.js';
import { problemAt } from '../position.js';
import { readSource } from '../read-source.js';
import type { SourceText } from '../source-text.js';
import type { Span, XmlAttribute, XmlElement } from '../tree.js';
import { normalizePublicId, normalizeUri } from './identifiers.js';

export const CATALOG_NAMESPACE = 'urn:oasis:names:tc:entity:xmlns:xml:catalog';

/** Which of two identifiers counts where both are given (section 4.1.1). */
export type Preference = 'public' | 'system';

/** The entries of chapter 4 of the specification, `catalog` and `group` dissolved. */
export type EntryKind = keyof typeof entryAttributes;

/** One entry of a catalog. */
export interface CatalogEntry {
  readonly kind: EntryKind;
  /** What an identifier must be, begin with or end with: normalised; empty for `nextCatalog`. */
  readonly match: string;
  /** An absolute URI: of what is meant, of a catalog, or what stands in place of the beginning. */
  readonly target: string;
  readonly prefer: Preference;
  readonly source: SourceText;
  /** The value that leads to the target. */
  readonly span: Span;
}

/** The attribute that is matched and the one that leads on, by kind of entry. */
const entryAttributes = {
  public: ['publicId', 'uri'],
  system: ['systemId', 'uri'],
  rewriteSystem: ['systemIdStartString', 'rewritePrefix'],
  systemSuffix: ['systemIdSuffix', 'uri'],
  delegatePublic: ['publicIdStartString', 'catalog'],
  delegateSystem: ['systemIdStartString', 'catalog'],
  uri: ['name', 'uri'],
  rewriteURI: ['uriStartString', 'rewritePrefix'],
  uriSuffix: ['uriSuffix', 'uri'],
  delegateURI: ['uriStartString', 'catalog'],
  nextCatalog: [undefined, 'catalog'],
} as const;

/** Elements that hold entries (sections 4.3 and 4.4). */
const containers = ['catalog', 'group'];

const elementNames = [...containers.slice(1), ...Object.keys(entryAttributes)];

/**
 * Reads one catalog.
 *
 * @param address the `file:` URI of the catalog, to which its addresses are relative
 * @param file its path as it is shown to a person
 * @throws Failure when it cannot be read or is not right, with the places
 */
export function readCatalog(address: string, file: string): readonly CatalogEntry[] {
  const source = readSource(fileURLToPath(address), file);
  const { document, problems } = parseXml(source);
  if (document === undefined) throw failure(file, problems);
  const reading = new CatalogReading(source);
  reading.readRoot(document.root, address);
  if (reading.problems.length > 0) throw failure(file, reading.problems);
  return reading.entries;
}

function failure(file: string, problems: readonly Problem[]): Failure {
  return new Failure(`The catalog ${file} is not right.`, { problems });
}

interface Surroundings {
  readonly base: string;
  readonly prefer: Preference;
}

class CatalogReading {
  readonly entries: CatalogEntry[] = [];
  readonly problems: Problem[] = [];

  constructor(readonly source: SourceText) {}

  readRoot(root: XmlElement, address: string): void {
    if (root.name.namespace !== CATALOG_NAMESPACE || root.name.local !== 'catalog') {
      this.#complain(
        root.nameSpan,
        `<${root.qname}> is no catalog.`,
        `A catalog begins with <catalog xmlns="${CATALOG_NAMESPACE}">.`,
      );
      return;
    }
    const around = this.#within(root, { base: address, prefer: 'public' });
    for (const child of catalogElements(root)) {
      const inner = this.#within(child, around);
      if (child.name.local === 'group') this.#readGroup(child, inner);
      else this.#readEntry(child, inner);
    }
  }

  /** The contents of a group take the place of the group. */
  #readGroup(group: XmlElement, around: Surroundings): void {
    for (const child of catalogElements(group)) {
      if (child.name.local === 'group')
        this.#complain(child.nameSpan, 'A <group> cannot stand inside a <group>.');
      else this.#readEntry(child, this.#within(child, around));
    }
  }

  /** What `xml:base` and `prefer` make of the surroundings of an element (section 4.1). */
  #within(element: XmlElement, { base, prefer }: Surroundings): Surroundings {
    const ownBase = attribute(element, 'xml:base');
    const own = containers.includes(element.name.local) ? attribute(element, 'prefer') : undefined;
    if (own !== undefined && own.value !== 'public' && own.value !== 'system') {
      this.#complain(
        own.valueSpan,
        `"${own.value}" is not a value of @prefer.`,
        'Write prefer="public" or prefer="system".',
      );
    }
    return {
      base: ownBase === undefined ? base : (this.#absolute(ownBase, base) ?? base),
      prefer: own?.value === 'public' || own?.value === 'system' ? own.value : prefer,
    };
  }

  #readEntry(element: XmlElement, { base, prefer }: Surroundings): void {
    const { local } = element.name;
    if (!isEntryKind(local)) {
      const meant = nearest(local, elementNames);
      this.#complain(
        element.nameSpan,
        `<${element.qname}> is not an element of XML Catalogs.`,
        meant === undefined
          ? `The entries of a catalog are ${elementNames.join(', ')}.`
          : `Did you mean <${meant}>?`,
      );
      return;
    }
    const [matched, leading] = entryAttributes[local];
    const from = matched === undefined ? undefined : this.#required(element, matched);
    const to = this.#required(element, leading);
    if (to === undefined || (matched !== undefined && from === undefined)) return;
    const target = this.#absolute(to, base);
    if (target === undefined) return;
    const match = from?.value ?? '';
    const isPublic = local === 'public' || local === 'delegatePublic';
    this.entries.push({
      kind: local,
      match: isPublic ? normalizePublicId(match) : normalizeUri(match),
      target,
      prefer,
      source: this.source,
      span: to.valueSpan,
    });
  }

  #required(element: XmlElement, name: string): XmlAttribute | undefined {
    const found = attribute(element, name);
    if (found !== undefined) return found;
    const typed = element.attributes.find(
      ({ qname }) => nearest(qname, [name]) === name && qname !== 'id',
    );
    this.#complain(
      typed?.nameSpan ?? element.nameSpan,
      `<${element.qname}> lacks @${name}.`,
      typed === undefined ? undefined : `Did you mean @${name} where @${typed.qname} stands?`,
    );
    return undefined;
  }

  #absolute({ value, valueSpan }: XmlAttribute, base: string): string | undefined {
    try {
      return new URL(value, base).href;
    } catch {
      this.#complain(valueSpan, `"${value}" is not an address.`);
      return undefined;
    }
  }

  #complain(span: Span, message: string, help?: string): void {
    this.problems.push(problemAt(this.source, span, { code: 'xml/catalog', message, help }));
  }
}

/** Elements of other namespaces are passed over with all that is in them (chapter 4). */
function catalogElements(container: XmlElement): XmlElement[] {
  return container.children.filter(
    (child) => child.kind === 'element' && child.name.namespace === CATALOG_NAMESPACE,
  ) as XmlElement[];
}

function isEntryKind(name: string): name is EntryKind {
  return Object.hasOwn(entryAttributes, name);
}
