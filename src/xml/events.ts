import type { XmlComment, XmlElement, XmlProcessingInstruction, XmlText } from './tree.js';

/**
 * What a reader of a document is told, in the order of the document. Where the document is not well-formed it is told
 * what recovery makes of it, and perhaps not to the end: not every element that was opened need be ended.
 */
export interface XmlEvents {
  /** Its attributes and namespaces are there; its `children` are not, and stay empty; `parent` leads to the root. */
  startElement(element: XmlElement): void;
  /** Its `endTag` and `end` are known now. Follows `startElement` at once for `<empty/>`. */
  endElement(element: XmlElement): void;
  /** Text may come in several pieces. */
  text(text: XmlText): void;
  /** Comments before and after the root too, whose `parent` is the document. */
  comment?(comment: XmlComment): void;
  processingInstruction?(instruction: XmlProcessingInstruction): void;
}
