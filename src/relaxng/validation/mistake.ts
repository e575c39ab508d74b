import type { Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import type { AttributeOpening, ElementPattern, Opening, State } from '../pattern/index.js';
import type { ChildrenMet, Sibling } from './children-met.js';

/** A name with its namespace. */
export interface ExpandedName {
  readonly ns: string;
  readonly local: string;
}

export function expanded({ name }: XmlElement): ExpandedName {
  return { ns: name.namespace, local: name.local };
}

/** An element and its numbers among its siblings, from 1. */
export interface NumberedElement {
  readonly element: XmlElement;
  /** Its number among the siblings of its name; `undefined` where they have too many names to be told apart. */
  readonly nth: number | undefined;
  /** Its number among all its siblings. */
  readonly nthOfAll: number;
}

/** An element and its numbers, to be kept. */
export function numbered({ element, nth, nthOfAll }: NumberedElement): NumberedElement {
  return { element, nth, nthOfAll };
}

/**
 * An element that is open, and what was made of it. The object stands for the element as long as it is open, and for
 * another afterwards.
 */
export interface OpenElement extends NumberedElement {
  /** `undefined` for the root. */
  readonly parent: OpenElement | undefined;
  /** The patterns that it matches or was taken to match; none where nothing is known of it. */
  readonly patterns: readonly ElementPattern[];
  /** The child elements so far; the one in question, if any, is not among them. */
  readonly children: ChildrenMet;
  readonly opening: Opening | undefined;
  /** Whether its parent goes on from here; otherwise it is passed over. */
  readonly leadsOn: boolean;
  /** What may come now; `undefined` inside an element of which nothing is known. */
  readonly state: State | undefined;
}

/** Elements that are missing before another. */
export interface MissingBefore {
  /** The fewest that would do, in order, the likeliest of each; none where more than a few are missing. */
  readonly names: readonly ExpandedName[];
  /** Where one would do: all such, the likeliest first. */
  readonly alternatives: readonly ExpandedName[];
}

/** Something in a document that the schema does not allow, with the state in which it was met. */
export type Mistake =
  | (NumberedElement & {
      /** The schema has no element of this name. */
      readonly kind: 'unknown-element';
      readonly parent: OpenElement | undefined;
      readonly state: State;
      /** The name that was probably meant. */
      readonly meant: ExpandedName | undefined;
    })
  | (NumberedElement & {
      /** The schema has an element of this local name in another namespace. */
      readonly kind: 'wrong-namespace';
      readonly parent: OpenElement | undefined;
      readonly meant: ExpandedName;
    })
  | (NumberedElement & {
      /** The schema knows the element, and does not allow it here. */
      readonly kind: 'misplaced-element';
      /** `undefined` for the root. */
      readonly parent: OpenElement | undefined;
      readonly state: State;
      /** The first child of its name. */
      readonly first: Sibling | undefined;
    })
  | (NumberedElement & {
      /** The element may stand here only after others, which are missing: told when its parent ends. */
      readonly kind: 'missing-before';
      readonly parent: OpenElement;
      readonly missing: MissingBefore;
    })
  | (NumberedElement & {
      /** The element stands before others that should stand before it: told when the last of them comes. */
      readonly kind: 'too-early';
      readonly parent: OpenElement;
      readonly late: readonly Sibling[];
    })
  | {
      /** The element ends, and something is missing. */
      readonly kind: 'incomplete';
      readonly parent: OpenElement;
      readonly state: State;
    }
  | {
      /** The element has no such attribute. */
      readonly kind: 'unknown-attribute';
      readonly parent: OpenElement;
      readonly attribute: XmlAttribute;
      /** Before any attribute of the element. */
      readonly start: State;
      /** The name that was probably meant. */
      readonly meant: ExpandedName | undefined;
    }
  | {
      /** The attribute would be right without those before it. */
      readonly kind: 'attribute-conflict';
      readonly parent: OpenElement;
      readonly attribute: XmlAttribute;
      /** Another with which it cannot stand, where there is one such. */
      readonly rival: XmlAttribute | undefined;
    }
  | {
      readonly kind: 'attribute-value';
      readonly parent: OpenElement;
      readonly attribute: XmlAttribute;
      readonly opening: AttributeOpening;
    }
  | {
      readonly kind: 'missing-attributes';
      readonly parent: OpenElement;
      readonly state: State;
    }
  | {
      readonly kind: 'text';
      readonly parent: OpenElement;
      readonly state: State;
      readonly span: Span;
      readonly text: string;
    }
  | {
      /** All that an element holds, which must be a value. */
      readonly kind: 'element-value';
      readonly parent: OpenElement;
      readonly text: string;
      /** The first text that is more than white space. */
      readonly span: Span | undefined;
      readonly state: State;
    };
