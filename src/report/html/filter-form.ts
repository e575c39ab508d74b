import { compareText, type Problem, type Severity } from '../../problems/index.js';
import { thousands } from '../counted.js';
import type { ReportContext } from '../report.js';
import { htmlText } from './html-text.js';
import type { RuleGroup } from './rule-group.js';

const severities = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Remarks'],
] as const satisfies readonly (readonly [Severity, string])[];

/** What problems are filtered by. It is of no use without the script, which therefore shows it. */
export function filterForm(
  problems: readonly Problem[],
  groups: readonly RuleGroup[],
  { pathOf }: ReportContext,
): string {
  const found = severities
    .map(([severity, name]) => ({
      severity,
      name,
      count: problems.filter((problem) => problem.severity === severity).length,
    }))
    .filter(({ count }) => count > 0);
  const boxes = found.map(
    ({ severity, name, count }) =>
      `<label class="${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ` +
      `${name} <span>${thousands(count)}</span></label>`,
  );
  const rules = groups
    .map(({ code }) => code)
    .sort(compareText)
    .map((code) => `<option>${htmlText(code)}</option>`);
  const files = [...new Set(problems.map(({ file }) => pathOf(file)))]
    .sort(compareText)
    .map((file) => `<option value="${htmlText(file)}">`);
  return `<form class="filters" role="search" aria-label="Filter" autocomplete="off" hidden>
<fieldset><legend>Severity</legend>
${boxes.join('\n')}
</fieldset>
<label>Rule <select name="rule"><option value="">all</option>
${rules.join('\n')}
</select></label>
<label>File <input type="search" name="file" list="files" placeholder="all" spellcheck="false"></label>
<datalist id="files">
${files.join('\n')}
</datalist>
<label>Words <input type="search" name="words" placeholder="in messages and excerpts" spellcheck="false"></label>
<p><output></output> <button type="reset">Show all</button></p>
</form>
`;
}
