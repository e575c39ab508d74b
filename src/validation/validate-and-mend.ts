import { compareProblems, type Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import { FileMender, type FixableProblem, fileStamps, type UnmadeFix } from './mend-files.js';
import type { ValidationResult } from './validate.js';

/** What was mended, and what a check of the mended files found. */
export interface MendedProject {
  /** The project as it lies in its folder now. */
  readonly project: Project;
  readonly result: ValidationResult;
  /** The problems that were mended, each at the place where it was when its turn came. */
  readonly mended: readonly Problem[];
  /** Fixes that could not be made; their problems are among those of the result. */
  readonly unmade: readonly UnmadeFix[];
}

/** Fixes that overlap are made one after another; so many times at most. */
const mostRounds = 10;

/**
 * Checks a project, makes the fixes of what was found, and checks again, until there is nothing left that has a fix.
 *
 * @param load loads the project anew
 * @param check validates it
 * @param chosen which of the problems are to be mended
 */
export async function validateAndMend(
  load: () => Project,
  check: (project: Project) => Promise<ValidationResult>,
  chosen: (result: ValidationResult) => readonly Problem[] = ({ problems }) => problems,
): Promise<MendedProject> {
  const mender = new FileMender();
  const mended: Problem[] = [];
  for (let round = 1; ; round++) {
    const project = load();
    const stamps = fileStamps(project);
    const result = await check(project);
    const fixable = chosen(result).filter(isFixable).sort(compareProblems);
    if (fixable.length === 0 || round > mostRounds) {
      const reason = 'It is still there after ten rounds of fixes.';
      return { project, result, mended, unmade: fixable.map((problem) => ({ problem, reason })) };
    }
    const { made, unmade } = mender.mend(project, fixable, stamps);
    if (made.length === 0) return { project, result, mended, unmade };
    mended.push(...made);
  }
}

function isFixable(problem: Problem): problem is FixableProblem {
  return problem.fix !== undefined;
}
