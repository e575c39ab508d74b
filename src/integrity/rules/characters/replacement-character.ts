import { defineRule } from '../../rule.js';
import { standing } from './code-point.js';
import { hearOccurrences } from './occurrences.js';

/** No character has been lost: U+FFFD stands for what a program could not decode (The Unicode Standard, section 23.8). */
export const replacementCharacter = defineRule({
  code: 'integrity/replacement-character',
  severity: 'error',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      { hint: /\ufffd/, wanted: /\ufffd+/g, attributes: true, referenced: true },
      (occurrence) => {
        const { text, element, span } = occurrence;
        const lost =
          text.length === 1 ? 'A character has been lost' : 'Several characters have been lost';
        report(element, span, {
          message: `${lost} ${standing(occurrence)}: "${text}" (U+FFFD) stands for what a program could not read.`,
          help: 'Write what the source has; where that cannot be read, <gap/>.',
        });
      },
    ),
});
