import type { XmlDocument, XmlElement, XmlNode } from '../xml/index.js';
import { type EngineDocument, type EngineNode, loadEngine } from './engine.js';

const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/**
 * A document as the engine's own tree, made without writing it out and reading it again.
 *
 * @param deepest how many nodes may lie in one another, the document counted; what lies deeper is left out
 */
export function engineTree(document: XmlDocument, deepest = Number.POSITIVE_INFINITY): EngineNode {
  const tree = loadEngine().getPlatform().createDocument();
  const open: { readonly children: readonly XmlNode[]; readonly node: EngineNode; next: number }[] =
    [{ children: document.children, node: tree, next: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const child = level.children[level.next++];
    if (child === undefined) {
      open.pop();
      continue;
    }
    const { node } = level;
    switch (child.kind) {
      case 'element': {
        const element = elementOf(child, tree);
        node.appendChild(element);
        if (child.children.length > 0 && open.length < deepest)
          open.push({ children: child.children, node: element, next: 0 });
        break;
      }
      case 'text': {
        const last = node.lastChild;
        if (last !== null && last.nodeType === textNode) last.appendData(child.value);
        else node.appendChild(tree.createTextNode(child.value));
        break;
      }
      case 'comment':
        node.appendChild(tree.createComment(child.value));
        break;
      case 'processing-instruction':
        node.appendChild(tree.createProcessingInstruction(child.target, child.value));
        break;
    }
  }
  return tree;
}

const textNode = 3;

function elementOf({ name, qname, namespaces, attributes }: XmlElement, tree: EngineDocument) {
  const element = tree.createElementNS(name.namespace, qname);
  const add = (namespace: string, attributeName: string, value: string): void => {
    const attribute = tree.createAttributeNS(namespace, attributeName);
    attribute.value = value;
    attribute.nodeValue = value;
    element.setAttributeNode(attribute);
  };
  if (namespaces !== undefined)
    for (const [prefix, namespace] of namespaces)
      add(xmlnsNamespace, prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace);
  for (const attribute of attributes)
    add(
      attribute.name.namespace,
      attribute.qname,
      attribute.qname === 'xml:id' ? attribute.value.trim() : attribute.value,
    );
  return element;
}
