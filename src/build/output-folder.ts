import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../files/index.js';
import { cannotWrite } from './cannot-write.js';
import { type ManifestEntry, manifestName, manifestText } from './manifest.js';

/** How many folders this process has begun: two builds in one process do not meet. */
let begun = 0;
/** What is being written, or swapped, right now by this process. */
const inUse = new Set<string>();

/**
 * A folder that is written beside the one it is to replace, and put in its place when it is whole.
 *
 * For a target `dist` it is `.dist.imprimatur-new-PID-N`, PID being the number of the process. To swap, the target is
 * moved to `.dist.imprimatur-old-PID-N`, the new folder to the target, and the old one is deleted. A process that is
 * killed leaves such folders behind: the next build clears them away, and moves an old one back when there is no
 * target.
 */
export class OutputFolder {
  readonly #target: string;
  readonly #shown: string;
  readonly #beside: string;
  readonly #replaced: string;
  readonly #folders = new Set<string>();

  /** @throws Failure when the folder cannot be written */
  constructor(target: string, shown: string) {
    this.#target = target;
    this.#shown = shown;
    const number = `${process.pid}-${++begun}`;
    this.#beside = join(dirname(target), `${leftoverPrefix(target)}new-${number}`);
    this.#replaced = join(dirname(target), `${leftoverPrefix(target)}old-${number}`);
    inUse.add(this.#beside).add(this.#replaced);
    this.#attempt(() => {
      makeFolder(dirname(target));
      clearLeftovers(target);
      mkdirSync(this.#beside);
      writeFileSync(join(this.#beside, manifestName), manifestText([]));
    });
  }

  /** @param path relative to the folder, with `/` between its parts */
  write(path: string, content: string | Uint8Array): void {
    const full = join(this.#beside, path);
    this.#attempt(() => {
      const folder = dirname(full);
      if (!this.#folders.has(folder)) {
        mkdirSync(folder, { recursive: true });
        this.#folders.add(folder);
      }
      writeFileSync(full, content);
    });
  }

  /** Writes the manifest and puts the folder in the target's place. */
  replaceTarget(files: readonly ManifestEntry[]): void {
    this.write(manifestName, manifestText(files));
    this.#attempt(() => {
      moveAway(this.#target, this.#replaced);
      try {
        renameSync(this.#beside, this.#target);
      } catch (error) {
        moveAway(this.#replaced, this.#target);
        throw error;
      }
    });
    remove(this.#replaced);
    this.#release();
  }

  /** Leaves the target as it is, and nothing beside it. */
  discard(): void {
    remove(this.#beside);
    this.#release();
  }

  #release(): void {
    inUse.delete(this.#beside);
    inUse.delete(this.#replaced);
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (typeof code === 'string') throw cannotWrite(this.#shown, code);
      throw error;
    }
  }
}

/** Removes at once what this process has begun and not finished; what was published before is as it was. */
export function discardUnfinished(): void {
  for (const path of inUse) remove(path);
  inUse.clear();
}

/**
 * Where there is no target, puts back what a build that was killed while it swapped had moved away.
 *
 * @returns whether something was put back
 */
export function recoverTarget(target: string): boolean {
  const old = leftovers(target).find(({ kind }) => kind === 'old');
  if (old === undefined) return false;
  try {
    renameSync(old.path, target);
    return true;
  } catch {
    return false;
  }
}

function clearLeftovers(target: string): void {
  for (const { path } of leftovers(target)) remove(path);
}

/** What cannot be removed now is removed by a later build. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It harms nobody.
  }
}

function leftoverPrefix(target: string): string {
  return `.${basename(target)}.imprimatur-`;
}

/** What processes that are no more have left beside a target. */
function leftovers(target: string): { path: string; kind: 'new' | 'old' }[] {
  const folder = dirname(target);
  const prefix = leftoverPrefix(target);
  const found: { path: string; kind: 'new' | 'old' }[] = [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    const [, kind, pid] = /^(new|old)-(\d+)-\d+$/.exec(name.slice(prefix.length)) ?? [];
    if ((kind !== 'new' && kind !== 'old') || pid === undefined) continue;
    const path = join(folder, name);
    // Another process of the same number was in another container, or before the machine was started.
    const used = Number(pid) === process.pid ? inUse.has(path) : isAlive(Number(pid));
    if (!used) found.push({ path, kind });
  }
  return found;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function moveAway(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
