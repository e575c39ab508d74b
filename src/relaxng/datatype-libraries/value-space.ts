import type { ValueContext } from './datatype.js';

/** Whether one value is less than (-1), equal to (0) or greater than (1) another, or neither. */
export type Order = -1 | 0 | 1 | undefined;

/** A datatype of XML Schema Part 2 before facets: its lexical space, its value space and what facets need of it. */
export interface ValueSpace<Value> {
  readonly name: string;
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  /** Whether what a literal means depends on namespaces or entities declared around it. */
  readonly contextual?: boolean;
  /** The value of a literal whose white space has been normalised; `undefined` if it is none. */
  parse(literal: string, context: ValueContext): Value | undefined;
  /** Whether a literal has a value, where that is found out faster than the value. */
  has?(literal: string): boolean;
  /** Equal values, and only they, have equal keys. */
  key(value: Value): string;
  /** Why a literal has no value, as the end of a sentence: "February 2023 has 28 days". */
  complaint(literal: string, context: ValueContext): string;
  /** Whether a literal that has no value has the form of one that has. */
  nearly?(literal: string): boolean;
  /** For `minInclusive` and its kin; absent where the datatype has no order. */
  compare?(a: Value, b: Value): Order;
  /** For `length` and its kin: in characters, octets or items. */
  length?(value: Value): number;
  /** For `totalDigits` and `fractionDigits`. */
  digits?(value: Value): { readonly total: number; readonly fraction: number };
}
