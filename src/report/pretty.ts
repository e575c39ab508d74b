import { styleText } from 'node:util';
import { compareProblems, type Place, type Problem, type Severity } from '../problems/index.js';
import { gatherAlike, type ShownProblem } from './alike.js';
import { counted, thousands } from './counted.js';
import { excerpt, visible } from './excerpt.js';
import { fixableText, fixText } from './fix-text.js';
import { type ReadPieces, SourceLines } from './source-lines.js';
import { wrap } from './wrap.js';

/** How problems are shown to a person. */
export interface Presentation {
  /** Whether to colour; only on a terminal that wants it. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether sentences are broken at the width: on a terminal, not where somebody searches line by line. */
  readonly wrap?: boolean;
  /** Gives the text of a file by its shown path, whole or in pieces, or `undefined` when it cannot be read. */
  readonly read: ReadPieces;
}

/** What was checked, and how much is to be told of it. */
export interface Checked {
  readonly documents: number;
  /** The schemas that judged, as they are shown to a person. */
  readonly schemas: readonly string[];
  /** Whether problems that are alike are shown one by one. */
  readonly all?: boolean | undefined;
  /** Whether errors alone are told: warnings and remarks may have been found. */
  readonly errorsOnly?: boolean | undefined;
  /** Whether only what is new is told: what was known already has been left out. */
  readonly onlyNew?: boolean | undefined;
  /** What a person says to see them one by one, where they are not: `--all`. */
  readonly askForAll?: string | undefined;
}

/**
 * Problems with their source lines, those that are alike as one, and a line that sums up all of them.
 *
 * @returns the text in pieces, a piece a problem
 */
export function* pretty(
  problems: readonly Problem[],
  checked: Checked,
  presentation: Presentation,
): Generator<string> {
  const sorted = [...problems].sort(compareProblems);
  const shown = checked.all === true ? sorted.map(alone) : gatherAlike(sorted);
  for (const piece of showProblems(shown, presentation, checked.askForAll ?? '--all')) {
    yield `${piece}\n`;
  }
  yield `${summary(problems, checked, presentation)}\n`;
  const fixable = fixableText(problems);
  if (fixable !== undefined) yield `imprimatur validate --fix ${fixable}.\n`;
}

/** Problems with their source lines, each by itself, an empty line between two. */
export function prettyProblems(problems: readonly Problem[], presentation: Presentation): string {
  const sorted = [...problems].sort(compareProblems);
  return [...showProblems(sorted.map(alone), presentation, '')].join('\n');
}

function alone(problem: Problem): ShownProblem {
  return { problem, same: [], sameKind: [] };
}

/** Problems whose lines are kept at once: a file is read again for the next. */
const atOnce = 20_000;

function* showProblems(
  shown: readonly ShownProblem[],
  presentation: Presentation,
  askForAll: string,
): Generator<string> {
  for (let first = 0; first < shown.length; first += atOnce) {
    const some = shown.slice(first, first + atOnce);
    const lines = new SourceLines(presentation.read, presentation.width * 2);
    for (const { problem } of some) {
      lines.want(problem);
      for (const related of problem.related ?? []) lines.want(related);
    }
    for (const each of some) yield showProblem(each, presentation, lines, askForAll);
  }
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const severityStyle = { error: 'red', warning: 'yellow', info: 'blue' } as const;

function painter({ colour }: Presentation): Paint {
  return (style, text) => (colour ? styleText(style, text) : text);
}

function showProblem(
  { problem, same, sameKind }: ShownProblem,
  presentation: Presentation,
  sourceLines: SourceLines,
  askForAll: string,
): string {
  const paint = painter(presentation);
  const { severity, help, related = [], fix } = problem;
  const style = severityStyle[severity];
  const gutter = Math.max(3, ...[problem, ...related].map(({ line }) => `${line}`.length));
  const margin = ' '.repeat(gutter + 1);
  const fitted = (text: string): string =>
    presentation.wrap === true ? wrap(text, presentation.width, margin) : text;
  const lines = [
    fitted(
      `${paint('bold', place(problem))} ${paint(['bold', style], `${severity}:`)} ` +
        `${paint('bold', visible(problem.message))} ${paint('dim', `[${problem.code}]`)}`,
    ),
    ...excerptLines(problem, problem, gutter, style, presentation, sourceLines),
  ];
  if (help !== undefined) lines.push(fitted(`${margin}${paint('cyan', 'help:')} ${visible(help)}`));
  if (fix !== undefined)
    lines.push(
      fitted(`${margin}${paint('cyan', 'fix:')} imprimatur validate --fix ${fixText(fix)}`),
    );
  for (const other of related) {
    lines.push(fitted(`${margin}${paint('bold', place(other))} ${visible(other.message)}`));
    lines.push(...excerptLines(other, undefined, gutter, 'blue', presentation, sourceLines));
  }
  if (same.length > 0) {
    const room = presentation.width - margin.length;
    lines.push(fitted(`${margin}${paint('dim', moreLikeThis(problem, same, room, askForAll))}`));
  }
  if (sameKind.length > 0) {
    const told = `and ${thousands(sameKind.length)} more of this kind`;
    lines.push(
      fitted(`${margin}${paint('dim', `${told}${inFiles(problem, sameKind, askForAll)}`)}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** So many places are listed where there is room for them. */
const mostListed = 5;

function moreLikeThis(
  problem: Problem,
  same: readonly Problem[],
  room: number,
  askForAll: string,
): string {
  const more = `and ${thousands(same.length)} more like this`;
  if (same.length <= mostListed) {
    const places = same.map(({ file, line, column }) => `${visible(file)}:${line}:${column}`);
    const listed = `${more}: ${places.join(', ')}`;
    if (listed.length <= room) return listed;
  }
  return `${more}${inFiles(problem, same, askForAll)}`;
}

/** In which files others lie, and how to see them. */
export function inFiles({ file }: Problem, others: readonly Problem[], askForAll: string): string {
  const files = new Set(others.map((other) => other.file));
  const where =
    files.size === 1 && files.has(file) ? 'in this file' : `in ${counted(files.size, 'file')}`;
  return ` ${where} (${askForAll} shows them)`;
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
  lines: SourceLines,
): string[] {
  const piece = lines.at(at);
  if (piece === undefined || piece.text.trim() === '') return [];
  const paint = painter(presentation);
  const start = at.column - 1 - piece.start;
  const end = endOf(at, until, piece);
  const room = Math.max(20, presentation.width - gutter - 4);
  const { line, marks } = excerpt(piece.text, start, end, room);
  return [
    `${paint('dim', `${`${at.line}`.padStart(gutter)} |`)} ${line}`,
    `${paint('dim', `${' '.repeat(gutter)} |`)} ${paint(['bold', style], marks)}`,
  ];
}

/** The end of a place in a piece of its line; one that goes on over further lines is marked to the end of its first. */
function endOf(
  at: Place,
  until: { endLine: number; endColumn: number } | undefined,
  { text, start }: { readonly text: string; readonly start: number },
): number {
  if (until === undefined) return at.column - start;
  return until.endLine > at.line ? text.trimEnd().length : until.endColumn - 1 - start;
}

/** Of an ODD only the rules judge. */
function named(schema: string): string {
  return `${/\.odd$/i.test(schema) ? 'the rules of ' : ''}${visible(schema)}`;
}

function summary(
  problems: readonly Problem[],
  { documents, schemas, errorsOnly, onlyNew }: Checked,
  presentation: Presentation,
): string {
  const paint = painter(presentation);
  const checked = counted(documents, 'document');
  const count = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const errors = count('error');
  const kind = onlyNew === true ? 'new ' : '';
  const found = [
    errors === 0 ? [] : [paint(['bold', 'red'], counted(errors, `${kind}error`))],
    count('warning') === 0
      ? []
      : [paint(['bold', 'yellow'], counted(count('warning'), `${kind}warning`))],
    count('info') === 0 ? [] : [counted(count('info'), `${kind}remark`)],
  ].flat();
  if (found.length === 0) {
    // What was known already may be that it is not valid.
    const by =
      schemas.length === 0 || onlyNew === true
        ? ''
        : `, valid by ${schemas.map(named).join(' and ')}`;
    const none = `No ${kind}${errorsOnly === true ? 'errors' : 'problems'}`;
    return `${paint(['bold', 'green'], none)} in ${checked}${by}.`;
  }
  const listed =
    found.length === 1 ? found[0] : `${found.slice(0, -1).join(', ')} and ${found.at(-1)}`;
  return `${listed} in ${checked}.`;
}
