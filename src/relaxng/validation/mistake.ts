import type { Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import type { AttributeOpening, State } from '../pattern/index.js';

/** An element that is open, and what was made of it. */
export interface OpenElement {
  readonly element: XmlElement;
  /** The element around it. */
  readonly parent: OpenElement | undefined;
  /** The child elements met so far, in order. */
  readonly before: readonly XmlElement[];
  /** The name it was taken to have, where that is not its own: the schema knows no element of its name. */
  readonly takenFor: string | undefined;
}

/** Something in a document that the schema does not allow, with the state in which it was met. */
export type Mistake =
  | {
      readonly kind: 'element';
      readonly element: XmlElement;
      /** `undefined` for the root. */
      readonly parent: OpenElement | undefined;
      readonly state: State;
    }
  | {
      /** The element may stand here only after others. */
      readonly kind: 'missing-before';
      readonly element: XmlElement;
      readonly parent: OpenElement | undefined;
      readonly state: State;
    }
  | {
      /** The element ends, and something is missing. */
      readonly kind: 'incomplete';
      readonly parent: OpenElement;
      readonly state: State;
      /** What there was besides elements: white space alone, or nothing. */
      readonly text: string;
    }
  | {
      readonly kind: 'attribute';
      readonly parent: OpenElement;
      readonly attribute: XmlAttribute;
      /** Before the attribute. */
      readonly state: State;
      /** Before any attribute of the element. */
      readonly start: State;
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
      readonly text: string;
      readonly span: Span;
      readonly state: State;
    }
  | {
      /** All that an element holds, which must be a value. */
      readonly kind: 'content-value';
      readonly parent: OpenElement;
      readonly text: string;
      readonly span: Span;
      readonly state: State;
    };
