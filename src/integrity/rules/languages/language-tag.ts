import {
  sourceOf,
  spanInAttribute,
  type XmlAttribute,
  type XmlElement,
} from '../../../xml/index.js';
import { defineRule } from '../../rule.js';
import { isTei } from '../../tei-element.js';
import { languageTagFault } from './well-formed-tag.js';

/**
 * Every language tag is well formed by BCP 47 (RFC 5646): `@xml:lang`, `language/@ident`, and `@mainLang` and
 * `@otherLangs` of `textLang` (TEI Guidelines, section vi.1).
 */
export const languageTag = defineRule({
  code: 'integrity/language-tag',
  severity: 'error',
  read: ({ report }) => ({
    attribute: (attribute, element) => {
      if (!holdsLanguages(element, attribute)) return;
      // xml:lang="" says that no language is stated (XML 1.0, section 2.12).
      for (const { 0: tag, index } of attribute.value.matchAll(/\S+/g)) {
        const fault = languageTagFault(tag);
        if (fault === undefined) continue;
        const span = spanInAttribute(sourceOf(element), attribute, index, index + tag.length);
        report(element, span, {
          message: `"${tag}" in @${attribute.qname} on <${element.qname}> is no language tag: ${fault.reason}.`,
          help: fault.help,
        });
      }
    },
  }),
});

function holdsLanguages(element: XmlElement, { qname }: XmlAttribute): boolean {
  if (qname === 'xml:lang') return true;
  if (!isTei(element)) return false;
  const ident = qname === 'ident' && element.name.local === 'language';
  return ident || qname === 'mainLang' || qname === 'otherLangs';
}
