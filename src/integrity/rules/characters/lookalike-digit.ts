import { languageTagOf } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { standing } from './code-point.js';
import { hearOccurrences } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

const digits: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0' };

/**
 * No letter stands for a digit, nor a digit for a letter, as typewriters had it and optical character recognition has
 * it: l951, 1O0, te1egram. What could be a siglum or a unit (O2, 100l) is not meant.
 */
export const lookalikeDigit = defineRule({
  code: 'integrity/lookalike-digit',
  severity: 'warning',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      {
        hint: /[0-9](?:[A-Za-zß-ɏ]|(?<=l[0-9])[0-9]{2})/,
        wanted:
          /(?<![\p{L}\p{N}_/.:@#&=+-])(?:(?<number>[0-9]+[lIO][0-9]+|l[0-9]{3}|[0-9]{3}O)|(?<word>\p{L}\p{Ll}+[01]\p{Ll}{2,}|\p{L}0\p{Ll}{2,}|0\p{Ll}{3,}))(?![\p{L}\p{N}_/:@#&=+]|[.-][\p{L}\p{N}])/gu,
      },
      (occurrence) => {
        const { text, element, match, span, written } = occurrence;
        // A private kind of writing has its own use for digits: beta code, transliterations.
        if (isVerbatim(element) || /(?:^|-)x-/.test(languageTagOf(element))) return;
        const isNumber = match.groups?.number !== undefined;
        const at = text.search(isNumber ? /[lIO]/ : /[01]/);
        const wrong = text[at] ?? '';
        const digit = digits[wrong] ?? wrong;
        const place =
          written === 'literally' ? { start: span.start + at, end: span.start + at + 1 } : span;
        report(element, place, {
          message: isNumber
            ? `The number "${text}" ${standing(occurrence)} has the letter "${wrong}" where the digit ${digit} is meant.`
            : `The word "${text}" ${standing(occurrence)} has the digit ${wrong} where a letter is meant.`,
          help: isNumber
            ? `Write ${text.slice(0, at)}${digit}${text.slice(at + 1)}; what the source has otherwise is a <sic>.`
            : 'Write the letter; what the source has otherwise is a <sic>.',
        });
      },
    ),
});
