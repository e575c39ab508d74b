import { defineRule } from '../../rule.js';
import { hearPointFaults } from './point-sequence.js';

/** The number of a point that a reader sees, in `<label>`, is that of its `@n` (TEI Guidelines, section 4.1). */
export const pointLabel = defineRule({
  code: 'integrity/point-label',
  severity: 'error',
  read: ({ report }) => hearPointFaults('point-label', report),
});
