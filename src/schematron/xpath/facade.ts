import type { IDomFacade } from 'fontoxpath';
import { NodeType, type ViewAttribute, type ViewChild, type ViewNode } from './view.js';

type Bucket = string | null | undefined;

/**
 * How fontoxpath walks over a view. A bucket says which children or attributes can matter to an expression; the others
 * are passed over before it sees them.
 */
export const viewFacade = {
  getAllAttributes(node: ViewNode, bucket?: Bucket): readonly ViewAttribute[] {
    if (node.nodeType !== NodeType.element) return [];
    const { attributes } = node;
    if (bucket == null || !bucket.startsWith('name-')) return attributes;
    const local = bucket.slice(5);
    return attributes.filter((attribute) => attribute.localName === local);
  },

  getAttribute(node: ViewNode, name: string): string | null {
    if (node.nodeType !== NodeType.element) return null;
    for (const attribute of node.node.attributes)
      if (attribute.qname === name) return attribute.value;
    return null;
  },

  getChildNodes(node: ViewNode, bucket?: Bucket): readonly ViewChild[] {
    if (!('childNodes' in node)) return [];
    const { childNodes } = node;
    return bucket == null ? childNodes : childNodes.filter((child) => belongs(child, bucket));
  },

  getData(node: ViewNode): string {
    return 'data' in node ? node.data : 'value' in node ? node.value : '';
  },

  getFirstChild(node: ViewNode, bucket?: Bucket): ViewChild | null {
    return 'childNodes' in node ? from(node.childNodes, 0, 1, bucket) : null;
  },

  getLastChild(node: ViewNode, bucket?: Bucket): ViewChild | null {
    return 'childNodes' in node
      ? from(node.childNodes, node.childNodes.length - 1, -1, bucket)
      : null;
  },

  getNextSibling(node: ViewNode, bucket?: Bucket): ViewChild | null {
    return 'index' in node ? from(node.parentNode.childNodes, node.index + 1, 1, bucket) : null;
  },

  getParentNode(node: ViewNode): ViewNode | null {
    return node.parentNode;
  },

  getPreviousSibling(node: ViewNode, bucket?: Bucket): ViewChild | null {
    return 'index' in node ? from(node.parentNode.childNodes, node.index - 1, -1, bucket) : null;
  },
  // The types of fontoxpath are those of the DOM, of which it reads only what a view has.
} as unknown as IDomFacade;

function from(
  children: readonly ViewChild[],
  start: number,
  step: 1 | -1,
  bucket: Bucket,
): ViewChild | null {
  for (let at = start; at >= 0; at += step) {
    const child = children[at];
    if (child === undefined) return null;
    if (bucket == null || belongs(child, bucket)) return child;
  }
  return null;
}

function belongs(child: ViewChild, bucket: string): boolean {
  if (bucket.startsWith('name-'))
    return child.nodeType === NodeType.element
      ? child.localName === bucket.slice(5)
      : child.nodeType === NodeType.processingInstruction && child.target === bucket.slice(5);
  switch (bucket) {
    case 'name':
    case 'type-1':
    case 'type-1-or-type-2':
      return child.nodeType === NodeType.element;
    case 'type-3':
      return child.nodeType === NodeType.text;
    case 'type-7':
      return child.nodeType === NodeType.processingInstruction;
    case 'type-8':
      return child.nodeType === NodeType.comment;
    case 'empty':
      return false;
    default:
      return !bucket.startsWith('type-');
  }
}
