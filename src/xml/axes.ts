import type { SourceText } from './source-text.js';
import type { XmlAttribute, XmlDocument, XmlElement } from './tree.js';

/** The attribute with a name as written (`ref`, `xml:id`), or `undefined`. */
export function attribute(element: XmlElement, qname: string): XmlAttribute | undefined {
  for (const candidate of element.attributes) if (candidate.qname === qname) return candidate;
  return undefined;
}

/** The descendant elements of a node in document order; of a document, its root too. */
export function* descendants(node: XmlDocument | XmlElement): IterableIterator<XmlElement> {
  const stack: { readonly parent: XmlDocument | XmlElement; next: number }[] = [
    { parent: node, next: 0 },
  ];
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const child = level.parent.children[level.next++];
    if (child === undefined) {
      stack.pop();
    } else if (child.kind === 'element') {
      yield child;
      if (child.children.length > 0) stack.push({ parent: child, next: 0 });
    }
  }
}

/** The string value of an element: its text and that of its descendants, in order (XPath Data Model 3.1, 6.2.2). */
export function textContent(element: XmlElement): string {
  let content = '';
  const stack: { readonly parent: XmlElement; next: number }[] = [{ parent: element, next: 0 }];
  for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
    const child = level.parent.children[level.next++];
    if (child === undefined) stack.pop();
    else if (child.kind === 'text') content += child.value;
    else if (child.kind === 'element') stack.push({ parent: child, next: 0 });
  }
  return content;
}

/** The document that an element stands in. */
export function documentOf(element: XmlElement): XmlDocument {
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element') node = node.parent;
  return node;
}

/** The source that an element's offsets count in: its own file, where it was brought in from another. */
export function sourceOf(node: XmlElement | XmlDocument): SourceText {
  let bearer = node;
  while (bearer.kind === 'element') {
    if (bearer.source !== undefined) return bearer.source;
    bearer = bearer.parent;
  }
  return bearer.source;
}
