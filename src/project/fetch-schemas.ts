import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { makeFolder, replaceFile } from '../files/index.js';
import { Failure } from '../problems/index.js';
import { readSource, type SourceText } from '../xml/index.js';
import { type DownloadLimits, download } from './download.js';
import {
  copyState,
  type FetchedSchema,
  type FetchedSchemas,
  fetchedFolder,
  hashOf,
  indexName,
  indexText,
  readFetchedSchemas,
} from './fetched-schemas.js';
import type { Project } from './project.js';
import { prologOf } from './prolog.js';
import { recognizeSchema } from './recognize-schema.js';
import { schemaNamings } from './schema-association.js';
import { SchemaCopies, withoutFragment } from './schema-copies.js';
import { languageByExtension, type SchemaLanguage } from './schema-language.js';
import { schemaReferences } from './schema-references.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

export interface FetchOptions {
  /** The addresses to fetch: all that the project's documents and schemas name, unless said. */
  readonly addresses?: readonly string[] | undefined;
  /** Whether a copy is to be replaced where its address has something else now. */
  readonly update?: boolean | undefined;
  readonly limits?: DownloadLimits | undefined;
  /** Hears of each address, when it is done. */
  readonly onFetched?: ((fetched: FetchedAddress) => void) | undefined;
}

/** What became of one address. */
export interface FetchedAddress {
  readonly address: string;
  /**
   * `fetched`: there was no copy; `unchanged`: the copy is what lies there; `restored`: the copy had been changed or
   * was gone, and is again what was fetched; `updated`: it has been replaced; `differs`: something else lies there
   * now, and the copy stays as it is; `failed`: there is nothing to be had.
   */
  readonly outcome: 'fetched' | 'unchanged' | 'restored' | 'updated' | 'differs' | 'failed';
  /** Bytes of the copy. */
  readonly bytes?: number;
  /** Why it failed. */
  readonly failure?: Failure;
  /** The schema that refers to it, where one does. */
  readonly referredBy?: string;
}

/** Something to be looked into: a schema at an address, or in a file. */
interface Lead {
  readonly address: string;
  readonly language: SchemaLanguage | undefined;
  readonly referredBy?: string;
}

/**
 * Fetches schemas from the network into the project, with all that they refer to. What the project's catalog has a
 * copy of is not fetched, but looked into.
 *
 * @returns what became of each address, in the order in which they are named
 * @throws Failure when something else than an address is to be fetched, a catalog is not right, or the copies cannot
 * be written
 */
export async function fetchSchemas(
  project: Project,
  options: FetchOptions = {},
): Promise<readonly FetchedAddress[]> {
  const fetching = new Fetching(project, options);
  return await fetching.follow(
    options.addresses === undefined || options.addresses.length === 0
      ? leadsOf(project)
      : options.addresses.map((address) => ({ address: asked(address), language: undefined })),
  );
}

function asked(address: string): string {
  try {
    const { protocol, href } = new URL(address);
    if (protocol === 'http:' || protocol === 'https:') return withoutFragment(href);
  } catch {
    // Said below.
  }
  throw new Failure(`"${address}" is not an address on the web.`, {
    help: 'Addresses begin with https:// or http://.',
  });
}

/** All that the documents and the folder of schemas name. */
function leadsOf(project: Project): Lead[] {
  const named = project.documents.flatMap(({ tree, path }) =>
    tree === undefined ? [] : schemaNamings(prologOf(tree, path)).namings,
  );
  return [
    ...project.schemas.map(({ path, language }) => ({
      address: pathToFileURL(path).href,
      language,
    })),
    ...named.map(({ address, language }) => ({ address: withoutFragment(address), language })),
  ];
}

/** One file of a schema, read. */
interface FoundSchema {
  readonly source: SourceText;
  /** To which addresses in it are relative. */
  readonly address: string;
  readonly language: SchemaLanguage;
}

/** The other files that a file refers to; where it is not right, that is told when it is used. */
function leadsFrom({ source, address, language }: FoundSchema): Lead[] {
  return schemaReferences(source, address, language).addresses.map((each) => ({
    address: each,
    language,
    referredBy: source.file,
  }));
}

class Fetching {
  readonly #project: Project;
  readonly #options: FetchOptions;
  readonly #folder: string;
  readonly #copies: SchemaCopies;
  readonly #known: Record<string, FetchedSchema>;
  readonly #done: FetchedAddress[] = [];
  readonly #seen = new Set<string>();

  constructor(project: Project, options: FetchOptions) {
    this.#project = project;
    this.#options = options;
    this.#folder = fetchedFolder(project.root);
    this.#copies = new SchemaCopies(project);
    this.#known = { ...readFetchedSchemas(this.#folder, (path) => this.#show(path)) };
  }

  async follow(leads: readonly Lead[]): Promise<readonly FetchedAddress[]> {
    const waiting = [...leads].reverse();
    for (let lead = waiting.pop(); lead !== undefined; lead = waiting.pop()) {
      if (this.#seen.has(lead.address)) continue;
      this.#seen.add(lead.address);
      const found = await this.#look(lead);
      if (found !== undefined) waiting.push(...leadsFrom(found).reverse());
    }
    if (this.#done.some(({ outcome }) => outcome !== 'unchanged' && outcome !== 'failed'))
      this.#writeIndex();
    return this.#done;
  }

  /** Fetches what a lead leads to, if it is on the network, and reads it. */
  async #look(lead: Lead): Promise<FoundSchema | undefined> {
    const { address, language } = lead;
    if (address.startsWith('file:')) return this.#local(fileURLToPath(address), lead);
    const inCatalog = this.#copies.inCatalog(address);
    if (inCatalog !== undefined) {
      if ('path' in inCatalog && inCatalog.address === undefined)
        return this.#local(inCatalog.path, lead);
      // The catalog leads to another address: that one is to be fetched.
      return this.#fetch({ ...lead, address: inCatalog.address ?? address });
    }
    return /^https?:/.test(address) ? this.#fetch({ ...lead, language }) : undefined;
  }

  #local(path: string, { language = languageByExtension(path) }: Lead): FoundSchema | undefined {
    // What is not there is told when documents are checked.
    if (language === undefined || !isFile(path)) return undefined;
    const source = readSource(path, this.#show(path));
    return { source, address: pathToFileURL(path).href, language };
  }

  async #fetch({ address, language, referredBy: by }: Lead): Promise<FoundSchema | undefined> {
    const told = by === undefined ? { address } : { address, referredBy: by };
    try {
      const { bytes, address: final } = await download(address, this.#options.limits);
      const recognized = recognizeSchema(bytes, final, language);
      const sha256 = hashOf(bytes);
      const copy: FetchedSchema = {
        file: `${sha256}.${recognized.extension}`,
        sha256,
        bytes: bytes.length,
        ...(final === address ? {} : { redirectedTo: final }),
      };
      const outcome = this.#outcome(address, copy);
      if (outcome === 'differs') {
        this.#tell({ ...told, outcome, bytes: this.#known[address]?.bytes ?? 0 });
        return this.#kept(address, recognized.language);
      }
      if (outcome !== 'unchanged') {
        this.#write(copy.file, bytes);
        this.#known[address] = copy;
      }
      this.#tell({ ...told, outcome, bytes: bytes.length });
      return { source: recognized.source, address: final, language: recognized.language };
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      this.#tell({ ...told, outcome: 'failed', failure });
      return undefined;
    }
  }

  #outcome(address: string, copy: FetchedSchema): Exclude<FetchedAddress['outcome'], 'failed'> {
    const before = Object.hasOwn(this.#known, address) ? this.#known[address] : undefined;
    if (before === undefined) return 'fetched';
    const isSame = before.sha256 === copy.sha256 && before.redirectedTo === copy.redirectedTo;
    if (isSame) return copyState(this.#folder, before) === 'intact' ? 'unchanged' : 'restored';
    return this.#options.update ? 'updated' : 'differs';
  }

  /** The copy that stays: what it refers to is needed still. */
  #kept(address: string, language: SchemaLanguage): FoundSchema | undefined {
    const copy = this.#known[address];
    if (copy === undefined || copyState(this.#folder, copy) !== 'intact') return undefined;
    const source = readSource(join(this.#folder, copy.file), address);
    return { source, address: copy.redirectedTo ?? address, language };
  }

  #tell(fetched: FetchedAddress): void {
    this.#done.push(fetched);
    this.#options.onFetched?.(fetched);
  }

  /** Whoever reads at the same time sees the old file or the new one. */
  #write(name: string, content: Uint8Array | string): void {
    const path = join(this.#folder, name);
    try {
      makeFolder(this.#folder);
      replaceFile(path, content);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Failure(`${this.#show(path)} cannot be written (${code}).`, {
        help: 'Check the permissions of the folder, and the room on the disk.',
      });
    }
  }

  /** Writes the index, then deletes copies to which nothing leads any more. */
  #writeIndex(): void {
    this.#write(indexName, indexText(this.#known));
    const files = new Set(
      Object.values(this.#known satisfies FetchedSchemas).map(({ file }) => file),
    );
    for (const name of readdirSync(this.#folder)) {
      if (/^[0-9a-f]{64}\.[a-z]+$/.test(name) && !files.has(name))
        rmSync(join(this.#folder, name), { force: true });
    }
  }

  #show(path: string): string {
    return shownPath(path, this.#project.workingDirectory);
  }
}
