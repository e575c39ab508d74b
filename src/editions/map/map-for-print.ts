import type { MapDrawing } from './map-drawing.js';
import { printPalette } from './palette.js';
import { svgSheet } from './svg-sheet.js';

/** The fonts of the print edition, in the order in which they are asked for a glyph. */
const printFamilies = ['EB Garamond', 'Noto Sans Korean'];

/**
 * The map as an SVG document for print, its legend below it: fixed colours that black and white keep apart, no links,
 * no style sheet, fonts by their names. It is drawn to be set some twelve centimetres wide.
 * @param drawing drawn for the medium `print`
 * @param families font families, in the order in which they are asked for a glyph
 */
export function mapForPrint(
  drawing: MapDrawing,
  families: readonly string[] = printFamilies,
): string {
  const [sheet] = drawing.sheets;
  if (sheet === undefined) return '';
  return svgSheet(sheet, {
    palette: printPalette,
    root: { 'font-family': families.map((family) => `'${family}'`).join(', ') },
    href: undefined,
  });
}
