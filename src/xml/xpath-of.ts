import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './tree.js';

/** One step of an XPath: what a node has to be, and its number among the siblings that are that. */
export interface XPathStep {
  /** The name of an element as it is written, or a node test: `text()`. */
  readonly test: string;
  readonly number: number;
}

/**
 * The XPath of a problem: `/TEI/text[1]/body[1]`. Each step but the root has its number, since whoever reads a document
 * as it comes does not know what follows.
 *
 * @param steps from the node outwards; the last is the root
 */
export function xpathOfSteps(steps: Iterable<XPathStep>): string {
  let path = '';
  let outer: XPathStep | undefined;
  for (const step of steps) {
    if (outer !== undefined) path = `/${outer.test}[${outer.number}]${path}`;
    outer = step;
  }
  return outer === undefined ? '/' : `/${outer.test}${path}`;
}

/** An XPath that leads to a node of a tree, or to an attribute of an element, by names as they are written. */
export function xpathOf(node: XmlNode | XmlDocument, attribute?: XmlAttribute): string {
  if (node.kind === 'document') return '/';
  // Beside the root there may be comments and instructions, and of these several.
  const path =
    node.kind !== 'element' && node.parent.kind === 'document'
      ? `/${testOf(node)}[${numberOf(node, node.parent)}]`
      : xpathOfSteps(stepsFrom(node));
  return attribute === undefined ? path : `${path}/@${attribute.qname}`;
}

function* stepsFrom(node: XmlNode): IterableIterator<XPathStep> {
  for (let step: XmlNode | XmlDocument = node; step.kind !== 'document'; step = step.parent)
    yield { test: testOf(step), number: numberOf(step, step.parent) };
}

function testOf(node: XmlNode): string {
  switch (node.kind) {
    case 'element':
      return node.qname;
    case 'text':
      return 'text()';
    case 'comment':
      return 'comment()';
    case 'processing-instruction':
      return `processing-instruction(${node.target})`;
  }
}

/** The numbers that nodes have among siblings that pass the same test, by parent; reckoned once for each. */
const numbers = new WeakMap<XmlElement | XmlDocument, ReadonlyMap<XmlNode, number>>();

function numberOf(node: XmlNode, parent: XmlElement | XmlDocument): number {
  let known = numbers.get(parent);
  if (known === undefined) {
    known = numbersBelow(parent);
    numbers.set(parent, known);
  }
  return known.get(node) ?? 1;
}

function numbersBelow(parent: XmlElement | XmlDocument): ReadonlyMap<XmlNode, number> {
  const reckoned = new Map<XmlNode, number>();
  const met = new Map<string, number>();
  let before: XmlNode | undefined;
  for (const child of parent.children) {
    const test = testOf(child);
    // Pieces of text side by side are one text to XPath.
    const isOn = child.kind === 'text' && before?.kind === 'text';
    const number = (met.get(test) ?? 0) + (isOn ? 0 : 1);
    met.set(test, number);
    reckoned.set(child, number);
    before = child;
  }
  return reckoned;
}
