import type { Surroundings } from '../query.js';
import type { ViewNode } from '../view.js';
import { ExpressionReader } from './expression.js';
import type { Focus } from './focus.js';
import { type Items, NotPlain } from './items.js';

/** A plain expression, ready to be evaluated. What it throws is NotPlain: then fontoxpath is to be asked. */
export interface PlainExpression {
  readonly items: (node: ViewNode, outside: PlainOutside) => Items;
  readonly truth: (node: ViewNode, outside: PlainOutside) => boolean;
}

export interface PlainOutside {
  /** The node that `current()` is. */
  readonly current: ViewNode;
  readonly surroundings: Surroundings;
  /** The value of a variable that the expression does not bind; throws NotPlain where there is none. */
  readonly variable: (name: string) => Items;
}

/** An expression as a function; `undefined` where it is not plain. */
export function plainExpression(
  text: string,
  namespaceOf: (prefix: string) => string | undefined,
): PlainExpression | undefined {
  try {
    const reader = new ExpressionReader(text, namespaceOf);
    const { items, truth } = reader.expression();
    if (!reader.isAtEnd) return undefined;
    const at = (item: ViewNode, { current, surroundings, variable }: PlainOutside): Focus => ({
      item,
      position: 1,
      last: 1,
      outside: { current, surroundings, bound: [], variable },
    });
    return {
      items: (node, outside) => items(at(node, outside)),
      truth: (node, outside) => truth(at(node, outside)),
    };
  } catch (error) {
    // One that nests too deep for the reader is left as well.
    if (error instanceof NotPlain || error instanceof RangeError) return undefined;
    throw error;
  }
}
