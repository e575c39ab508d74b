import { defineRule } from '../../rule.js';
import { hearPointFaults } from './point-sequence.js';

/** The points of a text count from 1 among their siblings, without gap or repetition (TEI Guidelines, section 4.1). */
export const pointNumber = defineRule({
  code: 'integrity/point-number',
  severity: 'error',
  read: ({ report }) => hearPointFaults('point-number', report),
});
