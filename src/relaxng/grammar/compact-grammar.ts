import type { CompactCursor } from './compact-cursor.js';

/** Whether what a grammar holds begins here, and not a pattern: behind annotations, a component. */
export function atGrammarContent(cursor: CompactCursor): boolean {
  const ahead = behindAnnotations(cursor);
  if (ahead === undefined) return false;
  if (cursor.peek(ahead).kind === 'end') return true;
  if (['start', 'div', 'include'].some((keyword) => cursor.isKeyword(keyword, ahead))) return true;
  const follows = (symbol: string) => cursor.isSymbol(symbol, ahead + 1);
  const { kind } = cursor.peek(ahead);
  if (kind === 'prefixed') return follows('[');
  return kind === 'name' && ['=', '|=', '&=', '['].some(follows);
}

/** How many tokens are annotations here; `undefined` where one does not end. */
function behindAnnotations(cursor: CompactCursor): number | undefined {
  let ahead = 0;
  while (cursor.peek(ahead).kind === 'documentation') ahead++;
  if (!cursor.isSymbol('[', ahead)) return ahead;
  let depth = 0;
  do {
    if (cursor.isSymbol('[', ahead)) depth++;
    else if (cursor.isSymbol(']', ahead)) depth--;
    else if (cursor.peek(ahead).kind === 'end') return undefined;
    ahead++;
  } while (depth > 0);
  return ahead;
}
