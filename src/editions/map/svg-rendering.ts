import type { LabelledPlace } from './map-drawing.js';
import type { Palette } from './palette.js';
import { nameSeparator } from './place-marks.js';
import type { SheetFormat } from './sheet.js';
import { element, escapeXml, type SvgAttributes } from './svg-element.js';

/** How a sheet becomes SVG. */
export interface Rendering {
  readonly palette: Palette;
  /** Attributes of the root element. */
  readonly root: SvgAttributes;
  /** Where a place is linked to; without it nothing is linked, and no name carries its other readings. */
  readonly href: ((id: string) => string) | undefined;
}

/** A rendering of one sheet. */
export interface SheetRendering extends Rendering {
  readonly format: SheetFormat;
  /** What the identifiers of this sheet begin with: two sheets can stand in one page. */
  readonly ids: string;
}

/** What leads to a place and has its names as a title; where nothing is linked, a group. */
export function linked(
  { href }: Rendering,
  place: LabelledPlace,
  attributes: SvgAttributes,
  ...content: string[]
): string {
  if (href === undefined) return element('g', attributes, ...content);
  return element(
    'a',
    { ...attributes, 'data-place': place.id, href: href(place.id) },
    element('title', {}, escapeXml(titleOf(place))),
    ...content,
  );
}

/** What is there for the eye alone is kept from being read out. */
export function forTheEye({ href }: Rendering): SvgAttributes {
  return { 'aria-hidden': href === undefined ? undefined : 'true' };
}

/** All names of a place, each once. */
export function titleOf({ names }: LabelledPlace): string {
  const texts = [names.written, names.modern, names.hangul, names.chinese].map(
    (name) => name?.text,
  );
  return [...new Set(texts.filter((text) => text !== undefined))].join(nameSeparator);
}
