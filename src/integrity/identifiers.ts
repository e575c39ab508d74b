import type { XmlAttribute, XmlElement } from '../xml/index.js';

/** An `xml:id` and the element that bears it. */
export interface Identified {
  readonly id: string;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/** What is no start tag, and may look as if it held one; or an `xml:id`. */
const skippedOrIdentifier =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|[ \t\r\n]xml:id[ \t\r\n]*=[ \t\r\n]*(?:"([^"<&]*)"|'([^'<&]*)')/g;

/**
 * The identifiers that stand in the text of a document, as a look at it tells without reading it as XML: for a
 * suggestion that is good enough, and many times as fast.
 */
export function identifiersInText(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, double, single] of text.matchAll(skippedOrIdentifier)) {
    const value = double ?? single;
    if (value !== undefined) found.push(normalized(value));
  }
  return found;
}

/** The value of an `xml:id`: white space at its ends does not count (xml:id 1.0, section 4). */
export function identifierValue({ value }: XmlAttribute): string {
  return normalized(value);
}

function normalized(value: string): string {
  return value.trim().replace(/[ \t\r\n]+/g, ' ');
}
