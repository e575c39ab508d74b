import type { Surroundings } from '../query.js';
import type { ViewNode } from '../view.js';
import { type Item, type Items, NotPlain, truthOf } from './items.js';

/** What an expression is evaluated with (XPath 3.1, 2.1.2). */
export interface Focus {
  readonly item: Item | undefined;
  readonly position: number;
  readonly last: number;
  readonly outside: Outside;
}

/** What stays the same while an expression is evaluated. */
export interface Outside {
  /** The node that the whole expression is about (XSLT 2.0, 16.6.1). */
  readonly current: ViewNode;
  readonly surroundings: Surroundings;
  /** The values of the variables that it binds, each in its place. */
  readonly bound: Items[];
  /** The value of a variable that it does not bind. */
  readonly variable: (name: string) => Items;
}

/** An expression as a function. */
export interface Plain {
  readonly items: (focus: Focus) => Items;
  readonly truth: (focus: Focus) => boolean;
  /** Whether it may be a number, which in a predicate is a position. */
  readonly mayBeNumber: boolean;
}

export function ofItems(items: Plain['items'], mayBeNumber = true): Plain {
  return { items, truth: (focus) => truthOf(items(focus)), mayBeNumber };
}

export function ofTruth(truth: Plain['truth']): Plain {
  return { items: (focus) => [truth(focus)], truth, mayBeNumber: false };
}

export function withItem({ outside }: Focus, item: Item, position = 1, last = 1): Focus {
  return { item, position, last, outside };
}

/** The context item as a node. */
export function nodeOf({ item }: Focus): ViewNode {
  if (typeof item !== 'object' || !('nodeType' in item)) throw new NotPlain();
  return item;
}
