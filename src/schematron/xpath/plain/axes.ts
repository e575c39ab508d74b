import { NodeType, type ViewChild, type ViewElement, type ViewNode } from '../view.js';
import { isElement, none, rootOf } from './items.js';

// Steps of a path (XPath 3.1, 3.3.2): from a node along an axis, to the nodes that pass a test.

export interface NodeTest {
  /** The names that pass, where only elements, or attributes, of one name do. */
  readonly name?: { readonly namespace: string; readonly local: string } | undefined;
  passes(node: ViewNode): boolean;
}

/** The nodes along an axis from a node, nearest first. */
type Walk = (node: ViewNode, test: NodeTest) => readonly ViewNode[];

export interface Axis {
  readonly walk: Walk;
  /** Whether the nearest is the last in document order. */
  readonly isReverse: boolean;
  /** Attributes are what a name test is about; else elements. */
  readonly isOfAttributes: boolean;
}

function forward(walk: Walk): Axis {
  return { walk, isReverse: false, isOfAttributes: false };
}

function reverse(walk: Walk): Axis {
  return { walk, isReverse: true, isOfAttributes: false };
}

function childrenOf(node: ViewNode): readonly ViewChild[] {
  return 'childNodes' in node ? node.childNodes : none;
}

function descend(node: ViewNode, test: NodeTest, found: ViewNode[]): void {
  for (const child of childrenOf(node)) {
    if (test.passes(child)) found.push(child);
    if (child.nodeType === NodeType.element) descend(child, test, found);
  }
}

function descendants(node: ViewNode, test: NodeTest): readonly ViewNode[] {
  const { name } = test;
  if (name !== undefined && (isElement(node) || node.nodeType === NodeType.document))
    return rootOf(node).elementsIn(node, name.namespace, name.local);
  const found: ViewNode[] = [];
  descend(node, test, found);
  return found;
}

function ancestors(node: ViewNode, test: NodeTest): readonly ViewNode[] {
  const found: ViewNode[] = [];
  for (let up: ViewNode | null = node.parentNode; up !== null; up = up.parentNode)
    if (test.passes(up)) found.push(up);
  return found;
}

function itself(node: ViewNode, test: NodeTest): readonly ViewNode[] {
  return test.passes(node) ? [node] : none;
}

function siblings(node: ViewNode): readonly ViewChild[] {
  return 'index' in node ? node.parentNode.childNodes : none;
}

export const axes: Readonly<Record<string, Axis>> = {
  child: forward((node, test) => childrenOf(node).filter((child) => test.passes(child))),
  descendant: forward(descendants),
  'descendant-or-self': forward((node, test) => {
    const below = descendants(node, test);
    return test.passes(node) ? [node, ...below] : below;
  }),
  self: forward(itself),
  parent: reverse((node, test) =>
    node.parentNode !== null && test.passes(node.parentNode) ? [node.parentNode] : none,
  ),
  ancestor: reverse(ancestors),
  'ancestor-or-self': reverse((node, test) => [...itself(node, test), ...ancestors(node, test)]),
  'following-sibling': forward((node, test) =>
    siblings(node)
      .slice((node as ViewChild).index + 1)
      .filter((sibling) => test.passes(sibling)),
  ),
  'preceding-sibling': reverse((node, test) =>
    siblings(node)
      .slice(0, (node as ViewChild).index)
      .filter((sibling) => test.passes(sibling))
      .reverse(),
  ),
  attribute: {
    walk: (node, test) =>
      isElement(node) && node.node.attributes.length > 0
        ? node.attributes.filter((attribute) => test.passes(attribute))
        : none,
    isReverse: false,
    isOfAttributes: true,
  },
};

/** A test of the name: of any namespace or local name where one is not given. */
export function nameTest(
  namespace: string | undefined,
  local: string | undefined,
  { isOfAttributes }: Axis,
): NodeTest {
  const type = isOfAttributes ? NodeType.attribute : NodeType.element;
  const passes = (node: ViewNode): boolean => {
    if (node.nodeType !== type) return false;
    const { name } = (node as ViewElement).node;
    return (
      (local === undefined || name.local === local) &&
      (namespace === undefined || name.namespace === namespace)
    );
  };
  return namespace === undefined || local === undefined || isOfAttributes
    ? { passes }
    : { name: { namespace, local }, passes };
}

/** A test of the kind: `node()`, `text()`, `comment()`, `processing-instruction(target)`; `undefined` for others. */
export function kindTest(kind: string, target: string | undefined): NodeTest | undefined {
  switch (kind) {
    case 'node':
      return { passes: () => true };
    case 'text':
      return { passes: ({ nodeType }) => nodeType === NodeType.text };
    case 'comment':
      return { passes: ({ nodeType }) => nodeType === NodeType.comment };
    case 'processing-instruction':
      return {
        passes: (node) =>
          node.nodeType === NodeType.processingInstruction &&
          (target === undefined || node.target === target),
      };
    default:
      return undefined;
  }
}
