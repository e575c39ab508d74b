import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../problems/index.js';

/** What is known of the copy of a schema that was fetched from the network. */
export interface FetchedSchema {
  /** The name of the copy in the folder: the hash of its content, and the end that tells its language. */
  readonly file: string;
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where the address led to in the end, where that is another. */
  readonly redirectedTo?: string;
}

/** Copies by the addresses from which they were fetched. */
export type FetchedSchemas = Readonly<Record<string, FetchedSchema>>;

/** Where a project keeps the schemas that `imprimatur schema fetch` has fetched. */
export function fetchedFolder(root: string): string {
  return join(root, '.imprimatur', 'schemas');
}

export const indexName = 'index.json';

/**
 * The index of the copies that a project keeps; an empty one where nothing has been fetched.
 *
 * @param folder see `fetchedFolder`
 * @param show how a path is shown to a person
 * @throws Failure when there is an index that is none
 */
export function readFetchedSchemas(folder: string, show: (path: string) => string): FetchedSchemas {
  const path = join(folder, indexName);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Failure(`${show(path)} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      help: 'Check the permissions of the file.',
    });
  }
  try {
    const { version, schemas } = JSON.parse(text) as { version?: unknown; schemas?: unknown };
    if (version === 1 && isIndex(schemas)) return schemas;
  } catch {
    // Said below.
  }
  throw new Failure(`${show(path)} is not an index of fetched schemas.`, {
    help: `Delete the folder ${show(folder)} and fetch again with: imprimatur schema fetch`,
  });
}

function isIndex(schemas: unknown): schemas is FetchedSchemas {
  return (
    typeof schemas === 'object' &&
    schemas !== null &&
    Object.values(schemas as Record<string, Partial<FetchedSchema> | null>).every(
      (each) =>
        // A name with a path in it would lead out of the folder.
        typeof each?.file === 'string' &&
        /^[0-9a-f]{64}\.[a-z]+$/.test(each.file) &&
        typeof each.sha256 === 'string' &&
        (each.redirectedTo === undefined || typeof each.redirectedTo === 'string'),
    )
  );
}

/** The text of an index: the same copies give the same bytes. */
export function indexText(schemas: FetchedSchemas): string {
  const sorted = Object.keys(schemas)
    .sort()
    .map((address) => [address, schemas[address]] as const);
  return `${JSON.stringify({ version: 1, schemas: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Whether the copy of a schema is what was fetched. */
export function copyState(
  folder: string,
  { file, sha256 }: FetchedSchema,
): 'intact' | 'changed' | 'missing' {
  try {
    return sha256 === hashOf(readFileSync(join(folder, file))) ? 'intact' : 'changed';
  } catch {
    return 'missing';
  }
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
