import { defineRule } from '../../rule.js';
import { divisions, hearSeries } from './hear-series.js';

/** The notes of one kind, `<note n="…">`, count on; they may begin anew anywhere (TEI Guidelines, section 3.9.1). */
export const noteNumber = defineRule({
  code: 'integrity/note-number',
  severity: 'warning',
  read: ({ report }) =>
    hearSeries(report, {
      one: 'note',
      many: 'notes',
      elements: ['note'],
      sections: [...divisions, 'pb', 'cb', 'noteGrp'],
      apart: ['rdg', 'teiHeader'],
      kinds: ['type', 'subtype', 'place', 'resp'],
      restartsAnywhere: true,
      units: /note/i,
      lacking: 'Encode the note that is missing, or mend the numbers.',
    }),
});
