import { type Element, parseXmlDocument } from 'slimdom';
import type { Chance } from './chance.js';

// Documents with one thing in them changed.

interface Node {
  name: string;
  attributes: Map<string, string>;
  children: (Node | string)[];
}

/** What can be done to a document, and what is changed is small enough to be seen where it is. */
type Change = (root: Node, nodes: readonly Node[], by: Chance) => void;

const names = ['hi', 'foo', 'ab', 'p', 'div', 'rs', 'date', 'note', 'head', 'idno', 'seg', 'term'];
const values = ['', '?!', '1951-02-30', '24:00:00', 'en_US', '#', 'a b', 'x'.repeat(9), '-1', 'é'];

/** Changes to one element, its attributes or its content, none of which moves anything else. */
const local: Readonly<Record<string, Change>> = {
  'an attribute added': (_, nodes, by) => {
    const from = by.oneOf(nodes).attributes;
    const [name, value] = by.percent(50) ? ['foo', 'x'] : by.oneOf([...from, ['n', '1'] as const]);
    by.oneOf(nodes).attributes.set(name, value);
  },
  'an attribute removed': (_, nodes, by) => {
    const node = by.oneOf(nodes.filter(({ attributes }) => attributes.size > 0));
    node.attributes.delete(by.oneOf([...node.attributes.keys()]));
  },
  'a value broken': (_, nodes, by) => {
    const node = by.oneOf(nodes.filter(({ attributes }) => attributes.size > 0));
    const [name, value] = by.oneOf([...node.attributes]);
    node.attributes.set(
      name,
      by.percent(40) ? `${value}${by.oneOf(['?', 'x', '.'])}` : by.oneOf(values),
    );
  },
  'text inserted': (_, nodes, by) => {
    by.oneOf(nodes).children.unshift('text');
  },
  'an element inserted': (_, nodes, by) => {
    by.oneOf(nodes).children.unshift({
      name: by.oneOf(names),
      attributes: new Map(),
      children: [],
    });
  },
};

const others: Readonly<Record<string, Change>> = {
  'an element renamed': (_, nodes, by) => {
    by.oneOf(nodes).name = by.percent(50) ? by.oneOf(names) : by.oneOf(nodes).name;
  },
  'an element lower-cased': (_, nodes, by) => {
    const node = by.oneOf(nodes.filter(({ name }) => name !== name.toLowerCase()));
    node.name = node.name.toLowerCase();
  },
  'an element removed': (root, nodes, by) => {
    const node = by.oneOf(nodes.slice(1));
    const { siblings, index } = placeOf(root, node);
    siblings.splice(index, 1);
  },
  'an element unwrapped': (root, nodes, by) => {
    const node = by.oneOf(nodes.slice(1));
    const { siblings, index } = placeOf(root, node);
    siblings.splice(index, 1, ...node.children);
  },
  'an element emptied': (_, nodes, by) => {
    by.oneOf(nodes).children = [];
  },
  'an element doubled': (root, nodes, by) => {
    const node = by.oneOf(nodes.slice(1));
    const { siblings, index } = placeOf(root, node);
    siblings.splice(index, 0, copy(node, '-again'));
  },
  'an element copied elsewhere': (_, nodes, by) => {
    const { children } = by.oneOf(nodes);
    const added = copy(by.oneOf(nodes.slice(1)), '-copy');
    children.splice(by.below(children.length + 1), 0, added);
  },
  'an element moved on': (root, nodes, by) => {
    const node = by.oneOf(nodes.slice(1));
    const { siblings, index } = placeOf(root, node);
    siblings.splice(index, 1);
    siblings.splice(by.below(siblings.length + 1), 0, node);
  },
};

export interface Mutant {
  readonly change: string;
  /** Whether nothing but one element, its attributes or its content was changed. */
  readonly local: boolean;
  readonly text: string;
}

/**
 * So many mutants of a document, each kind of change in turn. Every start tag is written with a
 * line of its own, so that a line says which element is meant.
 */
export function mutantsOf(xml: string, count: number, by: Chance): Mutant[] {
  const changes = [...Object.entries(local), ...Object.entries(others)];
  return Array.from({ length: count }, (_, index) => {
    const [change, apply] = changes[index % changes.length] as [string, Change];
    const root = read(parseXmlDocument(xml).documentElement as Element);
    apply(root, all(root), by);
    return { change, local: change in local, text: `${write(root)}\n` };
  });
}

/** The document itself, written as its mutants are. */
export function unchanged(xml: string): string {
  return `${write(read(parseXmlDocument(xml).documentElement as Element))}\n`;
}

function read(element: Element): Node {
  return {
    name: element.nodeName,
    attributes: new Map(element.attributes.map(({ name, value }) => [name, value])),
    children: element.childNodes
      .filter(({ nodeType }) => nodeType === 1 || nodeType === 3)
      .map((node) => (node.nodeType === 1 ? read(node as Element) : (node.nodeValue ?? ''))),
  };
}

function all(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child)))];
}

function copy(node: Node, suffix: string): Node {
  const identifier = node.attributes.get('xml:id');
  const attributes = new Map(node.attributes);
  if (identifier !== undefined) attributes.set('xml:id', identifier + suffix);
  return {
    name: node.name,
    attributes,
    children: node.children.map((child) =>
      typeof child === 'string' ? child : copy(child, suffix),
    ),
  };
}

function placeOf(root: Node, node: Node): { siblings: (Node | string)[]; index: number } {
  const parent = all(root).find(({ children }) => children.includes(node));
  if (parent === undefined) throw new Error(`${node.name} has no parent.`);
  return { siblings: parent.children, index: parent.children.indexOf(node) };
}

function write(node: Node): string {
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const children = node.children.map((each) =>
    typeof each === 'string' ? escaped(each) : write(each),
  );
  return `<${node.name}\n${attributes.join('')}>${children.join('')}</${node.name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
