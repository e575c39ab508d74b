import { relatedPlace, sourceOf } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { codePoint, standing } from './code-point.js';
import { hearOccurrences, type Occurrence } from './occurrences.js';

/** Marks, and letters of Hangul, that may become one with what stands before them. */
const marks =
  '\\u0300-\\u0345\\u0653-\\u0655\\u093c\\u09be\\u09d7\\u0b3e\\u0b56\\u0b57\\u0bbe\\u0bd7\\u0c56\\u0cc2\\u0cd5\\u0cd6\\u0d3e\\u0d57\\u0dca\\u0dcf\\u0ddf\\u102e\\u1161-\\u1175\\u11a8-\\u11c2\\u3099\\u309a';
/** Characters that Unicode keeps beside others that are the same. */
const doubles =
  '\\u0374\\u0387\\u1f71\\u1f73\\u1f75\\u1f77\\u1f79\\u1f7b\\u1f7d\\u1fbb\\u1fbe\\u1fc9\\u1fcb\\u1fd3\\u1fdb\\u1fe3\\u1feb\\u1fee\\u1ff9\\u1ffb\\u1ffd\\u2000\\u2001\\u2329\\u232a';
const hint = new RegExp(`[${marks}${doubles}]`);
const wanted = new RegExp(
  `[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[^\\p{M}\\u1100-\\u11ff]\\p{M}+|[\\uac00-\\ud7a3][\\u11a8-\\u11c2]|[${doubles}]`,
  'gu',
);

/**
 * Characters are composed, é, or decomposed, e and an accent, and not both in one document: they look alike, and a
 * search for one does not find the other. Composed is what XML and the TEI recommend (Unicode Normalization Form C;
 * XML 1.0, appendix J; TEI Guidelines, section vi.1).
 */
export const decomposedCharacter = defineRule({
  code: 'integrity/decomposed-character',
  severity: 'warning',
  options: {
    where: {
      type: 'text',
      default: 'mixed',
      choices: ['mixed', 'everywhere'],
      description:
        'Whether decomposed characters are reported only where the document has composed ones too, or everywhere.',
    },
  },
  read: ({ document, options, report }) => {
    const found: { readonly occurrence: Occurrence; readonly composed: string }[] = [];
    return {
      ...hearOccurrences(document, { hint, wanted, attributes: true }, (occurrence) => {
        const composed = occurrence.text.normalize('NFC');
        // What only changes the order of its marks, as Hebrew does, is left as it is.
        const isShorter = [...composed].length < [...occurrence.text].length;
        if (isShorter || (composed !== occurrence.text && isSingle(occurrence.text)))
          found.push({ occurrence, composed });
      }),
      end: () => {
        if (found.length === 0) return;
        const { text } = document.source;
        // Composed Hangul says nothing of how accents are written.
        const hasComposed = /[\xc0-\u024f\u1e00-\u1eff\u0386-\u03ce\u1f00-\u1fff]/.test(text);
        for (const { occurrence, composed } of found) {
          const same = text.indexOf(composed);
          const isHangul = /[\uac00-\ud7a3]/.test(composed);
          const isMixed =
            same !== -1 ||
            (isHangul ? /[\uac00-\ud7a3]/.test(text) : hasComposed && !isSingle(occurrence.text));
          if (options.where === 'mixed' && !isMixed) continue;
          const { element, span, replacedBy } = occurrence;
          report(element, span, {
            message: `"${occurrence.text}" ${standing(occurrence)} is written as ${spelled(occurrence.text)}; ${same === -1 ? 'composed' : 'elsewhere in this document'} it is ${spelled(composed)}.`,
            help: `Write it as ${spelled(composed)}, which looks the same and which a search finds.`,
            fix: replacedBy(composed),
            related:
              same === -1 || sourceOf(element) !== document.source
                ? []
                : [
                    relatedPlace(
                      document.source,
                      { start: same, end: same + composed.length },
                      `It is ${spelled(composed)} here.`,
                    ),
                  ],
          });
        }
      },
    };
  },
});

function spelled(text: string): string {
  return [...text].map(codePoint).join(' and ');
}

function isSingle(text: string): boolean {
  return [...text].length === 1;
}
