import type { Problem, Severity } from '../../problems/index.js';
import { counted } from '../counted.js';

/** Severities, the gravest first. */
export const gravity: readonly Severity[] = ['error', 'warning', 'info'];

/** What a severity is called on the page. */
export const severityNames = {
  error: 'error',
  warning: 'warning',
  info: 'remark',
} as const satisfies Record<Severity, string>;

/** The gravest severity that is among problems. */
export function gravest(problems: readonly Problem[]): Severity {
  return gravity.find((each) => problems.some(({ severity }) => severity === each)) ?? 'info';
}

/** How many problems of which severity: `2 errors, 1 warning`. */
export function countOfEach(problems: readonly Problem[]): string {
  return gravity
    .map(
      (severity) =>
        [severity, problems.filter((each) => each.severity === severity).length] as const,
    )
    .filter(([, found]) => found > 0)
    .map(([severity, found]) => counted(found, severityNames[severity]))
    .join(', ');
}
