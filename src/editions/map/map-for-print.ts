import type { MapDrawing } from './map-drawing.js';
import { printPalette } from './palette.js';
import { svgSheet } from './svg-sheet.js';

/** The family in which names are set, in every script that they need. */
const printFamily = 'Noto Serif KR';

/** The map as an SVG document for print: fixed colours that black and white keep apart, no links, one font. */
export function mapForPrint(drawing: MapDrawing): string {
  const [sheet] = drawing.sheets;
  if (sheet === undefined) return '';
  return svgSheet(sheet, {
    palette: printPalette,
    root: { 'font-family': printFamily },
    href: undefined,
  });
}
