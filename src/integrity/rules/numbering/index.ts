// Numbering: what is numbered counts without gap.
import { pointLabel } from './point-label.js';
import { pointNumber } from './point-number.js';
import { unnumberedPoint } from './unnumbered-point.js';

export const numberingRules = [pointLabel, pointNumber, unnumberedPoint];
