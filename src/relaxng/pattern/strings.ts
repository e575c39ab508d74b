import { type Datatype, isBlank, tokens, type ValueContext } from '../datatype-libraries/index.js';
import { type ChoicePattern, Contains, type Pattern } from './pattern.js';
import type { PatternPool } from './pattern-pool.js';

/**
 * Whether a string alone matches a pattern: the value of an attribute, or the content of an element that holds no
 * elements (6.2.7–6.2.9). White space alone also matches what matches nothing.
 */
export function matchesString(
  pool: PatternPool,
  pattern: Pattern,
  text: string,
  context: ValueContext,
): boolean {
  return (pattern.nullable && isBlank(text)) || matches(pool, pattern, text, context);
}

function matches(
  pool: PatternPool,
  pattern: Pattern,
  text: string,
  context: ValueContext,
): boolean {
  switch (pattern.kind) {
    case 'text':
      return true;
    case 'value':
      return pattern.datatype.key(text, context) === pattern.key;
    case 'data':
      return (
        pattern.datatype.allows(text, context) &&
        (pattern.except === undefined || !matchesString(pool, pattern.except, text, context))
      );
    case 'choice':
      return matchesChoice(pool, pattern, text, context);
    case 'oneOrMore':
      return matches(pool, pattern.content, text, context);
    case 'group':
    case 'interleave': {
      const { left, right } = pattern;
      return (
        (right.nullable && matches(pool, left, text, context)) ||
        (left.nullable && matches(pool, right, text, context))
      );
    }
    case 'list':
      return matchesList(pool, pattern.content, text, context);
    default:
      return false;
  }
}

/** The values of an enumeration are mostly of one datatype, for which the string has one key. */
function matchesChoice(
  pool: PatternPool,
  { choices }: ChoicePattern,
  text: string,
  context: ValueContext,
): boolean {
  let datatype: Datatype | undefined;
  let key: string | undefined;
  for (const choice of choices) {
    if (choice.kind !== 'value') {
      if (matches(pool, choice, text, context)) return true;
      continue;
    }
    if (choice.datatype !== datatype) {
      datatype = choice.datatype;
      key = datatype.key(text, context);
    }
    if (choice.key === key) return true;
  }
  return false;
}

function matchesList(
  pool: PatternPool,
  content: Pattern,
  text: string,
  context: ValueContext,
): boolean {
  // Most lists are of words of one kind.
  if (content.kind === 'oneOrMore' && content.content.string) {
    const word = content.content;
    const words = tokens(text);
    return words.length > 0 && words.every((one) => matches(pool, word, one, context));
  }
  let rest = content;
  for (const token of tokens(text)) {
    rest = afterToken(pool, rest, token, context);
    if (rest.kind === 'notAllowed') return false;
  }
  return rest.nullable;
}

/** The derivative of the content of a list with respect to one of its words. */
export function afterToken(
  pool: PatternPool,
  pattern: Pattern,
  token: string,
  context: ValueContext,
): Pattern {
  if ((pattern.contains & (Contains.strings | Contains.text)) === 0) return pool.notAllowed;
  switch (pattern.kind) {
    case 'value':
    case 'data':
      return matches(pool, pattern, token, context) ? pool.empty : pool.notAllowed;
    case 'choice':
      return pool.choice(pattern.choices.map((choice) => afterToken(pool, choice, token, context)));
    case 'oneOrMore':
      return pool.group(afterToken(pool, pattern.content, token, context), pool.optional(pattern));
    case 'group': {
      const { left, right } = pattern;
      const first = pool.group(afterToken(pool, left, token, context), right);
      return left.nullable ? pool.either(first, afterToken(pool, right, token, context)) : first;
    }
    default:
      return pool.notAllowed;
  }
}
