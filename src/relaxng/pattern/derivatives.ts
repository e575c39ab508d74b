import { nameBit } from './name-bits.js';
import { contains } from './name-class.js';
import { type AttributePattern, Contains, type ElementPattern, type Pattern } from './pattern.js';
import type { PatternPool } from './pattern-pool.js';

// Derivatives of patterns: what is left to match once something has been met. An element or attribute that matches is
// given back beside what is left, so that what it holds is matched apart from what stands around it.

/** A part of a pattern that has been met, and what is left of the pattern around it. */
export interface Step<Part extends Pattern> {
  readonly part: Part;
  readonly rest: Pattern;
}

/** startTagOpenDeriv: the elements of a name that may come first. */
export function elementSteps(
  pool: PatternPool,
  pattern: Pattern,
  ns: string,
  local: string,
): readonly Step<ElementPattern>[] {
  return steps(pool, pattern, Contains.elements, false, nameBit(local), (part) =>
    part.kind === 'element' && contains(part.nameClass, ns, local) ? part : undefined,
  );
}

/**
 * The elements of a name that may come, if all that is required before them is missing.
 * What stays to come after them is as it would be.
 */
export function elementStepsAfterMissing(
  pool: PatternPool,
  pattern: Pattern,
  ns: string,
  local: string,
): readonly Step<ElementPattern>[] {
  return steps(pool, pattern, Contains.elements, true, nameBit(local), (part) =>
    part.kind === 'element' && contains(part.nameClass, ns, local) ? part : undefined,
  );
}

/** attDeriv: the attributes of a name that may be given. */
export function attributeSteps(
  pool: PatternPool,
  pattern: Pattern,
  ns: string,
  local: string,
): readonly Step<AttributePattern>[] {
  return steps(pool, pattern, Contains.attributes, false, nameBit(local), (part) =>
    part.kind === 'attribute' && contains(part.nameClass, ns, local) ? part : undefined,
  );
}

function steps<Part extends Pattern>(
  pool: PatternPool,
  pattern: Pattern,
  within: number,
  /** Whether what comes later counts though something is required first. */
  skipping: boolean,
  /** The bit of the name that is sought. */
  name: number,
  met: (pattern: Pattern) => Part | undefined,
): readonly Step<Part>[] {
  const none: readonly Step<Part>[] = [];
  const known = new Map<Pattern, readonly Step<Part>[]>();
  const find = (inner: Pattern): readonly Step<Part>[] => {
    if ((inner.contains & within) === 0 || (inner.names & name) === 0) return none;
    if (inner.kind !== 'group' && inner.kind !== 'interleave') return reckon(inner);
    // What is referred to again and again is looked into once.
    let found = known.get(inner);
    if (found === undefined) {
      found = reckon(inner);
      known.set(inner, found);
    }
    return found;
  };
  const reckon = (inner: Pattern): readonly Step<Part>[] => {
    switch (inner.kind) {
      case 'element':
      case 'attribute': {
        const part = met(inner);
        return part === undefined ? none : [{ part, rest: pool.empty }];
      }
      case 'choice': {
        const found: Step<Part>[] = [];
        for (const choice of inner.choices)
          if ((choice.names & name) !== 0) found.push(...find(choice));
        return merged(pool, found);
      }
      case 'oneOrMore': {
        const found = find(inner.content);
        if (found.length === 0) return found;
        const again = pool.optional(inner);
        return found.map(({ part, rest }) => ({ part, rest: pool.group(rest, again) }));
      }
      case 'group': {
        const { left, right } = inner;
        const first: Step<Part>[] = find(left).map(({ part, rest }) => ({
          part,
          rest: pool.group(rest, right),
        }));
        if (within === Contains.elements) {
          if (!left.nullable && !(skipping && first.length === 0)) return first;
          return merged(pool, [...first, ...find(right)]);
        }
        // Attributes have no order.
        for (const { part, rest } of find(right))
          first.push({ part, rest: pool.group(left, rest) });
        return first;
      }
      case 'interleave': {
        const { left, right } = inner;
        const found = find(left).map(({ part, rest }) => ({
          part,
          rest: pool.interleave(rest, right),
        }));
        for (const { part, rest } of find(right))
          found.push({ part, rest: pool.interleave(left, rest) });
        return merged(pool, found);
      }
      default:
        return none;
    }
  };
  return find(pattern);
}

/** One step for each part: what is left after it is a choice, so that steps never outnumber parts. */
function merged<Part extends Pattern>(
  pool: PatternPool,
  found: readonly Step<Part>[],
): readonly Step<Part>[] {
  if (found.length < 2) return found;
  const rests = new Map<Part, Pattern[]>();
  for (const { part, rest } of found) {
    const same = rests.get(part);
    if (same === undefined) rests.set(part, [rest]);
    else same.push(rest);
  }
  if (rests.size === found.length) return found;
  return [...rests].map(([part, several]) => ({ part, rest: pool.choice(several) }));
}

/** startTagCloseDeriv: what is left when no more attributes come. */
export function withoutAttributes(pool: PatternPool, pattern: Pattern): Pattern {
  if ((pattern.contains & Contains.attributes) === 0) return pattern;
  if (!pattern.bare) return pool.notAllowed;
  if (pattern.contains === Contains.attributes) return pool.empty;
  return mapParts(pool, pattern, withoutAttributes);
}

/** What is left when no more attributes come, were none of those missing required. */
export function forgivingAttributes(pool: PatternPool, pattern: Pattern): Pattern {
  if ((pattern.contains & Contains.attributes) === 0) return pattern;
  if (pattern.contains === Contains.attributes) return pool.empty;
  return mapParts(pool, pattern, forgivingAttributes);
}

function mapParts(
  pool: PatternPool,
  pattern: Pattern,
  change: (pool: PatternPool, pattern: Pattern) => Pattern,
): Pattern {
  switch (pattern.kind) {
    case 'choice':
      return pool.choice(pattern.choices.map((one) => change(pool, one)));
    case 'oneOrMore':
      return pool.oneOrMore(change(pool, pattern.content));
    case 'group':
    case 'interleave':
      return pool[pattern.kind](change(pool, pattern.left), change(pool, pattern.right));
    default:
      return pattern;
  }
}

/** textDeriv, of text among elements, where no value or datatype can match (7.2). */
export function afterText(pool: PatternPool, pattern: Pattern): Pattern {
  const known = new Map<Pattern, Pattern>();
  const after = (inner: Pattern): Pattern => {
    if ((inner.contains & Contains.text) === 0) return pool.notAllowed;
    let found = known.get(inner);
    if (found === undefined) {
      found = reckon(inner);
      known.set(inner, found);
    }
    return found;
  };
  const reckon = (inner: Pattern): Pattern => {
    switch (inner.kind) {
      case 'text':
        return inner;
      case 'choice':
        return pool.choice(inner.choices.map(after));
      case 'oneOrMore':
        return pool.group(after(inner.content), pool.optional(inner));
      case 'group': {
        const { left, right } = inner;
        const first = pool.group(after(left), right);
        return left.nullable ? pool.either(first, after(right)) : first;
      }
      case 'interleave': {
        const { left, right } = inner;
        return pool.either(
          pool.interleave(after(left), right),
          pool.interleave(left, after(right)),
        );
      }
      default:
        return pool.notAllowed;
    }
  };
  return after(pattern);
}
