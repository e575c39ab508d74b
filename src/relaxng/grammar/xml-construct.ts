import type { SourceText, Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import { textContent } from '../../xml/index.js';
import { type Parameter, trim, type ValueContext } from '../datatype-libraries/index.js';
import { resolveAddress } from './addresses.js';
import { isSchemaName } from './schema-name.js';
import type { SchemaProblems } from './schema-problems.js';
import type { SchemaPlace } from './syntax.js';

export const relaxNgNamespace = 'http://relaxng.org/ns/structure/1.0';
const annotations = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** What an element of a schema inherits from those around it. */
export interface Surroundings {
  readonly source: SourceText;
  readonly problems: SchemaProblems;
  readonly ns: string;
  readonly datatypeLibrary: string;
  /** The base of addresses (`xml:base`). */
  readonly base: string;
  /** How deep the construct that is being read is nested. */
  readonly reading: { depth: number };
}

/** The place of an element's name, which is reckoned when somebody asks. */
class NamePlace implements SchemaPlace {
  constructor(
    readonly source: SourceText,
    readonly element: XmlElement,
  ) {}

  get span(): Span {
    return this.element.nameSpan;
  }
}

/** The attributes that an element of the schema language may have beside `ns` and `datatypeLibrary` (3). */
const ownAttributes: Readonly<Record<string, readonly string[]>> = {
  element: ['name'],
  attribute: ['name'],
  ref: ['name'],
  parentRef: ['name'],
  define: ['name', 'combine'],
  start: ['combine'],
  param: ['name'],
  data: ['type'],
  value: ['type'],
  externalRef: ['href'],
  include: ['href'],
  ...Object.fromEntries(
    'group interleave choice optional zeroOrMore oneOrMore list mixed empty text notAllowed grammar div except name anyName nsName'
      .split(' ')
      .map((kind) => [kind, []]),
  ),
};

/** Elements whose content is text alone (3). */
const textual = new Set(['value', 'param', 'name']);

/**
 * An element of the schema language: its attributes, with those it inherits (4.3, 4.9), and its children without
 * annotations, comments and white space (4.1, 4.2). What the grammar of section 3 does not allow is complained of.
 */
export class XmlConstruct {
  readonly kind: string;
  readonly surroundings: Surroundings;
  readonly children: readonly XmlElement[];
  /** Children in the namespace of annotations, with the number of children before them. */
  #documentation: Map<number, string[]> | undefined;

  readonly #outer: Surroundings;
  /** The name in the start tag. */
  readonly at: SchemaPlace;

  constructor(
    readonly element: XmlElement,
    outer: Surroundings,
  ) {
    this.#outer = outer;
    this.kind = element.name.local;
    this.at = new NamePlace(outer.source, element);
    this.surroundings = this.#readAttributes(outer);
    this.children = this.#schemaChildren();
  }

  place(span: SchemaPlace['span']): SchemaPlace {
    return { source: this.#outer.source, span };
  }

  attribute(name: string): XmlAttribute | undefined {
    for (const candidate of this.element.attributes)
      if (candidate.name.local === name && candidate.name.namespace === '') return candidate;
    return undefined;
  }

  /** The value of an attribute without the white space around it (4.2), and its place. */
  trimmed(name: string): { readonly value: string; readonly at: SchemaPlace } | undefined {
    const attribute = this.attribute(name);
    return attribute && { value: trim(attribute.value), at: this.place(attribute.valueSpan) };
  }

  /** An attribute that must be there and be an NCName; empty after a complaint. */
  requiredNcName(name: string): string {
    const found = this.trimmed(name);
    if (found === undefined) {
      this.report('3', `<${this.kind}> has no ${name}.`);
      return '';
    }
    if (!isSchemaName(found.value)) {
      this.surroundings.problems.report(
        found.at,
        '3',
        `“${found.value}” cannot be the ${name} of <${this.kind}>: it must be a name without a colon.`,
      );
      return '';
    }
    return found.value;
  }

  report(clause: string, message: string, help?: string): void {
    this.surroundings.problems.report(this.at, clause, message, help);
  }

  /** The text of `value`, `param` or `name`. */
  get text(): string {
    return this.element.children.map((node) => (node.kind === 'text' ? node.value : '')).join('');
  }

  get context(): ValueContext {
    return { namespace: (prefix) => this.namespace(prefix), unparsedEntity: () => false };
  }

  /** What a prefix is declared to mean here; '' is the inherited `ns`, as values see it (4.10). */
  namespace(prefix: string): string | undefined {
    if (prefix === '') return this.surroundings.ns;
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    let at: XmlElement['parent'] = this.element;
    for (; at.kind === 'element'; at = at.parent) {
      const found = at.namespaces?.get(prefix);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** 4.10: the expanded name of a QName, or `undefined` after a complaint. An unprefixed name is in `ns`. */
  expand(
    qname: string,
    at: SchemaPlace,
    ns: string,
  ): { readonly ns: string; readonly local: string } | undefined {
    const { problems } = this.surroundings;
    const colon = qname.indexOf(':');
    const prefix = qname.slice(0, Math.max(0, colon));
    const local = qname.slice(colon + 1);
    if (!isSchemaName(local) || (colon !== -1 && !isSchemaName(prefix))) {
      problems.report(at, '3', qname === '' ? 'The name is missing.' : `“${qname}” is not a name.`);
      return undefined;
    }
    if (colon === -1) return { ns, local };
    const namespace = this.namespace(prefix);
    if (namespace === undefined) {
      problems.report(
        at,
        '4.10',
        `No namespace is declared for the prefix ${prefix} of ${qname}.`,
        `Declare it: xmlns:${prefix}="…".`,
      );
      return undefined;
    }
    return { ns: namespace, local };
  }

  /** What the schema says of this construct: the documentation that stands before its other children. */
  get documentation(): string | undefined {
    return this.documentationAfter(0);
  }

  /** What it says of its nth child, which cannot hold documentation itself (DTD Compatibility, 4). */
  documentationAfter(count: number): string | undefined {
    return this.#documentation
      ?.get(count)
      ?.map((text) => text.trim().replace(/\s+/g, ' '))
      .join(' ');
  }

  /** What the attributes say of the construct and those in it; the others must be the construct's own (3). */
  #readAttributes(outer: Surroundings): Surroundings {
    let { ns, datatypeLibrary, base } = outer;
    for (const attribute of this.element.attributes) {
      const { local, namespace } = attribute.name;
      if (namespace !== '') {
        if (attribute.qname === 'xml:base') base = resolveAddress(attribute.value, base) ?? base;
        else if (namespace === relaxNgNamespace) this.#reportAttribute(attribute);
      } else if (local === 'ns') ns = attribute.value;
      else if (local === 'datatypeLibrary') datatypeLibrary = this.#datatypeLibrary(attribute);
      else if (ownAttributes[this.kind]?.includes(local) === false)
        this.#reportAttribute(attribute);
    }
    return ns === outer.ns && datatypeLibrary === outer.datatypeLibrary && base === outer.base
      ? outer
      : { ...outer, ns, datatypeLibrary, base };
  }

  /** 4.3: absolute, without a fragment, or empty. */
  #datatypeLibrary({ value, valueSpan }: XmlAttribute): string {
    const { problems } = this.#outer;
    const at = this.place(valueSpan);
    if (value !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:[^#]+$/.test(value))
      problems.report(
        at,
        '4.3',
        `“${value}” cannot be a datatypeLibrary: it must be an absolute address without #.`,
      );
    else if (/%(?![0-9A-Fa-f]{2})/.test(value))
      problems.report(at, '4.3', `“${value}” cannot be a datatypeLibrary: it is not an address.`);
    return value;
  }

  #reportAttribute({ name, qname, nameSpan }: XmlAttribute): void {
    const own = ownAttributes[this.kind] ?? [];
    this.#outer.problems.report(
      this.place(nameSpan),
      '3',
      `<${this.kind}> has no attribute ${qname}.`,
      name.namespace === ''
        ? `It may have ${[...own, 'ns', 'datatypeLibrary'].join(', ')}, and attributes in namespaces of their own.`
        : undefined,
    );
  }

  #schemaChildren(): XmlElement[] {
    const children: XmlElement[] = [];
    for (const node of this.element.children) {
      if (node.kind === 'element') {
        if (textual.has(this.kind)) {
          this.surroundings.problems.report(
            this.place(node.nameSpan),
            '3',
            `<${this.kind}> holds text alone, and no element <${node.qname}>.`,
          );
        } else if (node.name.namespace === relaxNgNamespace) children.push(node);
        else if (node.name.namespace === annotations && node.name.local === 'documentation')
          this.#document(children.length, textContent(node));
      } else if (node.kind === 'text' && !textual.has(this.kind) && trim(node.value) !== '') {
        this.surroundings.problems.report(
          this.place(node),
          '3',
          `Text cannot stand in <${this.kind}>.`,
        );
      }
    }
    return children;
  }

  #document(after: number, text: string): void {
    this.#documentation ??= new Map();
    const before = this.#documentation.get(after);
    if (before === undefined) this.#documentation.set(after, [text]);
    else before.push(text);
  }

  /** The `param`s of a `data`, and what stands after them. */
  parametersOf(elements: readonly XmlElement[]): {
    readonly parameters: (Parameter & { readonly at: SchemaPlace })[];
    readonly rest: readonly XmlElement[];
  } {
    const parameters: (Parameter & { readonly at: SchemaPlace })[] = [];
    let index = 0;
    for (; elements[index]?.name.local === 'param'; index++) {
      const param = new XmlConstruct(elements[index] as XmlElement, this.surroundings);
      parameters.push({ name: param.requiredNcName('name'), value: param.text, at: param.at });
    }
    return { parameters, rest: elements.slice(index) };
  }
}
