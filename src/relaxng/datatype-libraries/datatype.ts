/** What surrounds a literal, for the datatypes whose meaning depends on it. */
export interface ValueContext {
  /** The namespace of a prefix, '' being the default one; `undefined` when the prefix is not declared. */
  namespace(prefix: string): string | undefined;
  /** Whether an unparsed entity of this name is declared. */
  unparsedEntity(name: string): boolean;
}

/** A context in which nothing is declared. */
export const bareContext: ValueContext = {
  namespace: (prefix) => (prefix === '' ? '' : undefined),
  unparsedEntity: () => false,
};

/** A datatype with its parameters (RELAX NG, 2.4 and 4.16): a set of literals, and which of them are equal. */
export interface Datatype {
  /** The address of the library; empty for the built-in one. */
  readonly library: string;
  readonly name: string;
  /** Whether the same literal may mean different things in different contexts. */
  readonly contextual: boolean;
  /** The parameters, as written. */
  readonly parameters: readonly Parameter[];
  /** datatypeAllows: whether a literal, white space and all, belongs to the datatype. */
  allows(literal: string, context: ValueContext): boolean;
  /** datatypeEqual: two literals mean the same value exactly if they have the same key; no key, no value. */
  key(literal: string, context: ValueContext): string | undefined;
  /** Why a literal does not belong to the datatype; `undefined` when it does. */
  complaint(literal: string, context: ValueContext): Complaint | undefined;
}

/** Why a literal does not belong to a datatype. */
export interface Complaint {
  /** The end of a sentence: "February 2023 has 28 days". */
  readonly reason: string;
  /** Whether the literal has the wrong form, or the right one and a value that cannot be, or misses a pattern facet. */
  readonly kind: 'form' | 'value' | 'pattern';
}

/** A `param` of a `data` pattern. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** A set of parameters that a datatype does not have, or not with this value. */
export class WrongParameter extends Error {
  constructor(
    readonly parameter: Parameter,
    message: string,
  ) {
    super(message);
  }
}

/** A library of datatypes, known by its address. */
export interface DatatypeLibrary {
  /** The names of its datatypes. */
  readonly names: readonly string[];
  /**
   * A datatype with parameters, or `undefined` where the library has none of that name.
   * @throws WrongParameter
   */
  datatype(name: string, parameters: readonly Parameter[]): Datatype | undefined;
}
