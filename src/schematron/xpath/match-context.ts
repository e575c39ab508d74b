import type { ContextPath } from './context-path.js';
import { NodeType, type ViewDocument, type ViewElement, type ViewNode } from './view.js';

/** Whatever can tell the nodes that a path leads to from each of some nodes. */
export type Follow = (path: string, from: readonly ViewNode[]) => readonly ViewNode[];

/**
 * The nodes of a document that match one alternative of a context (XSLT 2.0, 5.5.3): those to which it leads from the
 * parent of what its first step is about, or from the root.
 */
export function matching(
  document: ViewDocument,
  path: ContextPath,
  namespaceOf: (prefix: string) => string | undefined,
  follow: Follow,
): Iterable<ViewNode> {
  if (path.name !== undefined) {
    const { prefix, local } = path.name;
    const namespace = prefix === '' ? '' : namespaceOf(prefix);
    // With a prefix that is not declared the path goes to the processor, which says so.
    if (namespace !== undefined) return document.elementsOf(namespace, local);
  }
  const points = [...startingPoints(document, path)];
  return points.length === 0 ? [] : new Set(follow(path.text, points));
}

/** The nodes from which the first step of a path may lead somewhere. */
function startingPoints(document: ViewDocument, { beginnings }: ContextPath): Iterable<ViewNode> {
  const points = new Set<ViewNode>();
  for (const beginning of beginnings) {
    switch (beginning.kind) {
      case 'root':
        points.add(document);
        break;
      case 'element':
        addParents(points, document.elementsNamed(beginning.local));
        break;
      case 'element-with':
        addParents(points, document.elementsWith(beginning.attribute));
        break;
      case 'attribute':
        for (const element of document.elementsWith(beginning.local)) points.add(element);
        break;
      case 'any':
        for (const node of document.nodes)
          if (node.nodeType === NodeType.element || node.nodeType === NodeType.document)
            points.add(node);
        break;
    }
  }
  return points;
}

function addParents(points: Set<ViewNode>, elements: readonly ViewElement[]): void {
  for (const element of elements) points.add(element.parentNode);
}
