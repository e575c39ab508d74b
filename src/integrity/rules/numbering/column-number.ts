import { defineRule } from '../../rule.js';
import { divisions, hearSeries } from './hear-series.js';

/** The columns of a page, or of a text, `<cb n="…"/>`, count on (TEI Guidelines, section 3.11.3). */
export const columnNumber = defineRule({
  code: 'integrity/column-number',
  severity: 'warning',
  read: ({ report }) =>
    hearSeries(report, {
      one: 'column',
      many: 'columns',
      elements: ['cb'],
      sections: [...divisions, 'pb', 'gb', 'milestone'],
      apart: ['note', 'rdg'],
      units: /col|page|leaf|leaves|fol/i,
      lacking:
        'Encode what is missing; where the source lacks it, say so: <gap unit="column" reason="…"/>.',
    }),
});
