import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, replaceFile } from '../files/index.js';
import type { StylesheetEntry } from './transformer.js';

/** Of one entry, so many compiled forms are kept: going back and forth between branches compiles nothing anew. */
const kept = 4;

/**
 * Looks in folders for the compiled form of a stylesheet, whose name tells the hash of all that it was made from.
 *
 * @returns its text, or `undefined` when it is not there
 */
export function findCompiled(
  folders: readonly string[],
  entry: StylesheetEntry,
  hash: string,
): string | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, compiledName(entry, hash)), 'utf8');
    } catch {
      // Not there, or not to be read: it can be compiled.
    }
  }
  return undefined;
}

/**
 * Keeps the compiled form of a stylesheet. A folder that cannot be written is no misfortune: the next run compiles
 * again.
 */
export function keepCompiled(
  folder: string,
  entry: StylesheetEntry,
  hash: string,
  compiled: string,
): void {
  try {
    makeFolder(folder);
    replaceFile(join(folder, compiledName(entry, hash)), compiled);
    forgetOldest(folder, entry);
  } catch {
    // Nothing is kept, then.
  }
}

/** The name of a compiled stylesheet, `html.0123456789abcdef.sef.json`. */
export function compiledName(entry: StylesheetEntry, hash: string): string {
  return `${entry}.${hash}.sef.json`;
}

function forgetOldest(folder: string, entry: StylesheetEntry): void {
  const aged = readdirSync(folder)
    // Those too that a process which was killed left beside their place.
    .filter((name) => name.startsWith(`${entry}.`) && name.includes('.sef.json'))
    .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  for (const { name } of aged.slice(kept)) rmSync(join(folder, name), { force: true });
}
