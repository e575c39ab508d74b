import { keyRadius } from './draw-sheet.js';
import { type Names, type Reading, readings } from './gazetteer.js';
import type {
  GraticuleLine,
  Label,
  LabelledPlace,
  LandShape,
  LegendLine,
  Locator,
  PlaceMark,
  Point,
  ScaleBar,
  Shape,
  Sheet,
} from './map-drawing.js';
import type { Palette } from './palette.js';
import { decimal, linePath } from './path-data.js';
import { nameSeparator } from './place-marks.js';
import { type SheetFormat, sheetFormats } from './sheet.js';
import { element, escapeXml, type SvgAttributes } from './svg-element.js';

/** How a sheet becomes SVG. */
export interface Rendering {
  readonly palette: Palette;
  /** Attributes of the root element. */
  readonly root: SvgAttributes;
  /** Where a place is linked to; without it nothing is linked, and no name carries its other readings. */
  readonly href: ((id: string) => string) | undefined;
}

/** Writes a sheet as an SVG element. */
export function svgSheet(sheet: Sheet, rendering: Rendering): string {
  return new SheetWriter(sheet, rendering).write();
}

class SheetWriter {
  readonly #sheet: Sheet;
  readonly #rendering: Rendering;
  readonly #palette: Palette;
  readonly #format: SheetFormat;
  readonly #ids: string;

  constructor(sheet: Sheet, rendering: Rendering) {
    this.#sheet = sheet;
    this.#rendering = rendering;
    this.#palette = rendering.palette;
    this.#format = sheetFormats[sheet.name];
    this.#ids = `map-${sheet.name}`;
  }

  write(): string {
    const sheet = this.#sheet;
    const clip = `url(#${this.#ids}-frame)`;
    return element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${decimal(sheet.width)} ${decimal(sheet.height)}`,
        width: sheet.width,
        height: sheet.height,
        ...this.#rendering.root,
      },
      this.#definitions(),
      element(
        'g',
        { class: 'map-ground', 'clip-path': clip, 'aria-hidden': this.#decoration() },
        this.#rectangle('map-sea', sheet.frame, { fill: this.#palette.sea }),
        this.#graticuleLines(),
        this.#land(sheet.land, 0.8),
      ),
      element(
        'g',
        { class: 'map-shapes', 'clip-path': clip },
        ...inDrawingOrder(sheet.shapes).map((shape) => this.#shape(shape)),
      ),
      this.#degrees(sheet.graticule),
      sheet.scaleBar === undefined ? '' : this.#scaleBar(sheet.scaleBar),
      this.#rectangle('map-frame', sheet.frame, {
        fill: 'none',
        stroke: this.#palette.frame,
        'stroke-width': 1,
      }),
      sheet.locator === undefined ? '' : this.#locator(sheet.locator),
      ...sheet.shapes.map((shape) => this.#shapeMark(shape)),
      ...sheet.places.map((mark) => this.#place(mark, this.#format.fontSize, this.#format.dot)),
      sheet.legend.length === 0
        ? ''
        : element(
            'g',
            { class: 'map-legend', 'font-size': this.#format.legendSize, fill: this.#palette.ink },
            ...sheet.legend.map((line) => this.#legendLine(line)),
          ),
    );
  }

  /** What is there for the eye alone is kept from being read out. */
  #decoration(): string | undefined {
    return this.#rendering.href === undefined ? undefined : 'true';
  }

  #definitions(): string {
    const { frame, shapes, locator } = this.#sheet;
    const clip = (id: string, box: typeof frame) =>
      element('clipPath', { id }, element('rect', { ...box }));
    return element(
      'defs',
      {},
      clip(`${this.#ids}-frame`, frame),
      locator === undefined ? '' : clip(`${this.#ids}-locator`, locator.box),
      ...shapes.map((shape) => this.#gradient(shape)),
    );
  }

  #gradient({ fade, key }: Shape): string {
    if (fade === undefined) return '';
    const [[x1, y1], [x2, y2]] = fade;
    const stop = (offset: string, opacity: string) =>
      element('stop', { offset, 'stop-color': this.#palette.line, 'stop-opacity': opacity });
    return element(
      'linearGradient',
      { id: `${this.#ids}-fade-${key}`, gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2 },
      stop('0', '0.75'),
      stop('1', '0'),
    );
  }

  #rectangle(
    name: string,
    box: { x: number; y: number; width: number; height: number },
    attributes: SvgAttributes,
  ): string {
    return element('rect', { class: name, ...box, ...attributes });
  }

  #land({ land, coast }: LandShape, width: number): string {
    const { palette } = this.#rendering;
    const stroke = { stroke: palette.coast, 'stroke-width': width, 'stroke-linejoin': 'round' };
    const fill = { class: 'map-land', d: land, fill: palette.land };
    if (coast === undefined) return element('path', { ...fill, ...stroke });
    return (
      element('path', fill) +
      element('path', { class: 'map-coast', d: coast, fill: 'none', ...stroke })
    );
  }

  #graticuleLines(): string {
    const path = this.#sheet.graticule.map((line) => line.path).join('');
    if (path === '') return '';
    return element('path', {
      class: 'map-graticule',
      d: path,
      fill: 'none',
      stroke: this.#palette.graticule,
      'stroke-width': 0.6,
    });
  }

  #degrees(lines: readonly GraticuleLine[]): string {
    const texts = lines.filter((line) => line.at !== undefined);
    if (texts.length === 0) return '';
    return element(
      'g',
      {
        class: 'map-degrees',
        'font-size': this.#format.smallSize,
        fill: this.#palette.muted,
        'aria-hidden': this.#decoration(),
      },
      ...texts.map(({ text, at }) => element('text', { ...xy(at as Point) }, escapeXml(text))),
    );
  }

  #scaleBar({ at: [x, y], length, kilometres }: ScaleBar): string {
    const size = this.#format.smallSize;
    const tick = size * 0.4;
    return element(
      'g',
      { class: 'map-scale', 'aria-hidden': this.#decoration() },
      element('path', {
        d: linePath([
          [x, y - tick],
          [x, y],
          [x + length, y],
          [x + length, y - tick],
        ]),
        fill: 'none',
        stroke: this.#palette.muted,
        'stroke-width': 1,
      }),
      element(
        'text',
        {
          x: x + length / 2,
          y: y - size * 0.45,
          'font-size': size,
          'text-anchor': 'middle',
          fill: this.#palette.muted,
        },
        `${kilometres} km`,
      ),
    );
  }

  /** A shape that leads to its place and has its names as a title. */
  #linked(place: LabelledPlace, attributes: SvgAttributes, ...content: string[]): string {
    const { href } = this.#rendering;
    if (href === undefined) return element('g', attributes, ...content);
    return element(
      'a',
      { ...attributes, 'data-place': place.id, href: href(place.id) },
      element('title', {}, escapeXml(titleOf(place.names))),
      ...content,
    );
  }

  #shape(shape: Shape): string {
    const { palette } = this.#rendering;
    const drawn = shape.paths.map((d) =>
      element('path', { class: 'map-stroke', d, ...this.#style(shape) }),
    );
    const heads = shape.heads.map((d) =>
      element('path', { class: 'map-arrow-head', d, fill: palette.line }),
    );
    const wide = shape.kind === 'line' || shape.kind === 'direction' || shape.kind === 'river';
    const hits = wide && this.#rendering.href ? shape.paths.map(hitPath) : [];
    return this.#linked(
      shape.place,
      {
        class: `map-shape map-${shape.kind}`,
        // Its letter or its name is in the order of focus.
        tabindex: shape.label && this.#rendering.href ? '-1' : undefined,
      },
      ...hits,
      ...drawn,
      ...heads,
    );
  }

  #data(id: string): string | undefined {
    return this.#rendering.href === undefined ? undefined : id;
  }

  #style({ kind, key }: Shape): SvgAttributes {
    const { line, tint, river } = this.#palette;
    const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;
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
        return { fill: 'none', stroke: `url(#${this.#ids}-fade-${key})`, 'stroke-width': 0.9 };
      case 'bank':
        return {
          fill: 'none',
          stroke: line,
          'stroke-opacity': '0.3',
          'stroke-width': this.#format.reach * 0.5,
          ...round,
        };
      default:
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

  /** The letter of a shape, or its name. */
  #shapeMark({ place, key, kind, label }: Shape): string {
    if (label === undefined) return '';
    const attributes = { class: `map-mark map-${kind}-mark` };
    const leader = this.#leader(label);
    if (key !== undefined)
      return this.#linked(place, attributes, leader, this.#letter(key, label.at));
    return this.#linked(
      place,
      attributes,
      leader,
      element(
        'text',
        {
          class: 'map-label',
          ...this.#text(label, this.#format.fontSize * 0.95),
          fill: kind === 'river' ? this.#palette.river : this.#palette.ink,
          'font-style': 'italic',
        },
        this.#name(place),
      ),
    );
  }

  #letter(key: string, [x, y]: Point): string {
    const { land, line } = this.#palette;
    const fontSize = this.#format.fontSize * 0.86;
    return element(
      'g',
      { class: 'map-key' },
      element('circle', {
        cx: x,
        cy: y,
        r: keyRadius(this.#format),
        fill: land,
        stroke: line,
        'stroke-width': 0.9,
      }),
      element(
        'text',
        {
          x,
          y: y + fontSize * 0.3,
          'font-size': fontSize,
          'text-anchor': 'middle',
          fill: line,
        },
        key,
      ),
    );
  }

  #place({ places, at, label }: PlaceMark, fontSize: number, radius: number): string {
    const [first] = places;
    if (first === undefined) return '';
    const { ink, land } = this.#palette;
    const attributes = {
      class: `map-place${first.type === '' ? '' : ` map-type-${first.type}`}`,
      'data-place': this.#data(places.map((place) => place.id).join(' ')),
    };
    const hit = { cx: at[0], cy: at[1], r: 11, fill: 'none', 'pointer-events': 'all' };
    const dot = [
      this.#rendering.href === undefined ? '' : element('circle', { class: 'map-hit', ...hit }),
      element('circle', {
        class: 'map-dot',
        cx: at[0],
        cy: at[1],
        r: radius,
        fill: ink,
        stroke: land,
        'stroke-width': 1.2,
      }),
    ].join('');
    const text = (...names: string[]) =>
      label === undefined
        ? ''
        : this.#leader(label) +
          element(
            'text',
            { class: 'map-label', ...this.#text(label, fontSize), fill: ink },
            ...names,
          );
    if (places.length === 1) return this.#linked(first, attributes, dot, text(this.#name(first)));
    const separator = element('tspan', { class: 'map-separator' }, nameSeparator);
    const names = places.map((place) => this.#linked2(place)).join(separator);
    return element('g', attributes, dot, text(names));
  }

  /** A name in a label with several names: each leads to its own place. */
  #linked2(place: LabelledPlace): string {
    return this.#rendering.href === undefined
      ? this.#name(place)
      : this.#linked(place, { class: 'map-link' }, this.#name(place));
  }

  #leader({ leader }: Label): string {
    if (leader === undefined) return '';
    return element('path', {
      class: 'map-leader',
      d: linePath(leader),
      fill: 'none',
      stroke: this.#palette.muted,
      'stroke-width': 0.7,
    });
  }

  #text({ at, anchor }: Label, fontSize: number): SvgAttributes {
    return {
      ...xy(at),
      'font-size': fontSize,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      stroke: this.#palette.land,
      'stroke-width': fontSize * 0.22,
      'stroke-opacity': '0.85',
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    };
  }

  #name({ names }: LabelledPlace): string {
    const text = escapeXml(names.written.text);
    if (this.#rendering.href === undefined) return element('tspan', {}, text);
    const attributes: Record<string, string | undefined> = {
      class: 'map-name',
      lang: names.written.language,
    };
    for (const reading of readings) {
      const name = names[reading];
      attributes[`data-reading-${reading}`] = name?.text;
      attributes[`data-lang-${reading}`] = name?.language;
    }
    return element('tspan', attributes, text);
  }

  #locator({ box, land, outline, places }: Locator): string {
    const { palette } = this.#rendering;
    return element(
      'g',
      { class: 'map-locator' },
      element(
        'g',
        { 'clip-path': `url(#${this.#ids}-locator)`, 'aria-hidden': this.#decoration() },
        this.#rectangle('map-sea', box, { fill: palette.sea }),
        this.#land(land, 0.5),
        element('path', {
          class: 'map-locator-outline',
          d: outline,
          fill: 'none',
          stroke: palette.line,
          'stroke-width': 1,
        }),
      ),
      this.#rectangle('map-frame', box, {
        fill: 'none',
        stroke: palette.frame,
        'stroke-width': 1,
      }),
      ...places.map((mark) => this.#place(mark, this.#format.smallSize, this.#format.dot * 0.8)),
    );
  }

  #legendLine({ entry, lines, at, keyMark }: LegendLine): string {
    const lineHeight = this.#format.legendSize * 1.36;
    const tspans = lines.map((line, index) =>
      element(
        'tspan',
        { x: at[0], y: at[1] + index * lineHeight },
        escapeXml(index < lines.length - 1 ? `${line} ` : line),
      ),
    );
    return this.#linked(
      entry.place,
      {
        class: 'map-legend-entry',
        // The shape itself is in the order of focus already.
        tabindex: this.#rendering.href === undefined ? undefined : '-1',
      },
      this.#letter(entry.key, keyMark),
      element('text', {}, ...tspans),
    );
  }
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

/** Tints below lines, lines below arrows. */
function inDrawingOrder(shapes: readonly Shape[]): Shape[] {
  const order = ['side', 'region', 'surroundings', 'bank', 'river', 'course', 'line', 'direction'];
  return [...shapes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function titleOf(names: Names): string {
  const ordered: readonly Reading[] = ['written', 'modern', 'hangul', 'chinese'];
  const texts = ordered.map((reading) => names[reading]?.text).filter((text) => text !== undefined);
  return [...new Set(texts)].join(nameSeparator);
}

function xy([x, y]: Point): { x: number; y: number } {
  return { x, y };
}
