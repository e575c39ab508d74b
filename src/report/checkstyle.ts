import { compareProblems, type Problem } from '../problems/index.js';
import { type ReportContext, wholeMessage } from './report.js';
import { xmlText } from './xml-text.js';

/** Problems as Checkstyle writes them: a file with its errors, whose `source` is the code. */
export function* checkstyle(
  problems: readonly Problem[],
  { pathOf }: ReportContext,
): Generator<string> {
  // The version is that of the form, which many programs read.
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  let file: string | undefined;
  for (const problem of [...problems].sort(compareProblems)) {
    if (problem.file !== file) {
      if (file !== undefined) yield '  </file>\n';
      file = problem.file;
      yield `  <file name="${xmlText(pathOf(file))}">\n`;
    }
    const { line, column, severity, code } = problem;
    yield `    <error line="${line}" column="${column}" severity="${severity}"` +
      ` message="${xmlText(wholeMessage(problem))}" source="imprimatur.${xmlText(code)}"/>\n`;
  }
  if (file !== undefined) yield '  </file>\n';
  yield '</checkstyle>\n';
}
