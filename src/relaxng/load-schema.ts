import { createHash } from 'node:crypto';
import { Failure } from '../problems/index.js';
import { type ResolveAddress, type SchemaFile, SchemaSources } from '../xml/index.js';
import { readSchema, restoreSchema, storedForm, storeSchema } from './grammar/index.js';
import type { SchemaCache } from './schema-cache.js';
import { Schema } from './validation/index.js';

export interface LoadSchemaOptions {
  /** Where simplified schemas are kept from one run to the next: nowhere unless said. */
  readonly cache?: SchemaCache | undefined;
  /** Gives the path of a copy of what has an `http` or `https` address. */
  readonly resolve?: ResolveAddress | undefined;
}

/** The files that a schema refers to, by address and hash. */
type Others = readonly (readonly [address: string, hash: string])[];

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
export function loadSchema(file: SchemaFile, { cache, resolve }: LoadSchemaOptions = {}): Schema {
  const sources = new SchemaSources(file, resolve);
  const { address } = sources;
  const hash = sources.hash(address);
  const before = loaded.get(address);
  if (before !== undefined && sources.areUnchanged(before.hashes)) return before.schema;
  // Where a schema lies decides which files it refers to.
  const key = createHash('sha256').update(`${storedForm}\0${address}\0${hash}`).digest('hex');
  const schema = restored(sources, key, cache) ?? simplified(sources, key, cache);
  loaded.set(address, { hashes: sources.hashes, schema });
  return schema;
}

function restored(
  sources: SchemaSources,
  key: string,
  cache: SchemaCache | undefined,
): Schema | undefined {
  const kept = cache?.read(key);
  if (kept === undefined) return undefined;
  try {
    const end = kept.indexOf('\n');
    if (!sources.areUnchanged(JSON.parse(kept.slice(0, end)) as Others)) return undefined;
    const stored = restoreSchema(kept.slice(end + 1));
    return stored && new Schema(stored.start, undefined, stored.identifiers);
  } catch {
    // A cache that cannot be read is as good as none.
    return undefined;
  }
}

function simplified(sources: SchemaSources, key: string, cache: SchemaCache | undefined): Schema {
  const { address, file } = sources;
  const { start, problems } = readSchema(address, sources);
  if (start === undefined)
    throw new Failure(`The schema ${file.file} is not correct.`, { problems });
  if (cache !== undefined) {
    const others: Others = [...sources.hashes].filter(([other]) => other !== address);
    cache.write(key, `${JSON.stringify(others)}\n${storeSchema(start)}`);
  }
  return new Schema(start);
}
