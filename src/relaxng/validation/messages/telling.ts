import type { Problem, RelatedPlace } from '../../../problems/index.js';
import {
  problemAt,
  relatedPlace,
  type Span,
  type XmlDocument,
  type XmlElement,
} from '../../../xml/index.js';
import {
  type ElementPattern,
  type ExpectedName,
  elementsWithin,
  type Pattern,
} from '../../pattern/index.js';
import type { ExpandedName, OpenElement } from '../mistake.js';
import type { Schema } from '../schema.js';
import { Homes } from './homes.js';
import { ended, shortGloss, Wording, xpathOf } from './wording.js';

/** What all messages about one document share. */
export class Telling {
  readonly wording: Wording;
  readonly homes: Homes;
  readonly #within = new Map<Pattern, readonly ExpectedName<ElementPattern>[]>();

  /** @param schemaFile the schema as it is shown to a person */
  constructor(
    readonly document: XmlDocument,
    readonly schema: Schema,
    readonly schemaFile: string,
  ) {
    this.wording = new Wording(document);
    this.homes = Homes.of(schema);
  }

  problem(
    element: XmlElement,
    span: Span,
    code: string,
    message: string,
    more: { help?: string | undefined; related?: readonly RelatedPlace[] } = {},
  ): Problem {
    return problemAt(this.document.source, span, {
      code,
      message,
      schema: this.schemaFile,
      xpath: xpathOf(element),
      ...more,
    });
  }

  /** The start of an element, as the related place of what is wrong in it. */
  startOf(element: XmlElement): RelatedPlace {
    return this.place(element, `<${element.qname}> begins here.`);
  }

  place(element: XmlElement, message: string): RelatedPlace {
    return relatedPlace(this.document.source, element.startTag, message);
  }

  /** All elements that may stand in an element, whatever comes before them. */
  within(parent: OpenElement): readonly ExpectedName<ElementPattern>[] {
    const { pool } = this.schema.machine;
    const content = pool.choice(parent.patterns.map((pattern) => pattern.content()));
    let names = this.#within.get(content);
    if (names === undefined) {
      ({ names } = elementsWithin(content));
      this.#within.set(content, names);
    }
    return names;
  }

  /** What the schema says of elements: `<titleStmt>: groups information about …`. */
  glosses(names: readonly ExpandedName[], within: readonly ExpectedName<ElementPattern>[]) {
    const glosses = names.flatMap(({ ns, local }) => {
      const found = within.find((one) => one.local === local && one.ns === ns);
      const gloss = shortGloss(found?.part.documentation);
      return gloss === undefined ? [] : [ended(`${this.wording.element({ ns, local })}: ${gloss}`)];
    });
    return glosses.length === 0 ? undefined : glosses.slice(0, 2).join(' ');
  }
}
