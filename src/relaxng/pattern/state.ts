import type { AttributePattern, ElementPattern, Pattern } from './pattern.js';

/** A pattern of an element's content, and which of the possible continuations after the element it leads to. */
export interface Alternative {
  readonly pattern: Pattern;
  /** An index into the continuations of the opening that led here. */
  readonly continuation: number;
}

/**
 * What may still come inside an element, as far as the derivatives have gone. A state knows nothing of the elements
 * around it: several ways to go on after the element are told apart by number alone, so that there are no more states
 * than the schema has, however deep and long the document is. What follows from a state is reckoned once.
 */
export class State {
  readonly openings = new Map<number, Opening | undefined>();
  /** Openings of elements that come before what is required before them. */
  readonly openingsAfterMissing = new Map<number, Opening | undefined>();
  readonly attributes = new Map<number, AttributeOpening | undefined>();
  /** After the start tag; `undefined` when a required attribute is missing. */
  closed: State | undefined | null = null;
  /** After text among elements; `undefined` when there can be none. */
  text: State | undefined | null = null;
  /** The continuations that may follow when nothing more comes. */
  accepted: readonly number[] | undefined;

  /** @param contains bits of `Contains`, of all alternatives together */
  constructor(
    readonly id: number,
    readonly alternatives: readonly Alternative[],
    readonly contains: number,
  ) {}

  /** Lets go of all that follows from it, to be reckoned again. */
  forget(): void {
    this.openings.clear();
    this.openingsAfterMissing.clear();
    this.attributes.clear();
    this.closed = null;
    this.text = null;
  }
}

/** A child element that may come: what it may hold, and how things go on after it. */
export interface Opening {
  readonly elements: readonly ElementPattern[];
  readonly content: State;
  /** The states of the parent after the child, by number of continuation. */
  readonly continuations: readonly State[];
  /** Of several continuations together. */
  readonly joined: Map<string, State>;
}

/** An attribute that may be given: the values it may have, each with what is left after it. */
export interface AttributeOpening {
  readonly values: readonly {
    readonly attribute: AttributePattern;
    readonly value: ValueTest;
    readonly after: State;
  }[];
  readonly joined: Map<string, State>;
}

/** A pattern of strings, and what has been asked of it before. */
export interface ValueTest {
  readonly pattern: Pattern;
  readonly contextual: boolean;
  readonly known: Map<string, boolean>;
}
