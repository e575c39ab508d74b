import type { Definition, Pattern } from './patterns.js';

/**
 * Definitions that refer to themselves with no element between, which section 4.19 forbids: no document could ever
 * be judged by them.
 */
export function recursiveDefinitions(definitions: readonly Definition[]): Definition[] {
  const finished = new Set<Definition>();
  const recursive: Definition[] = [];
  for (const start of definitions) {
    // Depth first, the path from the start kept in `open`.
    const open = new Set<Definition>();
    const stack: { readonly definition: Definition; readonly next: Definition[] }[] = [];
    const enter = (definition: Definition): void => {
      open.add(definition);
      stack.push({ definition, next: referredTo(definition.pattern) });
    };
    if (!finished.has(start)) enter(start);
    for (let level = stack.at(-1); level !== undefined; level = stack.at(-1)) {
      const next = level.next.pop();
      if (next === undefined) {
        finished.add(level.definition);
        open.delete(level.definition);
        stack.pop();
      } else if (open.has(next)) {
        if (!recursive.includes(next)) recursive.push(next);
      } else if (!finished.has(next)) enter(next);
    }
  }
  return recursive;
}

/** The definitions that a pattern refers to outside of elements. */
function referredTo(pattern: Pattern | undefined): Definition[] {
  const found: Definition[] = [];
  const seen = new Set<Pattern>();
  const stack = pattern === undefined ? [] : [pattern];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'ref') found.push(next.definition);
    else if (next.kind === 'oneOrMore' || next.kind === 'list') stack.push(next.pattern);
    else if (next.kind === 'choice' || next.kind === 'group' || next.kind === 'interleave') {
      stack.push(next.left, next.right);
    } else if (next.kind === 'attribute') stack.push(next.content);
  }
  return found;
}
