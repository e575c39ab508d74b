import {
  copyFileSync,
  type Dirent,
  linkSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { makeFolder } from '../files/index.js';
import type { ChangedFile, Repository } from '../git/index.js';
import { isWithin } from '../xml/index.js';

/** Folders that are there now, to be taken away when the process is broken off. */
const made = new Set<string>();

/** Takes away what was made of earlier versions, in the midst of the work. */
export function discardEarlierFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}

/** A project as it was at a commit, in a folder for a while. */
export interface EarlierFolder {
  /** Where what lies at an absolute path now lay then: the same place in the temporary folder. */
  pathOf(path: string): string;
  /** The reverse. */
  placeOf(path: string): string;
  /** Takes it away. */
  discard(): void;
}

/**
 * Lays out a project as it was at a commit. What changed since is read from git; all else, what git does not know
 * too, is as it is now. The folders above it are there as well, with links to what is in them, so that a path that
 * leads out of the project (`../schemas/tei_all.rng`) leads where it does now.
 *
 * @param root absolute path of the project
 * @param changes the files that changed since the commit
 */
export function makeEarlierFolder(
  root: string,
  repository: Repository,
  commit: string,
  changes: readonly ChangedFile[],
): EarlierFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imprimatur-')));
  made.add(folder);
  const top = parse(root).root;
  const pathOf = (path: string): string => join(folder, relative(top, path));
  const placeOf = (path: string): string => join(top, relative(folder, path));
  const inRepository = (path: string): string => join(repository.root, ...path.split('/'));
  const changed = new Set(changes.map(({ path }) => inRepository(path)));
  const laying = new Laying(root, changed, pathOf);
  laying.layAbove(repository.root);
  laying.lay(repository.root);
  const was = changes.flatMap(({ path, status, from }) =>
    status === 'added' ? [] : [from ?? path],
  );
  for (const [path, content] of repository.filesContent(commit, was)) {
    const target = pathOf(inRepository(path));
    makeFolder(dirname(target));
    writeFileSync(target, content);
  }
  return {
    pathOf,
    placeOf,
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
      made.delete(folder);
    },
  };
}

/** Folders of a project in which nothing lies that is judged; what is kept there serves both versions. */
const besides = /^(?:node_modules|dist|\..*)$/;

/** Files that may be drawn in by a document or a schema, and so have to lie in the project themselves. */
const drawnIn = /\.(?:xml|rng|rnc|xsd|dtd|ent|mod|sch|odd|txt|json|xsl|xslt)$/i;

class Laying {
  /** The folders in which, or below which, something changed. */
  readonly #ofChanges = new Set<string>();

  constructor(
    readonly root: string,
    readonly changed: ReadonlySet<string>,
    readonly pathOf: (path: string) => string,
  ) {
    for (const path of changed) {
      for (let above = dirname(path); !this.#ofChanges.has(above); above = dirname(above)) {
        this.#ofChanges.add(above);
      }
    }
  }

  /** Links, in each folder above one, to what else lies in it. */
  layAbove(folder: string): void {
    for (let below = folder, above = dirname(below); above !== below; ) {
      makeFolder(this.pathOf(below));
      for (const { name } of entries(above)) {
        const path = join(above, name);
        if (path !== below) link(path, this.pathOf(path));
      }
      [below, above] = [above, dirname(above)];
    }
  }

  /** Lays a folder of the working tree, without what changed. */
  lay(folder: string): void {
    makeFolder(this.pathOf(folder));
    for (const entry of entries(folder)) {
      const path = join(folder, entry.name);
      if (entry.name === '.git') continue;
      if (entry.isDirectory()) {
        if (this.#mustBeLaid(path, entry.name)) this.lay(path);
        else link(path, this.pathOf(path));
      } else if (!this.changed.has(path)) {
        if (entry.isSymbolicLink()) copyLink(path, this.pathOf(path));
        else layFile(path, this.pathOf(path));
      }
    }
  }

  #mustBeLaid(folder: string, name: string): boolean {
    if (isWithin(this.root, folder)) return true;
    if (isWithin(folder, this.root) && !besides.test(name)) return true;
    return this.#ofChanges.has(folder);
  }
}

function entries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // What may not be looked at is not judged either.
    return [];
  }
}

/**
 * The same file under another name, which costs nothing; where that cannot be, on another disk, a copy. A link would
 * not do: what is drawn in by a document has to lie in the project, links followed.
 */
function layFile(path: string, target: string): void {
  try {
    linkSync(path, target);
  } catch {
    if (drawnIn.test(path)) copyFileSync(path, target);
    else link(path, target);
  }
}

function copyLink(path: string, target: string): void {
  const to = readlinkSync(path);
  try {
    symlinkSync(to, target, 'junction');
  } catch {
    link(resolve(dirname(path), to), target);
  }
}

/** A link to a file or a folder; where there can be none (files on Windows), nothing is there. */
function link(path: string, target: string): void {
  try {
    // A trailing separator would make of a link to a folder one to what is in it.
    symlinkSync(path.endsWith(sep) ? path.slice(0, -1) : path, target, 'junction');
  } catch {}
}
