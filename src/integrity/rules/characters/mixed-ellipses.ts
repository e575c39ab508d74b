import { defineRule } from '../../rule.js';
import { hearTwoWays } from './two-ways.js';

/** An ellipsis is one character (…) or three dots, and not both in one part of a document. */
export const mixedEllipses = defineRule({
  code: 'integrity/mixed-ellipses',
  severity: 'warning',
  read: (document) =>
    hearTwoWays(
      document,
      { hint: /…|\.\.\./, wanted: /…|(?<!\.)\.{3}(?!\.)/g, typographic: /…/ },
      ({ text }) => (text === '…' ? 'typographic' : 'typed'),
      ({ text, replacedBy }, way, part) => ({
        message:
          way === 'typed'
            ? `Three dots (...) stand here; ${part} has the character … elsewhere.`
            : `The character … stands here; ${part} has three dots (...) elsewhere.`,
        help: `Write ${text === '…' ? '...' : '…'}, or the others otherwise; what an editor leaves out is a <gap/>.`,
        fix: replacedBy(text === '…' ? '...' : '…'),
      }),
    ),
});
