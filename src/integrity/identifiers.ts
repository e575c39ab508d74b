import type { XmlAttribute, XmlElement } from '../xml/index.js';

/** An `xml:id` and the element that bears it. */
export interface Identified {
  readonly id: string;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
}

/** The value of an `xml:id`: white space at its ends does not count (xml:id 1.0, section 4). */
export function identifierValue({ value }: XmlAttribute): string {
  return value.trim().replace(/ +/g, ' ');
}
