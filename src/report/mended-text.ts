import { styleText } from 'node:util';
import { compareText, type Problem } from '../problems/index.js';
import { gatherAlike, type ShownProblem } from './alike.js';
import { counted, thousands } from './counted.js';
import { visible } from './excerpt.js';
import { inFiles, type Presentation } from './pretty.js';
import { wrap } from './wrap.js';

/** What `--fix` has done. */
export interface Mending {
  /** The problems that were mended, at the places where they were. */
  readonly mended: readonly Problem[];
  /** The fixes that could not be made. */
  readonly unmade: readonly { readonly problem: Problem; readonly reason: string }[];
  /** Whether each is told, also where many are alike. */
  readonly all?: boolean | undefined;
}

/**
 * What was mended, a line each, those that are alike as one; how much it was; and which files could not be mended, and
 * why. In pieces.
 */
export function* mendedText(
  { mended, unmade, all }: Mending,
  presentation: Presentation,
): Generator<string> {
  const fitted = (text: string, margin = ''): string =>
    `${presentation.wrap === true ? wrap(text, presentation.width, margin) : text}\n`;
  const paint = (style: 'bold' | 'dim' | 'green' | 'yellow', text: string): string =>
    presentation.colour ? styleText(style, text) : text;
  const shown: readonly ShownProblem[] =
    all === true
      ? mended.map((problem) => ({ problem, same: [], sameKind: [] }))
      : gatherAlike(mended);
  for (const { problem, same, sameKind } of shown) {
    const { file, line, column, message, code } = problem;
    const place = paint('bold', `${visible(file)}:${line}:${column}:`);
    yield fitted(
      `${place} ${paint('green', 'mended:')} ${visible(message)} ${paint('dim', `[${code}]`)}`,
      '    ',
    );
    const others = [...same, ...sameKind];
    if (others.length > 0) {
      const more = `and ${thousands(others.length)} more of this kind`;
      yield fitted(`    ${paint('dim', `${more}${inFiles(problem, others, '--all')}`)}`, '    ');
    }
  }
  const files = new Set(mended.map(({ file }) => file)).size;
  yield mended.length === 0
    ? 'Nothing was mended.\n'
    : `Mended ${counted(mended.length, 'problem')} in ${counted(files, 'file')}.\n`;
  for (const { file, reason, fixes } of reasonsOf(unmade)) {
    const count = fixes === 1 ? 'A fix' : `${thousands(fixes)} fixes`;
    const were = fixes === 1 ? 'was' : 'were';
    const told = `${count} for ${visible(file)} ${were} not made. ${visible(reason)}`;
    yield fitted(`${paint('yellow', 'note:')} ${told}`);
  }
}

/** How many fixes of a file were not made for what reason, by file. */
function reasonsOf(unmade: Mending['unmade']) {
  const reasons = new Map<string, { file: string; reason: string; fixes: number }>();
  for (const { problem, reason } of unmade) {
    const key = JSON.stringify([problem.file, reason]);
    const before = reasons.get(key);
    if (before === undefined) reasons.set(key, { file: problem.file, reason, fixes: 1 });
    else before.fixes++;
  }
  return [...reasons.values()].sort(
    (a, b) => compareText(a.file, b.file) || compareText(a.reason, b.reason),
  );
}
