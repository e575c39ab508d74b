import { NodeType, type ViewChild, type ViewNode } from './view.js';

/** The steps that lead to a node, each with its number among those of its kind. */
function steps(node: ViewNode, nameOf: (node: ViewNode) => string): string {
  let path = '';
  for (let step = node; step.nodeType !== NodeType.document; step = step.parentNode as ViewNode) {
    if (step.nodeType === NodeType.attribute) path = `/@${nameOf(step)}${path}`;
    else {
      const name = nameOf(step);
      const siblings = (step.parentNode as { readonly childNodes: readonly ViewChild[] })
        .childNodes;
      let number = 1;
      for (let at = 0; at < step.index; at++)
        if (nameOf(siblings[at] as ViewNode) === name) number++;
      path = `/${name}[${number}]${path}`;
    }
  }
  return path === '' ? '/' : path;
}

/** An XPath that leads to a node, in the document's own prefixes. */
export function xpathTo(node: ViewNode): string {
  return steps(node, (step) => test(step, 'nodeName' in step ? step.nodeName : ''));
}

/** An XPath that leads to a node in any document that declares no prefixes: `/Q{…}TEI[1]` (XPath 3.1, 2.1). */
export function locationOf(node: ViewNode): string {
  return steps(node, (step) =>
    step.nodeType === NodeType.element
      ? `Q{${step.namespaceURI ?? ''}}${step.localName}`
      : step.nodeType === NodeType.attribute
        ? step.namespaceURI === null
          ? step.localName
          : `Q{${step.namespaceURI}}${step.localName}`
        : test(step, ''),
  );
}

function test(node: ViewNode, name: string): string {
  switch (node.nodeType) {
    case NodeType.text:
      return 'text()';
    case NodeType.comment:
      return 'comment()';
    case NodeType.processingInstruction:
      return `processing-instruction(${node.target})`;
    default:
      return name;
  }
}
