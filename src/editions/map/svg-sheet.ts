import type { Box, Locator, Sheet } from './map-drawing.js';
import { decimal } from './path-data.js';
import { sheetFormats } from './sheet.js';
import { element } from './svg-element.js';
import { degrees, graticuleLines, landAndCoast, neatLine, rectangle, scale } from './svg-ground.js';
import { legendLine, placeMark, shapeMark } from './svg-labels.js';
import { forTheEye, type Rendering, type SheetRendering } from './svg-rendering.js';
import { fades, shapes } from './svg-shapes.js';

/** Room around a sheet for the outer half of the line that frames it. */
const rim = 0.5;

/** Writes a sheet as an SVG element. */
export function svgSheet(sheet: Sheet, how: Rendering): string {
  const format = sheetFormats[sheet.name];
  const rendering: SheetRendering = { ...how, format, ids: `map-${sheet.name}` };
  const clip = `url(#${rendering.ids}-frame)`;
  const [width, height] = [sheet.width + 2 * rim, sheet.height + 2 * rim];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [-rim, -rim, width, height].map(decimal).join(' '),
      width,
      height,
      ...rendering.root,
    },
    definitions(rendering, sheet),
    element(
      'g',
      { class: 'map-ground', 'clip-path': clip, ...forTheEye(rendering) },
      rectangle('map-sea', sheet.frame, { fill: rendering.palette.sea }),
      landAndCoast(rendering, sheet.land, 0.8),
      graticuleLines(rendering, sheet.graticule),
    ),
    element('g', { class: 'map-shapes', 'clip-path': clip }, shapes(rendering, sheet.shapes)),
    degrees(rendering, sheet.graticule),
    sheet.scaleBar === undefined ? '' : scale(rendering, sheet.scaleBar),
    neatLine(rendering, sheet.frame),
    sheet.locator === undefined ? '' : locator(rendering, sheet.locator),
    ...sheet.shapes.map((shape) => shapeMark(rendering, shape)),
    ...sheet.places.map((mark) =>
      placeMark(rendering, mark, { font: format.fontSize, dot: format.dot }),
    ),
    legend(rendering, sheet),
  );
}

function definitions(rendering: SheetRendering, { frame, locator, shapes }: Sheet): string {
  const clip = (id: string, box: Box) =>
    element('clipPath', { id: `${rendering.ids}-${id}` }, element('rect', { ...box }));
  return element(
    'defs',
    {},
    clip('frame', frame),
    locator === undefined ? '' : clip('locator', locator.box),
    fades(rendering, shapes),
  );
}

function locator(rendering: SheetRendering, { box, land, outline, places }: Locator): string {
  const { palette, format, ids } = rendering;
  const size = { font: format.smallSize, dot: format.dot * 0.8 };
  return element(
    'g',
    { class: 'map-locator' },
    element(
      'g',
      { 'clip-path': `url(#${ids}-locator)`, ...forTheEye(rendering) },
      rectangle('map-sea', box, { fill: palette.sea }),
      landAndCoast(rendering, land, 0.5),
      element('path', {
        class: 'map-locator-outline',
        d: outline,
        fill: 'none',
        stroke: palette.line,
        'stroke-width': 1,
      }),
    ),
    neatLine(rendering, box),
    ...places.map((mark) => placeMark(rendering, mark, size)),
  );
}

function legend(rendering: SheetRendering, sheet: Sheet): string {
  if (sheet.legend.length === 0) return '';
  return element(
    'g',
    {
      class: 'map-legend',
      'font-size': rendering.format.legendSize,
      fill: rendering.palette.ink,
    },
    ...sheet.legend.map((line) => legendLine(rendering, line)),
  );
}
