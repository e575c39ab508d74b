import type { Key, Query, SchemaPlace } from '../schema/schema.js';
import type { ViewDocument, ViewNode } from './view.js';

/** Prefixes that expressions may use without declaring them, as processors of Schematron have it. */
export const wellKnownPrefixes: Readonly<Record<string, string>> = {
  xs: 'http://www.w3.org/2001/XMLSchema',
  fn: 'http://www.w3.org/2005/xpath-functions',
  map: 'http://www.w3.org/2005/xpath-functions/map',
  array: 'http://www.w3.org/2005/xpath-functions/array',
  math: 'http://www.w3.org/2005/xpath-functions/math',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** An expression that is not one, or that cannot be evaluated where it is asked. */
export class QueryError extends Error {
  constructor(
    readonly query: Query,
    /** The processor's own words, without its code. */
    readonly reason: string,
    /** The error code of XPath, `XPST0003`; empty where it gives none. */
    readonly code: string,
    /** The node for which it was to be evaluated, where that matters. */
    readonly node?: ViewNode | undefined,
  ) {
    super(`${query.text}: ${reason}`);
  }

  get at(): SchemaPlace {
    return this.query.at;
  }
}

/** The values of variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** What expressions may ask for besides their context node. */
export interface Surroundings {
  /** The keys of the schema. */
  readonly keys: readonly Key[];
  /** The document at an address relative to a node; `undefined` where there is none. */
  readonly open: (address: string, from: ViewNode) => ViewDocument | undefined;
  /** The address of the document that a node stands in. */
  readonly addressOf: (node: ViewNode) => string | undefined;
}
