import { descendants, textContent, type XmlDocument } from '../../../xml/index.js';
import { languageOf } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { mayHold } from './occurrences.js';
import { hearPairs, type Role } from './pairs.js';

/** Languages in which ” opens too. */
const otherwise = new Set(['fi', 'sv']);
const high: Readonly<Record<string, Role>> = {
  '“': { kind: '“”', opens: true },
  '”': { kind: '“”', opens: false },
};
const low: Readonly<Record<string, Role>> = {
  '„': { kind: '„“', opens: true },
  '“': { kind: '„“', opens: false },
  '”': { kind: '„“', opens: false },
};

/** Whether “ stands before a word somewhere, in any of the files that a document is made of. */
function opensHigh(document: XmlDocument): boolean {
  for (const { children } of descendants(document))
    for (const child of children)
      if (child.kind === 'text' && /(?:^|[\s(])“(?=[‘’«]?\p{L})/u.test(child.value)) return true;
  return false;
}

/**
 * Every quotation mark that opens (“ or „) is closed, and every one that closes was opened, in one division; a quotation
 * that goes on may be opened again in each paragraph. Which of « and » opens is not known.
 */
export const unpairedQuotationMark = defineRule({
  code: 'integrity/unpaired-quotation-mark',
  severity: 'warning',
  read: ({ document, report }) => {
    const hasLow = mayHold(document, /„/) && textContent(document.root).includes('„');
    const roles = hasLow ? low : high;
    // Where “ both opens and closes, nothing is certain.
    if (roles === low && opensHigh(document)) return {};
    return hearPairs(
      document,
      { hint: /[“”„]/, wanted: /[“”„]/g },
      ({ text, element }) => (otherwise.has(languageOf(element)) ? undefined : roles[text]),
      ({ text, element, span }, { opens }) =>
        report(element, span, {
          message: opens
            ? `The quotation mark ${text} that opens here is not closed.`
            : `The quotation mark ${text} closes here and was not opened.`,
          help: 'Write the other where it belongs, or mark the quotation by <q> or <quote>.',
        }),
      true,
    );
  },
});
