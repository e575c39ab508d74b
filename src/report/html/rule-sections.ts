import { compareProblems } from '../../problems/index.js';
import { gatherAlike } from '../alike.js';
import type { ReportContext } from '../report.js';
import { SourceLines } from '../source-lines.js';
import { reach } from './excerpts.js';
import { fault, faultsInShort, wantLines } from './fault.js';
import { htmlText } from './html-text.js';
import { pageOfCode } from './page-of-code.js';
import type { RuleGroup } from './rule-group.js';
import { countOfEach, gravity } from './severities.js';

/** So many faults of one code are shown in full; where there are more of them, a browser would be slow. */
const mostInFull = 200;

/** Problems whose lines are kept at once: a file is read again for the next. */
const atOnce = 50_000;

/** An item in the list of a code: a fault with those that are like it, or many in short. */
interface Item {
  readonly group: RuleGroup;
  /** How many problems it tells of. */
  readonly size: number;
  readonly want: (lines: SourceLines) => void;
  readonly html: (lines: SourceLines) => Generator<string>;
}

/** A section for each code, with its page of the reference and its faults. In pieces. */
export function* ruleSections(
  groups: readonly RuleGroup[],
  { read, pathOf }: ReportContext,
): Generator<string> {
  let open: RuleGroup | undefined;
  for (const some of batches(groups.flatMap((group) => itemsOf(group, pathOf)))) {
    const lines = new SourceLines(read, reach);
    for (const { want } of some) want(lines);
    for (const { group, html } of some) {
      if (group !== open) {
        if (open !== undefined) yield sectionEnd;
        yield sectionBegin(group);
        open = group;
      }
      yield* html(lines);
    }
  }
  if (open !== undefined) yield sectionEnd;
}

function sectionBegin({ code, severity, page, problems }: RuleGroup): string {
  const id = htmlText(code);
  const explained =
    page === undefined
      ? ''
      : `<details class="explained"><summary>${htmlText(page.summary)}</summary>
<div>
${pageOfCode(page)}
<p class="command">In a terminal: <code>imprimatur explain ${id}</code></p>
</div></details>
`;
  return `<section class="rule ${severity}" aria-labelledby="${id}">
<h2 id="${id}"><code>${id}</code> <span class="count">${countOfEach(problems)}</span></h2>
${explained}<ol class="faults">
`;
}

const sectionEnd = '</ol>\n</section>\n';

function itemsOf(group: RuleGroup, pathOf: ReportContext['pathOf']): readonly Item[] {
  const { code, problems } = group;
  const shown = gatherAlike(problems);
  let number = 0;
  const inFull = shown.slice(0, mostInFull).map((each): Item => {
    const id = `${code}.${++number}`;
    return {
      group,
      size: 1 + each.same.length + each.sameKind.length,
      want: (lines) => wantLines(lines, each),
      html: (lines) => fault(each, id, lines, pathOf),
    };
  });
  const others = shown
    .slice(mostInFull)
    .flatMap(({ problem, same, sameKind }) => [problem, ...same, ...sameKind])
    .sort(compareProblems);
  const inShort = gravity.flatMap((severity): readonly Item[] => {
    const some = others.filter((each) => each.severity === severity);
    if (some.length === 0) return [];
    const id = `${code}.${++number}`;
    return [
      {
        group,
        size: some.length,
        want: (lines) => {
          for (const each of some) lines.want(each);
        },
        html: (lines) => faultsInShort(some, id, lines, pathOf),
      },
    ];
  });
  return [...inFull, ...inShort];
}

/** Items whose lines are read together, `atOnce` problems of them unless one alone tells of more. */
function* batches(items: readonly Item[]): Generator<readonly Item[]> {
  let batch: Item[] = [];
  let problems = 0;
  for (const item of items) {
    if (problems > 0 && problems + item.size > atOnce) {
      yield batch;
      batch = [];
      problems = 0;
    }
    batch.push(item);
    problems += item.size;
  }
  if (batch.length > 0) yield batch;
}
