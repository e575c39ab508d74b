import type { Name } from '../../xml/index.js';

/** Names by number, so that what follows from them is looked up fast. */
export class NameTable {
  readonly #byNamespace = new Map<string, Map<string, number>>();
  readonly #names: { readonly ns: string; readonly local: string }[] = [];
  /** The parser makes one object of a name that stands again and again. */
  readonly #byObject = new WeakMap<Name, number>();

  /** The number of a name in a document. */
  of(name: Name): number {
    let number = this.#byObject.get(name);
    if (number === undefined) {
      number = this.number(name.namespace, name.local);
      this.#byObject.set(name, number);
    }
    return number;
  }

  number(ns: string, local: string): number {
    let locals = this.#byNamespace.get(ns);
    if (locals === undefined) {
      locals = new Map();
      this.#byNamespace.set(ns, locals);
    }
    let number = locals.get(local);
    if (number === undefined) {
      number = this.#names.push({ ns, local }) - 1;
      locals.set(local, number);
    }
    return number;
  }

  name(number: number): { readonly ns: string; readonly local: string } {
    return this.#names[number] ?? { ns: '', local: '' };
  }
}
