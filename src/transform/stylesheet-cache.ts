import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
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
 * Keeps the compiled form of a stylesheet. It is written beside its place and moved there, so that nobody ever reads
 * half of it. A folder that cannot be written is no misfortune: the next run compiles again.
 */
export function keepCompiled(
  folder: string,
  entry: StylesheetEntry,
  hash: string,
  compiled: string,
): void {
  const path = join(folder, compiledName(entry, hash));
  const beside = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, compiled);
    renameSync(beside, path);
    forgetOldest(folder, entry);
  } catch {
    try {
      rmSync(beside, { force: true });
    } catch {
      // It was never there.
    }
  }
}

/** The name of a compiled stylesheet, `html.0123456789abcdef.sef.json`. */
export function compiledName(entry: StylesheetEntry, hash: string): string {
  return `${entry}.${hash}.sef.json`;
}

function forgetOldest(folder: string, entry: StylesheetEntry): void {
  const aged = readdirSync(folder)
    .filter((name) => name.startsWith(`${entry}.`) && name.endsWith('.sef.json'))
    .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  for (const { name } of aged.slice(kept)) rmSync(join(folder, name), { force: true });
}
