import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { replaceFile } from '../files/index.js';
import type { Fix, Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import { decodeSource, isWithin, parseXml, replaceInFile, statsOf } from '../xml/index.js';

/** A problem with a fix. */
export type FixableProblem = Problem & { readonly fix: Fix };

/** A fix that was not made, though it does not overlap another. */
export interface UnmadeFix {
  readonly problem: FixableProblem;
  /** Why not, as a sentence. */
  readonly reason: string;
  /** Whether the file could not be read or written, which is no fault of what it holds. */
  readonly isOutOfReach?: boolean;
}

/** What has become of fixes. Those that are in neither list overlap others, or change nothing. */
export interface MendedFiles {
  readonly made: readonly FixableProblem[];
  readonly unmade: readonly UnmadeFix[];
}

/**
 * Makes the fixes of problems in the files of a project. A file is written whole, beside its place, and moved there: it
 * keeps its permissions, and a link to it stays a link. It is not written where it is not the project's own, where
 * somebody has changed it since it was checked, or where it would not be well-formed any more.
 */
export class FileMender {
  /** What each file has been, by the hash of its bytes: fixes that undo one another are not made again and again. */
  readonly #former = new Map<string, Set<string>>();

  /**
   * @param project as it was loaded
   * @param checked what `fileStamps` gave before the problems were looked for
   */
  mend(
    project: Project,
    problems: readonly FixableProblem[],
    checked: ReadonlyMap<string, string>,
  ): MendedFiles {
    const made: FixableProblem[] = [];
    const unmade: UnmadeFix[] = [];
    for (const [file, inFile] of byFile(problems)) {
      const outcome = this.#mendFile(resolve(project.workingDirectory, file), inFile, {
        project,
        checked,
      });
      made.push(...outcome.made);
      unmade.push(...outcome.unmade);
    }
    return { made, unmade };
  }

  #mendFile(
    path: string,
    problems: readonly FixableProblem[],
    { project, checked }: { project: Project; checked: ReadonlyMap<string, string> },
  ): MendedFiles {
    const refuse = (reason: string, isOutOfReach = false): MendedFiles => ({
      made: [],
      unmade: problems.map((problem) => ({ problem, reason, isOutOfReach })),
    });
    try {
      const real = realpathSync(path);
      if (!isOwnFile(path, real, project))
        return refuse('The file does not belong to the project.');
      if ((checked.get(path) ?? stampOf(path)) !== stampOf(path))
        return refuse('The file was changed while it was checked. Run the command again.');
      const bytes = readFileSync(real);
      const replaced = replaceInFile(bytes, problems.map(replacementOf));
      const made = problems.filter((_, index) => replaced.outcomes[index] === 'made');
      const unmade = problems.flatMap((problem, index) => {
        const outcome = replaced.outcomes[index];
        return typeof outcome === 'object' ? [{ problem, reason: outcome.reason }] : [];
      });
      if (made.length === 0) return { made, unmade };
      if (faultsOf(replaced.bytes) > faultsOf(bytes))
        return refuse('The file would not be well-formed any more.');
      if (this.#hasBeen(real, bytes, replaced.bytes))
        return refuse('The fixes of the file undo one another.');
      accessSync(real, constants.W_OK);
      replaceFile(real, replaced.bytes, statSync(real).mode & 0o7777);
      return { made, unmade };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return refuse(`The file cannot be written (${code}).`, true);
    }
  }

  #hasBeen(path: string, before: Uint8Array, after: Uint8Array): boolean {
    const former = this.#former.get(path) ?? new Set();
    this.#former.set(path, former.add(hashOf(before)));
    return former.has(hashOf(after));
  }
}

function byFile(problems: readonly FixableProblem[]): ReadonlyMap<string, FixableProblem[]> {
  const files = new Map<string, FixableProblem[]>();
  for (const problem of problems) {
    const inFile = files.get(problem.file);
    if (inFile === undefined) files.set(problem.file, [problem]);
    else inFile.push(problem);
  }
  return files;
}

/** By what a file is known to be unchanged: for each document of a project its size and when it was written. */
export function fileStamps({ documents }: Project): ReadonlyMap<string, string> {
  return new Map(documents.map(({ path }) => [path, stampOf(path)]));
}

function stampOf(path: string): string {
  const stats = statsOf(path);
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`;
}

/** Whether a file lies in the project, links followed, or was named by the user; `.imprimatur/` is not for editors. */
function isOwnFile(path: string, real: string, { root, documents }: Project): boolean {
  if (isWithin(real, realpathSync(root)))
    return !isWithin(real, resolve(realpathSync(root), '.imprimatur'));
  return real === path && documents.some((document) => document.path === path);
}

function replacementOf({ fix }: FixableProblem) {
  return {
    start: { line: fix.line, column: fix.column },
    end: { line: fix.endLine, column: fix.endColumn },
    text: fix.text,
  };
}

/** How much keeps a file from being well-formed. */
function faultsOf(bytes: Uint8Array): number {
  return parseXml(decodeSource(bytes, '')).problems.length;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
