import { createHash } from 'node:crypto';
import type { Problem } from '../problems/index.js';
import { type ReadPieces, steadyMessage, surroundings } from '../report/index.js';

/** What is needed to know a problem again. */
export interface MarkContext {
  /** Gives the text of a file. */
  readonly read: ReadPieces;
  /** The path by which a file is known wherever the program is called: seen from the folder of the project. */
  readonly pathOf: (file: string) => string;
}

/** A problem with the mark by which it is known again in its file, among those of its code. */
export interface Marked {
  readonly problem: Problem;
  /** The path by which its file is known. */
  readonly file: string;
  readonly code: string;
  /**
   * Three parts, each of which outlives another change: the words around the place (10 hexadecimal digits) outlive
   * lines that come or go above it; the message (4) and the XPath (4) together outlive other words in its line.
   */
  readonly mark: string;
}

/** Problems with their marks, in their order. */
export function* marked(problems: readonly Problem[], context: MarkContext): Generator<Marked> {
  const words = surroundings(problems, context.read);
  const paths = new Map<string, string>();
  for (const problem of problems) {
    const { value = '' } = words.next();
    let file = paths.get(problem.file);
    if (file === undefined) {
      file = context.pathOf(problem.file);
      paths.set(problem.file, file);
    }
    const around = createHash('sha256').update(`${value}`).digest('hex').slice(0, 10);
    const message = sixteenBits(steadyMessage(problem.message));
    const mark = `${around}-${message}-${sixteenBits(problem.xpath ?? '')}`;
    yield { problem, file, code: problem.code, mark };
  }
}

/** A short hash, enough to tell apart the problems of one code in one file (FNV-1a, folded). */
function sixteenBits(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).padStart(4, '0');
}
