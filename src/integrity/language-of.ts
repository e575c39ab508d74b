import { attribute, type XmlDocument, type XmlElement } from '../xml/index.js';

/** The nearest `@xml:lang` of an element and its ancestors, as written; `undefined` where none is stated. */
export function statedLanguage(element: XmlElement): string | undefined {
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element') {
    const given = attribute(node, 'xml:lang');
    if (given !== undefined) return given.value.trim();
    node = node.parent;
  }
  return undefined;
}

/** The nearest `@xml:lang` of an element and its ancestors, in lower case; empty where none is stated. */
export function languageTagOf(element: XmlElement): string {
  return statedLanguage(element)?.toLowerCase() ?? '';
}

/** The language of what an element holds, as its tag begins: `fr` of `fr-CH`; empty where none is stated. */
export function languageOf(element: XmlElement): string {
  return /^[a-z]*/.exec(languageTagOf(element))?.[0] ?? '';
}
