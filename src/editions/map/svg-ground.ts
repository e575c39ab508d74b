import type { Box, GraticuleLine, LandShape, ScaleBar } from './map-drawing.js';
import { linePath } from './path-data.js';
import { element, escapeXml, type SvgAttributes } from './svg-element.js';
import { forTheEye, type Rendering, type SheetRendering } from './svg-rendering.js';

/** A box as a rectangle. */
export function rectangle(name: string, box: Box, attributes: SvgAttributes): string {
  return element('rect', { class: name, ...box, ...attributes });
}

/** The line around a map. */
export function neatLine({ palette }: Rendering, box: Box): string {
  return rectangle('map-frame', box, { fill: 'none', stroke: palette.frame, 'stroke-width': 1 });
}

/** Land with its coast. */
export function landAndCoast(
  { palette }: Rendering,
  { land, coast }: LandShape,
  width: number,
): string {
  const stroke = { stroke: palette.coast, 'stroke-width': width, 'stroke-linejoin': 'round' };
  const fill = { class: 'map-land', d: land, fill: palette.land };
  if (coast === undefined) return element('path', { ...fill, ...stroke });
  const line = { class: 'map-coast', d: coast, fill: 'none', ...stroke };
  return element('path', fill) + element('path', line);
}

/** The lines of the graticule, in one path. */
export function graticuleLines({ palette }: Rendering, lines: readonly GraticuleLine[]): string {
  if (lines.length === 0) return '';
  return element('path', {
    class: 'map-graticule',
    d: lines.map((line) => line.path).join(''),
    fill: 'none',
    stroke: palette.graticule,
    'stroke-width': 0.6,
  });
}

/** The degrees that stand at the edge of the map. */
export function degrees(rendering: SheetRendering, lines: readonly GraticuleLine[]): string {
  const texts = lines.flatMap(({ text, at }) =>
    at === undefined ? [] : [element('text', { x: at[0], y: at[1] }, escapeXml(text))],
  );
  if (texts.length === 0) return '';
  const { palette, format } = rendering;
  return element(
    'g',
    {
      class: 'map-degrees',
      'font-size': format.smallSize,
      fill: palette.muted,
      ...halo(palette.sea, format.smallSize),
      // They stand on land as well as at sea.
      'stroke-opacity': '0.4',
      ...forTheEye(rendering),
    },
    ...texts,
  );
}

/** So many kilometres, as long as they are on the map. */
export function scale(rendering: SheetRendering, bar: ScaleBar): string {
  const { palette, format } = rendering;
  const [x, y] = bar.at;
  const size = format.smallSize;
  const tick = y - size * 0.4;
  const ends = linePath([
    [x, tick],
    [x, y],
    [x + bar.length, y],
    [x + bar.length, tick],
  ]);
  return element(
    'g',
    { class: 'map-scale', ...forTheEye(rendering) },
    element('path', { d: ends, fill: 'none', stroke: palette.muted, 'stroke-width': 1 }),
    element(
      'text',
      {
        x: x + bar.length / 2,
        y: y - size * 0.45,
        'font-size': size,
        'text-anchor': 'middle',
        fill: palette.muted,
      },
      `${bar.kilometres} km`,
    ),
  );
}

/** A rim in the colour of the ground, so that a text can be read over lines. */
export function halo(colour: string, fontSize: number): SvgAttributes {
  return {
    stroke: colour,
    'stroke-width': fontSize * 0.22,
    'stroke-opacity': '0.85',
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
}
