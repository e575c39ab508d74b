import type { Problem } from '../problems/index.js';
import { nearest } from '../problems/index.js';
import {
  attribute,
  problemAt,
  type Span,
  textContent,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import {
  type AttributePattern,
  type Datatype,
  type Definition,
  type ElementPattern,
  type NameClass,
  type Pattern,
  PatternTable,
} from './patterns.js';
import { RELAXNG_NAMESPACE, type SchemaFiles, schemaFailure } from './schema-files.js';

const ANNOTATIONS = 'http://relaxng.org/ns/compatibility/annotations/1.0';

/** A schema as patterns. */
export interface Grammar {
  readonly table: PatternTable;
  readonly start: Pattern;
  /** Every `element` pattern, in the order of the schema. */
  readonly elements: readonly ElementPattern[];
  readonly attributes: readonly AttributePattern[];
}

/** The definitions of one `grammar` element (section 4.17). */
interface Scope {
  readonly parent: Scope | undefined;
  readonly definitions: Map<string, Definition>;
  readonly start: Definition;
  readonly references: {
    readonly name: string;
    readonly element: XmlElement;
    readonly document: XmlDocument;
  }[];
}

/** What is inherited from ancestors in the schema (sections 4.3 to 4.9). */
interface Inherited {
  readonly document: XmlDocument;
  readonly namespace: string;
  readonly library: string;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly scope: Scope | undefined;
}

/**
 * Reads the patterns of a schema.
 *
 * @throws Failure with every problem found when it is not a correct schema
 */
export function readGrammar(files: SchemaFiles): Grammar {
  return new GrammarReader(files).read();
}

class GrammarReader {
  readonly #table = new PatternTable();
  readonly #elements: ElementPattern[] = [];
  readonly #attributes: AttributePattern[] = [];
  readonly #problems: Problem[] = [];
  /** The includes and external references being read, to notice a circle. */
  readonly #open: XmlDocument[] = [];

  constructor(private readonly files: SchemaFiles) {}

  read(): Grammar {
    const { main } = this.files;
    const start = this.#pattern(main.root, this.#outermost(main));
    if (this.#problems.length > 0) throw schemaFailure(main.source.file, this.#problems);
    return { table: this.#table, start, elements: this.#elements, attributes: this.#attributes };
  }

  #outermost(document: XmlDocument): Inherited {
    this.#open.push(document);
    const prefixes = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    return { document, namespace: '', library: '', prefixes, scope: undefined };
  }

  #report(
    element: XmlElement,
    { document }: Inherited,
    message: string,
    help?: string,
    span: Span = element.nameSpan,
  ): void {
    this.#problems.push(
      problemAt(document.source, span, { code: 'relaxng/schema', message, help }),
    );
  }

  #inherit(element: XmlElement, outer: Inherited): Inherited {
    const ns = attribute(element, 'ns');
    const library = attribute(element, 'datatypeLibrary');
    if (ns === undefined && library === undefined && element.namespaces === undefined) return outer;
    return {
      ...outer,
      namespace: ns?.value ?? outer.namespace,
      library: library?.value ?? outer.library,
      prefixes:
        element.namespaces === undefined
          ? outer.prefixes
          : new Map([...outer.prefixes, ...element.namespaces]),
    };
  }

  /** The children that are RELAX NG; others are annotations. */
  #parts(element: XmlElement): XmlElement[] {
    return element.children.filter(
      (child): child is XmlElement =>
        child.kind === 'element' && child.name.namespace === RELAXNG_NAMESPACE,
    );
  }

  #pattern(element: XmlElement, outer: Inherited): Pattern {
    const inherited = this.#inherit(element, outer);
    const table = this.#table;
    switch (element.name.local) {
      case 'element':
      case 'attribute':
        return this.#named(element, inherited);
      case 'group':
        return this.#all(element, inherited);
      case 'interleave':
        return this.#parts(element)
          .map((part) => this.#pattern(part, inherited))
          .reduceRight((right, left) => table.interleave(left, right), table.empty);
      case 'choice':
        return this.#parts(element)
          .map((part) => this.#pattern(part, inherited))
          .reduceRight((right, left) => table.choice(left, right), table.notAllowed);
      case 'optional':
        return table.optional(this.#all(element, inherited));
      case 'zeroOrMore':
        return table.optional(table.oneOrMore(this.#all(element, inherited)));
      case 'oneOrMore':
        return table.oneOrMore(this.#all(element, inherited));
      case 'mixed':
        return table.interleave(table.text, this.#all(element, inherited));
      case 'list':
        return table.list(this.#all(element, inherited));
      case 'empty':
        return table.empty;
      case 'text':
        return table.text;
      case 'notAllowed':
        return table.notAllowed;
      case 'value':
        return this.#value(element, inherited);
      case 'data':
        return this.#data(element, inherited);
      case 'ref':
      case 'parentRef':
        return this.#reference(element, inherited);
      case 'externalRef':
        return this.#external(element, inherited);
      case 'grammar':
        return this.#grammar(element, inherited);
      default:
        this.#report(
          element,
          inherited,
          `<${element.qname}> is no pattern of RELAX NG.`,
          didYouMean(element.name.local, patternNames),
        );
        return table.notAllowed;
    }
  }

  /** The children as one group. */
  #all(element: XmlElement, inherited: Inherited, parts = this.#parts(element)): Pattern {
    if (parts.length === 0) {
      this.#report(
        element,
        inherited,
        `<${element.qname}> has no pattern inside.`,
        'Write <empty/> or <text/>, or what it may hold.',
      );
      return this.#table.empty;
    }
    return parts
      .map((part) => this.#pattern(part, inherited))
      .reduceRight((right, left) => this.#table.group(left, right));
  }

  #named(element: XmlElement, inherited: Inherited): Pattern {
    const isElement = element.name.local === 'element';
    const given = attribute(element, 'name');
    const parts = this.#parts(element);
    let name: NameClass;
    if (given !== undefined) {
      // An attribute named by `name` inherits no namespace but its own `ns` (section 4.8).
      const unprefixed = isElement ? inherited.namespace : (attribute(element, 'ns')?.value ?? '');
      name = this.#name(given.value.trim(), unprefixed, element, inherited);
    } else {
      const first = parts.shift();
      if (first === undefined) {
        this.#report(
          element,
          inherited,
          `<${element.qname}> names nothing.`,
          'Give it a name: name="…".',
        );
        return this.#table.notAllowed;
      }
      name = this.#nameClass(first, inherited);
    }
    const gloss = documentation(element);
    const id = this.#table.nextId();
    const content =
      !isElement && parts.length === 0 ? this.#table.text : this.#all(element, inherited, parts);
    if (isElement) {
      const pattern: ElementPattern = { kind: 'element', id, name, gloss, content };
      this.#elements.push(pattern);
      return pattern;
    }
    const pattern: AttributePattern = { kind: 'attribute', id, name, gloss, content };
    this.#attributes.push(pattern);
    return pattern;
  }

  #name(qname: string, unprefixed: string, element: XmlElement, inherited: Inherited): NameClass {
    const colon = qname.indexOf(':');
    if (colon === -1) return { kind: 'name', namespace: unprefixed, local: qname };
    const prefix = qname.slice(0, colon);
    const namespace = inherited.prefixes.get(prefix);
    if (namespace === undefined) {
      this.#report(
        element,
        inherited,
        `The prefix ${prefix} of ${qname} is not declared.`,
        `Declare it: xmlns:${prefix}="…".`,
      );
    }
    return { kind: 'name', namespace: namespace ?? '', local: qname.slice(colon + 1) };
  }

  #nameClass(element: XmlElement, outer: Inherited): NameClass {
    const inherited = this.#inherit(element, outer);
    const parts = this.#parts(element);
    switch (element.name.local) {
      case 'name':
        return this.#name(textContent(element).trim(), inherited.namespace, element, inherited);
      case 'choice':
        return { kind: 'choice', of: parts.map((part) => this.#nameClass(part, inherited)) };
      case 'anyName':
        return { kind: 'anyName', except: this.#exceptNames(parts, inherited) };
      case 'nsName':
        return {
          kind: 'nsName',
          namespace: inherited.namespace,
          except: this.#exceptNames(parts, inherited),
        };
      default:
        this.#report(
          element,
          inherited,
          `<${element.qname}> is no class of names.`,
          'A name class is <name>, <anyName>, <nsName> or <choice> of them.',
        );
        return { kind: 'choice', of: [] };
    }
  }

  #exceptNames(parts: readonly XmlElement[], inherited: Inherited): NameClass | undefined {
    const except = parts.find((part) => part.name.local === 'except');
    if (except === undefined) return undefined;
    return {
      kind: 'choice',
      of: this.#parts(except).map((part) => this.#nameClass(part, inherited)),
    };
  }

  #value(element: XmlElement, inherited: Inherited): Pattern {
    const type = attribute(element, 'type')?.value.trim();
    const datatype: Datatype =
      type === undefined
        ? { library: '', type: 'token', facets: [] }
        : { library: inherited.library, type, facets: [] };
    return {
      kind: 'value',
      id: this.#table.nextId(),
      datatype,
      value: textContent(element),
      gloss: documentation(element) ?? followingDocumentation(element),
    };
  }

  #data(element: XmlElement, inherited: Inherited): Pattern {
    const type = attribute(element, 'type')?.value.trim();
    if (type === undefined) {
      this.#report(
        element,
        inherited,
        '<data> names no type.',
        'Write type="…", for instance type="token".',
      );
      return this.#table.text;
    }
    const parts = this.#parts(element);
    const facets = parts
      .filter((part) => part.name.local === 'param')
      .map((part) => ({ name: attribute(part, 'name')?.value ?? '', value: textContent(part) }));
    const except = parts.find((part) => part.name.local === 'except');
    return {
      kind: 'data',
      id: this.#table.nextId(),
      datatype: { library: inherited.library, type, facets },
      except:
        except === undefined
          ? undefined
          : this.#parts(except)
              .map((part) => this.#pattern(part, inherited))
              .reduceRight(
                (right, left) => this.#table.choice(left, right),
                this.#table.notAllowed,
              ),
      gloss: documentation(element),
    };
  }

  #reference(element: XmlElement, inherited: Inherited): Pattern {
    const name = attribute(element, 'name')?.value.trim();
    const scope = element.name.local === 'ref' ? inherited.scope : inherited.scope?.parent;
    if (name === undefined || scope === undefined) {
      this.#report(
        element,
        inherited,
        name === undefined
          ? `<${element.qname}> names no definition.`
          : `<${element.qname} name="${name}"> stands in no grammar that could define it.`,
      );
      return this.#table.notAllowed;
    }
    scope.references.push({ name, element, document: inherited.document });
    return this.#table.ref(this.#definition(scope, name, element));
  }

  #definition(scope: Scope, name: string, element: XmlElement): Definition {
    let definition = scope.definitions.get(name);
    if (definition === undefined) {
      definition = { name, pattern: undefined, place: element.nameSpan };
      scope.definitions.set(name, definition);
    }
    return definition;
  }

  #external(element: XmlElement, inherited: Inherited): Pattern {
    const document = this.#drawnIn(element, inherited);
    if (document === undefined) return this.#table.notAllowed;
    const within = this.#outermost(document);
    const pattern = this.#pattern(document.root, { ...within, namespace: inherited.namespace });
    this.#open.pop();
    return pattern;
  }

  #drawnIn(element: XmlElement, inherited: Inherited): XmlDocument | undefined {
    const document = this.files.drawnIn.get(element);
    if (document === undefined) {
      this.#report(element, inherited, `<${element.qname}> names no file.`, 'Write href="…".');
    } else if (this.#open.includes(document)) {
      this.#report(element, inherited, `${document.source.file} draws in itself.`);
      return undefined;
    }
    return document;
  }

  #grammar(element: XmlElement, inherited: Inherited): Pattern {
    const scope: Scope = {
      parent: inherited.scope,
      definitions: new Map(),
      start: { name: 'start', pattern: undefined, place: element.nameSpan },
      references: [],
    };
    const components = new Components();
    this.#components(element, { ...inherited, scope }, components, undefined);
    for (const { name, element: at, inherited: where, problem } of components.contradictions()) {
      this.#report(
        at,
        where,
        name === undefined ? `<start> ${problem}` : `<define name="${name}"> ${problem}`,
        'Write combine="choice" or combine="interleave" on the others.',
      );
    }
    for (const [name, parts] of components.definitions) {
      this.#definition(scope, name, parts.at(0)?.element ?? element).pattern =
        this.#combined(parts);
    }
    scope.start.pattern = this.#combined(components.starts);
    if (components.starts.length === 0) {
      this.#report(
        element,
        inherited,
        'The grammar has no <start>: it says nothing of the root element.',
        'Add <start><ref name="…"/></start>.',
      );
    }
    for (const { name, element: at, document } of scope.references) {
      if (components.definitions.has(name)) continue;
      this.#problems.push(
        problemAt(document.source, attribute(at, 'name')?.valueSpan ?? at.nameSpan, {
          code: 'relaxng/schema',
          message: `<${at.qname} name="${name}"/> refers to a definition that does not exist.`,
          help: didYouMean(name, components.definitions.keys()) ?? `Add <define name="${name}">.`,
        }),
      );
    }
    return this.#table.ref(scope.start);
  }

  #combined(parts: readonly Component[]): Pattern {
    const { table } = { table: this.#table };
    const interleaved = parts.some(({ combine }) => combine === 'interleave');
    return parts
      .map(({ element, inherited }) => this.#all(element, inherited))
      .reduceRight(
        (right, left) => (interleaved ? table.interleave(left, right) : table.choice(left, right)),
        interleaved ? table.empty : table.notAllowed,
      );
  }

  /** Gathers the `start` and `define` elements of a grammar, those of its `div`s and `include`s too. */
  #components(
    element: XmlElement,
    outer: Inherited,
    into: Components,
    overridden: Components | undefined,
  ): void {
    const inherited = this.#inherit(element, outer);
    for (const part of this.#parts(element)) {
      const within = this.#inherit(part, inherited);
      const combine = attribute(part, 'combine')?.value.trim();
      switch (part.name.local) {
        case 'div':
          this.#components(part, inherited, into, overridden);
          break;
        case 'start':
          if (overridden === undefined || overridden.starts.length === 0) {
            into.starts.push({ element: part, inherited: within, combine });
          }
          break;
        case 'define': {
          const name = attribute(part, 'name')?.value.trim();
          if (name === undefined)
            this.#report(part, within, '<define> has no name.', 'Write name="…".');
          else if (overridden === undefined || !overridden.definitions.has(name)) {
            into.define(name, { element: part, inherited: within, combine });
          }
          break;
        }
        case 'include':
          this.#include(part, within, into, overridden);
          break;
        default:
          this.#report(
            part,
            within,
            `<${part.qname}> cannot stand in a grammar.`,
            'A grammar holds <start>, <define>, <div> and <include>; patterns stand inside the first two.',
          );
      }
    }
  }

  /** Section 4.7: what the include itself defines takes the place of what the file defines. */
  #include(
    element: XmlElement,
    inherited: Inherited,
    into: Components,
    overridden: Components | undefined,
  ): void {
    const own = new Components();
    this.#components(element, inherited, own, overridden);
    const document = this.#drawnIn(element, inherited);
    if (document !== undefined) {
      if (document.root.name.local === 'grammar') {
        const hidden = new Components();
        hidden.add(own);
        if (overridden !== undefined) hidden.add(overridden);
        const within = this.#outermost(document);
        this.#components(
          document.root,
          { ...within, scope: inherited.scope, namespace: inherited.namespace },
          into,
          hidden,
        );
        this.#open.pop();
      } else {
        this.#report(
          element,
          inherited,
          `${document.source.file} is no grammar, which alone can be included.`,
          'Use <externalRef> for a single pattern.',
        );
      }
    }
    into.add(own);
  }
}

/** A `start` or `define` element. */
interface Component {
  readonly element: XmlElement;
  readonly inherited: Inherited;
  readonly combine: string | undefined;
}

class Components {
  readonly starts: Component[] = [];
  readonly definitions = new Map<string, Component[]>();

  define(name: string, component: Component): void {
    const known = this.definitions.get(name);
    if (known === undefined) this.definitions.set(name, [component]);
    else known.push(component);
  }

  add(other: Components): void {
    this.starts.push(...other.starts);
    for (const [name, components] of other.definitions) {
      for (const component of components) this.define(name, component);
    }
  }

  /** Section 4.17: of several, all but one say how they combine, and all that do say the same. */
  *contradictions(): Iterable<{ name: string | undefined } & Component & { problem: string }> {
    const all: [string | undefined, Component[]][] = [
      [undefined, this.starts],
      ...this.definitions,
    ];
    for (const [name, components] of all) {
      const silent = components.filter(({ combine }) => combine === undefined);
      const second = silent[1];
      if (second !== undefined)
        yield { name, ...second, problem: 'stands here again without saying how the two combine.' };
      const ways = new Set(
        components.map(({ combine }) => combine).filter((way) => way !== undefined),
      );
      const last = components.at(-1);
      if (ways.size > 1 && last !== undefined) {
        yield {
          name,
          ...last,
          problem: 'combines by choice in one place and by interleave in another.',
        };
      }
    }
  }
}

/** The `a:documentation` children of an element, white space folded. */
function documentation(element: XmlElement): string | undefined {
  const said = element.children
    .filter(
      (child): child is XmlElement =>
        child.kind === 'element' &&
        child.name.namespace === ANNOTATIONS &&
        child.name.local === 'documentation',
    )
    .map((child) => textContent(child).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** A `value` cannot hold elements, so its documentation follows it (DTD Compatibility, section 2). */
function followingDocumentation(element: XmlElement): string | undefined {
  const siblings: XmlElement[] = [];
  for (const sibling of element.parent.children)
    if (sibling.kind === 'element') siblings.push(sibling);
  const next = siblings[siblings.indexOf(element) + 1];
  if (next?.name.namespace !== ANNOTATIONS || next.name.local !== 'documentation') return undefined;
  return textContent(next).replace(/\s+/g, ' ').trim() || undefined;
}

function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

const patternNames = [
  'element',
  'attribute',
  'group',
  'interleave',
  'choice',
  'optional',
  'zeroOrMore',
  'oneOrMore',
  'list',
  'mixed',
  'ref',
  'parentRef',
  'empty',
  'value',
  'data',
  'notAllowed',
  'externalRef',
  'grammar',
  'text',
];
