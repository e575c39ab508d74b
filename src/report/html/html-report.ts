import type { Problem } from '../../problems/index.js';
import type { ReportContext } from '../report.js';
import { filterForm } from './filter-form.js';
import { page } from './page.js';
import { ruleGroups } from './rule-group.js';
import { ruleSections } from './rule-sections.js';
import { colophon, documentList, headline, ruleTable, summary } from './summary.js';

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
    yield* ruleSections(groups, context);
  }
  yield* documentList(problems, context);
  yield `</main>\n${colophon(context)}`;
  yield end;
}
