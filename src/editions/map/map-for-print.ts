import type { MapDrawing } from './map-drawing.js';
import { printPalette } from './palette.js';
import { svgSheet } from './svg-sheet.js';

/** The families in which names are set: those of the print edition, for Latin letters and for Hangul and hanja. */
const printFamily = 'EB Garamond, Noto Sans Korean';

/** The map as an SVG document for print: fixed colours that black and white keep apart, no links, its own fonts. */
export function mapForPrint(drawing: MapDrawing): string {
  const [sheet] = drawing.sheets;
  if (sheet === undefined) return '';
  return svgSheet(sheet, {
    palette: printPalette,
    root: { 'font-family': printFamily },
    href: undefined,
  });
}
