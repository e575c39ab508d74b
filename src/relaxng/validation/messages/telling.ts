import type { Problem, RelatedPlace } from '../../../problems/index.js';
import {
  type PlacedSource,
  problemAt,
  relatedPlace,
  type Span,
  type XmlElement,
} from '../../../xml/index.js';
import {
  type ElementPattern,
  type ExpectedName,
  elementsWithin,
  type Pattern,
} from '../../pattern/index.js';
import type { Sibling } from '../children-met.js';
import type { ExpandedName, NumberedElement, OpenElement } from '../mistake.js';
import type { NamesMet } from '../names-met.js';
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
    readonly source: PlacedSource,
    readonly schema: Schema,
    readonly schemaFile: string,
    names: NamesMet,
  ) {
    this.wording = new Wording(names);
    this.homes = Homes.of(schema);
  }

  /** @param at the element in question, and what is open around it */
  problem(
    at: NumberedElement & { readonly parent: OpenElement | undefined },
    span: Span,
    code: string,
    message: string,
    more: { help?: string | undefined; related?: readonly RelatedPlace[] } = {},
  ): Problem {
    return problemAt(this.sourceOf(at.element), span, {
      code,
      message,
      schema: this.schemaFile,
      xpath: xpathOf(at),
      ...more,
    });
  }

  /** The start of an element, as the related place of what is wrong in it. */
  startOf(element: XmlElement): RelatedPlace {
    const message = `<${element.qname}> begins here.`;
    return relatedPlace(this.sourceOf(element), element.startTag, message);
  }

  /** A child of an element as a related place. */
  place({ start, source }: Sibling, parent: OpenElement, message: string): RelatedPlace {
    return relatedPlace(source ?? this.sourceOf(parent.element), { start, end: start }, message);
  }

  /** The source that an element stands in: its own, where it was included. */
  sourceOf(element: XmlElement): PlacedSource {
    let bearer: XmlElement['parent'] = element;
    while (bearer.kind === 'element') {
      if (bearer.source !== undefined) return bearer.source;
      bearer = bearer.parent;
    }
    return this.source;
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
