import { compareText, type Problem } from '../../problems/index.js';
import { counted, thousands } from '../counted.js';
import { fixableText } from '../fix-text.js';
import type { ReportContext } from '../report.js';
import { htmlText } from './html-text.js';
import type { RuleGroup } from './rule-group.js';
import { countOfEach, severityNames } from './severities.js';

/** What was found, in a line: `2 errors, 1 warning`. */
export function headline(problems: readonly Problem[], { known }: ReportContext): string {
  if (problems.length > 0) return countOfEach(problems);
  return known === undefined ? 'Nothing was found' : 'Nothing new was found';
}

/** What was found, and in what. */
export function summary(
  problems: readonly Problem[],
  groups: readonly RuleGroup[],
  context: ReportContext,
): string {
  const state = problems.length === 0 ? (context.complete ? 'none' : 'info') : groups[0]?.severity;
  const files = new Set(problems.map(({ file }) => file)).size;
  const inFiles = problems.length === 0 ? '' : ` The problems are in ${counted(files, 'file')}.`;
  const fixable = fixableText(problems);
  const mending =
    fixable === undefined ? '' : ` <code>imprimatur validate --fix</code> ${fixable}.`;
  return `<header class="${state}">
<p class="maker">imprimatur <span>validate</span></p>
<h1>${htmlText(headline(problems, context))}</h1>
<p>${whatWasChecked(context)}${inFiles}${mending}</p>
${notes(context)
  .map((note) => `<p class="note">${htmlText(note)}</p>\n`)
  .join('')}</header>
`;
}

function whatWasChecked({ documents, schemas, checksIntegrity }: ReportContext): string {
  const were = documents.length === 1 ? 'was' : 'were';
  const rules = [
    ...schemas.map((schema) => `<code>${htmlText(schema)}</code>`),
    ...(checksIntegrity ? ['the rules of <code>integrity</code>'] : []),
  ];
  const last = rules.pop();
  const by = rules.length === 0 ? last : `${rules.join(', ')} and ${last}`;
  const how = last === undefined ? 'to be well-formed' : `by ${by}`;
  return `<a href="#documents">${counted(documents.length, 'document')}</a> ${were} checked ${how}.`;
}

/** What nobody should overlook. */
function notes({ complete, errorsOnly, withoutSchema, notes }: ReportContext): readonly string[] {
  const without = withoutSchema.length;
  return [
    ...(complete
      ? []
      : ['Not everything could be checked: a rule of a Schematron schema is broken.']),
    ...(errorsOnly ? ['Errors alone are told: warnings and remarks are left out.'] : []),
    ...(without === 0
      ? []
      : [
          `${counted(without, 'document')} ${without === 1 ? 'was' : 'were'} checked against no ` +
            'schema: none is named, and there is none in schemas/.',
        ]),
    ...notes,
  ];
}

/** The rules by which something was found, with links to their sections. */
export function ruleTable(groups: readonly RuleGroup[]): string {
  const rows = groups.map(({ code, severity, page, problems }) => {
    const files = new Set(problems.map(({ file }) => file)).size;
    return `<tr class="${severity}"><th scope="row"><a href="#${htmlText(code)}">${htmlText(code)}</a></th>
<td>${htmlText(page?.summary ?? '')}</td>
<td><b class="severity">${severityNames[severity]}</b></td>
<td>${thousands(problems.length)}</td>
<td>${thousands(files)}</td></tr>`;
  });
  return `<nav aria-label="Rules">
<table>
<thead><tr><th scope="col">Rule</th><th scope="col">What it finds</th><th scope="col">Severity</th><th scope="col">Problems</th><th scope="col">Files</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</nav>
`;
}

/** The documents that were checked, each with what was found in it. */
export function* documentList(
  problems: readonly Problem[],
  { documents, withoutSchema, pathOf }: ReportContext,
): Generator<string> {
  const byFile = new Map<string, Problem[]>(documents.map((file) => [file, []]));
  for (const problem of problems) {
    const inFile = byFile.get(problem.file);
    if (inFile === undefined) byFile.set(problem.file, [problem]);
    else inFile.push(problem);
  }
  const without = new Set(withoutSchema);
  yield `<details class="documents" id="documents"${problems.length === 0 ? ' open' : ''}><summary>${counted(documents.length, 'document')} checked</summary>
<ul>
`;
  for (const [file, inFile] of [...byFile].sort(([a], [b]) => compareText(a, b))) {
    const path = htmlText(pathOf(file));
    const found = inFile.length === 0 ? '' : ` <span>${countOfEach(inFile)}</span>`;
    const note = without.has(file) ? ' <span>no schema</span>' : '';
    yield `<li><span${inFile.length === 0 ? '' : ' class="found"'}>${path}</span>${found}${note}</li>\n`;
  }
  yield '</ul></details>\n';
}

/** By what the page was made. */
export function colophon({ version }: ReportContext): string {
  return `<footer>
<p>Made by imprimatur ${htmlText(version)}. Columns count UTF-16 units.</p>
</footer>
`;
}
