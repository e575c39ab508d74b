import type { Problem, RelatedPlace } from '../../../problems/index.js';
import {
  type PlacedSource,
  problemAt,
  relatedPlace,
  type Span,
  type XmlElement,
} from '../../../xml/index.js';
import type { ValueContext } from '../../datatype-libraries/index.js';
import type { Sibling } from '../children-met.js';
import { Contents } from '../contents.js';
import { ElementContext } from '../element-context.js';
import { Homes } from '../homes.js';
import type { ExpandedName, NumberedElement, OpenElement } from '../mistake.js';
import type { Schema } from '../schema.js';
import { glossed, shortGloss, Wording, xpathOfOpen } from './wording.js';

/** So many elements are explained. */
const glossesTold = 2;

/** What all messages about one document share. */
export class Telling {
  readonly wording = new Wording();
  readonly homes: Homes;
  readonly contents: Contents;
  readonly #context = new ElementContext();

  /** @param schemaFile the schema as it is shown to a person */
  constructor(
    readonly source: PlacedSource,
    readonly schema: Schema,
    readonly schemaFile: string,
  ) {
    this.homes = Homes.of(schema);
    this.contents = Contents.of(schema);
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
      xpath: xpathOfOpen(at),
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

  /** What is declared where an element stands. */
  context(element: XmlElement): ValueContext {
    this.#context.element = element;
    return this.#context;
  }

  /** What the schema says of elements: `<titleStmt> (title statement) groups information about …`. */
  glosses(names: readonly ExpandedName[], parent: OpenElement): string | undefined {
    const within = this.contents.within(parent);
    const glosses = names.slice(0, glossesTold).flatMap(({ ns, local }) => {
      const found = within.named({ ns, local });
      const gloss = shortGloss(found?.part.documentation);
      return gloss === undefined ? [] : [glossed(this.wording.element({ ns, local }), gloss)];
    });
    return glosses.length === 0 ? undefined : glosses.join(' ');
  }
}
