import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, Failure } from '../problems/index.js';
import { statsOf } from '../xml/index.js';

/**
 * The files below a folder whose names end in one of the suffixes, sorted by path. Links are followed; hidden files
 * and folders, whose names begin with a dot, are left out.
 *
 * @param show how a path is shown to a person
 * @throws Failure when a folder cannot be read
 */
export function findFiles(
  folder: string,
  suffixes: readonly string[],
  show: (path: string) => string,
): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const real = realpathSync(next);
    if (visited.has(real)) continue;
    visited.add(real);
    for (const name of listFolder(next, show)) {
      if (name.startsWith('.')) continue;
      const path = join(next, name);
      const stats = statsOf(path);
      if (stats?.isDirectory()) waiting.push(path);
      else if (stats?.isFile() && suffixes.some((suffix) => name.endsWith(suffix)))
        found.push(path);
    }
  }
  return found.sort(compareText);
}

function listFolder(folder: string, show: (path: string) => string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`The folder ${show(folder)} cannot be read (${code}).`, {
      help: 'Check the permissions of the folder.',
    });
  }
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

/** Whether a path leads to a file. */
export function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}
