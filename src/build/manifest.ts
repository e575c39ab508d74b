import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../problems/index.js';

/** The file that marks a folder as made by us, and says what is in it. */
export const manifestName = 'imprimatur.json';

/** What a published file belongs to: an edition, or the sources that are published beside the editions. */
export type Part = 'html' | 'text' | 'print' | 'source';

/** A file of `dist/`. */
export interface ManifestEntry {
  /** Relative to `dist/`, with `/` between its parts. */
  readonly path: string;
  readonly sha256: string;
  readonly part: Part;
  /**
   * The documents that the file was made for, by path relative to the project, sorted; none for what belongs to the
   * site as a whole.
   */
  readonly documents: readonly string[];
}

export interface Manifest {
  /** Sorted by path. */
  readonly files: readonly ManifestEntry[];
}

/** The version of the manifest's form. */
const version = 1;

/** The text of a manifest: the same files give the same text. */
export function manifestText(files: readonly ManifestEntry[]): string {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return `${JSON.stringify({ generator: 'imprimatur', version, files: sorted }, undefined, 2)}\n`;
}

/**
 * Reads the manifest of a folder.
 *
 * @returns `undefined` when there is none, or one that is not ours
 */
export function readManifest(folder: string): Manifest | undefined {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'));
  } catch {
    return undefined;
  }
  return isManifest(found) ? { files: found.files } : undefined;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isManifest(value: unknown): value is { files: ManifestEntry[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { generator, version: found, files } = value as Record<string, unknown>;
  return (
    generator === 'imprimatur' && found === version && Array.isArray(files) && files.every(isEntry)
  );
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, sha256: hash, part, documents } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    staysBelow(path) &&
    typeof hash === 'string' &&
    (part === 'html' || part === 'text' || part === 'print' || part === 'source') &&
    Array.isArray(documents) &&
    documents.every((document) => typeof document === 'string')
  );
}

/** Whether a path with `/` between its parts names a file below the folder that it is relative to. */
export function staysBelow(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));
}
