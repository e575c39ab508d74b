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
  const before = loaded.get(address);
  if (before !== undefined && sources.areUnchanged(before.hashes)) return before.schema;
  const key = sources.keptUnder(`${storedForm}`);
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
    if (!sources.areUnchanged(JSON.parse(kept.slice(0, end)) as SchemaSources['others']))
      return undefined;
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
    cache.write(key, `${JSON.stringify(sources.others)}\n${storeSchema(start)}`);
  }
  return new Schema(start);
}
