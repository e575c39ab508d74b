import { compareText } from '../problems/index.js';
import { descendants, type XmlDocument, type XmlElement } from '../xml/index.js';
import type { ExpandedName } from './derivatives.js';
import { type ElementPattern, listedNames } from './patterns.js';
import { list } from './validation/messages/wording.js';

export { list, quoted } from './validation/messages/wording.js';

/** How names are written for a person, in the prefixes of the document in question. */
export class Wording {
  readonly #prefixes = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  constructor(document: XmlDocument) {
    this.#prefixes.set(document.root.name.namespace, document.root.name.prefix);
    for (const element of descendants(document)) {
      if (element.namespaces !== undefined) {
        for (const [prefix, namespace] of element.namespaces) {
          if (!this.#prefixes.has(namespace)) this.#prefixes.set(namespace, prefix);
        }
      }
      const key = element.name.local;
      this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
    }
    this.#prefixes.set('http://www.w3.org/XML/1998/namespace', 'xml');
  }

  /** The name as this document would write it. */
  name({ namespace, local }: ExpandedName): string {
    const prefix = this.#prefixes.get(namespace) ?? '';
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  element(name: ExpandedName): string {
    return `<${this.name(name)}>`;
  }

  attribute(name: ExpandedName): string {
    return `@${this.name(name)}`;
  }

  /** The names of element patterns, those that the document uses most first, then in the order of the schema. */
  namesOf(patterns: readonly ElementPattern[]): ExpandedName[] {
    const names = new Map<string, ExpandedName>();
    for (const pattern of patterns) {
      for (const name of listedNames(pattern.name))
        names.set(`${name.namespace} ${name.local}`, name);
    }
    return [...names.values()].sort(
      (a, b) => (this.#uses.get(b.local) ?? 0) - (this.#uses.get(a.local) ?? 0),
    );
  }

  /** A list of elements in words, the first few by name and the rest counted. */
  elements(names: readonly ExpandedName[], joint: 'and' | 'or' = 'and', most = 6): string {
    return list(
      names.map((name) => this.element(name)),
      joint,
      most,
    );
  }
}

/** Names in the order of the alphabet, for lists in which no order is likelier. */
export function alphabetical(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compareText);
}

/** The first sentence of a gloss, or as much of it as a line bears. */
export function shortGloss(gloss: string | undefined): string | undefined {
  if (gloss === undefined) return undefined;
  const sentence = /^.*?[.;](?=\s|$)/.exec(gloss)?.[0] ?? gloss;
  const bare = sentence.replace(/[.;]$/, '');
  return bare.length <= 140 ? bare : `${bare.slice(0, 139).replace(/\s+\S*$/, '')} …`;
}

/** The numbers that elements have among siblings of the same name, by parent; reckoned once for each. */
const numbers = new WeakMap<XmlElement | XmlDocument, Map<XmlElement, string>>();

/** An XPath that leads to an element. */
export function xpathOf(element: XmlElement): string {
  const steps: string[] = [];
  let node: XmlElement | XmlDocument = element;
  while (node.kind === 'element') {
    const { parent }: XmlElement = node;
    steps.push(stepsBelow(parent).get(node) ?? node.qname);
    node = parent;
  }
  return `/${steps.reverse().join('/')}`;
}

function stepsBelow(parent: XmlElement | XmlDocument): Map<XmlElement, string> {
  let steps = numbers.get(parent);
  if (steps === undefined) {
    steps = new Map();
    const alike = new Map<string, XmlElement[]>();
    for (const child of parent.children) {
      if (child.kind !== 'element') continue;
      const same = alike.get(child.qname);
      if (same === undefined) alike.set(child.qname, [child]);
      else same.push(child);
    }
    for (const [qname, same] of alike)
      for (const [index, one] of same.entries())
        steps.set(one, same.length > 1 ? `${qname}[${index + 1}]` : qname);
    numbers.set(parent, steps);
  }
  return steps;
}
