import type { SourceText, Span, XmlAttribute, XmlElement } from '../../xml/index.js';
import { type Parameter, trim, type ValueContext } from '../datatype-libraries/index.js';
import { resolveAddress } from './addresses.js';
import { isSchemaName } from './schema-name.js';
import type { SchemaProblems } from './schema-problems.js';
import type { ComponentSyntax, ExternalRefSyntax, IncludeSyntax, SchemaPlace } from './syntax.js';

export const relaxNgNamespace = 'http://relaxng.org/ns/structure/1.0';

/** What an element of a schema inherits from those around it. */
export interface Surroundings {
  readonly source: SourceText;
  readonly problems: SchemaProblems;
  readonly ns: string;
  readonly datatypeLibrary: string;
  /** The base of addresses (`xml:base`). */
  readonly base: string;
  readonly reading: Reading;
}

/** How far the reading of a file has come. */
export interface Reading {
  /** How deep the construct that is being read is nested. */
  depth: number;
  /** The other files that are referred to so far. */
  readonly references: (ExternalRefSyntax | IncludeSyntax)[];
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
const textual: ReadonlySet<string> = new Set(['value', 'param', 'name']);

const none: readonly never[] = [];

/** The place of a name in a start tag. */
class NamePlace implements SchemaPlace {
  readonly start: number;
  readonly end: number;

  constructor(
    readonly source: SourceText,
    { start, end }: Span,
  ) {
    this.start = start;
    this.end = end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

/**
 * An element of the schema language: its attributes, with those it inherits (4.3, 4.9), and its children without
 * annotations, comments and white space (4.1, 4.2). What the grammar of section 3 does not allow is complained of.
 */
export class XmlConstruct {
  readonly kind: string;
  /** What those in it inherit. */
  readonly surroundings: Surroundings;
  /** Filled in as they are read, and let go of when they have become a component. */
  children: readonly XmlConstruct[] = none;
  /** What a `define` or `start` has become. */
  component: ComponentSyntax | undefined = undefined;
  /** The text of `value`, `param` or `name`. */
  text = '';
  /** What the schema's author says, with the number of children before it. */
  #documentation: { readonly after: number; readonly text: string }[] | undefined;
  readonly #outer: Surroundings;
  /** The name in the start tag. */
  readonly at: SchemaPlace;

  constructor(
    readonly element: XmlElement,
    outer: Surroundings,
  ) {
    this.#outer = outer;
    this.kind = element.name.local;
    this.at = new NamePlace(outer.source, element.nameSpan);
    this.surroundings = this.#readAttributes(outer);
  }

  /** Whether text was complained of, so that nothing more need be said of what is missing. */
  holdsStrayText = false;

  /** Whether it holds text alone (3). */
  get isTextual(): boolean {
    return textual.has(this.kind);
  }

  add(child: XmlConstruct): void {
    if (this.children === none) this.children = [child];
    else (this.children as XmlConstruct[]).push(child);
  }

  document(text: string): void {
    this.#documentation ??= [];
    this.#documentation.push({ after: this.children.length, text });
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

  /** The place of an attribute's value; of the name in the start tag where there is none. */
  placeOf(name: string): SchemaPlace {
    const found = this.attribute(name);
    return found === undefined ? this.at : this.place(found.valueSpan);
  }

  /** The place of its text, or of the name in the start tag where there is none. */
  get placeOfText(): SchemaPlace {
    const { startTag, endTag } = this.element;
    return endTag === undefined || endTag.start === startTag.end
      ? this.at
      : this.place({ start: startTag.end, end: endTag.start });
  }

  /** An attribute that must be there and be an NCName; empty after a complaint. */
  requiredNcName(name: string): string {
    const found = this.attribute(name);
    if (found === undefined) {
      this.report('3', `<${this.kind}> has no ${name}.`);
      return '';
    }
    const value = trim(found.value);
    if (isSchemaName(value)) return value;
    this.surroundings.problems.report(
      this.place(found.valueSpan),
      '3',
      `“${value}” cannot be the ${name} of <${this.kind}>: it must be a name without a colon.`,
    );
    return '';
  }

  report(clause: string, message: string, help?: string): void {
    this.surroundings.problems.report(this.at, clause, message, help);
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
    if (this.#documentation === undefined) return undefined;
    let documentation: string | undefined;
    for (const { after, text } of this.#documentation) {
      if (after !== count) continue;
      const words = text.trim().replace(/\s+/g, ' ');
      documentation = documentation === undefined ? words : `${documentation} ${words}`;
    }
    return documentation;
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

  /** The `param`s of a `data`, and what stands after them. */
  parametersOf(constructs: readonly XmlConstruct[]): {
    readonly parameters: (Parameter & { readonly at: SchemaPlace })[];
    readonly rest: readonly XmlConstruct[];
  } {
    const parameters: (Parameter & { readonly at: SchemaPlace })[] = [];
    const rest = constructs.findIndex(({ kind }) => kind !== 'param');
    const end = rest === -1 ? constructs.length : rest;
    for (const param of constructs.slice(0, end))
      parameters.push({
        name: param.requiredNcName('name'),
        value: param.text,
        at: param.placeOfText,
      });
    return { parameters, rest: constructs.slice(end) };
  }
}
