import type { XmlEvents } from './events.js';
import type { DocumentNode, ElementNode } from './nodes.js';
import type { XmlComment, XmlElement, XmlNode, XmlProcessingInstruction, XmlText } from './tree.js';

/** Gives the elements it is told of their children, and the document its own. */
export class TreeBuilder implements XmlEvents {
  /** The children of all open elements, those of the innermost last; `#top` is one after the last. */
  readonly #siblings: XmlNode[] = [];
  #top = 0;
  /** Where among `#siblings` those of each open element begin. */
  readonly #begins: number[] = [];

  constructor(readonly document: DocumentNode) {}

  startElement(element: XmlElement): void {
    if (this.#begins.length === 0) this.document.children.push(element);
    else this.#siblings[this.#top++] = element;
    this.#begins.push(this.#top);
  }

  endElement(element: XmlElement): void {
    const begin = this.#begins.pop() ?? 0;
    if (this.#top > begin) {
      (element as ElementNode).children = this.#siblings.slice(begin, this.#top);
    }
    this.#top = begin;
  }

  text(text: XmlText): void {
    this.#siblings[this.#top++] = text;
  }

  comment(comment: XmlComment): void {
    if (this.#begins.length === 0) this.document.children.push(comment);
    else this.#siblings[this.#top++] = comment;
  }

  processingInstruction(instruction: XmlProcessingInstruction): void {
    if (this.#begins.length === 0) this.document.children.push(instruction);
    else this.#siblings[this.#top++] = instruction;
  }
}
