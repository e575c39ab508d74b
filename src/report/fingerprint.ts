import { createHash } from 'node:crypto';
import type { Problem } from '../problems/index.js';
import { type ReadPieces, SourceLines } from './source-lines.js';

/** UTF-16 units of the line on each side of a place that tell it from others. */
const reach = 100;

/** Problems whose lines are kept at once: a file is read again for the next. */
const atOnce = 20_000;

/**
 * A name for each problem by which it is known again in a later run, though lines were added or taken away above it.
 * It is made of the code, the file, the message, and the words around the place: of its line, or, where there are
 * none, of its XPath without numbers. Problems that agree in all of that are counted in their order.
 *
 * @param problems in the order in which they are to be counted, which has to be the same in each run
 * @param read gives the text of a file
 * @param pathOf the path by which a file is known
 * @returns for each problem in its order, 40 hexadecimal digits, no two alike
 */
export function* fingerprints(
  problems: readonly Problem[],
  read: ReadPieces,
  pathOf: (file: string) => string = (file) => file,
): Generator<string> {
  const seen = new Map<string, number>();
  const words = surroundings(problems, read);
  for (const { code, file, message } of problems) {
    const { value: around = '' } = words.next();
    const same = hash(code, pathOf(file), steadyMessage(message), `${around}`);
    const before = seen.get(same) ?? 0;
    seen.set(same, before + 1);
    yield before === 0 ? same : hash(same, `${before}`);
  }
}

/**
 * The words around each problem: of its line, or, where there are none, its XPath without numbers. They stay the same
 * when lines are added or taken away above it.
 */
export function* surroundings(
  problems: readonly Problem[],
  read: ReadPieces,
): Generator<string, void> {
  for (let first = 0; first < problems.length; first += atOnce) {
    const some = problems.slice(first, first + atOnce);
    const lines = new SourceLines(read, reach);
    for (const problem of some) lines.want(problem);
    for (const problem of some) yield wordsAround(problem, lines);
  }
}

/** A message without the lines and columns that it names. */
export function steadyMessage(message: string): string {
  return message.replace(/\blines? \d+/g, 'line …').replace(/:\d+:\d+\b/g, ':…');
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

function wordsAround(problem: Problem, lines: SourceLines): string {
  const text = lines.at(problem)?.text.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? (problem.xpath ?? '').replace(/\[\d+\]/g, '') : text;
}
