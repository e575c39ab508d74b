import { existsSync, lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../problems/index.js';
import { type Project, shownPath } from '../project/index.js';
import { cannotWrite } from './cannot-write.js';
import { type Manifest, readManifest } from './manifest.js';
import { recoverTarget } from './output-folder.js';

/** A folder that may be replaced by what a build makes. */
export interface OutputPlace {
  readonly path: string;
  /** The path as it is shown to a person. */
  readonly shown: string;
  /** What an earlier build says it made there; empty where there is nothing yet. */
  readonly manifest: Manifest;
}

/**
 * Makes sure that a folder may be replaced by a build: that it holds nothing but what an earlier build made.
 *
 * @param out relative to the working directory; `dist/` in the project unless said
 * @throws Failure when it is a link, a file, or a folder of somebody else's, or when sources lie in it or it in them
 */
export function outputPlace(project: Project, out: string | undefined): OutputPlace {
  const path =
    out === undefined ? join(project.root, 'dist') : resolve(project.workingDirectory, out);
  const shown = shownPath(path, project.workingDirectory);
  refuseAmongSources(project, path, shown);
  let stats = statLink(path, shown);
  if (stats === undefined && recoverTarget(path)) stats = statLink(path, shown);
  if (stats === undefined) return { path, shown, manifest: { files: [] } };
  const help = 'Name another folder with --out, or move this out of the way.';
  if (stats.isSymbolicLink()) {
    throw new Failure(`${shown} is a link; what it leads to is not replaced.`, { help });
  }
  if (!stats.isDirectory()) {
    throw new Failure(`${shown} is a file, where the folder for the editions is wanted.`, { help });
  }
  const manifest = readManifest(path);
  if (manifest === undefined && readFolder(path, shown).length > 0) {
    throw new Failure(
      `The folder ${shown} holds files that no build of ours made; it is not replaced.`,
      {
        help,
      },
    );
  }
  return { path, shown, manifest: manifest ?? { files: [] } };
}

function refuseAmongSources(project: Project, path: string, shown: string): void {
  const real = realPath(path);
  if (isWithin(realPath(project.root), real)) {
    throw new Failure(`${shown} is the project itself or holds it; a build would replace it.`, {
      help: 'Name a folder of its own with --out, for instance dist.',
    });
  }
  for (const name of ['tei', 'schemas', 'xslt']) {
    if (isWithin(real, realPath(join(project.root, name)))) {
      throw new Failure(`${shown} lies in ${name}/, among the sources.`, {
        help: 'Name a folder of its own with --out, for instance dist.',
      });
    }
  }
  const source = project.documents.find((document) => isWithin(realPath(document.path), real));
  if (source !== undefined) {
    throw new Failure(`${shown} holds the source ${source.file}; a build would replace it.`, {
      help: 'Name a folder of its own with --out, for instance dist.',
    });
  }
}

/** The path with every link resolved, of what exists of it. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

function statLink(path: string, shown: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw cannotWrite(shown, code);
  }
}

function readFolder(path: string, shown: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    throw cannotWrite(shown, (error as NodeJS.ErrnoException).code);
  }
}
