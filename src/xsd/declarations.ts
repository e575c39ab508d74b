import { xsdNamespace } from '../libxml/index.js';
import { attribute, descendants, type XmlDocument, type XmlElement } from '../xml/index.js';
import type { ExpandedName } from './expanded-name.js';

/** The attribute by which an element of a schema refers to a definition, and what that is (XML Schema Part 1, section 3). */
const references: Readonly<Record<string, readonly [attribute: string, kind: string]>> = {
  element: ['type', 'complexType'],
  extension: ['base', 'complexType'],
  restriction: ['base', 'complexType'],
  attributeGroup: ['ref', 'attributeGroup'],
  group: ['ref', 'group'],
};

/** What the files of a schema declare, as far as messages need it: names, not what may stand where. */
export class Declarations {
  /** All elements. */
  readonly elements: readonly ExpandedName[];
  /** The elements that may be the root of a document. */
  readonly roots: readonly ExpandedName[];
  readonly #declaring = new Map<string, XmlElement[]>();
  readonly #children = new Map<string, readonly string[] | undefined>();
  readonly #hasSubstitutions: boolean;
  readonly #abstract = new Set<string>();
  readonly #definitions = new Map<string, XmlElement>();

  constructor(documents: readonly XmlDocument[]) {
    const elements = new Map<string, ExpandedName>();
    const roots: ExpandedName[] = [];
    for (const document of documents) {
      const namespace = attribute(document.root, 'targetNamespace')?.value ?? '';
      for (const node of descendants(document)) {
        const local = attribute(node, 'name')?.value.trim();
        if (node.name.namespace !== xsdNamespace || local === undefined) continue;
        if (node.name.local === 'element') {
          const isGlobal = node.parent === document.root;
          const qualified =
            isGlobal ||
            (attribute(node, 'form') ?? attribute(document.root, 'elementFormDefault'))?.value ===
              'qualified';
          const name = { namespace: qualified ? namespace : '', local };
          elements.set(`${name.namespace} ${local}`, name);
          this.#declaring.set(local, [...(this.#declaring.get(local) ?? []), node]);
          if (attribute(node, 'abstract')?.value.trim() === 'true') this.#abstract.add(local);
          else if (isGlobal) roots.push(name);
        } else if (/^(?:complexType|attributeGroup|group)$/.test(node.name.local)) {
          this.#definitions.set(`${node.name.local} ${local}`, node);
        }
      }
    }
    this.elements = [...elements.values()];
    this.#hasSubstitutions = [...this.#declaring.values()]
      .flat()
      .some((node) => attribute(node, 'substitutionGroup') !== undefined);
    this.roots = roots;
  }

  /** Whether there is an element of a name. */
  has({ namespace, local }: ExpandedName): boolean {
    return this.elements.some((one) => one.local === local && one.namespace === namespace);
  }

  /** Whether elements of a name are declared only for others to take their place. */
  isAbstract(local: string): boolean {
    return this.#abstract.has(local);
  }

  /** The names, as they would be written in the schema, of all attributes that elements of a name may have. */
  attributesOf(local: string): readonly string[] {
    const names = this.#reach(local)
      .filter((node) => node.name.local === 'attribute')
      .filter((node) => attribute(node, 'use')?.value !== 'prohibited')
      .map((node) => (attribute(node, 'name') ?? attribute(node, 'ref'))?.value.trim() ?? '')
      .map((name) => (name.startsWith('xml:') ? name : localPart(name)));
    return [...new Set(names)];
  }

  /**
   * The local names of all elements that the content of elements of a name speaks of.
   *
   * @returns `undefined` where it speaks of elements without naming them: by a wildcard, or by those they replace
   */
  childrenOf(local: string): readonly string[] | undefined {
    let children = this.#children.get(local);
    if (children === undefined) {
      const declarations = this.#declaring.get(local) ?? [];
      const content = this.#reach(local).filter((node) => !declarations.includes(node));
      const isOpen = content.some(({ name }) => name.local === 'any') || this.#hasSubstitutions;
      const names = content
        .filter((node) => node.name.local === 'element')
        .map((node) => localPart((attribute(node, 'name') ?? attribute(node, 'ref'))?.value ?? ''));
      const concrete = names.filter((name) => !this.#abstract.has(name));
      children = isOpen ? undefined : [...new Set(concrete)];
      this.#children.set(local, children);
    }
    return children;
  }

  /** The local names of the elements whose content speaks of elements of a name. */
  parentsOf(local: string): readonly string[] {
    return [...this.#declaring.keys()].filter((parent) => this.childrenOf(parent)?.includes(local));
  }

  /** Everything that the declarations of elements of a name say, by themselves or by what they refer to. */
  #reach(local: string): readonly XmlElement[] {
    const declarations = this.#declaring.get(local) ?? [];
    const seen = new Set<XmlElement>(declarations);
    // What is found while the set is gone through is gone through too.
    for (const node of seen) {
      const isOther = node.name.local === 'element' && !declarations.includes(node);
      if (isOther || node.name.namespace !== xsdNamespace) continue;
      const [name, kind] = references[node.name.local] ?? [];
      const target = name === undefined ? undefined : attribute(node, name);
      const definition = target && this.#definitions.get(`${kind} ${localPart(target.value)}`);
      if (definition !== undefined) seen.add(definition);
      for (const child of node.children) if (child.kind === 'element') seen.add(child);
    }
    return [...seen];
  }
}

function localPart(qname: string): string {
  return qname.trim().replace(/^.*:/, '');
}
