import {
  escapeAttribute,
  type Span,
  sourceOf,
  spanInAttribute,
  type XmlAttribute,
  type XmlElement,
} from '../../../xml/index.js';
import type { Listeners } from '../../rule.js';
import { isTei } from '../../tei-element.js';

/** A language tag where it stands. */
export interface TagInPlace {
  readonly tag: string;
  readonly attribute: XmlAttribute;
  readonly element: XmlElement;
  /** The place of some of its characters. */
  span(from?: number, to?: number): Span;
  /** What is to stand in that place, where its characters stand there as they are. */
  replaced(text: string, from?: number, to?: number): string | undefined;
}

/** Listens for language tags: `@xml:lang`, `language/@ident`, and `@mainLang` and `@otherLangs` of `textLang`. */
export function hearLanguageTags(say: (found: TagInPlace) => void): Listeners {
  const tags = (attribute: XmlAttribute, element: XmlElement): void => {
    // xml:lang="" says that no language is stated (XML 1.0, section 2.12).
    for (const { 0: tag, index } of attribute.value.matchAll(/\S+/g)) {
      const span = (from = 0, to = tag.length): Span =>
        spanInAttribute(sourceOf(element), attribute, index + from, index + to);
      say({
        tag,
        attribute,
        element,
        span,
        replaced: (text, from = 0, to = tag.length) => {
          const { start, end } = span(from, to);
          const isLiteral = sourceOf(element).text.slice(start, end) === tag.slice(from, to);
          return isLiteral ? escapeAttribute(text) : undefined;
        },
      });
    }
  };
  const ofTei = (name: string) => (attribute: XmlAttribute, element: XmlElement) => {
    if (isTei(element) && element.name.local === name) tags(attribute, element);
  };
  return {
    attributes: {
      'xml:lang': tags,
      ident: ofTei('language'),
      mainLang: ofTei('textLang'),
      otherLangs: ofTei('textLang'),
    },
  };
}

/** Where a tag stands, in words. */
export function inAttribute({ tag, attribute, element }: TagInPlace): string {
  return `"${tag}" in @${attribute.qname} on <${element.qname}>`;
}
