import type { Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import type { AttributeOpening, ElementPattern, State } from '../pattern/index.js';

/** A name with its namespace. */
export interface ExpandedName {
  readonly ns: string;
  readonly local: string;
}

/** An element that is open, and what was made of it. */
export interface OpenElement {
  readonly element: XmlElement;
  /** The patterns that it matches or was taken to match; none where nothing is known of it. */
  readonly patterns: readonly ElementPattern[];
  /** The child elements met so far, in order; the one in question, if any, is not among them. */
  readonly before: readonly XmlElement[];
}

/** Something in a document that the schema does not allow, with the state in which it was met. */
export type Mistake =
  | {
      /** The schema has no element of this name. */
      readonly kind: 'unknown-element';
      readonly element: XmlElement;
      readonly parent: OpenElement | undefined;
      readonly state: State;
      /** The name that was probably meant. */
      readonly meant: ExpandedName | undefined;
    }
  | {
      /** The schema has an element of this local name in another namespace. */
      readonly kind: 'wrong-namespace';
      readonly element: XmlElement;
      readonly meant: ExpandedName;
    }
  | {
      /** The schema knows the element, and does not allow it here. */
      readonly kind: 'misplaced-element';
      readonly element: XmlElement;
      /** `undefined` for the root. */
      readonly parent: OpenElement | undefined;
      readonly state: State;
    }
  | {
      /** The element may stand here only after others, which are missing. */
      readonly kind: 'missing-before';
      readonly element: XmlElement;
      readonly parent: OpenElement;
      readonly missing: readonly ExpandedName[];
    }
  | {
      /** The element stands before others that should stand before it. */
      readonly kind: 'too-early';
      readonly element: XmlElement;
      readonly parent: OpenElement;
      readonly late: readonly XmlElement[];
    }
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
