import type { PatternSyntax } from './syntax.js';

/** What is said of a definition that is one element or attribute is said of that, unless it has words of its own. */
export function documented(
  pattern: PatternSyntax,
  documentation: string | undefined,
): PatternSyntax {
  if (documentation === undefined) return pattern;
  if (pattern.kind !== 'element' && pattern.kind !== 'attribute') return pattern;
  return pattern.documentation === undefined ? { ...pattern, documentation } : pattern;
}
