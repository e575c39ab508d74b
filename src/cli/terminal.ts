import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../project/index.js';
import type { Presentation } from '../report/index.js';

/** Columns where there is no terminal to ask. */
const pipeWidth = 100;

/**
 * How to show problems on a stream: coloured only on a terminal, and never where NO_COLOR (https://no-color.org) or
 * TERM says no.
 */
export function presentation(stream: NodeJS.WriteStream, project?: Project): Presentation {
  const { NO_COLOR = '', TERM } = process.env;
  return {
    colour: stream.isTTY === true && NO_COLOR === '' && TERM !== 'dumb',
    // Some terminals say that they have no columns at all.
    width: stream.isTTY === true ? stream.columns || pipeWidth : pipeWidth,
    sourceOf: (file) =>
      project?.documents.find((document) => document.file === file)?.source.text ??
      readText(resolve(project?.workingDirectory ?? '.', file)),
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** Writes a text and waits until it is out. Somebody who reads no further (`| head`) is no error. */
export function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.once('error', () => {});
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}
