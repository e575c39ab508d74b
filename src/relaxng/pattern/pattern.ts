import type { Datatype } from '../datatype-libraries/index.js';
import type { NameClass } from './name-class.js';

// Patterns as the derivatives work on them: immutable and interned, so that equal ones are the same object.

interface Interned {
  /** Tells patterns of one pool apart. */
  readonly id: number;
  /** Whether nothing matches it (6.2: the empty sequence and no attributes). */
  readonly nullable: boolean;
  /** Whether it can do without all of its attributes. */
  readonly bare: boolean;
  /** Whether all that matches it is one string: a value, a datatype, or a choice of such. */
  readonly string: boolean;
  /** What is in it, as bits of `Contains`. */
  readonly contains: number;
  /** The local names of the elements and attributes in it, each as one of 32 bits: where a bit is not set, none is. */
  readonly names: number;
}

/** Bits of what a pattern contains outside the elements and attributes in it. */
export const Contains = { attributes: 1, elements: 2, text: 4, strings: 8 } as const;

export interface LeafPattern extends Interned {
  readonly kind: 'empty' | 'notAllowed' | 'text';
}

export interface ChoicePattern extends Interned {
  readonly kind: 'choice';
  /** Two or more, no choices among them, in the order of their ids. */
  readonly choices: readonly Pattern[];
}

export interface PairPattern extends Interned {
  readonly kind: 'group' | 'interleave';
  readonly left: Pattern;
  readonly right: Pattern;
}

export interface RepeatedPattern extends Interned {
  readonly kind: 'oneOrMore' | 'list';
  readonly content: Pattern;
}

export interface DataPattern extends Interned {
  readonly kind: 'data';
  readonly datatype: Datatype;
  readonly except: Pattern | undefined;
}

export interface ValuePattern extends Interned {
  readonly kind: 'value';
  readonly datatype: Datatype;
  readonly key: string;
  readonly lexical: string;
  readonly documentation: string | undefined;
}

export interface AttributePattern extends Interned {
  readonly kind: 'attribute';
  readonly nameClass: NameClass;
  readonly value: Pattern;
  readonly documentation: string | undefined;
}

export interface ElementPattern extends Interned {
  readonly kind: 'element';
  readonly nameClass: NameClass;
  /** What it holds, attributes and all; made when first asked for. */
  readonly content: () => Pattern;
  readonly documentation: string | undefined;
}

export type Pattern =
  | LeafPattern
  | ChoicePattern
  | PairPattern
  | RepeatedPattern
  | DataPattern
  | ValuePattern
  | AttributePattern
  | ElementPattern;
