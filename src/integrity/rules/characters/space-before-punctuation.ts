import { languageOf } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { hearOccurrences } from './occurrences.js';
import { isVerbatim } from './verbatim.js';

/** Languages that set a space before ; : ! ?. */
const spaced = new Set(['fr', 'frm', 'fro', 'br', 'oc', 'wa', '']);

/**
 * No space stands before a comma or a full stop, nor, but in French, before ; : ! and ?.
 */
export const spaceBeforePunctuation = defineRule({
  code: 'integrity/space-before-punctuation',
  severity: 'warning',
  read: ({ document, report }) =>
    hearOccurrences(
      document,
      {
        hint: / [,.;:!?](?:[\s<]|$)/,
        wanted: /(?<=[\p{L}\p{N}\p{Pe}\p{Pf}]) +(?=([,.;:!?])(?:\s|$)(?!\s*[,.;:!?]))/gu,
      },
      ({ match, element, value, index, span, replacedBy }) => {
        const sign = match[1] ?? '';
        if (/[;:!?]/.test(sign) && spaced.has(languageOf(element))) return;
        if (isVerbatim(element)) return;
        const word = /\S{1,20}$/.exec(value.slice(Math.max(0, index - 20), index))?.[0] ?? '';
        report(element, span, {
          message: `A space stands between "${word}" and the "${sign}" that follows it.`,
          help: 'Take it out, unless the source has it and the edition keeps such things.',
          fix: replacedBy(''),
        });
      },
    ),
});
