import { isQName } from './characters.js';
import type { KnownName } from './names.js';
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

/** A part of the document in which the same bindings are in force, with the names already resolved under them. */
export class NamespaceScope {
  /** Made when a name is met that was last met under other bindings. */
  elements: Map<KnownName, WrittenName> | undefined = undefined;
  attributes: Map<KnownName, WrittenName> | undefined = undefined;
}

/** The namespaces in force (Namespaces in XML 1.0, section 6) at the place that is being read. */
export class Namespaces {
  /** For each prefix the namespace names it was bound to, the one in force last. */
  readonly #bindings = new Map<string, string[]>([
    ['', ['']],
    ['xml', [XML_NAMESPACE]],
  ]);
  /** For each open element with declarations: the scope around it, and the prefixes that it bound anew. */
  readonly #entered: { readonly outer: NamespaceScope; readonly prefixes: readonly string[] }[] =
    [];
  #scope = new NamespaceScope();

  /** The namespace a prefix is bound to; '' for no namespace, `undefined` for a prefix that is not declared. */
  bound(prefix: string): string | undefined {
    return this.#bindings.get(prefix)?.at(-1);
  }

  /** The prefixes that are bound. */
  prefixes(): string[] {
    return [...this.#bindings]
      .filter(([prefix, names]) => prefix !== '' && names.length > 0)
      .map(([prefix]) => prefix);
  }

  /** Brings the declarations of a start tag into force. */
  enter(declared: ReadonlyMap<string, string>): void {
    const prefixes: string[] = [];
    for (const [prefix, namespace] of declared) {
      if (this.bound(prefix) === namespace) continue;
      prefixes.push(prefix);
      const names = this.#bindings.get(prefix);
      if (names === undefined) this.#bindings.set(prefix, [namespace]);
      else names.push(namespace);
    }
    this.#entered.push({ outer: this.#scope, prefixes });
    if (prefixes.length > 0) this.#scope = new NamespaceScope();
  }

  /** Puts those out of force that came in last. */
  leave(): void {
    const last = this.#entered.pop();
    if (last === undefined) return;
    for (const prefix of last.prefixes) this.#bindings.get(prefix)?.pop();
    this.#scope = last.outer;
  }

  /** The expanded name of an element; `undefined` when its prefix is not bound, or it is no QName. */
  element(known: KnownName): WrittenName | undefined {
    const scope = this.#scope;
    if (known.elementScope === scope) return known.element;
    let name = scope.elements?.get(known);
    if (name === undefined) {
      name = this.#resolve(known.qname, this.bound('') ?? '');
      if (name === undefined) return undefined;
      scope.elements ??= new Map();
      scope.elements.set(known, name);
    }
    known.element = name;
    known.elementScope = scope;
    return name;
  }

  /** The expanded name of an attribute: without a prefix it is in no namespace (Namespaces in XML, section 6.2). */
  attribute(known: KnownName): WrittenName | undefined {
    const scope = this.#scope;
    if (known.attributeScope === scope) return known.attribute;
    let name = known.attribute;
    // A name without a prefix means the same everywhere.
    if (name === undefined || name.prefix !== '') {
      name = scope.attributes?.get(known);
      if (name === undefined) {
        name = this.#resolve(known.qname, '');
        if (name === undefined) return undefined;
        scope.attributes ??= new Map();
        scope.attributes.set(known, name);
      }
    }
    known.attribute = name;
    known.attributeScope = scope;
    return name;
  }

  #resolve(qname: string, unprefixed: string): WrittenName | undefined {
    const colon = qname.indexOf(':');
    if (colon === -1) return new WrittenName('', qname, unprefixed, qname);
    const prefix = qname.slice(0, colon);
    const namespace = this.bound(prefix);
    if (namespace === undefined || !isQName(qname)) return undefined;
    return new WrittenName(prefix, qname.slice(colon + 1), namespace, qname);
  }
}
