import type { Problem } from '../problems/index.js';

/** What a schema says of values and identifiers, which a rule says better where both have something to say. */
const valueCodes: ReadonlySet<string> = new Set([
  'relaxng/attribute-value',
  'relaxng/element-value',
  'relaxng/missing-text',
  'relaxng/repeated-identifier',
  'xsd/attribute-value',
  'xsd/element-value',
  'xsd/repeated-identifier',
  'dtd/attribute-value',
  'dtd/repeated-identifier',
]);

/**
 * Leaves one problem of each mistake: where a rule says what is wrong with a value, that the value has not the form
 * which the schema wants, or repeats another, is not said besides.
 *
 * @param schema the problems found by schemas
 * @param integrity the problems found by rules
 */
export function toldOnce(schema: readonly Problem[], integrity: readonly Problem[]): Problem[] {
  const byLine = new Map<string, Problem[]>();
  for (const problem of integrity) {
    const key = `${problem.file}\n${problem.line}`;
    const known = byLine.get(key);
    if (known === undefined) byLine.set(key, [problem]);
    else known.push(problem);
  }
  const kept = schema.filter((problem) => {
    if (!valueCodes.has(problem.code)) return true;
    const near = byLine.get(`${problem.file}\n${problem.line}`) ?? [];
    return !near.some((other) => meet(problem, other));
  });
  return [...kept, ...integrity];
}

/** Whether one place lies within the other, both beginning on one line. */
function meet(a: Problem, b: Problem): boolean {
  return (a.column <= b.column && notBefore(a, b)) || (b.column <= a.column && notBefore(b, a));
}

function notBefore(a: Problem, b: Problem): boolean {
  return a.endLine > b.endLine || (a.endLine === b.endLine && a.endColumn >= b.endColumn);
}
