import { compareProblems, type Problem, type RelatedPlace } from '../problems/index.js';

/**
 * Problems as one JSON object, for other programs. Version 1: properties may be added, none will change its meaning
 * or go.
 *
 * @param documents how many documents were checked
 */
export function json(problems: readonly Problem[], documents: number): string {
  const sorted = [...problems].sort(compareProblems);
  return `${JSON.stringify(
    {
      version: 1,
      summary: {
        documents,
        errors: sorted.filter(({ severity }) => severity === 'error').length,
        warnings: sorted.filter(({ severity }) => severity === 'warning').length,
      },
      problems: sorted.map(jsonProblem),
    },
    undefined,
    2,
  )}\n`;
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
