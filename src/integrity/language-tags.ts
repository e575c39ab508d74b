import type { Problem } from '../problems/index.js';
import {
  descendants,
  problemAt,
  sourceOf,
  spanInAttribute,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.js';
import { languageTagFault } from './language-tag.js';
import type { IntegrityRule } from './rule.js';
import { isTei } from './tei-element.js';

/**
 * Every language tag is well formed by BCP 47 (RFC 5646): `@xml:lang`, `language/@ident`, and `@mainLang` and
 * `@otherLangs` of `textLang` (TEI Guidelines, section vi.1).
 */
export const languageTags: IntegrityRule = {
  codes: ['integrity/language-tag'],
  *check({ subject: { document } }): Iterable<Problem> {
    for (const element of descendants(document)) {
      for (const attribute of element.attributes) {
        if (!holdsLanguages(element, attribute)) continue;
        // xml:lang="" says that no language is stated (XML 1.0, section 2.12).
        for (const { 0: tag, index } of attribute.value.matchAll(/\S+/g)) {
          const fault = languageTagFault(tag);
          if (fault === undefined) continue;
          const source = sourceOf(element);
          yield problemAt(source, spanInAttribute(source, attribute, index, index + tag.length), {
            code: 'integrity/language-tag',
            message: `"${tag}" in @${attribute.qname} on <${element.qname}> is no language tag: ${fault.reason}.`,
            help: fault.help,
          });
        }
      }
    }
  },
};

function holdsLanguages(element: XmlElement, { qname }: XmlAttribute): boolean {
  if (qname === 'xml:lang') return true;
  if (!isTei(element)) return false;
  const ident = qname === 'ident' && element.name.local === 'language';
  return ident || qname === 'mainLang' || qname === 'otherLangs';
}
