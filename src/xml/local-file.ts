import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../problems/index.js';

/** The files that a document may draw in: those of one folder, links followed. */
export interface FileAccess {
  /** Absolute path of the folder. */
  readonly root: string;
  /** A path as it is shown to a person. */
  readonly show: (path: string) => string;
}

/** Where an address leads. */
export type LocalFile =
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  /** Nothing that can be read is there, or may be. */
  | {
      readonly kind: 'missing' | 'outside' | 'network' | 'malformed';
      /** A sentence: what is the matter. */
      readonly reason: string;
      /** A sentence: what to do. */
      readonly help: string;
    };

/**
 * The file that an address in a document means: a URI reference (RFC 3986), relative to the file it stands in.
 * Nothing outside the folder is looked at, not even whether it is there.
 *
 * @param address without a fragment
 * @param base absolute path of the file that the address stands in
 */
export function localFile(address: string, base: string, access: FileAccess): LocalFile {
  if (/^(https?:|\/\/)/i.test(address)) {
    return {
      kind: 'network',
      reason: `${address} is not read: nothing is fetched from the network.`,
      help: 'Save the file into the project and name it here, relative to this file.',
    };
  }
  const path = pathOf(address, base);
  if (path === undefined) {
    return {
      kind: 'malformed',
      reason: `${JSON.stringify(address)} is no address of a file.`,
      help: 'Write the path of the file, relative to this one; a % itself is %25, a space %20.',
    };
  }
  const { root, show } = access;
  const file = show(path);
  const outside = (): LocalFile => ({
    kind: 'outside',
    reason: `${address} is not read: it lies outside the folder of the project.`,
    help: `Put the file into the project: what is published is made of what lies below ${shownFolder(show(root))}.`,
  });
  if (!isWithin(path, root)) return outside();
  const stats = statsOf(path);
  if (stats?.isFile() !== true) {
    const near = stats === undefined ? nearFile(path) : undefined;
    return {
      kind: 'missing',
      reason: stats === undefined ? `There is no file ${file}.` : `${file} is no file.`,
      help:
        near === undefined
          ? 'Correct the path, which begins from the folder of this file.'
          : `Did you mean ${show(near)}?`,
    };
  }
  if (!isWithin(realpathSync(path), realpathSync(root))) return outside();
  return { kind: 'file', path, file };
}

function pathOf(address: string, base: string): string | undefined {
  try {
    if (/^file:/i.test(address)) return fileURLToPath(address);
    if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(address)) return undefined;
    const decoded = decodeURIComponent(address.replace(/\?.*$/s, ''));
    return decoded.includes('\0') ? undefined : resolve(dirname(base), decoded);
  } catch {
    return undefined;
  }
}

/**
 * What lies at a path. Nothing, too, where it cannot be known: links in a circle, a name longer than names may be, a
 * folder that may not be entered.
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a path lies in a folder or below; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function nearFile(path: string): string | undefined {
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)));
    return near === undefined ? undefined : resolve(dirname(path), near);
  } catch {
    return undefined;
  }
}

function shownFolder(shown: string): string {
  return shown === '.' ? 'this folder' : `${shown}/`;
}
