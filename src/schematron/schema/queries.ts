import { itemVariable } from './read-quick-fixes.js';
import type {
  Check,
  Let,
  Message,
  Pattern,
  Query,
  QuickFix,
  Remark,
  SchematronSchema,
} from './schema.js';

/** An expression of a schema, and the variables that it may name. */
export interface ScopedQuery {
  readonly query: Query;
  readonly variables: readonly string[];
}

/** All expressions of a schema. A pattern may name the variables of every phase: it runs in each that activates it. */
export function* queriesOf(schema: SchematronSchema): IterableIterator<ScopedQuery> {
  const global = yield* lets(schema.lets, []);
  const phased = new Set(global);
  for (const phase of schema.phases)
    for (const name of yield* lets(phase.lets, global)) phased.add(name);
  for (const { name } of sharedLets(schema)) phased.add(name);
  for (const pattern of schema.patterns) yield* queriesOfPattern(schema, pattern, [...phased]);
}

/** The expressions of a pattern, and of the remarks and quick fixes that it names. */
export function* queriesOfPattern(
  schema: SchematronSchema,
  pattern: Pattern,
  outer: readonly string[],
): IterableIterator<ScopedQuery> {
  if (pattern.documents !== undefined) yield { query: pattern.documents, variables: outer };
  const seen = yield* lets(pattern.lets, outer);
  for (const rule of pattern.rules) {
    yield { query: rule.context, variables: seen };
    const variables = yield* lets(rule.lets, seen);
    if (rule.subject !== undefined) yield { query: rule.subject, variables };
    for (const check of rule.checks) {
      yield { query: check.test, variables };
      if (check.subject !== undefined) yield { query: check.subject, variables };
      yield* ofMessage(check.message, variables);
      for (const { fix } of check.fixes) yield* ofFix(fix, variables);
      for (const { message } of remarksOfCheck(schema, check)) yield* ofMessage(message, variables);
    }
  }
}

const shared = new WeakMap<SchematronSchema, readonly Let[]>();

/** The variables of patterns that may be seen from other patterns (5.4.5): those that nothing wider defines. */
export function sharedLets(schema: SchematronSchema): readonly Let[] {
  let found = shared.get(schema);
  if (found === undefined) {
    const wider = new Set(
      [...schema.lets, ...schema.phases.flatMap(({ lets }) => lets)].map(({ name }) => name),
    );
    const own = schema.patterns.flatMap(({ lets }) => lets).filter(({ name }) => !wider.has(name));
    found = [...new Map(own.map((one) => [one.name, one])).values()];
    shared.set(schema, found);
  }
  return found;
}

/** The expressions of variables; gives all names that are known after them. */
function* lets(
  defined: readonly Let[],
  outer: readonly string[],
): Generator<ScopedQuery, readonly string[]> {
  const known = [...outer];
  for (const { name, value } of defined) {
    if (value !== undefined) yield { query: value, variables: [...known] };
    known.push(name);
  }
  return known;
}

function* ofFix(fix: QuickFix, outer: readonly string[]): IterableIterator<ScopedQuery> {
  for (const query of fix.useWhen) yield { query, variables: outer };
  if (fix.useForEach !== undefined) yield { query: fix.useForEach, variables: outer };
  const variables = yield* lets(fix.lets, [...outer, itemVariable]);
  for (const message of [fix.title, ...fix.description]) yield* ofMessage(message, variables);
}

function* ofMessage(message: Message, variables: readonly string[]): IterableIterator<ScopedQuery> {
  for (const part of message) {
    if (part.kind === 'value' || part.kind === 'copy') yield { query: part.select, variables };
    else if (part.kind === 'name' && part.path !== undefined) yield { query: part.path, variables };
  }
}

/** The remarks that a check names, its diagnostics before its properties; those that are not there are left out. */
export function remarksOfCheck(
  { diagnostics, properties }: SchematronSchema,
  check: Check,
): readonly Remark[] {
  return [
    ...check.diagnostics.flatMap((name) => diagnostics.find(({ id }) => id === name) ?? []),
    ...check.properties.flatMap((name) => properties.find(({ id }) => id === name) ?? []),
  ];
}
