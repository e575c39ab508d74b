import { compareProblems, compareText, type Problem, type Severity } from '../../problems/index.js';
import { type CodePage, codePages } from '../code-pages.js';
import { gravest, gravity } from './severities.js';

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

/** Problems by their codes: codes with errors first, and of these those that come most often. */
export function ruleGroups(problems: readonly Problem[]): readonly RuleGroup[] {
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
