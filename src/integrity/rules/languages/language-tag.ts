import { defineRule } from '../../rule.js';
import { hearLanguageTags, inAttribute } from './language-attributes.js';
import { languageTagFault } from './well-formed-tag.js';

/**
 * Every language tag is well formed by BCP 47 (RFC 5646): `@xml:lang`, `language/@ident`, and `@mainLang` and
 * `@otherLangs` of `textLang` (TEI Guidelines, section vi.1).
 */
export const languageTag = defineRule({
  code: 'integrity/language-tag',
  severity: 'error',
  read: ({ report }) =>
    hearLanguageTags((found) => {
      const fault = languageTagFault(found.tag);
      if (fault === undefined) return;
      report(found.element, found.span(), {
        message: `${inAttribute(found)} is no language tag: ${fault.reason}.`,
        help: fault.help,
      });
    }),
});
