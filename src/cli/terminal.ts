import { resolve } from 'node:path';
import { Failure } from '../problems/index.js';
import type { Project } from '../project/index.js';
import type { Presentation } from '../report/index.js';
import { readParts, readSource, statsOf } from '../xml/index.js';

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
    wrap: stream.isTTY === true,
    width: stream.isTTY === true ? stream.columns || pipeWidth : pipeWidth,
    read: readerOf(project),
  };
}

/** Gives the text of a file by its shown path: of a document that has been read already, what was read. */
export function readerOf(project?: Project): Presentation['read'] {
  const documents = new Map(project?.documents.map((document) => [document.file, document]));
  return (file) => {
    const document = documents.get(file);
    if (document?.isRead === true) return [document.source.text];
    return readPieces(resolve(project?.workingDirectory ?? '.', file), file);
  };
}

/** Bytes from which on a file is not read into memory as a whole. */
const large = 8_000_000;

function readPieces(path: string, file: string): Iterable<string> | undefined {
  try {
    const size = statsOf(path)?.size ?? 0;
    return size >= large ? readParts(path, file) : [readSource(path, file).text];
  } catch (error) {
    // A place is told without its line where there is none to show.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Characters that are written at once: text that comes in many small pieces is written in few large ones. */
const enough = 1 << 16;

/** Writes a text that comes in pieces, no faster than it is read. */
export async function printPieces(
  stream: NodeJS.WriteStream,
  pieces: Iterable<string>,
): Promise<void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    await print(stream, text);
    text = '';
  }
  await print(stream, text);
}

const heard = new WeakSet<NodeJS.WriteStream>();

/** Writes a text and waits until it is out. Somebody who reads no further (`| head`) is no error. */
export function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!heard.has(stream)) {
    heard.add(stream);
    stream.on('error', () => {});
  }
  return new Promise((done, fail) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}
