import { attribute, type XmlDocument, type XmlElement } from '../xml/index.js';

/**
 * The language of what an element holds, as its tag begins: the subtag of the language in the nearest `@xml:lang` of the
 * element and its ancestors, in lower case (`fr` of `fr-CH`); empty where none is stated.
 */
export function languageOf(element: XmlElement): string {
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element') {
    const given = attribute(node, 'xml:lang');
    if (given !== undefined) return /^[a-z]*/.exec(given.value.trim().toLowerCase())?.[0] ?? '';
    node = node.parent;
  }
  return '';
}
