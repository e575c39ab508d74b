import { styleText } from 'node:util';
import { compareProblems, type Place, type Problem, type Severity } from '../problems/index.js';
import { excerpt, visible } from './excerpt.js';

/** How problems are shown to a person. */
export interface Presentation {
  /** Whether to colour; only on a terminal that wants it. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The text of a file by its shown path, or `undefined` when it cannot be read. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** What was checked. */
export interface Checked {
  readonly documents: number;
  /** The schemas that judged, as they are shown to a person. */
  readonly schemas: readonly string[];
}

/** Problems with their source lines, and a line that sums up. */
export function pretty(
  problems: readonly Problem[],
  checked: Checked,
  presentation: Presentation,
): string {
  const shown = prettyProblems(problems, presentation);
  return `${shown}${shown === '' ? '' : '\n'}${summary(problems, checked, presentation)}\n`;
}

/** Problems with their source lines, an empty line between two. */
export function prettyProblems(problems: readonly Problem[], presentation: Presentation): string {
  const lines = memoLines(presentation.sourceOf);
  return [...problems]
    .sort(compareProblems)
    .map((problem) => prettyProblem(problem, presentation, lines))
    .join('\n');
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;
type LineOf = (place: Place) => string | undefined;

const severityStyle = { error: 'red', warning: 'yellow', info: 'blue' } as const;

function painter({ colour }: Presentation): Paint {
  return (style, text) => (colour ? styleText(style, text) : text);
}

function prettyProblem(problem: Problem, presentation: Presentation, lineOf: LineOf): string {
  const paint = painter(presentation);
  const { severity, help, related = [] } = problem;
  const style = severityStyle[severity];
  const gutter = Math.max(3, ...[problem, ...related].map(({ line }) => `${line}`.length));
  const margin = ' '.repeat(gutter + 1);
  const lines = [
    `${paint('bold', place(problem))} ${paint(['bold', style], `${severity}:`)} ` +
      `${paint('bold', visible(problem.message))} ${paint('dim', `[${problem.code}]`)}`,
    ...excerptLines(problem, problem, gutter, style, presentation, lineOf),
  ];
  if (help !== undefined) lines.push(`${margin}${paint('cyan', 'help:')} ${visible(help)}`);
  for (const other of related) {
    lines.push(`${margin}${paint('bold', place(other))} ${visible(other.message)}`);
    lines.push(...excerptLines(other, undefined, gutter, 'blue', presentation, lineOf));
  }
  return `${lines.join('\n')}\n`;
}

function place({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}:`;
}

function excerptLines(
  at: Place,
  until: { endLine: number; endColumn: number } | undefined,
  gutter: number,
  style: 'red' | 'yellow' | 'blue',
  presentation: Presentation,
  lineOf: LineOf,
): string[] {
  const text = lineOf(at);
  if (text === undefined || text.trim() === '') return [];
  const paint = painter(presentation);
  const start = at.column - 1;
  const end = endOf(at, until, text);
  const room = Math.max(20, presentation.width - gutter - 4);
  const { line, marks } = excerpt(text, start, end, room);
  return [
    `${paint('dim', `${`${at.line}`.padStart(gutter)} |`)} ${line}`,
    `${paint('dim', `${' '.repeat(gutter)} |`)} ${paint(['bold', style], marks)}`,
  ];
}

/** A place that goes on over further lines is marked to the end of its first. */
function endOf(
  at: Place,
  until: { endLine: number; endColumn: number } | undefined,
  text: string,
): number {
  if (until === undefined) return at.column;
  return until.endLine > at.line ? text.trimEnd().length : until.endColumn - 1;
}

function memoLines(sourceOf: Presentation['sourceOf']): LineOf {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    let lines = files.get(file);
    if (lines === undefined) {
      lines = (sourceOf(file) ?? '').split(/\r\n?|\n/);
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}

function summary(
  problems: readonly Problem[],
  { documents, schemas }: Checked,
  presentation: Presentation,
): string {
  const paint = painter(presentation);
  const checked = counted(documents, 'document');
  const count = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const errors = count('error');
  const found = [
    errors === 0 ? [] : [paint(['bold', 'red'], counted(errors, 'error'))],
    count('warning') === 0 ? [] : [paint(['bold', 'yellow'], counted(count('warning'), 'warning'))],
    count('info') === 0 ? [] : [counted(count('info'), 'remark')],
  ].flat();
  if (found.length === 0) {
    const by = schemas.length === 0 ? '' : `, valid by ${schemas.map(visible).join(' and ')}`;
    return `${paint(['bold', 'green'], 'No problems')} in ${checked}${by}.`;
  }
  const listed =
    found.length === 1 ? found[0] : `${found.slice(0, -1).join(', ')} and ${found.at(-1)}`;
  return `${listed} in ${checked}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
