import type { MapDrawing } from './map-drawing.js';
import { type Palette, screenPalette } from './palette.js';
import { element } from './svg-element.js';
import { svgSheet } from './svg-sheet.js';

/** How a map is fitted into its page. */
export interface ScreenOptions {
  /** The link of a place by its identifier; `#place-seoul` where nothing else is said. */
  readonly href?: (id: string) => string;
  /** What the map is called for those who do not see it. */
  readonly label?: string;
}

/**
 * The map as it stands in a page: a `div` (XHTML) with one `svg` for wide and one for narrow rooms, of which the
 * page's style sheet shows one. One unit is one pixel at full size: 720 wide, 320 narrow.
 *
 * | class | on |
 * | --- | --- |
 * | `map-sheets` | the `div` |
 * | `map-sheet`, `map-wide`, `map-narrow` | the two `svg` |
 * | `map-ground`, `map-sea`, `map-land`, `map-coast`, `map-graticule`, `map-degrees`, `map-scale`, `map-frame` | what is not linked |
 * | `map-shape`, with `map-river`, `map-course`, `map-line`, `map-direction`, `map-region`, `map-surroundings`, `map-side`, `map-bank` | an `a` around what is drawn of a river, a line, …; in it `map-stroke` (the lines and tints), `map-arrow-head`, `map-hit` (unseen room for a finger) |
 * | `map-mark`, with `map-line-mark`, … | an `a` around the letter of a shape (`map-key`) or its name |
 * | `map-place`, with `map-type-city`, … | an `a` around a point (`map-dot`, `map-hit`) and its name; a `g` where two places share the point, and then each name is an `a`, `map-link` |
 * | `map-label`, `map-name`, `map-separator`, `map-leader` | the text of a label, each name in it, the dot between two, the line from a point to a label that stands apart |
 * | `map-locator`, `map-locator-outline` | the small map and in it the outline of the large one |
 * | `map-legend`, `map-legend-entry` | the legend; an `a` around each of its lines |
 *
 * `data-place` has the identifier of a place on every `a`, and on the `g` of a shared point the identifiers of all its
 * places, white space between them: `[data-place~="jemulpo"]` finds all that belongs to one. Of the links to one
 * place all but one have `tabindex="-1"`. Each has all names of its place as
 * its title or label.
 *
 * Every `map-name` has the text that it shows in `data-reading-written`, and `data-reading-modern`,
 * `data-reading-hangul`, `data-reading-chinese` where the register knows them, each with its language tag in
 * `data-lang-…`. Labels have room for the longest.
 *
 * Colours are the custom properties `--map-sea`, `--map-land`, `--map-coast`, `--map-graticule`, `--map-frame`,
 * `--map-river`, `--map-ink`, `--map-muted`, `--map-line`, `--map-tint` (see `Palette`), with those of the day where
 * the page sets none; they are presentation attributes, so any rule of a style sheet wins over them.
 *
 * @param drawing drawn for the medium `screen`
 */
export function mapForScreen(drawing: MapDrawing, options: ScreenOptions = {}): string {
  const sheets = sheetsForScreen(drawing, options);
  return element('div', { xmlns: 'http://www.w3.org/1999/xhtml', class: 'map-sheets' }, ...sheets);
}

/** What stands in that `div`: the `svg` for wide and the one for narrow rooms. */
export function sheetsForScreen(drawing: MapDrawing, options: ScreenOptions = {}): string[] {
  const { href = (id) => `#place-${id}`, label = 'Map of the places named in the text' } = options;
  return drawing.sheets.map((sheet) =>
    svgSheet(sheet, {
      palette: customProperties(screenPalette),
      root: { class: `map-sheet map-${sheet.name}`, role: 'group', 'aria-label': label },
      href,
    }),
  );
}

function customProperties(palette: Palette): Palette {
  const property = (name: keyof Palette) => `var(--map-${name}, ${palette[name]})`;
  return {
    sea: property('sea'),
    land: property('land'),
    coast: property('coast'),
    graticule: property('graticule'),
    frame: property('frame'),
    river: property('river'),
    ink: property('ink'),
    muted: property('muted'),
    line: property('line'),
    tint: property('tint'),
  };
}
