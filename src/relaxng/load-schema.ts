import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../problems/index.js';
import { readSource } from '../xml/index.js';
import type { SchemaFile } from './engine.js';
import { readSchema, restoreSchema, type SchemaFiles, storeSchema } from './grammar/index.js';
import { Schema } from './validation/index.js';

/** Where simplified schemas are kept from one run to the next; whoever has one says where. */
export interface SchemaCache {
  /** What was kept under a key, or `undefined`. */
  read(key: string): string | undefined;
  /** Keeps a text under a key: letters and digits, so that it can be the name of a file. */
  write(key: string, text: string): void;
}

/** What is kept of a schema: the other files it is made of, by address and hash, and its simple form. */
interface Kept {
  readonly others: readonly (readonly [address: string, hash: string])[];
  readonly schema: string;
}

interface Loaded {
  readonly hashes: ReadonlyMap<string, string>;
  readonly schema: Schema;
}

/** Schemas that this process has loaded, by address. */
const loaded = new Map<string, Loaded>();

/**
 * A schema from disk, ready to validate. One that is unchanged since it was last loaded is not read again; one that
 * a cache has is not simplified and checked again.
 *
 * @throws Failure when it cannot be read or is not correct, with its problems
 */
export function loadSchema(file: SchemaFile, cache?: SchemaCache): Schema {
  const files = new HashedFiles(file);
  const address = pathToFileURL(resolve(file.path)).href;
  // Where a schema lies decides which files it refers to.
  const own = hashOf(`${address}\0${files.hash(address)}`);
  const before = loaded.get(address);
  if (before !== undefined && files.areUnchanged(before.hashes)) return before.schema;
  const schema = restored(files, own, cache) ?? simplified(files, address, file, own, cache);
  loaded.set(address, { hashes: files.hashes, schema });
  return schema;
}

function restored(
  files: HashedFiles,
  own: string,
  cache: SchemaCache | undefined,
): Schema | undefined {
  const text = cache?.read(own);
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    if (!files.areUnchanged(new Map(kept.others))) return undefined;
    const start = restoreSchema(kept.schema);
    return start && new Schema(start);
  } catch {
    // A cache that cannot be read is as good as none.
    return undefined;
  }
}

function simplified(
  files: HashedFiles,
  address: string,
  file: SchemaFile,
  own: string,
  cache: SchemaCache | undefined,
): Schema {
  const { start, problems } = readSchema(address, files);
  if (start === undefined)
    throw new Failure(`The schema ${file.file} is not correct.`, { problems });
  if (cache !== undefined) {
    const others = [...files.hashes].filter(([other]) => other !== address);
    const kept: Kept = { others, schema: storeSchema(start) };
    cache.write(own, JSON.stringify(kept));
  }
  return new Schema(start);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Files on disk, each read once, and known by the hash of its text. */
class HashedFiles implements SchemaFiles {
  readonly hashes = new Map<string, string>();
  readonly #sources = new Map<string, ReturnType<typeof readSource>>();
  readonly #folder: string;
  readonly #shownFolder: string;

  constructor(file: SchemaFile) {
    this.#folder = resolve(file.path).replace(/[^/\\]*$/, '');
    this.#shownFolder = file.file.replace(/[^/\\]*$/, '');
  }

  read(address: string): ReturnType<typeof readSource> {
    let source = this.#sources.get(address);
    if (source === undefined) {
      if (!address.startsWith('file:'))
        throw new Failure(`${address} is not a file, and nothing is fetched from the network.`, {
          help: 'Keep a copy beside the schema, and refer to that.',
        });
      const path = fileURLToPath(address);
      source = readSource(path, this.#shown(path));
      this.#sources.set(address, source);
      this.hashes.set(address, hashOf(source.text));
    }
    return source;
  }

  hash(address: string): string {
    this.read(address);
    return this.hashes.get(address) ?? '';
  }

  areUnchanged(hashes: ReadonlyMap<string, string>): boolean {
    try {
      return [...hashes].every(([address, hash]) => this.hash(address) === hash);
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  }

  /** Files beside the schema are shown beside it. */
  #shown(path: string): string {
    return path.startsWith(this.#folder)
      ? `${this.#shownFolder}${path.slice(this.#folder.length).replaceAll('\\', '/')}`
      : path;
  }
}
