import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve as absolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../problems/index.js';
import { decodeSource, readSource } from './read-source.js';
import type { SourceText } from './source-text.js';

/** A schema on disk; what it refers to by relative addresses lies beside it. */
export interface SchemaFile {
  /** Where it is: absolute, or relative to the working directory. */
  readonly path: string;
  /** The path as it is shown to a person. */
  readonly file: string;
  /** The address that it is a copy of, to which addresses in it are relative: its own unless said. */
  readonly address?: string | undefined;
}

/** Where the copy of what has an `http` or `https` address lies; `undefined` where there is none. */
export type ResolveAddress = (address: string) => string | undefined;

/** The files of a schema: each read once, and known by the hash of its bytes. */
export class SchemaSources {
  /** The address of the schema itself. */
  readonly address: string;
  /** The hashes of all files that have been asked for, by address. */
  readonly hashes = new Map<string, string>();
  readonly #bytes = new Map<string, Buffer>();
  readonly #sources = new Map<string, SourceText>();

  constructor(
    readonly file: SchemaFile,
    readonly resolve: ResolveAddress = () => undefined,
  ) {
    this.address = file.address ?? pathToFileURL(absolute(file.path)).href;
  }

  /**
   * The text at an absolute address.
   *
   * @throws Failure when there is none, or it cannot be read
   */
  read(address: string): SourceText {
    let source = this.#sources.get(address);
    if (source === undefined) {
      source = decodeSource(this.#read(address), this.#shown(this.#path(address)));
      this.#sources.set(address, source);
    }
    return source;
  }

  hash(address: string): string {
    this.#read(address);
    return this.hashes.get(address) ?? '';
  }

  /**
   * A key under which what was made of the schema can be kept. Where a schema lies decides which files it refers to.
   *
   * @param form the form in which it is kept, and whatever else it depends on
   */
  keptUnder(form: string): string {
    const { address } = this;
    return createHash('sha256')
      .update(`${form}\0${address}\0${this.hash(address)}`)
      .digest('hex');
  }

  /** The other files that have been asked for: what was made of the schema holds as long as they are unchanged. */
  get others(): readonly (readonly [address: string, hash: string])[] {
    return [...this.hashes].filter(([address]) => address !== this.address);
  }

  areUnchanged(hashes: Iterable<readonly [address: string, hash: string]>): boolean {
    try {
      for (const [address, hash] of hashes) if (this.hash(address) !== hash) return false;
      return true;
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  }

  #read(address: string): Buffer {
    let bytes = this.#bytes.get(address);
    if (bytes === undefined) {
      const path = this.#path(address);
      try {
        bytes = readFileSync(path);
      } catch (error) {
        // It says in words what is wrong with the file.
        readSource(path, this.#shown(path));
        throw error;
      }
      this.#bytes.set(address, bytes);
      this.hashes.set(address, createHash('sha256').update(bytes).digest('hex'));
    }
    return bytes;
  }

  #path(address: string): string {
    if (address === this.address) return absolute(this.file.path);
    if (address.startsWith('file:')) return fileURLToPath(address);
    const path = this.resolve(address) ?? this.#neighbour(address);
    if (path !== undefined) return path;
    throw new Failure(
      `There is no copy of ${address}, and nothing is fetched from the network by itself.`,
      { help: `Fetch it once with: imprimatur schema fetch ${address}` },
    );
  }

  /** What lies beside the schema where it was published may lie beside its copy. */
  #neighbour(address: string): string | undefined {
    const published = folderOf(this.address);
    if (!address.startsWith(published)) return undefined;
    const path = folderOf(absolute(this.file.path)) + address.slice(published.length);
    return existsSync(path) ? path : undefined;
  }

  /** Files beside the schema are shown beside it. */
  #shown(path: string): string {
    const folder = folderOf(absolute(this.file.path));
    return path.startsWith(folder)
      ? `${folderOf(this.file.file)}${path.slice(folder.length).replaceAll('\\', '/')}`
      : path;
  }
}

function folderOf(path: string): string {
  return path.replace(/[^/\\]*$/, '');
}
