import { compareText } from '../problems/index.js';
import { askGit, gitFailed, parted } from './run-git.js';

/** Bytes of files that are asked for in one call. */
const atOnce = 32_000_000;

interface Blob {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

/** The files below a folder at a commit, sorted. */
export function filesAt(root: string, commit: string, folder: string): readonly string[] {
  return blobs(root, commit, folder === '' ? [] : [`${folder.replace(/\/+$/, '')}/`])
    .map(({ path }) => path)
    .sort(compareText);
}

/** What was in files at a commit, in the order in which they are named. */
export function* filesContent(
  root: string,
  commit: string,
  paths: readonly string[],
): Generator<readonly [path: string, content: Uint8Array]> {
  // More paths than a command line holds are looked up in the list of all.
  const listed = blobs(root, commit, paths.length > 200 ? [] : paths);
  const known = new Map(listed.map((blob) => [blob.path, blob]));
  let some: Blob[] = [];
  let size = 0;
  for (const path of paths) {
    const blob = known.get(path);
    if (blob === undefined) continue;
    some.push(blob);
    size += blob.size;
    if (size < atOnce) continue;
    yield* contents(root, some);
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield* contents(root, some);
}

/** The regular files of a commit; a link (mode 120000) and a submodule (160000) are none. */
function blobs(root: string, commit: string, paths: readonly string[]): readonly Blob[] {
  const words = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', ...paths];
  return parted(askGit(root, words)).flatMap((entry) => {
    const tab = entry.indexOf('\t');
    const [mode = '', , hash = '', size = ''] = entry.slice(0, tab).split(/ +/);
    if (!mode.startsWith('100')) return [];
    return [{ path: entry.slice(tab + 1), hash, size: Number(size) }];
  });
}

/** Reads files as they would lie in the working tree. */
function* contents(
  root: string,
  files: readonly Blob[],
): Generator<readonly [path: string, content: Uint8Array]> {
  const converted = convertedFiles(root, files);
  const input = files.map(({ hash }) => `${hash}\n`).join('');
  const output = askGit(root, ['cat-file', '--batch'], { input });
  let at = 0;
  for (const { path, hash } of files) {
    const end = output.indexOf(10, at);
    const size = Number(/^\S+ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1]);
    if (end < 0 || Number.isNaN(size)) throw gitFailed(`${path} cannot be read`);
    yield converted.has(path)
      ? [path, askGit(root, ['cat-file', '--filters', `--path=${path}`, hash])]
      : [path, output.subarray(end + 1, end + 1 + size)];
    at = end + 1 + size + 1;
  }
}

/** The attributes by which what git stores is something else than what lies in the working tree. */
const converting = ['filter', 'working-tree-encoding'];

/** The files that are stored in another encoding, or elsewhere (Git LFS), as `.gitattributes` says. */
function convertedFiles(root: string, files: readonly Blob[]): ReadonlySet<string> {
  const words = ['check-attr', '-z', '--stdin', ...converting];
  const input = files.map(({ path }) => `${path}\0`).join('');
  const answer = parted(askGit(root, words, { input }));
  const converted = new Set<string>();
  for (let at = 0; at + 2 < answer.length; at += 3) {
    const [path = '', , value = ''] = answer.slice(at, at + 3);
    if (value !== 'unspecified' && value !== 'unset') converted.add(path);
  }
  return converted;
}
