import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';

/** As much of a file as tells what it is: images have their size within their first part. */
export interface FileGlance {
  /** In bytes. */
  readonly size: number;
  /** The first bytes; the whole of a small file. */
  readonly head: Uint8Array;
  /** The last bytes; the whole of a small file. */
  readonly tail: Uint8Array;
}

/** Files beside the documents, for the rules that look at them. */
export interface FileAccess {
  /** The beginning and the end of a file; `undefined` where there is none that can be read. */
  readonly glance: (path: string) => FileGlance | undefined;
  /** The names of what is in a folder, as they are on disk; none where there is no folder. */
  readonly namesIn: (folder: string) => ReadonlySet<string>;
}

/** Colour profiles and previews stand before the size of a photograph. */
const headLength = 256 * 1024;
const tailLength = 32 * 1024;

/** The files on disk, each looked at once. */
export function filesOnDisk(): FileAccess {
  const glances = new Map<string, FileGlance | undefined>();
  const folders = new Map<string, ReadonlySet<string>>();
  return {
    glance: (path) => {
      if (!glances.has(path)) glances.set(path, glanceAt(path));
      return glances.get(path);
    },
    namesIn: (folder) => {
      let names = folders.get(folder);
      if (names === undefined) {
        names = namesIn(folder);
        folders.set(folder, names);
      }
      return names;
    },
  };
}

function glanceAt(path: string): FileGlance | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const stats = fstatSync(file);
    if (!stats.isFile()) return undefined;
    const { size } = stats;
    const head = part(file, 0, Math.min(size, headLength));
    const tail = size <= headLength ? head : part(file, size - tailLength, tailLength);
    return { size, head, tail };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function part(file: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, from));
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
