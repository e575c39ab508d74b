import type { Problem, RelatedPlace } from '../../../problems/index.js';
import {
  type PlacedSource,
  problemAt,
  relatedPlace,
  type Span,
  type XmlElement,
} from '../../../xml/index.js';
import type { ValueContext } from '../../datatype-libraries/index.js';
import {
  afterText,
  Contains,
  type ElementPattern,
  type ExpectedName,
  elementsWithin,
  expectedAttributes,
  expectedElements,
  forgivingAttributes,
  type Pattern,
  type State,
} from '../../pattern/index.js';
import type { Sibling } from '../children-met.js';
import { ElementContext } from '../element-context.js';
import type { ExpandedName, NumberedElement, OpenElement } from '../mistake.js';
import type { Schema } from '../schema.js';
import { likeliestChildren, timesInside } from '../vocabulary/index.js';
import { Homes } from './homes.js';
import { glossed, shortGloss, Wording, xpathOf } from './wording.js';

/** So many elements are told that would hold a text. */
const holdersTold = 3;

/** An element that would hold a text, by itself or in another. */
interface HolderOfText {
  readonly name: ExpandedName;
  /** The element in it that would hold the text. */
  readonly inside: ExpandedName | undefined;
}

/** What all messages about one document share. */
export class Telling {
  readonly wording = new Wording();
  readonly homes: Homes;
  readonly #context = new ElementContext();
  readonly #attributes = new WeakMap<State, readonly ExpandedName[]>();
  readonly #holders = new WeakMap<State, readonly HolderOfText[]>();
  readonly #within = new Map<Pattern, readonly ExpectedName<ElementPattern>[]>();

  /** @param schemaFile the schema as it is shown to a person */
  constructor(
    readonly source: PlacedSource,
    readonly schema: Schema,
    readonly schemaFile: string,
  ) {
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

  /** The attributes that may be given in a state. */
  attributesIn(state: State): readonly ExpandedName[] {
    let names = this.#attributes.get(state);
    if (names === undefined) {
      ({ names } = expectedAttributes(state));
      this.#attributes.set(state, names);
    }
    return names;
  }

  /** The likeliest elements that may come in a state and hold text, or hold an element that does. */
  holdersOfText(parent: ExpandedName, state: State): readonly HolderOfText[] {
    let holders = this.#holders.get(state);
    if (holders === undefined) {
      const found: HolderOfText[] = [];
      for (const name of likeliestChildren(parent, expectedElements(state).names)) {
        if (found.length === holdersTold) break;
        if (this.#takesText(name.part)) found.push({ name, inside: undefined });
        else if (timesInside(parent, name) > 0) {
          const inside = this.#likelyHolderIn(name);
          if (inside !== undefined) found.push({ name, inside });
        }
      }
      holders = found;
      this.#holders.set(state, holders);
    }
    return holders;
  }

  /** The element that an element holds most often, if it may be the first in it and hold text. */
  #likelyHolderIn({ ns, local, part }: ExpectedName<ElementPattern>): ExpandedName | undefined {
    const { machine } = this.schema;
    const content = machine.stateOf(forgivingAttributes(machine.pool, part.content()));
    const [first] = likeliestChildren({ ns, local }, expectedElements(content).names);
    return first !== undefined &&
      timesInside({ ns, local }, first) > 0 &&
      this.#takesText(first.part)
      ? first
      : undefined;
  }

  /** Whether an element may hold text, or a value. */
  holdsText(element: OpenElement): boolean {
    return element.patterns.some((pattern) => this.#takesText(pattern));
  }

  #takesText(pattern: ElementPattern): boolean {
    const { pool } = this.schema.machine;
    const content = forgivingAttributes(pool, pattern.content());
    return (
      (content.contains & Contains.strings) !== 0 || afterText(pool, content).kind !== 'notAllowed'
    );
  }

  /** What is declared where an element stands. */
  context(element: XmlElement): ValueContext {
    this.#context.element = element;
    return this.#context;
  }

  /** What the schema says of elements: `<titleStmt> (title statement) groups information about …`. */
  glosses(names: readonly ExpandedName[], within: readonly ExpectedName<ElementPattern>[]) {
    const glosses = names.flatMap(({ ns, local }) => {
      const found = within.find((one) => one.local === local && one.ns === ns);
      const gloss = shortGloss(found?.part.documentation);
      return gloss === undefined ? [] : [glossed(this.wording.element({ ns, local }), gloss)];
    });
    return glosses.length === 0 ? undefined : glosses.slice(0, 2).join(' ');
  }
}
