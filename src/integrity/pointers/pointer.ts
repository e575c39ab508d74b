import type { Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import type { Identified } from '../identifiers.js';
import type { PointerTarget } from './pointer-target.js';

/** One pointer of a value that may list several. */
export interface Pointer {
  /** As written. */
  readonly text: string;
  readonly element: XmlElement;
  readonly attribute: XmlAttribute;
  /** Where it leads, as far as its form tells. */
  readonly target: PointerTarget;
  /** What bears the identifier that it names, where that stands in the document itself. */
  readonly bearer: Identified | undefined;
  /** Where it stands in the source of its element. */
  readonly span: Span;
}
