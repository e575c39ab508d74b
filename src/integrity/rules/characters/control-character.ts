import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { hearOccurrences } from './occurrences.js';

/** What Windows-1252 has where ISO 8859-1 has controls, from 0x80 on; a space where it has nothing. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * No text has the controls U+007F to U+009F, which XML allows and advises against (XML 1.0, section 2.2), nor the
 * numbers of which Unicode says that they are no characters (The Unicode Standard, section 23.7).
 */
export const controlCharacter = defineRule({
  code: 'integrity/control-character',
  severity: 'error',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      {
        hint: /[\x7f-\x9f\ufdd0-\ufdef\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff]/,
        wanted: /[\x7f-\x9f]|\p{Noncharacter_Code_Point}/gu,
        attributes: true,
        referenced: true,
      },
      (occurrence) => {
        const { text, element, span, replacedBy } = occurrence;
        const where = `${codePoint(text)} stands ${standing(occurrence)}`;
        const code = text.codePointAt(0) ?? 0;
        if (code > 0x9f) {
          report(element, span, {
            message: `${where}: Unicode has no such character and will never have.`,
            help: 'Write the character that is meant, or <gap/> where it is lost.',
          });
          return;
        }
        const meant = code < 0x80 ? ' ' : (windows[code - 0x80] ?? ' ');
        report(element, span, {
          message: `The control character ${where}, which nobody sees.`,
          help:
            meant === ' '
              ? 'Delete it: it often comes along when text is pasted.'
              : `Write "${meant}": Windows has it under this number.`,
          fix: meant === ' ' ? undefined : replacedBy(meant),
        });
      },
    ),
});
