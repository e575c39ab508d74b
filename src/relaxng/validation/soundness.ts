import type { Problem } from '../../problems/index.js';
import {
  isNcName,
  type PlacedSource,
  type Span,
  type XmlAttribute,
  type XmlElement,
} from '../../xml/index.js';
import { tokens } from '../datatype-libraries/index.js';
import { IdentifierTypes } from './identifier-types.js';
import { danglingIdentifier, repeatedIdentifier } from './messages/identifiers.js';
import type { Schema } from './schema.js';

/** An identifier that was given, and where: what is kept of each, since any later attribute may repeat it. */
export interface GivenIdentifier {
  /** The element that bears it, as written. */
  readonly qname: string;
  readonly span: Span;
}

/** A pointer to an identifier that may yet come. */
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
  readonly #waiting: Waiting[] = [];

  /** @param schemaFile the schema as it is shown to a person */
  constructor(
    readonly source: PlacedSource,
    schema: Schema,
    readonly schemaFile: string,
    readonly report: (problem: Problem) => void,
    readonly xpathOf: (element: XmlElement) => string,
  ) {
    this.#types = IdentifierTypes.of(schema);
  }

  startElement(element: XmlElement): void {
    for (const attribute of element.attributes)
      if (this.#types.mayHave(attribute.name.local)) this.#attribute(element, attribute);
  }

  #attribute(element: XmlElement, attribute: XmlAttribute): void {
    const type = this.#types.of(element.name, attribute.name);
    if (type === undefined) return;
    const names = tokens(attribute.value);
    if (!names.every(isNcName) || (type !== 'IDREFS' && names.length !== 1)) return;
    if (type === 'ID') this.#identifier(element, attribute, names[0] ?? '');
    else {
      for (const id of names) {
        if (!this.#given.has(id))
          this.#waiting.push({ id, problem: danglingIdentifier(this, element, attribute, id) });
      }
    }
  }

  #identifier(element: XmlElement, attribute: XmlAttribute, id: string): void {
    const first = this.#given.get(id);
    if (first === undefined) {
      const { start, end } = attribute.valueSpan;
      this.#given.set(id, { qname: element.qname, span: { start, end } });
    } else this.report(repeatedIdentifier(this, element, attribute, id, first));
  }

  /** To be called when the document has ended: what is not there by then never comes. */
  end(): void {
    for (const { id, problem } of this.#waiting) if (!this.#given.has(id)) this.report(problem);
  }
}
