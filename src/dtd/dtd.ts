import type { SourceText, Span } from '../xml/index.js';

/** Where a declaration stands, in the file it is in. */
export interface DtdPlace {
  readonly source: SourceText;
  readonly span: Span;
}

/** What an element may hold (XML 1.0, section 3.2). */
export type ContentModel =
  | { readonly kind: 'empty' | 'any' }
  /** Mixed content: text and these elements, in any order. */
  | { readonly kind: 'mixed'; readonly names: readonly string[] }
  | { readonly kind: 'children'; readonly particle: Particle };

/** A content particle (section 3.2.1). */
export interface Particle {
  readonly content:
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'sequence' | 'choice'; readonly particles: readonly Particle[] };
  readonly occurs: '' | '?' | '*' | '+';
}

/** The types of attributes that are no lists of values (section 3.3.1). */
export const attributeTypes = [
  'CDATA',
  'ID',
  'IDREF',
  'IDREFS',
  'ENTITY',
  'ENTITIES',
  'NMTOKEN',
  'NMTOKENS',
] as const;

export interface AttributeDefinition {
  readonly name: string;
  /** One of the types, or the values that may be chosen. */
  readonly type: (typeof attributeTypes)[number] | { readonly values: readonly string[] };
  readonly isRequired: boolean;
  /** The value that it must have. */
  readonly fixed: string | undefined;
  readonly at: DtdPlace;
}

export interface ElementDeclaration {
  readonly name: string;
  readonly content: ContentModel;
  readonly at: DtdPlace;
}

/** What a document type definition declares, its parts put together. */
export interface Dtd {
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  /** By the name of their element, then their own; the first declaration binds (section 3.3). */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, AttributeDefinition>>;
  /** The names of unparsed entities, which attributes of the type ENTITY may give. */
  readonly unparsedEntities: ReadonlySet<string>;
}
