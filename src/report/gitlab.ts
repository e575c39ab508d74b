import { compareProblems, type Problem, type Severity } from '../problems/index.js';
import { fingerprints } from './fingerprint.js';
import { type ReportContext, wholeMessage } from './report.js';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** Problems as GitLab reads a report of Code Quality: a JSON array, by whose fingerprints it knows what is new. */
export function* gitlab(
  problems: readonly Problem[],
  { pathOf, read }: ReportContext,
): Generator<string> {
  const sorted = [...problems].sort(compareProblems);
  const names = fingerprints(sorted, read, pathOf);
  let separator = '\n';
  yield '[';
  for (const problem of sorted) {
    const { code, severity, file, line, endLine } = problem;
    const { value = '' } = names.next();
    const entry = {
      description: wholeMessage(problem),
      check_name: code,
      fingerprint: `${value}`,
      severity: severities[severity],
      location: { path: pathOf(file), lines: { begin: line, end: endLine } },
    };
    yield `${separator}  ${JSON.stringify(entry)}`;
    separator = ',\n';
  }
  yield sorted.length === 0 ? ']\n' : '\n]\n';
}
