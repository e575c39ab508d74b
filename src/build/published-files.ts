import { Failure } from '../problems/index.js';
import { type ManifestEntry, manifestName, type Part, sha256, staysBelow } from './manifest.js';
import type { OutputFolder } from './output-folder.js';

interface Claim {
  readonly entry: ManifestEntry;
  readonly maker: string;
}

/**
 * The files of one build, each written as it comes. No two makers may want one place, and places that only capitals
 * tell apart are one place: not every file system tells them apart.
 */
export class PublishedFiles {
  readonly #folder: OutputFolder;
  readonly #claims = new Map<string, Claim>();
  /** Folders that claimed files lie in, folded, with one of these files. */
  readonly #folders = new Map<string, string>();

  constructor(folder: OutputFolder) {
    this.#folder = folder;
  }

  /**
   * @param maker whose file it is, as a person is to read it
   * @throws Failure when another maker has a file there
   */
  add(
    file: { path: string; part: Part; documents: readonly string[] },
    content: string | Uint8Array,
    maker: string,
  ): void {
    const { path, part } = file;
    if (!staysBelow(path)) throw new Error(`${maker} makes a file at ${JSON.stringify(path)}.`);
    const claim = this.#claims.get(folded(path));
    const hash = sha256(content);
    if (claim !== undefined) {
      if (claim.maker !== maker || claim.entry.sha256 !== hash) {
        throw meeting(claim.maker, maker, path);
      }
      const documents = [...new Set([...claim.entry.documents, ...file.documents])].sort();
      this.#claims.set(folded(path), { maker, entry: { ...claim.entry, documents } });
      return;
    }
    this.#refuseFolders(path, maker);
    const entry = { path, sha256: hash, part, documents: [...file.documents].sort() };
    this.#claims.set(folded(path), { maker, entry });
    this.#folder.write(path, content);
  }

  has(path: string): boolean {
    const key = folded(path);
    return this.#claims.has(key) || this.#folders.has(key) || key === folded(manifestName);
  }

  get entries(): ManifestEntry[] {
    return [...this.#claims.values()].map(({ entry }) => entry);
  }

  /** A file may not be where another has a folder. */
  #refuseFolders(path: string, maker: string): void {
    if (folded(path) === folded(manifestName)) throw meeting('the manifest', maker, path);
    const inside = this.#folders.get(folded(path));
    if (inside !== undefined) throw meeting(this.#makerOf(inside), maker, path);
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length++) {
      const folder = folded(parts.slice(0, length).join('/'));
      if (this.#claims.has(folder)) throw meeting(this.#makerOf(folder), maker, folder);
      if (!this.#folders.has(folder)) this.#folders.set(folder, folded(path));
    }
  }

  #makerOf(key: string): string {
    return this.#claims.get(key)?.maker ?? 'another file';
  }
}

/** Unicode case and normalisation forms, as file systems fold them. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function meeting(first: string, second: string, path: string): Failure {
  return new Failure(`${first} and ${second} would both be published as ${path}.`, {
    help: 'Rename one of the two.',
  });
}
