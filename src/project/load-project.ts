import { dirname, join, resolve } from 'node:path';
import { compareText, Failure } from '../problems/index.js';
import { readConfiguration } from './configuration.js';
import { findSchemas } from './find-schemas.js';
import type { Project } from './project.js';
import { shownPath } from './shown-path.js';
import { SourceDocument } from './source-document.js';
import { findFiles, isFile, isFolder } from './source-files.js';

export interface LoadOptions {
  /**
   * Files and folders named besides, relative to the working directory. With them a project need not have a `tei/`:
   * a single file can be looked at wherever it lies.
   */
  readonly paths?: readonly string[] | undefined;
  /** What paths are relative to and shown relative to: the process's own working directory unless said. */
  readonly workingDirectory?: string | undefined;
}

/**
 * Loads the project that a folder belongs to: the folder itself or the nearest one above it that holds `tei/`, so
 * that the tool can be called from anywhere inside a project. Its sources are found, and each is read and parsed when
 * somebody first asks for what is in it; what is not well-formed is told in the documents' problems.
 *
 * @param directory a folder of the project, relative to the working directory
 * @throws Failure when there is no such folder, no `tei/`, nothing in it, a folder cannot be read, or the configuration
 *   is wrong
 */
export function loadProject(directory = '.', options: LoadOptions = {}): Project {
  const workingDirectory = resolve(options.workingDirectory ?? process.cwd());
  const start = resolve(workingDirectory, directory);
  const show = (path: string): string => shownPath(path, workingDirectory);
  if (!isFolder(start)) throw noSuchFolder(show(start), isFile(start));
  const named = (options.paths ?? []).map((path) => resolve(workingDirectory, path));
  const root = findRoot([start, ...named.map(dirname)]) ?? start;
  const tei = join(root, 'tei');
  const inside = isFolder(tei) ? findFiles(tei, ['.xml'], show) : [];
  if (named.length === 0 && inside.length === 0) throw nothingThere(tei, show);
  const context = { root, workingDirectory, configuration: readConfiguration(root, show) };
  return {
    ...context,
    documents: [...new Set([...inside, ...namedFiles(named, show)])]
      .sort(compareText)
      .map((path) => new SourceDocument(path, show(path), tei, context)),
    schemas: findSchemas(join(root, 'schemas'), show),
    stylesheets: findStylesheets(join(root, 'xslt')),
  };
}

function findRoot(starts: readonly string[]): string | undefined {
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (isFolder(join(folder, 'tei'))) return folder;
      if (dirname(folder) === folder) break;
    }
  }
  return undefined;
}

/**
 * The files that paths name, those of a folder included.
 *
 * @throws Failure when there is nothing at a path, or no XML in a folder
 */
export function namedFiles(
  paths: readonly string[],
  show: (path: string) => string,
): readonly string[] {
  const files = new Set<string>();
  for (const path of paths) {
    if (isFolder(path)) {
      const found = findFiles(path, ['.xml'], show);
      if (found.length === 0) {
        throw new Failure(`There is no XML file in the folder ${show(path)}.`, {
          help: 'Sources are files whose names end in .xml.',
        });
      }
      for (const file of found) files.add(file);
    } else if (isFile(path)) {
      files.add(path);
    } else {
      throw new Failure(`There is no file or folder ${show(path)}.`, {
        help: 'Check the path and its capitals. With no path at all the whole of tei/ is taken.',
      });
    }
  }
  return [...files];
}

function findStylesheets(folder: string): Project['stylesheets'] {
  const found: Partial<Record<'html' | 'text' | 'print', string>> = {};
  for (const entry of ['html', 'text', 'print'] as const) {
    const path = join(folder, `${entry}.xsl`);
    if (isFile(path)) found[entry] = path;
  }
  return found;
}

function noSuchFolder(shown: string, isThere: boolean): Failure {
  return isThere
    ? new Failure(`${shown} is a file, where the folder of a project is wanted.`)
    : new Failure(`There is no folder ${shown}.`);
}

function nothingThere(tei: string, show: (path: string) => string): Failure {
  const root = dirname(tei);
  if (isFolder(tei)) {
    return new Failure(`There is no XML file in ${show(tei)}/.`, {
      help: 'Put the sources there, as files whose names end in .xml.',
    });
  }
  return new Failure(
    isFile(tei)
      ? `${show(tei)} is a file, where the folder with the sources is wanted.`
      : `There is no folder tei/ in ${show(root) === '.' ? 'this folder' : show(root)}, nor in one above it.`,
    { help: 'Put the TEI sources into a folder tei/, or name the files that are meant.' },
  );
}
