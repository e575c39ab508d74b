import type { Problem } from '../../problems/index.js';
import { isNcName, type PlacedSource, type Span, type XmlAttribute } from '../../xml/index.js';
import { tokens } from '../datatype-libraries/index.js';
import { IdentifierTypes } from './identifier-types.js';
import { danglingIdentifier, repeatedIdentifier } from './messages/identifiers.js';
import type { Telling } from './messages/index.js';
import type { OpenElement } from './mistake.js';

/** An identifier that was given, and where: what is kept of each, since any later attribute may repeat it. */
export interface GivenIdentifier {
  /** The element that bears it, as written. */
  readonly qname: string;
  readonly source: PlacedSource;
  readonly span: Span;
}

/** What is to be said of a pointer unless its identifier comes yet. */
interface Waiting {
  readonly id: string;
  readonly problem: Problem;
}

/**
 * Whether the identifiers of a document are sound (RELAX NG DTD Compatibility, section 5): each is given once, and
 * whatever points to one finds it. Malformed values are not looked at, since they are not valid in the first place.
 */
export class Soundness {
  readonly #types: IdentifierTypes;
  readonly #given = new Map<string, GivenIdentifier>();
  #waiting: Waiting[] = [];

  constructor(
    readonly telling: Telling,
    readonly report: (problem: Problem) => void,
  ) {
    this.#types = IdentifierTypes.of(telling.schema);
  }

  /** Looks at the attributes of an element that has just been opened. */
  startElement(open: OpenElement): void {
    const { element } = open;
    for (const attribute of element.attributes) {
      if (!this.#types.mayHave(attribute.name.local)) continue;
      const type = this.#types.of(element.name, attribute.name);
      if (type === undefined) continue;
      const names = tokens(attribute.value);
      if (!names.every(isNcName) || (type !== 'IDREFS' && names.length !== 1)) continue;
      if (type === 'ID') this.#identifier(open, attribute, names[0] ?? '');
      else this.#pointers(open, attribute, names);
    }
  }

  #identifier(open: OpenElement, attribute: XmlAttribute, id: string): void {
    const first = this.#given.get(id);
    if (first === undefined) {
      const { start, end } = attribute.valueSpan;
      const source = this.telling.sourceOf(open.element);
      this.#given.set(id, { qname: open.element.qname, source, span: { start, end } });
    } else this.report(repeatedIdentifier(this.telling, open, attribute, id, first));
  }

  #pointers(open: OpenElement, attribute: XmlAttribute, ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#given.has(id)) continue;
      this.#waiting.push({ id, problem: danglingIdentifier(this.telling, open, attribute, id) });
    }
  }

  /** To be called when the document has ended: what is not there by then never comes. */
  end(): void {
    for (const { id, problem } of this.#waiting) if (!this.#given.has(id)) this.report(problem);
    this.#waiting = [];
  }
}
