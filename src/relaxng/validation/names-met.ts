import { flat, type XmlElement } from '../../xml/index.js';
import type { NameTable, NumberedName } from '../pattern/index.js';
import type { ExpandedName } from './mistake.js';

/** So many names are counted, so that memory does not grow with the document. */
const namesCounted = 20_000;
const prefixesKept = 1000;

/** What a document has shown so far of the names that it uses: how often, and by which prefixes. */
export class NamesMet {
  /** Prefixes by namespaces, those of the root and of its declarations before all others. */
  readonly #prefixes = new Map([['http://www.w3.org/XML/1998/namespace', 'xml']]);
  /** How often the elements of a name have come, by its number. */
  #uses = new Uint32Array(1024);

  constructor(readonly table: NameTable) {}

  /** An element that is being opened. */
  meet({ name, namespaces, parent }: XmlElement, { number }: NumberedName): void {
    if (number >= this.#uses.length) this.#grow(number);
    if (number < this.#uses.length) (this.#uses[number] as number)++;
    if (parent.kind === 'document') this.#prefixes.set(name.namespace, name.prefix);
    if (namespaces === undefined) return;
    for (const [prefix, namespace] of namespaces)
      if (!this.#prefixes.has(namespace) && this.#prefixes.size < prefixesKept)
        this.#prefixes.set(flat(namespace), flat(prefix));
  }

  #grow(number: number): void {
    if (number >= namesCounted) return;
    const uses = new Uint32Array(Math.min(namesCounted, 2 * number));
    uses.set(this.#uses);
    this.#uses = uses;
  }

  /** How many elements of a name there have been. */
  uses({ ns, local }: ExpandedName): number {
    return this.#uses[this.table.get(ns, local).number] ?? 0;
  }

  /** The name as this document would write it. */
  written({ ns, local }: ExpandedName): string {
    const prefix = this.#prefixes.get(ns) ?? '';
    return prefix === '' ? local : `${prefix}:${local}`;
  }
}
