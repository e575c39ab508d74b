import type { SourceText, Span } from '../../xml/index.js';
import type { Datatype } from '../datatype-libraries/index.js';
import type { NameClass } from '../pattern/index.js';

// A schema as it was written, in either syntax, after the steps of simplification that need no other file:
// annotations, white space, datatypeLibrary, type, name, ns, QNames, number of children, mixed, optional and
// zeroOrMore (RELAX NG, 4.1–4.4, 4.8–4.10, 4.12–4.15). Every construct keeps its place.

/** Where a construct of a schema stands. */
export interface SchemaPlace {
  readonly source: SourceText;
  readonly span: Span;
}

interface Construct {
  readonly at: SchemaPlace;
}

/** What the schema's author says of a construct: `a:documentation`, or `##` in the compact syntax. */
interface Documented extends Construct {
  readonly documentation?: string | undefined;
}

export interface ElementSyntax extends Documented {
  readonly kind: 'element';
  readonly nameClass: NameClass;
  readonly content: PatternSyntax;
}

export interface AttributeSyntax extends Documented {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  readonly content: PatternSyntax;
}

/** `choice`, `group` and `interleave` are associative, so that they may have any number of children. */
export interface CompositeSyntax extends Construct {
  readonly kind: 'group' | 'interleave' | 'choice';
  readonly children: readonly PatternSyntax[];
}

export interface RepeatedSyntax extends Construct {
  readonly kind: 'oneOrMore' | 'list';
  readonly content: PatternSyntax;
}

export interface ReferenceSyntax extends Construct {
  readonly kind: 'ref' | 'parentRef';
  readonly name: string;
}

export interface LeafSyntax extends Construct {
  readonly kind: 'empty' | 'text' | 'notAllowed';
}

export interface ValueSyntax extends Documented {
  readonly kind: 'value';
  readonly datatype: Datatype;
  /** The value as written in the schema. */
  readonly lexical: string;
  /** What the datatype says that value is: equal values have equal keys. */
  readonly key: string;
}

export interface DataSyntax extends Construct {
  readonly kind: 'data';
  readonly datatype: Datatype;
  readonly except: PatternSyntax | undefined;
}

export interface ExternalRefSyntax extends Construct {
  readonly kind: 'externalRef';
  /** The address, made absolute (4.5). */
  readonly address: string;
  /** The namespace that the other file inherits (4.6). */
  readonly ns: string;
}

export interface GrammarSyntax extends Construct {
  readonly kind: 'grammar';
  readonly content: readonly ComponentSyntax[];
}

export type PatternSyntax =
  | ElementSyntax
  | AttributeSyntax
  | CompositeSyntax
  | RepeatedSyntax
  | ReferenceSyntax
  | LeafSyntax
  | ValueSyntax
  | DataSyntax
  | ExternalRefSyntax
  | GrammarSyntax;

/** `start`, which has no name, or `define`. */
export interface DefinitionSyntax extends Construct {
  readonly kind: 'definition';
  readonly name: string | undefined;
  readonly combine: 'choice' | 'interleave' | undefined;
  readonly content: PatternSyntax;
}

export interface IncludeSyntax extends Construct {
  readonly kind: 'include';
  readonly address: string;
  readonly ns: string;
  readonly content: readonly ComponentSyntax[];
}

/** What a grammar holds; `div` has been taken away (4.11). */
export type ComponentSyntax = DefinitionSyntax | IncludeSyntax;

/** One file of a schema. */
export interface FileSyntax {
  readonly root: PatternSyntax;
  /** The references to other files in it, in the order in which they are met. */
  readonly references: readonly (ExternalRefSyntax | IncludeSyntax)[];
}
