import type { Problem } from '../problems/index.js';
import { nearest } from '../problems/index.js';
import {
  attribute,
  problemAt,
  textContent,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import { documentation, followingDocumentation } from './annotations.js';
import { type Component, Components } from './grammar-components.js';
import {
  type Datatype,
  type Definition,
  type ElementPattern,
  type NameClass,
  type Pattern,
  PatternTable,
} from './patterns.js';
import { expandedName, readNameClass } from './read-name-class.js';
import { recursiveDefinitions } from './recursion.js';
import { type SchemaFiles, schemaFailure } from './schema-files.js';
import { type Inherited, inherit, partsOf, type SchemaReport, type Scope } from './schema-scope.js';

/** A schema as patterns. */
export interface Grammar {
  readonly table: PatternTable;
  readonly start: Pattern;
  /** Every `element` pattern, in the order of the schema. */
  readonly elements: readonly ElementPattern[];
  /** Whether it has values of the type ID, which are unique in a document. */
  readonly hasIdentifiers: boolean;
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
  #hasIdentifiers = false;
  readonly #problems: Problem[] = [];
  /** Every definition, with the element that makes it. */
  readonly #defined = new Map<Definition, Component>();
  /** The includes and external references being read, to notice a circle. */
  readonly #open: XmlDocument[] = [];

  constructor(private readonly files: SchemaFiles) {}

  read(): Grammar {
    const { main } = this.files;
    const start = this.#pattern(main.root, this.#outermost(main));
    const defined = [...this.#defined.keys()];
    for (const definition of recursiveDefinitions(defined)) {
      const component = this.#defined.get(definition);
      if (component === undefined) continue;
      this.#report(
        component.element,
        component.inherited,
        `The definition "${definition.name}" refers to itself with no element between.`,
        'Put what repeats into an element, or use <zeroOrMore>.',
      );
    }
    if (this.#problems.length > 0) throw schemaFailure(main.source.file, this.#problems);
    return {
      table: this.#table,
      start,
      elements: this.#elements,
      hasIdentifiers: this.#hasIdentifiers,
    };
  }

  #outermost(document: XmlDocument): Inherited {
    this.#open.push(document);
    const prefixes = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    return { document, namespace: '', library: '', prefixes, scope: undefined };
  }

  readonly #note: SchemaReport = (element, inherited, message, help) =>
    this.#report(element, inherited, message, help);

  #report(element: XmlElement, { document }: Inherited, message: string, help?: string): void {
    this.#problems.push(
      problemAt(document.source, element.nameSpan, { code: 'relaxng/schema', message, help }),
    );
  }

  #pattern(element: XmlElement, outer: Inherited): Pattern {
    const inherited = inherit(element, outer);
    const table = this.#table;
    switch (element.name.local) {
      case 'element':
      case 'attribute':
        return this.#named(element, inherited);
      case 'group':
        return this.#all(element, inherited);
      case 'interleave':
        return partsOf(element)
          .map((part) => this.#pattern(part, inherited))
          .reduceRight((right, left) => table.interleave(left, right), table.empty);
      case 'choice':
        return partsOf(element)
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
  #all(element: XmlElement, inherited: Inherited, parts = partsOf(element)): Pattern {
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
    const parts = partsOf(element);
    let name: NameClass;
    if (given !== undefined) {
      // An attribute named by `name` inherits no namespace but its own `ns` (section 4.8).
      const unprefixed = isElement ? inherited.namespace : (attribute(element, 'ns')?.value ?? '');
      name = expandedName(given.value.trim(), unprefixed, element, inherited, this.#note);
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
      name = readNameClass(first, inherited, this.#note);
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
    return { kind: 'attribute', id, name, gloss, content };
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
    if (type === 'ID') this.#hasIdentifiers = true;
    const parts = partsOf(element);
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
          : partsOf(except)
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
      const definition = this.#definition(scope, name, parts.at(0)?.element ?? element);
      definition.pattern = this.#combined(parts);
      if (parts[0] !== undefined) this.#defined.set(definition, parts[0]);
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
    const table = this.#table;
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
    const inherited = inherit(element, outer);
    for (const part of partsOf(element)) {
      const within = inherit(part, inherited);
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

function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

const patternNames =
  'element attribute group interleave choice optional zeroOrMore oneOrMore list mixed ref parentRef empty value data notAllowed externalRef grammar text'.split(
    ' ',
  );
