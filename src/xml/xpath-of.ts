import type { XmlDocument, XmlElement } from './tree.js';

/** The numbers that elements have among siblings of their name, by parent; reckoned once for each. */
const numbers = new WeakMap<XmlElement | XmlDocument, ReadonlyMap<XmlElement, number>>();

/** An XPath that leads to an element of a tree, by names as they are written: `/TEI/text[1]/body[1]`. */
export function xpathOf(element: XmlElement): string {
  let path = '';
  let node = element;
  while (node.parent.kind === 'element') {
    path = `/${node.qname}[${numbersBelow(node.parent).get(node)}]${path}`;
    node = node.parent;
  }
  return `/${node.qname}${path}`;
}

function numbersBelow(parent: XmlElement): ReadonlyMap<XmlElement, number> {
  const known = numbers.get(parent);
  if (known !== undefined) return known;
  const reckoned = new Map<XmlElement, number>();
  const met = new Map<string, number>();
  for (const child of parent.children) {
    if (child.kind !== 'element') continue;
    const number = (met.get(child.qname) ?? 0) + 1;
    met.set(child.qname, number);
    reckoned.set(child, number);
  }
  numbers.set(parent, reckoned);
  return reckoned;
}
