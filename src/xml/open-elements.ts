import { nearest } from '../problems/index.js';
import type { Complaints } from './complaints.js';
import { EndTagComplaints } from './end-tag-complaints.js';
import type { XmlEvents } from './events.js';
import { xmlLimits } from './limits.js';
import type { KnownName } from './names.js';
import type { Namespaces } from './namespaces.js';
import type { ElementNode } from './nodes.js';
import type { Span } from './tree.js';

/** The elements that are open, and what an end tag [42] does to them. */
export class OpenElements {
  innermost: ElementNode | undefined;
  /** The names of the open elements, that of the root first. */
  readonly #names: KnownName[] = [];
  readonly #complaints: EndTagComplaints;

  constructor(
    private readonly complaints: Complaints,
    private readonly namespaces: Namespaces,
  ) {
    this.#complaints = new EndTagComplaints(complaints);
  }

  open(element: ElementNode, name: KnownName): void {
    if (this.#names.length === xmlLimits.depth) {
      this.complaints.stop(
        element.startTag,
        `Elements lie more than ${xmlLimits.depth.toLocaleString('en')} deep within each other here.`,
        { code: 'xml/limit', help: 'Look for end tags that are missing before this place.' },
      );
    }
    this.#names.push(name);
    name.open++;
    this.innermost = element;
  }

  /** The end tag of the innermost element. */
  close(start: number, end: number, events: XmlEvents): void {
    const element = this.innermost as ElementNode;
    element.endTagStart = start;
    element.end = end;
    events.endElement(element);
    (this.#names.pop() as KnownName).open--;
    if (element.namespaces !== undefined) this.namespaces.leave();
    const { parent } = element;
    this.innermost = parent.kind === 'element' ? (parent as ElementNode) : undefined;
  }

  /**
   * An end tag that is not, or may not be, that of the innermost element.
   *
   * @param boundary the element that was open where the entity began in which the tag stands
   */
  endTag(name: KnownName, tag: Span, boundary: ElementNode | undefined, events: XmlEvents): void {
    const element = this.innermost;
    if (element === undefined) {
      this.#complaints.stray(name, element, tag);
      return;
    }
    if (element === boundary) {
      this.complaints.stop(
        tag,
        `</${name.qname}> closes an element that was opened outside the entity it stands in.`,
        { help: 'An entity must hold whole elements.' },
      );
    }
    if (this.#names.at(-1) === name) {
      this.close(tag.start, tag.end, events);
    } else if (name.open > 0 && this.#isOpenWithin(name, boundary)) {
      this.#closeAround(name, tag, events);
    } else if (nearest(name.qname, [element.qname]) !== undefined) {
      this.#complaints.misspelt(element, name.qname, tag);
      this.close(tag.start, tag.end, events);
    } else this.#complaints.stray(name, element, tag);
  }

  #isOpenWithin(name: KnownName, boundary: ElementNode | undefined): boolean {
    if (boundary === undefined) return true;
    let at = this.#names.length - 1;
    for (let element = this.innermost; element !== boundary && at >= 0; at--) {
      if (this.#names[at] === name) return true;
      element = element?.parent as ElementNode | undefined;
    }
    return false;
  }

  /** The end tag of an ancestor comes while other elements are open. */
  #closeAround(name: KnownName, tag: Span, events: XmlEvents): void {
    const unclosed: ElementNode[] = [];
    let element = this.innermost as ElementNode;
    for (let at = this.#names.length - 1; this.#names[at] !== name; at--) {
      unclosed.push(element);
      element = element.parent as ElementNode;
    }
    this.#complaints.notClosed(unclosed, element, tag);
    for (let left = unclosed.length; left > 0; left--) {
      (this.#names.at(-1) as KnownName).forced++;
      this.close(tag.start, tag.start, events);
    }
    this.close(tag.start, tag.end, events);
  }

  /** The text has ended. */
  endOfFile(end: number): void {
    const open: ElementNode[] = [];
    let element = this.innermost;
    while (element !== undefined) {
      open.push(element);
      element = element.parent.kind === 'element' ? (element.parent as ElementNode) : undefined;
    }
    if (open.length > 0) this.#complaints.endOfFile(open, end);
  }
}
