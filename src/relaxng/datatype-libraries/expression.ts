// The regular expressions of XML Schema as they are matched: a small algebra, each term interned by its reader.

/** One of the expression's sets of characters; whether a character is in it is asked once. */
export interface CharacterSet {
  readonly bit: number;
  readonly has: (character: string) => boolean;
}

export type Expression =
  | { readonly kind: 'nothing' | 'empty'; readonly id: number }
  | { readonly kind: 'set'; readonly id: number; readonly set: CharacterSet }
  | {
      readonly kind: 'sequence';
      readonly id: number;
      readonly parts: readonly [Expression, Expression];
    }
  | { readonly kind: 'choice'; readonly id: number; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly id: number;
      readonly part: Expression;
      readonly least: number;
      /** Infinity without an upper bound. */
      readonly most: number;
    };

/** Whether the empty text matches. */
export function nullable(expression: Expression): boolean {
  switch (expression.kind) {
    case 'nothing':
    case 'set':
      return false;
    case 'empty':
      return true;
    case 'choice':
      return expression.parts.some(nullable);
    case 'sequence':
      return expression.parts.every(nullable);
    case 'repeat':
      return expression.least === 0;
  }
}

/** Deeper than this it is not looked into whether one expression covers another. */
const deepestCovered = 12;

/**
 * Whether all that `small` matches is matched by `large`, as far as it is plain to see. What another alternative covers
 * can be left out of a choice: so quantities within quantities do not multiply.
 */
export function covers(large: Expression, small: Expression, depth = 0): boolean {
  if (large === small) return true;
  if (depth > deepestCovered) return false;
  const deeper = depth + 1;
  if (small.kind === 'empty') return nullable(large);
  if (large.kind === 'repeat') {
    const { part, least, most } = large;
    if (small.kind === 'repeat' && small.part === part)
      return least <= small.least && most >= small.most;
    return least <= 1 && most >= 1 && covers(part, small, deeper);
  }
  if (large.kind !== 'sequence') return false;
  const [a, b] = large.parts;
  if (small.kind === 'sequence' && covers(a, small.parts[0], deeper))
    if (covers(b, small.parts[1], deeper)) return true;
  return (nullable(a) && covers(b, small, deeper)) || (nullable(b) && covers(a, small, deeper));
}
