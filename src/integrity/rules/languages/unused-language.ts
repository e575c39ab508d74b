import { attribute } from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { hearLanguages, isOf } from './declared-languages.js';

/**
 * Every language that a header declares in `<langUsage>` is that of some part of the text, by `@xml:lang` (TEI Guidelines,
 * section 2.4.2). Where the text begins in a language that nothing states, the first that is declared is taken to be
 * that.
 */
export const unusedLanguage = defineRule({
  code: 'integrity/unused-language',
  severity: 'info',
  read: ({ report }) =>
    hearLanguages(({ declared, used, hasUnstated }) => {
      if (used.size === 0) return;
      const unused = declared.filter(
        ({ tag }) => ![...used.keys()].some((each) => isOf(each, tag) || isOf(tag, each)),
      );
      for (const { written, element } of hasUnstated ? unused.slice(1) : unused) {
        report(element, attribute(element, 'ident')?.valueSpan ?? element.startTag, {
          message: `The header declares the language "${written}", and no @xml:lang in the text names it.`,
          help: 'Mark what is in this language by @xml:lang, or take the declaration out.',
        });
      }
    }),
});
