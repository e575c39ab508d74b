import { readings } from './gazetteer.js';
import type { Label, LabelledPlace, LegendLine, PlaceMark, Point, Shape } from './map-drawing.js';
import { linePath } from './path-data.js';
import { nameSeparator } from './place-marks.js';
import { keyRadius } from './sheet.js';
import { element, escapeXml, type SvgAttributes } from './svg-element.js';
import { halo } from './svg-ground.js';
import { linked, type Rendering, type SheetRendering, titleOf } from './svg-rendering.js';

/** A point with the names of its places. */
export function placeMark(
  rendering: SheetRendering,
  { places, at, label }: PlaceMark,
  size: { readonly font: number; readonly dot: number },
): string {
  const [first] = places;
  if (first === undefined) return '';
  const { ink } = rendering.palette;
  const attributes = { class: `map-place${first.type === '' ? '' : ` map-type-${first.type}`}` };
  const text = (names: string) =>
    label === undefined
      ? ''
      : leader(rendering, label) +
        element(
          'text',
          { class: 'map-label', ...textAt(rendering, label, size.font), fill: ink },
          names,
        );
  if (places.length === 1) {
    return linked(
      rendering,
      first,
      attributes,
      dot(rendering, at, size.dot),
      text(name(rendering, first)),
    );
  }
  const separator = element('tspan', { class: 'map-separator' }, nameSeparator);
  const names = places.map((place) => sharedName(rendering, place));
  const ids = places.map((place) => place.id).join(' ');
  return element(
    'g',
    { ...attributes, 'data-place': rendering.href === undefined ? undefined : ids },
    dot(rendering, at, size.dot),
    text(names.join(separator)),
  );
}

function dot({ palette, href }: Rendering, [cx, cy]: Point, r: number): string {
  const room = { class: 'map-hit', cx, cy, r: 12, fill: 'none', 'pointer-events': 'all' };
  const disc = { class: 'map-dot', cx, cy, r, fill: palette.ink };
  return (
    (href === undefined ? '' : element('circle', room)) +
    element('circle', { ...disc, stroke: palette.land, 'stroke-width': 1.2 })
  );
}

/** The letter of a shape, or its name. */
export function shapeMark(rendering: SheetRendering, shape: Shape): string {
  const { place, key, kind, label } = shape;
  if (label === undefined) return '';
  const { palette, format } = rendering;
  const attributes = { class: `map-mark map-${kind}-mark` };
  const mark =
    key !== undefined
      ? letter(rendering, key, label.at)
      : element(
          'text',
          {
            class: 'map-label',
            ...textAt(rendering, label, format.fontSize * 0.95),
            fill: kind === 'river' ? palette.river : palette.ink,
            'font-style': 'italic',
          },
          name(rendering, place),
        );
  return linked(rendering, place, attributes, leader(rendering, label), mark);
}

/** A letter on its disc. */
function letter({ palette, format }: SheetRendering, key: string, [x, y]: Point): string {
  const size = format.fontSize * 0.86;
  const text = { x, y: y + size * 0.3, 'font-size': size, 'text-anchor': 'middle' };
  return element(
    'g',
    { class: 'map-key' },
    element('circle', {
      cx: x,
      cy: y,
      r: keyRadius(format),
      fill: palette.land,
      stroke: palette.line,
      'stroke-width': 0.9,
    }),
    element('text', { ...text, fill: palette.line }, key),
  );
}

function leader({ palette }: Rendering, label: Label): string {
  if (label.leader === undefined) return '';
  const d = linePath(label.leader);
  return element('path', {
    class: 'map-leader',
    d,
    fill: 'none',
    stroke: palette.muted,
    'stroke-width': 0.7,
  });
}

function textAt({ palette }: Rendering, { at, anchor }: Label, fontSize: number): SvgAttributes {
  return {
    x: at[0],
    y: at[1],
    'font-size': fontSize,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...halo(palette.land, fontSize),
  };
}

/** A name as written; on the screen with the ways in which it can be read instead. */
function name({ href }: Rendering, place: LabelledPlace): string {
  const text = escapeXml(place.names.written.text);
  return href === undefined
    ? element('tspan', {}, text)
    : element('tspan', { class: 'map-name', ...readingsOf(place) }, text);
}

/** A name in a label with several names: each leads to its own place. */
function sharedName(rendering: Rendering, place: LabelledPlace): string {
  const { href } = rendering;
  if (href === undefined) return name(rendering, place);
  return element(
    'a',
    {
      class: 'map-link map-name',
      'data-place': place.id,
      href: href(place.id),
      'aria-label': titleOf(place),
      ...readingsOf(place),
    },
    escapeXml(place.names.written.text),
  );
}

function readingsOf({ names }: LabelledPlace): SvgAttributes {
  const others = readings.flatMap((reading) => {
    const other = names[reading];
    return [
      [`data-reading-${reading}`, other?.text],
      [`data-lang-${reading}`, other?.language],
    ] as const;
  });
  return { lang: names.written.language, ...Object.fromEntries(others) };
}

/** A line of the legend: a letter and what it stands for. */
export function legendLine(rendering: SheetRendering, line: LegendLine): string {
  const { entry, lines, at, keyMark } = line;
  const lineHeight = rendering.format.legendSize * 1.36;
  const tspans = lines.map((text, index) =>
    element(
      'tspan',
      { x: at[0], y: at[1] + index * lineHeight },
      escapeXml(index < lines.length - 1 ? `${text} ` : text),
    ),
  );
  return linked(
    rendering,
    entry.place,
    {
      class: 'map-legend-entry',
      // The shape that it explains is in the order of focus already.
      tabindex: rendering.href === undefined ? undefined : '-1',
    },
    letter(rendering, entry.key, keyMark),
    element('text', {}, ...tspans),
  );
}
