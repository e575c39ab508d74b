import { defineRule } from '../../rule.js';
import { hearPointFaults } from './point-sequence.js';

/** Every point of a text, `<div type="point">`, has a number (TEI Guidelines, section 4.1). */
export const unnumberedPoint = defineRule({
  code: 'integrity/unnumbered-point',
  severity: 'error',
  read: ({ report }) => hearPointFaults('unnumbered-point', report),
});
