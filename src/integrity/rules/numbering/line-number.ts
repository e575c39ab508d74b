import { defineRule } from '../../rule.js';
import { divisions, hearSeries } from './hear-series.js';

/**
 * The lines of a page, `<lb n="…"/>`, and those of a poem or a play, `<l n="…">`, count on, also where only some have a
 * number (TEI Guidelines, sections 3.11.3 and 3.13.1).
 */
export const lineNumber = defineRule({
  code: 'integrity/line-number',
  severity: 'warning',
  read: ({ report }) =>
    hearSeries(report, {
      one: 'line',
      many: 'lines',
      elements: ['lb', 'l'],
      sections: [
        ...divisions,
        'ab',
        'cb',
        'gb',
        'head',
        'lg',
        'milestone',
        'p',
        'pb',
        'sp',
        'surface',
        'table',
        'zone',
      ],
      apart: ['bibl', 'cit', 'note', 'quote', 'rdg'],
      units: /line|verse|page|leaf|leaves|fol|col/i,
      lacking:
        'Encode what is missing; where the source lacks it, say so: <gap unit="line" reason="…"/>.',
    }),
});
