import { languageOf } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { hearOccurrences, type Occurrence } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

/** What characters are, and what is to be written for them. */
interface Lookalike {
  readonly what: string;
  readonly meant: string;
  /** Whether it is sure that a reader sees the same. */
  readonly isSame: boolean;
}

const eastAsian = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u;

/** What characters in some ranges are; characters that Unicode has for the sake of older character sets. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^[\ufb00-\ufb06]/, 'a ligature'],
  [/^[\u2160-\u217f]/, 'the sign of a Roman numeral'],
  [/^[\ufb13-\ufdff\ufe70-\ufefc]/, 'a presentation form'],
  [/^[\u2126\u212a\u212b]/, 'the sign of a unit'],
  [/^[\u2f00-\u2fd5]/, 'the radical of a dictionary'],
  [/^[\uff01-\uff5e]/, 'of double width'],
  [/^\ud835/, 'a letter that is styled by itself'],
];

/**
 * No character stands for another that looks like it: a ligature as one character, the sign of a Roman numeral, letters
 * of double width among Latin ones, presentation forms, an accent for an apostrophe (The Unicode Standard, section 2.3,
 * compatibility characters).
 */
export const lookalikeCharacter = defineRule({
  code: 'integrity/lookalike-character',
  severity: 'warning',
  options: {
    allow: {
      type: 'texts',
      default: [],
      description: 'Characters that may stand in a text: ﬁ.',
    },
  },
  read: ({ document, options, report }) => {
    const allowed = new Set(options.allow);
    return hearOccurrences(
      document,
      {
        hint: /[\xb4\xb5`\xba\u02da\u2126\u212a\u212b\u2160-\u217f\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e\ud835]/,
        wanted:
          /(?<=\p{L})[\xb4`](?=\p{L})|(?<=\p{sc=Greek}\p{M}*)\xb5|\xb5(?=\p{sc=Greek})|(?<=[0-9] ?)(?:\xba(?= ?[CF]\b)|\u02da)|[\u2126\u212a\u212b]|[\u2160-\u217f]+|[\u2f00-\u2fd5]|[\uf900-\ufaff]|[\ufb00-\ufb06\ufb13-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]|[\uff01-\uff5e]+|[\u{1d400}-\u{1d7ff}]+/gu,
      },
      (occurrence) => {
        const { text, element, span, replacedBy } = occurrence;
        if (allowed.has(text) || [...text].every((each) => allowed.has(each))) return;
        const found = lookalike(occurrence);
        if (found === undefined || isVerbatim(element)) return;
        const { what, meant, isSame } = found;
        report(element, span, {
          message: `"${text}" (${codePoint(text)}) ${standing(occurrence)} is ${what}, and not "${meant}".`,
          help: `Write "${meant}" (${[...meant].map(codePoint).join(' ')}): a search for it does not find "${text}".`,
          fix: isSame ? replacedBy(meant) : undefined,
        });
      },
    );
  },
});

function lookalike({ text, value, element }: Occurrence): Lookalike | undefined {
  switch (text) {
    case '\xb4':
    case '`':
      return { what: 'an accent', meant: '’', isSame: false };
    case '\xb5':
      return { what: 'the sign for a millionth', meant: 'μ', isSame: true };
    case '\xba':
    case '\u02da':
      return {
        what: text === '\xba' ? 'the sign of an ordinal' : 'an accent, a ring',
        meant: '°',
        isSame: false,
      };
    case '\ufb05':
      return { what: 'a ligature', meant: 'ſt', isSame: true };
  }
  if (/^[\uff01-\uff5e]/.test(text)) {
    if (eastAsian.test(value) || /^(?:zh|ja|ko|yue|lzh|ojp|wuu|nan)$/.test(languageOf(element)))
      return undefined;
  }
  const meant = text.normalize('NFKC');
  if (meant === text) return undefined;
  if (/^[\uf900-\ufaff]/.test(text))
    return { what: 'an ideograph of an older character set', meant, isSame: false };
  const what = kinds.find(([range]) => range.test(text))?.[1];
  return what === undefined ? undefined : { what, meant, isSame: !text.startsWith('\ud835') };
}
