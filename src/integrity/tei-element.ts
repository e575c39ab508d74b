import type { XmlElement } from '../xml/index.js';

const TEI = 'http://www.tei-c.org/ns/1.0';

/** Whether an element is TEI's: in its namespace, or in none. Attributes of other vocabularies mean other things. */
export function isTei({ name }: XmlElement): boolean {
  return name.namespace === TEI || name.namespace === '';
}
