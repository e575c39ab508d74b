import type { Fix, Problem } from '../problems/index.js';
import { thousands } from './counted.js';
import { visible } from './excerpt.js';

/** So many characters of a fix are shown: enough for a name, a date, a few words. */
const longest = 80;

/** What a fix does, in a few words: `writes "Incheon" here`. */
export function fixText({ text, line, column, endLine, endColumn }: Fix): string {
  if (text === '') return 'deletes it';
  const isInsertion = line === endLine && column === endColumn;
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return `${isInsertion ? 'inserts' : 'writes'} "${visible(shown)}" here`;
}

/** How many of the problems `--fix` would mend, as the end of a sentence: `mends 3 of them`; nothing where it is none. */
export function fixableText(problems: readonly Problem[]): string | undefined {
  const fixable = problems.filter(({ fix }) => fix !== undefined).length;
  if (fixable === 0) return undefined;
  if (fixable < problems.length) return `mends ${thousands(fixable)} of them`;
  return fixable === 1 ? 'mends it' : 'mends all of them';
}
