import { isQName } from './characters.js';
import type { Name } from './tree.js';

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** An expanded name with the name as written: one object for all that bear it under the same bindings. */
export class WrittenName implements Name {
  noted: Name['noted'] = undefined;
  readonly #qname: string;

  constructor(
    readonly prefix: string,
    readonly local: string,
    readonly namespace: string,
    qname: string,
  ) {
    this.#qname = qname;
  }

  get qname(): string {
    return this.#qname;
  }
}

/** The bindings in force in a part of the document, with the names already resolved under them. */
export class NamespaceScope {
  readonly #elements = new Map<string, WrittenName | undefined>();
  readonly #attributes = new Map<string, WrittenName | undefined>();

  private constructor(readonly bindings: ReadonlyMap<string, string>) {}

  static readonly outermost = (): NamespaceScope =>
    new NamespaceScope(
      new Map([
        ['', ''],
        ['xml', XML_NAMESPACE],
      ]),
    );

  /** The scope within an element that declares prefixes. */
  with(declared: ReadonlyMap<string, string>): NamespaceScope {
    return new NamespaceScope(new Map([...this.bindings, ...declared]));
  }

  /** The expanded name of an element; `undefined` when its prefix is not bound, or it is no QName. */
  element(qname: string): WrittenName | undefined {
    let name = this.#elements.get(qname);
    if (name === undefined) {
      name = this.#resolve(qname, this.bindings.get('') ?? '');
      this.#elements.set(qname, name);
    }
    return name;
  }

  /** The expanded name of an attribute: without a prefix it is in no namespace (Namespaces in XML, section 6.2). */
  attribute(qname: string): WrittenName | undefined {
    let name = this.#attributes.get(qname);
    if (name === undefined) {
      name = this.#resolve(qname, '');
      this.#attributes.set(qname, name);
    }
    return name;
  }

  #resolve(qname: string, unprefixed: string): WrittenName | undefined {
    const colon = qname.indexOf(':');
    if (colon === -1) return new WrittenName('', qname, unprefixed, qname);
    const prefix = qname.slice(0, colon);
    const namespace = this.bindings.get(prefix);
    if (namespace === undefined || !isQName(qname)) return undefined;
    return new WrittenName(prefix, qname.slice(colon + 1), namespace, qname);
  }
}
