// Numbering: what is numbered counts without gap.
import { columnNumber } from './column-number.js';
import { divisionNumber } from './division-number.js';
import { lineNumber } from './line-number.js';
import { noteNumber } from './note-number.js';
import { pageNumber } from './page-number.js';
import { pointLabel } from './point-label.js';
import { pointNumber } from './point-number.js';
import { unnumberedPoint } from './unnumbered-point.js';

export const numberingRules = [
  pointLabel,
  pointNumber,
  unnumberedPoint,
  pageNumber,
  columnNumber,
  lineNumber,
  noteNumber,
  divisionNumber,
];
