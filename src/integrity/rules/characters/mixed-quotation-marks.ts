import { defineRule } from '../../rule.js';
import { hearTwoWays } from './two-ways.js';

/** Quotation marks, straight and curly, but no inches: 5" has none. */
const doubles = /[“”„‟]|(?<![0-9])"/g;

/**
 * Quotation marks are straight (") or curly (“ ”), and not both in one part of a document (TEI Guidelines, section
 * 3.3.3, on recording how the source has them).
 */
export const mixedQuotationMarks = defineRule({
  code: 'integrity/mixed-quotation-marks',
  severity: 'warning',
  read: (document) =>
    hearTwoWays(
      document,
      { hint: /["“”„‟]/, wanted: doubles, typographic: /[“”„‟]/ },
      ({ text }) => (text === '"' ? 'typed' : 'typographic'),
      ({ text }, way, part) => ({
        message:
          way === 'typed'
            ? `A straight quotation mark (") stands here; the others in ${part} are curly.`
            : `A curly quotation mark (${text}) stands here; the others in ${part} are straight.`,
        help: 'Write all of them in one way, or mark quotations by <q> and <quote>.',
      }),
    ),
});
