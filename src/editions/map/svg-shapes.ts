import type { Shape } from './map-drawing.js';
import { element, type SvgAttributes } from './svg-element.js';
import { linked, type SheetRendering } from './svg-rendering.js';

/** Tints below lines, lines below arrows. */
const drawingOrder = [
  'side',
  'region',
  'surroundings',
  'bank',
  'river',
  'course',
  'line',
  'direction',
];

const thin = new Set(['line', 'direction', 'river', 'course']);

/** Rivers, lines, directions and regions, without their letters and names. */
export function shapes(rendering: SheetRendering, drawn: readonly Shape[]): string {
  const rank = (shape: Shape) => drawingOrder.indexOf(shape.kind);
  return [...drawn]
    .sort((a, b) => rank(a) - rank(b))
    .map((shape) => shapeElement(rendering, shape))
    .join('');
}

function shapeElement(rendering: SheetRendering, shape: Shape): string {
  const { palette, href } = rendering;
  const style = styleOf(rendering, shape);
  const attributes = {
    class: `map-shape map-${shape.kind}`,
    // Its letter or its name is in the order of focus already.
    tabindex: shape.label !== undefined && href !== undefined ? '-1' : undefined,
  };
  return linked(
    rendering,
    shape.place,
    attributes,
    ...(thin.has(shape.kind) && href !== undefined ? shape.paths.map(hitPath) : []),
    ...shape.paths.map((d) => element('path', { class: 'map-stroke', d, ...style })),
    ...shape.heads.map((d) => element('path', { class: 'map-arrow-head', d, fill: palette.line })),
  );
}

/** Room for a finger or a mouse around a thin line. */
function hitPath(d: string): string {
  return element('path', {
    class: 'map-hit',
    d,
    fill: 'none',
    stroke: 'none',
    'stroke-width': 12,
    'pointer-events': 'stroke',
  });
}

function styleOf({ palette, format, ids }: SheetRendering, { kind, key }: Shape): SvgAttributes {
  const { line, tint, river } = palette;
  const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  switch (kind) {
    case 'river':
      return { fill: 'none', stroke: river, 'stroke-width': 1.6, ...round };
    case 'course':
      return { fill: 'none', stroke: line, 'stroke-width': 1.2, ...round };
    case 'line':
      return { fill: 'none', stroke: line, 'stroke-width': 1.6, 'stroke-dasharray': '7 4' };
    case 'direction':
      return { fill: 'none', stroke: line, 'stroke-width': 1.8 };
    case 'side':
      return { fill: 'none', stroke: `url(#${ids}-fade-${key})`, 'stroke-width': 0.9 };
    case 'bank': {
      const width = { 'stroke-width': format.reach * 0.5, 'stroke-opacity': '0.3' };
      return { fill: 'none', stroke: line, ...width, ...round };
    }
    case 'region':
    case 'surroundings':
      return {
        fill: tint,
        'fill-opacity': '0.1',
        stroke: tint,
        'stroke-opacity': '0.75',
        'stroke-width': 0.9,
        'stroke-dasharray': kind === 'surroundings' ? '1.5 3' : '4 2.5',
      };
  }
}

/** What hatching fades by. */
export function fades({ palette, ids }: SheetRendering, drawn: readonly Shape[]): string {
  return drawn
    .map(({ fade, key }) => {
      if (fade === undefined) return '';
      const [[x1, y1], [x2, y2]] = fade;
      const stop = (offset: string, opacity: string) =>
        element('stop', { offset, 'stop-color': palette.line, 'stop-opacity': opacity });
      return element(
        'linearGradient',
        { id: `${ids}-fade-${key}`, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 },
        stop('0', '0.75'),
        stop('1', '0'),
      );
    })
    .join('');
}
