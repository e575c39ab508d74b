import {
  compareProblems,
  type Fix,
  type Place,
  type Problem,
  type RelatedPlace,
} from '../problems/index.js';

/**
 * Problems as one JSON object, for other programs. Version 1: properties may be added, none will change its meaning
 * or go.
 *
 * @param documents how many documents were checked
 * @param before how many problems were known before and are left out, and how many of those that were known are fixed
 * @returns the text in pieces, a piece a problem: a large corpus has more to say than fits into one string
 */
export function* json(
  problems: readonly Problem[],
  documents: number,
  before?: { readonly known: number; readonly fixed?: number | undefined },
): Generator<string> {
  const sorted = [...problems].sort(compareProblems);
  const count = (severity: Problem['severity']): number =>
    sorted.filter((problem) => problem.severity === severity).length;
  yield `{
  "version": 1,
  "summary": {
    "documents": ${documents},
    "errors": ${count('error')},
    "warnings": ${count('warning')}${jsonBefore(before)}
  },
  "problems": [`;
  const quoted = memoQuoted();
  let separator = '\n';
  for (const problem of sorted) {
    yield separator + jsonProblem(problem, quoted);
    separator = ',\n';
  }
  yield `${sorted.length === 0 ? '' : '\n  '}]\n}\n`;
}

function jsonBefore(before: { known: number; fixed?: number | undefined } | undefined): string {
  if (before === undefined) return '';
  const { known, fixed } = before;
  return `,\n    "known": ${known}${fixed === undefined ? '' : `,\n    "fixed": ${fixed}`}`;
}

type Quote = (text: string) => string;

/** Strings as JSON. A hundred thousand problems say much the same: what has been quoted once is not quoted again. */
function memoQuoted(): Quote {
  const known = new Map<string, string>();
  return (text) => {
    let quoted = known.get(text);
    if (quoted === undefined) {
      quoted = JSON.stringify(text);
      known.set(text, quoted);
    }
    return quoted;
  };
}

/** In the order in which the properties are documented; what a problem does not have is left out. */
function jsonProblem(problem: Problem, quoted: Quote): string {
  const { endLine, endColumn, severity, code, message, help, schema, xpath, related, fix } =
    problem;
  const margin = '      ';
  let text = `    {\n${jsonPlace(problem, margin, quoted)},
      "endLine": ${endLine},
      "endColumn": ${endColumn},
      "severity": "${severity}",
      "code": ${quoted(code)},
      "message": ${quoted(message)}`;
  if (help !== undefined) text += `,\n${margin}"help": ${quoted(help)}`;
  if (schema !== undefined) text += `,\n${margin}"schema": ${quoted(schema)}`;
  // Each problem has its own.
  if (xpath !== undefined) text += `,\n${margin}"xpath": ${JSON.stringify(xpath)}`;
  if (related !== undefined) text += `,\n${margin}"related": ${jsonRelated(related, quoted)}`;
  if (fix !== undefined) text += `,\n${margin}"fix": ${jsonFix(fix)}`;
  return `${text}\n    }`;
}

function jsonRelated(related: readonly RelatedPlace[], quoted: Quote): string {
  if (related.length === 0) return '[]';
  const margin = '          ';
  const places = related.map(
    (place) =>
      `        {\n${jsonPlace(place, margin, quoted)},\n${margin}"message": ${quoted(place.message)}\n        }`,
  );
  return `[\n${places.join(',\n')}\n      ]`;
}

function jsonFix({ line, column, endLine, endColumn, text }: Fix): string {
  const margin = '        ';
  return `{
${margin}"line": ${line},
${margin}"column": ${column},
${margin}"endLine": ${endLine},
${margin}"endColumn": ${endColumn},
${margin}"text": ${JSON.stringify(text)}
      }`;
}

function jsonPlace({ file, line, column }: Place, margin: string, quoted: Quote): string {
  return `${margin}"file": ${quoted(file)},\n${margin}"line": ${line},\n${margin}"column": ${column}`;
}
