import type { Complaints } from './complaints.js';
import type { ElementNode } from './nodes.js';
import type { Span } from './tree.js';

/** What is said of end tags that do not match the element that is open, so that one slip is told once. */
export class EndTagComplaints {
  /** Names of elements closed by the end tag of an ancestor, whose own end tags may still come. */
  readonly #forced: string[] = [];
  /** The element that was open at the last end tag that closed nothing: most likely that tag was meant for it. */
  #strayIn: ElementNode | undefined;

  constructor(private readonly complaints: Complaints) {}

  /** The end tag of an ancestor comes while an element is open. */
  notClosed(element: ElementNode, ancestor: ElementNode, tag: Span): void {
    if (element === this.#strayIn) return;
    this.complaints.report(tag, {
      code: 'xml/not-closed',
      message: `</${ancestor.qname}> comes while <${element.qname}>, opened on line ${this.#line(element)}, is not closed.`,
      help: `Write </${element.qname}> before </${ancestor.qname}>.`,
      related: [this.#opening(element)],
    });
  }

  /** An element is closed by the end tag of an ancestor. */
  force(element: ElementNode): void {
    this.#forced.push(element.qname);
  }

  misspelt(element: ElementNode, qname: string, tag: Span): void {
    const capitals = element.qname.toLowerCase() === qname.toLowerCase();
    this.complaints.report(tag, {
      code: 'xml/wrong-end-tag',
      message: `</${qname}> does not close <${element.qname}>, opened on line ${this.#line(element)}${
        capitals ? ': capitals tell names apart' : ''
      }.`,
      help: `Write </${element.qname}>.`,
      related: [this.#opening(element)],
    });
  }

  /** No element of that name is open. */
  stray(qname: string, element: ElementNode | undefined, tag: Span): void {
    // The end tag of an element that has been closed by force belongs to a mistake already told.
    const forced = this.#forced.lastIndexOf(qname);
    if (forced !== -1) {
      this.#forced.splice(forced, 1);
      return;
    }
    this.#strayIn = element;
    if (element === undefined) {
      this.complaints.report(tag, {
        code: 'xml/wrong-end-tag',
        message: `</${qname}> closes nothing: no element is open here.`,
        help: 'Delete it.',
      });
      return;
    }
    this.complaints.report(tag, {
      code: 'xml/wrong-end-tag',
      message: `</${qname}> closes nothing: open here is <${element.qname}>, since line ${this.#line(element)}.`,
      help: `Write </${element.qname}> if that was meant, or open <${qname}> before it.`,
      related: [this.#opening(element)],
    });
  }

  /** The file ends while an element is open. */
  endOfFile(element: ElementNode, end: number): void {
    this.complaints.report(
      { start: end, end },
      {
        code: 'xml/not-closed',
        message: `The file ends while <${element.qname}>, opened on line ${this.#line(element)}, is not closed.`,
        help: `Write </${element.qname}> where it ends.`,
        related: [this.#opening(element)],
      },
    );
  }

  #opening(element: ElementNode): ReturnType<Complaints['place']> {
    return this.complaints.place(element.startTag, `<${element.qname}> is opened here.`);
  }

  #line(element: ElementNode): number {
    return this.#opening(element).line;
  }
}
