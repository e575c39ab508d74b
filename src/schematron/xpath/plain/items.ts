import {
  NodeType,
  type ViewChild,
  type ViewDocument,
  type ViewElement,
  type ViewNode,
} from '../view.js';

// Items and sequences of XPath (XQuery and XPath Data Model 3.1) as far as plain expressions need them: nodes, texts,
// numbers and truth values. Whatever would be an error, or need another type, is not answered here at all.

/** Thrown where an expression, or a value of it, is none of the plain ones: fontoxpath has the answer. */
export class NotPlain extends Error {}

/** What an element or an attribute has for its value: of no type, until it is compared (xs:untypedAtomic). */
export class Untyped {
  constructor(readonly text: string) {}
}

export type Atom = Untyped | string | number | boolean;
export type Item = ViewNode | Atom;
export type Items = readonly Item[];

export const none: readonly never[] = Object.freeze([]);

export function isNode(item: Item | undefined): item is ViewNode {
  return typeof item === 'object' && !(item instanceof Untyped);
}

/** The string value of a node (data model, 6). */
export function stringOf(node: ViewNode): string {
  switch (node.nodeType) {
    case NodeType.attribute:
      return node.value;
    case NodeType.element:
    case NodeType.document:
      return textOf(node.childNodes);
    default:
      return node.data;
  }
}

function textOf(children: readonly ViewChild[]): string {
  let text = '';
  for (const child of children) {
    if (child.nodeType === NodeType.text) text += child.data;
    else if (child.nodeType === NodeType.element) text += textOf(child.childNodes);
  }
  return text;
}

/** The typed value of an item (data model, 5.15). */
export function atomOf(item: Item): Atom {
  if (!isNode(item)) return item;
  const text = stringOf(item);
  return item.nodeType === NodeType.comment || item.nodeType === NodeType.processingInstruction
    ? text
    : new Untyped(text);
}

/** An item as a text (XPath functions 3.1, 2.3). */
export function textOfItem(item: Item): string {
  if (typeof item === 'string') return item;
  if (item instanceof Untyped) return item.text;
  if (typeof item === 'boolean') return `${item}`;
  if (typeof item === 'number') return textOfNumber(item);
  return stringOf(item);
}

function textOfNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  // Beyond, it depends on the type how it is written.
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return `${value}`;
  throw new NotPlain();
}

const numeric = /^[\t\n\r ]*(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[\t\n\r ]*$/;

/** A text as a number; `undefined` where it is none. */
export function numberIn(text: string): number | undefined {
  if (numeric.test(text)) return Number(text);
  const known = text.trim();
  if (known === 'NaN') return Number.NaN;
  return known === 'INF' ? Infinity : known === '-INF' ? -Infinity : undefined;
}

/** The effective boolean value (XPath 3.1, 2.4.3). */
export function truthOf(items: Items): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if (isNode(first)) return true;
  if (items.length > 1) throw new NotPlain();
  if (typeof first === 'boolean') return first;
  if (typeof first === 'number') return first !== 0 && !Number.isNaN(first);
  return textOfItem(first) !== '';
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Whether a comparison holds of two values of one type. */
function holds<Value extends string | number | boolean>(
  a: Value,
  b: Value,
  by: Comparison,
): boolean {
  switch (by) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** A general comparison of two atoms (XPath 3.1, 3.7.2): what has no type takes that of the other. */
export function compareGenerally(a: Atom, b: Atom, by: Comparison): boolean {
  if (typeof a === 'number' && b instanceof Untyped) return holds(a, cast(b), by);
  if (typeof b === 'number' && a instanceof Untyped) return holds(cast(a), b, by);
  return compareValues(a, b, by);
}

/** A value comparison of two atoms (XPath 3.1, 3.7.1): what has no type is a text. */
export function compareValues(a: Atom, b: Atom, by: Comparison): boolean {
  const left = a instanceof Untyped ? a.text : a;
  const right = b instanceof Untyped ? b.text : b;
  if (typeof left === 'string' && typeof right === 'string') return holds(left, right, by);
  if (typeof left === 'number' && typeof right === 'number') return holds(left, right, by);
  if (typeof left === 'boolean' && typeof right === 'boolean') return holds(left, right, by);
  throw new NotPlain();
}

function cast({ text }: Untyped): number {
  const value = numberIn(text);
  if (value === undefined) throw new NotPlain();
  return value;
}

/** The place of a node in its document. */
function orderOf(node: ViewNode): number {
  if (node.nodeType !== NodeType.attribute) return node.order;
  // Attributes come after their element and before what is in it.
  const { attributes, order } = node.parentNode;
  return order + (attributes.indexOf(node) + 1) / (attributes.length + 1);
}

/** Nodes in document order, each once. */
export function ordered(nodes: readonly ViewNode[]): readonly ViewNode[] {
  if (nodes.length < 2) return nodes;
  let before = -1;
  let isOrdered = true;
  const orders = nodes.map(orderOf);
  for (const order of orders) {
    if (order <= before) isOrdered = false;
    before = order;
  }
  if (isOrdered) return nodes;
  const root = rootOf(nodes[0] as ViewNode);
  if (!nodes.every((node) => rootOf(node) === root)) throw new NotPlain();
  const byOrder = new Map<number, ViewNode>();
  for (const [index, node] of nodes.entries()) byOrder.set(orders[index] as number, node);
  return [...byOrder].sort(([a], [b]) => a - b).map(([, node]) => node);
}

/** Whether a node stands before another of the same document. */
export function isBefore(a: ViewNode, b: ViewNode): boolean {
  if (rootOf(a) !== rootOf(b)) throw new NotPlain();
  return orderOf(a) < orderOf(b);
}

export function rootOf(node: ViewNode): ViewDocument {
  let top = node;
  while (top.parentNode !== null) top = top.parentNode;
  return top as ViewDocument;
}

export function isElement(node: ViewNode): node is ViewElement {
  return node.nodeType === NodeType.element;
}
