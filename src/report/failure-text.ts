import { styleText } from 'node:util';
import type { Failure } from '../problems/index.js';
import { visible } from './excerpt.js';
import { type Presentation, prettyProblems } from './pretty.js';

/**
 * Why the tool could not do its work: one line, the places where the reason lies, and what to do. Where the line tells
 * the first place itself, it ends there, since the place follows with its source line.
 */
export function failureText(failure: Failure, presentation: Presentation): string {
  const { colour } = presentation;
  const error = colour ? styleText(['bold', 'red'], 'error:') : 'error:';
  const help = colour ? styleText('cyan', 'help:') : 'help:';
  const lines = [`${error} ${visible(headline(failure))}`];
  if (failure.problems.length > 0)
    lines.push(prettyProblems(failure.problems, presentation).trimEnd());
  if (failure.help !== undefined) lines.push(`${help} ${visible(failure.help)}`);
  return `${lines.join('\n')}\n`;
}

function headline({ message, problems: [first] }: Failure): string {
  if (first === undefined) return message;
  const at = message.indexOf(`${first.file}:${first.line}:${first.column}:`);
  return at > 0 ? message.slice(0, at).trim() : message;
}
