import { descendants, type XmlDocument } from '../../xml/index.js';
import { identifiers } from './gazetteer.js';

/**
 * The identifiers that a document points to with `ref`, from its text and from what its header says about its
 * correspondence, setting and creation (`profileDesc`): not from the publisher's own address.
 */
export function namedIdentifiers(document: XmlDocument): ReadonlySet<string> {
  const named = new Set<string>();
  for (const part of descendants(document)) {
    if (part.name.local !== 'text' && part.name.local !== 'profileDesc') continue;
    for (const element of descendants(part))
      for (const identifier of identifiers(element, 'ref')) named.add(identifier);
  }
  return named;
}
