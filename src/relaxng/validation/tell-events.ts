import type { XmlDocument, XmlElement, XmlEvents } from '../../xml/index.js';

/** Tells a listener of the elements and texts of a tree, as if it were being read. */
export function tellEvents(document: XmlDocument, events: XmlEvents): void {
  const open: { readonly element: XmlElement; next: number }[] = [];
  events.startElement(document.root);
  open.push({ element: document.root, next: 0 });
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.element.children[level.next++];
    if (node === undefined) {
      events.endElement(level.element);
      open.pop();
    } else if (node.kind === 'element') {
      events.startElement(node);
      if (node.children.length === 0) events.endElement(node);
      else open.push({ element: node, next: 0 });
    } else if (node.kind === 'text') events.text(node);
  }
}
