import { attribute, type XmlDocument, type XmlElement } from '../xml/index.js';
import type { Definition } from './patterns.js';
import { RELAXNG_NAMESPACE } from './schema-files.js';

/** The definitions of one `grammar` element (section 4.17). */
export interface Scope {
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
export interface Inherited {
  readonly document: XmlDocument;
  readonly namespace: string;
  readonly library: string;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly scope: Scope | undefined;
}

/** What holds within an element of the schema: what holds around it, and what it says itself. */
export function inherit(element: XmlElement, outer: Inherited): Inherited {
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

/** The children of an element that are RELAX NG; others are annotations. */
export function partsOf(element: XmlElement): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' && child.name.namespace === RELAXNG_NAMESPACE,
  );
}

/** Takes note of what is wrong with a schema. */
export type SchemaReport = (
  element: XmlElement,
  inherited: Inherited,
  message: string,
  help?: string,
) => void;
