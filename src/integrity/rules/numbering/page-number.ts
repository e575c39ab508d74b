import { defineRule } from '../../rule.js';
import { divisions, hearSeries } from './hear-series.js';

/** The pages of a text, `<pb n="…"/>`, count on, each edition's for itself (TEI Guidelines, section 3.11.3). */
export const pageNumber = defineRule({
  code: 'integrity/page-number',
  severity: 'warning',
  read: ({ report }) =>
    hearSeries(report, {
      one: 'page',
      many: 'pages',
      elements: ['pb'],
      sections: divisions,
      apart: ['note', 'rdg'],
      units: /page|leaf|leaves|fol|side/i,
      lacking:
        'Encode what is missing; where the source lacks it, say so: <gap unit="page" reason="…"/>.',
    }),
});
