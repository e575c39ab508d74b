import type { MapDrawing } from './map-drawing.js';
import { type Palette, screenPalette } from './palette.js';
import { element } from './svg-element.js';
import { svgSheet } from './svg-sheet.js';

/** How a map is fitted into its page. */
export interface ScreenOptions {
  /** The link of a place; `#place-seoul` where nothing else is said. */
  readonly href?: (id: string) => string;
  /** What the map is called for those who do not see it. */
  readonly label?: string;
}

export function mapForScreen(drawing: MapDrawing, options: ScreenOptions = {}): string {
  const { href = (id) => `#place-${id}`, label = 'Map of the places named in the text' } = options;
  const sheets = drawing.sheets.map((sheet) =>
    svgSheet(sheet, {
      palette: customProperties(screenPalette),
      root: { class: `map-sheet map-${sheet.name}`, role: 'group', 'aria-label': label },
      href,
    }),
  );
  return element('div', { xmlns: 'http://www.w3.org/1999/xhtml', class: 'map-sheets' }, ...sheets);
}

function customProperties(palette: Palette): Palette {
  const names = Object.keys(palette) as (keyof Palette)[];
  return Object.fromEntries(
    names.map((name) => [name, `var(--map-${name}, ${palette[name]})`]),
  ) as unknown as Palette;
}
