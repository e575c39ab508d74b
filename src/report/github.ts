import { compareProblems, type Problem, type Severity } from '../problems/index.js';
import { gatherAlike } from './alike.js';
import { visible } from './excerpt.js';
import { type ReportContext, wholeMessage } from './report.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Problems as workflow commands of GitHub Actions, which shows them at their lines. It shows no more than ten errors
 * and ten warnings of a step: of problems that are alike the first comes before the others.
 */
export function* github(
  problems: readonly Problem[],
  { pathOf }: ReportContext,
): Generator<string> {
  const sorted = [...problems].sort(compareProblems);
  const first = new Set(gatherAlike(sorted).map(({ problem }) => problem));
  const others = sorted.filter((problem) => !first.has(problem));
  for (const problem of [...first, ...others]) yield `${command(problem, pathOf)}\n`;
}

function command(problem: Problem, pathOf: ReportContext['pathOf']): string {
  const { file, line, column, endLine, endColumn, severity, code } = problem;
  const properties = [
    ['file', pathOf(file)],
    ['line', line],
    ['endLine', endLine],
    // Columns are allowed only within one line.
    ...(line === endLine
      ? [
          ['col', column],
          ['endColumn', endColumn],
        ]
      : []),
    ['title', code],
  ].map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(wholeMessage(problem, '\n'))}`;
}

/** What stands after the second `::`. The line end between message and help is the only one that is shown as such. */
function escapeData(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line).replaceAll('%', '%25'))
    .join('%0A');
}

function escapeProperty(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
