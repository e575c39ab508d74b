import type { Datatype } from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';
import type { SchemaPlace } from './syntax.js';

// The simple form of a schema (RELAX NG, 5): no grammars and references, but patterns that hold one another, elements
// holding what may hold them again. The functions that make patterns do what 4.20 (notAllowed) and 4.21 (empty) say.

export interface SimpleElement {
  readonly kind: 'element';
  readonly nameClass: NameClass;
  /** Filled in after the element is made, since it may lead back to it. */
  content: SimplePattern;
  readonly documentation: string | undefined;
  readonly at: SchemaPlace;
}

export interface SimpleAttribute {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  readonly content: SimplePattern;
  readonly documentation: string | undefined;
  readonly at: SchemaPlace;
}

export interface SimpleComposite {
  readonly kind: 'choice' | 'group' | 'interleave';
  /** Two or more; none of a choice is `notAllowed`, none of the others `empty` or `notAllowed`. */
  readonly children: readonly SimplePattern[];
  readonly at: SchemaPlace;
}

export interface SimpleRepeated {
  readonly kind: 'oneOrMore' | 'list';
  readonly content: SimplePattern;
  readonly at: SchemaPlace;
}

export interface SimpleData {
  readonly kind: 'data';
  readonly datatype: Datatype;
  readonly except: SimplePattern | undefined;
  readonly at: SchemaPlace;
}

export interface SimpleValue {
  readonly kind: 'value';
  readonly datatype: Datatype;
  readonly lexical: string;
  readonly key: string;
  readonly documentation: string | undefined;
  readonly at: SchemaPlace;
}

export interface SimpleLeaf {
  readonly kind: 'empty' | 'text' | 'notAllowed';
  readonly at: SchemaPlace;
}

export type SimplePattern =
  | SimpleElement
  | SimpleAttribute
  | SimpleComposite
  | SimpleRepeated
  | SimpleData
  | SimpleValue
  | SimpleLeaf;

export function group(
  kind: 'group' | 'interleave',
  children: readonly SimplePattern[],
  at: SchemaPlace,
): SimplePattern {
  const refused = children.find((child) => child.kind === 'notAllowed');
  if (refused !== undefined) return refused;
  return several(
    kind,
    children.filter((child) => child.kind !== 'empty'),
    at,
    'empty',
  );
}

export function choice(children: readonly SimplePattern[], at: SchemaPlace): SimplePattern {
  const allowed = children.filter((child) => child.kind !== 'notAllowed');
  const empty = allowed.find((child) => child.kind === 'empty');
  const others = allowed.filter((child) => child.kind !== 'empty');
  return several('choice', empty === undefined ? others : [empty, ...others], at, 'notAllowed');
}

function several(
  kind: SimpleComposite['kind'],
  children: readonly SimplePattern[],
  at: SchemaPlace,
  none: 'empty' | 'notAllowed',
): SimplePattern {
  const [only] = children;
  if (only === undefined) return { kind: none, at };
  return children.length === 1 ? only : { kind, children, at };
}

export function repeated(
  kind: 'oneOrMore' | 'list',
  content: SimplePattern,
  at: SchemaPlace,
): SimplePattern {
  if (content.kind === 'notAllowed') return content;
  if (content.kind === 'empty' && kind === 'oneOrMore') return content;
  return { kind, content, at };
}

export function attribute(simple: SimpleAttribute): SimplePattern {
  return simple.content.kind === 'notAllowed' ? simple.content : simple;
}

export function data(simple: SimpleData): SimplePattern {
  return simple.except?.kind === 'notAllowed' ? { ...simple, except: undefined } : simple;
}
