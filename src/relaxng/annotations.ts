import { textContent, type XmlElement } from '../xml/index.js';

const ANNOTATIONS = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** The `a:documentation` children of an element, white space folded. */
export function documentation(element: XmlElement): string | undefined {
  const said = element.children
    .filter(
      (child): child is XmlElement =>
        child.kind === 'element' &&
        child.name.namespace === ANNOTATIONS &&
        child.name.local === 'documentation',
    )
    .map((child) => textContent(child).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** A `value` cannot hold elements, so its documentation follows it (DTD Compatibility, section 2). */
export function followingDocumentation(element: XmlElement): string | undefined {
  const siblings: XmlElement[] = [];
  for (const sibling of element.parent.children)
    if (sibling.kind === 'element') siblings.push(sibling);
  const next = siblings[siblings.indexOf(element) + 1];
  if (next?.name.namespace !== ANNOTATIONS || next.name.local !== 'documentation') return undefined;
  return textContent(next).replace(/\s+/g, ' ').trim() || undefined;
}
