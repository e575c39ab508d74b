import type { Fix } from '../problems/index.js';
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
