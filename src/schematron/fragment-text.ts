import { escapeAttribute, escapeText, sourceOf } from '../xml/index.js';
import { wholeText } from './schema/schema-parts.js';
import { NodeType, type ViewNode } from './xpath/view.js';

/** A node of a document as text that stands for itself. */
export function fragmentText(node: ViewNode): string {
  switch (node.nodeType) {
    case NodeType.document:
      return wholeText(node.node.root);
    case NodeType.element:
      return wholeText(node.node);
    case NodeType.attribute:
      return `${node.nodeName}="${escapeAttribute(node.value)}"`;
    case NodeType.text:
      return escapeText(node.data);
    default:
      return sourceOf(node.parentNode.node).text.slice(node.node.start, node.node.end);
  }
}
