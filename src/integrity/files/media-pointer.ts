import { attribute, type PlacedSpan, placeAt, sourceOf, type XmlElement } from '../../xml/index.js';
import type { Pointer } from '../pointers/pointer.js';

/** A pointer to a file of the project that is an image, a sound or a film. */
export interface MediaFact {
  readonly path: string;
  /** The name of its element, as written. */
  readonly element: string;
  readonly place: PlacedSpan;
}

const mediaElements = new Set(['graphic', 'media']);

/** What a pointer says of a file of media; `undefined` where it leads elsewhere. */
export function mediaFact({
  element,
  attribute: given,
  target,
  span,
}: Pointer): MediaFact | undefined {
  if (!mediaElements.has(element.name.local) || given.name.local !== 'url') return undefined;
  if (target.kind !== 'local' || target.path === undefined || target.fragment !== undefined)
    return undefined;
  return { path: target.path, element: element.qname, place: placeAt(sourceOf(element), span) };
}

/** An attribute and where its value stands, for when the tree is gone. */
export interface AttributeFact {
  readonly value: string;
  readonly place: PlacedSpan;
}

/** An attribute of an element, as a fact. */
export function attributeFact(element: XmlElement, name: string): AttributeFact | undefined {
  const given = attribute(element, name);
  return given === undefined
    ? undefined
    : { value: given.value.trim(), place: placeAt(sourceOf(element), given.valueSpan) };
}
