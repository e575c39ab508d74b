import { defineRule } from '../../rule.js';
import { standing } from './code-point.js';
import { hearOccurrences } from './occurrences.js';
import { likelyMojibake, mojibakeHint, readAgain } from './read-again.js';

/**
 * No text is UTF-8 that a program has read as Windows-1252 or ISO 8859-1, so that é has become Ã© and ’ â€™.
 */
export const mojibake = defineRule({
  code: 'integrity/mojibake',
  severity: 'error',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      { hint: mojibakeHint, wanted: new RegExp(likelyMojibake, 'g'), attributes: true },
      (occurrence) => {
        const { text, value, index, element, span, replacedBy } = occurrence;
        const meant = readAgain(
          text,
          value.slice(Math.max(0, index - 2), index),
          value.slice(index + text.length, index + text.length + 4),
        );
        if (meant === undefined) return;
        report(element, span, {
          message: `"${text}" ${standing(occurrence)} is "${meant}", which was stored in UTF-8 and read as something else.`,
          help: `Write "${meant}", and look for more: what was converted wrongly once is so all through.`,
          fix: replacedBy(meant),
        });
      },
    ),
});
