import type { XmlElement } from '../../xml/index.js';
import type { ExpandedName } from './mistake.js';

/** Names are counted up to this many, so that memory does not grow with the document. */
const namesCounted = 10_000;

/** What a document has shown so far of the names that it uses: how often, and by which prefixes. */
export class NamesMet {
  readonly #prefixes = new Map([['http://www.w3.org/XML/1998/namespace', 'xml']]);
  readonly #uses = new Map<string, number>();

  /** An element that is being opened. */
  meet({ name, namespaces }: XmlElement): void {
    const { local } = name;
    const uses = this.#uses.get(local);
    if (uses !== undefined) this.#uses.set(local, uses + 1);
    else {
      if (this.#uses.size === 0) this.#prefixes.set(name.namespace, name.prefix);
      if (this.#uses.size < namesCounted) this.#uses.set(local, 1);
    }
    if (namespaces === undefined || this.#prefixes.size >= namesCounted) return;
    for (const [prefix, namespace] of namespaces)
      if (!this.#prefixes.has(namespace)) this.#prefixes.set(namespace, prefix);
  }

  /** How many elements of a local name there have been. */
  uses(local: string): number {
    return this.#uses.get(local) ?? 0;
  }

  /** The name as this document would write it. */
  written({ ns, local }: ExpandedName): string {
    const prefix = this.#prefixes.get(ns) ?? '';
    return prefix === '' ? local : `${prefix}:${local}`;
  }
}
