import { NodeType, type ViewChild, type ViewNode } from './view.js';

/**
 * An XPath that leads to a node in any document that declares no prefixes: `/Q{…}TEI[1]` (XPath 3.1, 2.1), each step
 * with its number, as reports in SVRL have it.
 */
export function locationOf(node: ViewNode): string {
  let path = '';
  for (let step = node; step.nodeType !== NodeType.document; step = step.parentNode as ViewNode) {
    const name = testOf(step);
    if (step.nodeType === NodeType.attribute) path = `/@${name}${path}`;
    else {
      const { childNodes } = step.parentNode as { readonly childNodes: readonly ViewChild[] };
      let number = 1;
      for (let at = 0; at < step.index; at++)
        if (testOf(childNodes[at] as ViewNode) === name) number++;
      path = `/${name}[${number}]${path}`;
    }
  }
  return path === '' ? '/' : path;
}

function testOf(node: ViewNode): string {
  switch (node.nodeType) {
    case NodeType.element:
      return `Q{${node.namespaceURI ?? ''}}${node.localName}`;
    case NodeType.attribute:
      return node.namespaceURI === null
        ? node.localName
        : `Q{${node.namespaceURI}}${node.localName}`;
    case NodeType.text:
      return 'text()';
    case NodeType.comment:
      return 'comment()';
    case NodeType.processingInstruction:
      return `processing-instruction(${node.target})`;
    case NodeType.document:
      return '';
  }
}
