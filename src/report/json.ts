import { compareProblems, type Problem, type RelatedPlace } from '../problems/index.js';

/**
 * Problems as one JSON object, for other programs. Version 1: properties may be added, none will change its meaning
 * or go.
 *
 * @param documents how many documents were checked
 * @returns the text in pieces, a piece a problem: a large corpus has more to say than fits into one string
 */
export function* json(problems: readonly Problem[], documents: number): Generator<string> {
  const sorted = [...problems].sort(compareProblems);
  const count = (severity: Problem['severity']): number =>
    sorted.filter((problem) => problem.severity === severity).length;
  const summary = { documents, errors: count('error'), warnings: count('warning') };
  yield `{\n  "version": 1,\n  "summary": ${indented(summary, '  ')},\n  "problems": [`;
  for (const [index, problem] of sorted.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${indented(jsonProblem(problem), '    ')}`;
  }
  yield `${sorted.length === 0 ? '' : '\n  '}]\n}\n`;
}

/** An object as JSON, its lines after the first set in; strings have no line ends in JSON. */
function indented(object: object, margin: string): string {
  return JSON.stringify(object, undefined, 2).replaceAll('\n', `\n${margin}`);
}

/** In the order in which the properties are documented; what a problem does not have is left out. */
function jsonProblem(problem: Problem): object {
  const { file, line, column, endLine, endColumn, severity, code, message } = problem;
  const { help, schema, xpath, related } = problem;
  return {
    ...{ file, line, column, endLine, endColumn, severity, code, message },
    ...(help === undefined ? {} : { help }),
    ...(schema === undefined ? {} : { schema }),
    ...(xpath === undefined ? {} : { xpath }),
    ...(related === undefined ? {} : { related: related.map(jsonRelated) }),
  };
}

function jsonRelated({ file, line, column, message }: RelatedPlace): RelatedPlace {
  return { file, line, column, message };
}
