import { attribute } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { hearSeries } from './hear-series.js';

/**
 * The divisions of one kind that stand side by side, chapters or stanzas, count on (TEI Guidelines, section 4.1). Points
 * have rules of their own.
 */
export const divisionNumber = defineRule({
  code: 'integrity/division-number',
  severity: 'warning',
  read: ({ report }) =>
    hearSeries(report, {
      one: 'division',
      many: 'divisions',
      elements: ['div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'lg'],
      sections: [],
      apart: ['note', 'quote', 'rdg'],
      kinds: ['type', 'subtype'],
      ofSiblings: true,
      units: /./,
      lacking: 'Encode what is missing; where the source lacks it, say so: <gap reason="…"/>.',
      isMeant: (element) => attribute(element, 'type')?.value.trim() !== 'point',
    }),
});
