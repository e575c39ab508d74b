import type { RelatedPlace } from '../problems/index.js';
import type { Complaints } from './complaints.js';
import type { KnownName } from './names.js';
import type { ElementNode } from './nodes.js';
import type { Span } from './tree.js';

/** So many elements are all named that are not closed; of more, the innermost is, and the others are counted. */
const NAMED = 3;

/** What is said of end tags that do not match the element that is open, so that one slip is told once. */
export class EndTagComplaints {
  /** The element that was open at the last end tag that closed nothing: most likely that tag was meant for it. */
  #strayIn: ElementNode | undefined;

  constructor(private readonly complaints: Complaints) {}

  /**
   * The end tag of an ancestor comes while elements are open.
   *
   * @param unclosed the innermost first
   */
  notClosed(unclosed: readonly ElementNode[], ancestor: ElementNode, tag: Span): void {
    const told = unclosed[0] === this.#strayIn ? unclosed.slice(1) : unclosed;
    if (told.length === 0) return;
    this.complaints.report(tag, {
      code: 'xml/not-closed',
      message: `</${ancestor.qname}> comes while ${this.#opened(told)} not closed.`,
      help: `Write ${endTags(told)} before </${ancestor.qname}>${emptyToo(told)}.`,
      related: this.#openings(told),
    });
  }

  misspelt(element: ElementNode, qname: string, tag: Span): void {
    const capitals = element.qname.toLowerCase() === qname.toLowerCase();
    this.complaints.report(tag, {
      code: 'xml/wrong-end-tag',
      message: `</${qname}> does not close <${element.qname}>, opened on line ${this.#line(element)}${
        capitals ? ': capitals tell names apart' : ''
      }.`,
      help: `Write </${element.qname}>.`,
      related: this.#openings([element]),
    });
  }

  /** No element of that name is open. */
  stray(name: KnownName, element: ElementNode | undefined, tag: Span): void {
    const { qname } = name;
    // The end tag of an element that has been closed by force belongs to a mistake already told.
    if (name.forced > 0) {
      name.forced--;
      return;
    }
    this.#strayIn = element;
    if (element === undefined) {
      this.complaints.report(tag, {
        code: 'xml/wrong-end-tag',
        message: `</${qname}> closes nothing: no element is open here.`,
        help: 'Delete it, or another before it that is one too many.',
      });
      return;
    }
    this.complaints.report(tag, {
      code: 'xml/wrong-end-tag',
      message: `</${qname}> closes nothing: open here is <${element.qname}>, since line ${this.#line(element)}.`,
      help: `Write </${element.qname}> if that was meant, or open <${qname}> before it.`,
      related: this.#openings([element]),
    });
  }

  /**
   * The file ends while elements are open.
   *
   * @param open the innermost first
   */
  endOfFile(open: readonly ElementNode[], end: number): void {
    const told = open.length > 1 && open[0] === this.#strayIn ? open.slice(1) : open;
    this.complaints.report(
      { start: end, end },
      {
        code: 'xml/not-closed',
        message: `The file ends while ${this.#opened(told)} not closed.`,
        help:
          told.length > NAMED
            ? 'Look whether the end of the file was lost; if not, write each end tag where it belongs.'
            : `Write ${endTags(told)} where ${told.length === 1 ? 'it ends' : 'they end'}.`,
        related: this.#openings(told),
      },
    );
  }

  /** "<hi>, opened on line 3, is" or "<hi>, opened on line 3, and <p>, opened on line 2, are". */
  #opened(elements: readonly ElementNode[]): string {
    const named = namedOf(elements).map(
      (element) => `<${element.qname}>, opened on line ${this.#line(element)},`,
    );
    const more = elements.length - named.length;
    if (more > 0) return `${named.join(' ')} and ${more.toLocaleString('en')} more around it are`;
    const last = named.pop() ?? '';
    return named.length === 0 ? `${last} is` : `${named.join(' ')} and ${last} are`;
  }

  #openings(elements: readonly ElementNode[]): RelatedPlace[] {
    return namedOf(elements).map((element) =>
      this.complaints.place(element.startTag, `<${element.qname}> is opened here.`),
    );
  }

  #line(element: ElementNode): number {
    return this.complaints.place(element.startTag, '').line;
  }
}

/** All of a few, the first of many. */
function namedOf(elements: readonly ElementNode[]): readonly ElementNode[] {
  return elements.length > NAMED ? elements.slice(0, 1) : elements;
}

function endTags(elements: readonly ElementNode[]): string {
  const tags = elements.slice(0, NAMED).map(({ qname }) => `</${qname}>`);
  return `${tags.join('')}${elements.length > NAMED ? '…' : ''}`;
}

/** Elements of TEI that are empty as a rule: their tag closes itself. */
const emptyAsARule: ReadonlySet<string> = new Set(
  'pb lb cb gb milestone anchor ptr graphic gap space handShift caesura'.split(' '),
);

function emptyToo([element, ...others]: readonly ElementNode[]): string {
  if (element === undefined || others.length > 0 || !emptyAsARule.has(element.name.local))
    return '';
  return `, or <${element.qname}/> where it stands, as it holds nothing`;
}
