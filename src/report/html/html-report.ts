import { compareProblems, compareText, type Problem, type Severity } from '../../problems/index.js';
import { gatherAlike } from '../alike.js';
import { type CodePage, codePages } from '../code-pages.js';
import type { ReportContext } from '../report.js';
import { SourceLines } from '../source-lines.js';
import { reach } from './excerpts.js';
import { fault, faultsInShort, wantLines } from './fault.js';
import { filterForm } from './filter-form.js';
import { htmlText } from './html-text.js';
import { page } from './page.js';
import { pageOfCode } from './page-of-code.js';
import { countOfEach, gravest, gravity } from './severities.js';
import { colophon, documentList, headline, ruleTable, summary } from './summary.js';

/** The problems of one code. */
export interface RuleGroup {
  readonly code: string;
  /** The gravest that is among them. */
  readonly severity: Severity;
  /** What the reference says of it, where it does. */
  readonly page: CodePage | undefined;
  /** Sorted by file, then place. */
  readonly problems: readonly Problem[];
}

/** Problems whose lines are kept at once: a file is read again for the next. */
const atOnce = 50_000;

/**
 * Problems as one page for a browser, which needs nothing besides: no other file, no network, no script. What was found
 * stands above, then come the problems by their codes, each code with its page of the reference. A script filters them,
 * where it may run. In pieces.
 */
export function* html(problems: readonly Problem[], context: ReportContext): Generator<string> {
  const groups = ruleGroups(problems);
  const { begin, end } = page(`${headline(problems, context)} · imprimatur`);
  yield begin;
  yield `${summary(problems, groups, context)}<main>\n`;
  if (problems.length > 0) {
    yield ruleTable(groups);
    yield filterForm(problems, groups, context);
    for (const group of groups) yield* ruleSection(group, context);
  }
  yield* documentList(problems, context);
  yield `</main>\n${colophon(context)}`;
  yield end;
}

/** Problems by their codes: codes with errors first, and of these those that come most often. */
function ruleGroups(problems: readonly Problem[]): readonly RuleGroup[] {
  const byCode = new Map<string, Problem[]>();
  for (const problem of [...problems].sort(compareProblems)) {
    const ofCode = byCode.get(problem.code);
    if (ofCode === undefined) byCode.set(problem.code, [problem]);
    else ofCode.push(problem);
  }
  return [...byCode]
    .map(([code, ofCode]) => ({
      code,
      severity: gravest(ofCode),
      page: codePages().get(code),
      problems: ofCode,
    }))
    .sort(
      (a, b) =>
        gravity.indexOf(a.severity) - gravity.indexOf(b.severity) ||
        b.problems.length - a.problems.length ||
        compareText(a.code, b.code),
    );
}

function* ruleSection(group: RuleGroup, context: ReportContext): Generator<string> {
  const { code, severity, page, problems } = group;
  const id = htmlText(code);
  yield `<section class="rule ${severity}" aria-labelledby="${id}">
<h2 id="${id}"><code>${htmlText(code)}</code> <span class="count">${countOfEach(problems)}</span></h2>
`;
  if (page !== undefined) {
    yield `<details class="explained"><summary>${htmlText(page.summary)}</summary>
<div>
${pageOfCode(page)}
<p class="command">In a terminal: <code>imprimatur explain ${htmlText(code)}</code></p>
</div></details>
`;
  }
  yield '<ol class="faults">\n';
  yield* faults(code, problems, context);
  yield '</ol>\n</section>\n';
}

/** So many faults of one code are shown in full; where there are more of them, a browser would be slow. */
const mostInFull = 200;

function* faults(
  code: string,
  problems: readonly Problem[],
  { read, pathOf }: ReportContext,
): Generator<string> {
  const shown = gatherAlike(problems);
  let number = 0;
  for (const some of batches(
    shown.slice(0, mostInFull),
    ({ same, sameKind }) => 1 + same.length + sameKind.length,
  )) {
    const lines = new SourceLines(read, reach);
    for (const each of some) wantLines(lines, each);
    for (const each of some) yield* fault(each, `${code}.${++number}`, lines, pathOf);
  }
  const others = shown
    .slice(mostInFull)
    .flatMap(({ problem, same, sameKind }) => [problem, ...same, ...sameKind])
    .sort(compareProblems);
  for (const severity of gravity) {
    const ofSeverity = others.filter((each) => each.severity === severity);
    for (const some of batches(ofSeverity, () => 1)) {
      const lines = new SourceLines(read, reach);
      for (const each of some) lines.want(each);
      yield* faultsInShort(some, `${code}.${++number}`, lines, pathOf);
    }
  }
}

/** Pieces of a list, each of no more than `atOnce` problems if it can be. */
function* batches<T>(items: readonly T[], size: (item: T) => number): Generator<readonly T[]> {
  let batch: T[] = [];
  let problems = 0;
  for (const item of items) {
    if (problems > 0 && problems + size(item) > atOnce) {
      yield batch;
      batch = [];
      problems = 0;
    }
    batch.push(item);
    problems += size(item);
  }
  if (batch.length > 0) yield batch;
}
