import { attribute, descendants, type XmlAttribute, type XmlElement } from '../xml/index.js';
import type { IntegrityDocument } from './documents.js';

/** An `xml:id` and the element that bears it. */
export interface Identified {
  readonly id: string;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/** The identifiers of every document of the project, by path, then by identifier. */
export interface Identifiers {
  /** The paths of the documents. */
  readonly paths: readonly string[];
  /** The identifiers of a document, the first bearer of each; `undefined` when it is none of the project's. */
  of(path: string): ReadonlyMap<string, Identified> | undefined;
}

/** Collects the identifiers of a project. */
export function collectIdentifiers(documents: readonly IntegrityDocument[]): Identifiers {
  const byPath = new Map<string, ReadonlyMap<string, Identified>>();
  for (const { path, document } of documents) {
    const identified = new Map<string, Identified>();
    for (const element of descendants(document)) {
      const found = attribute(element, 'xml:id');
      if (found === undefined) continue;
      const id = identifierValue(found);
      if (!identified.has(id)) identified.set(id, { id, element, attribute: found });
    }
    byPath.set(path, identified);
  }
  return { paths: [...byPath.keys()], of: (path) => byPath.get(path) };
}

/** The value of an `xml:id`: white space at its ends does not count (xml:id 1.0, section 4). */
export function identifierValue({ value }: XmlAttribute): string {
  return value.trim().replace(/ +/g, ' ');
}
