import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../problems/index.js';
import { Catalog, type ExternalIdentifier, problemAt } from '../xml/index.js';
import {
  copyState,
  type FetchedSchema,
  type FetchedSchemas,
  fetchedFolder,
  readFetchedSchemas,
} from './fetched-schemas.js';
import type { SchemaContext } from './schema-reference.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

/** A file that stands for an address. */
export interface SchemaCopy {
  readonly path: string;
  /** The address to which addresses in it are relative, where that is not its own. */
  readonly address?: string;
}

/** What there is for an address: a copy, or why there is none. */
export type FoundCopy =
  | SchemaCopy
  | { readonly fault: 'not-fetched' | 'changed' | 'missing'; readonly address: string };

/**
 * The copies of what schemas have addresses for: those that the project's `catalog.xml` names, and those that
 * `imprimatur schema fetch` has fetched. Nothing here goes to the network.
 */
export class SchemaCopies {
  readonly #context: SchemaContext;
  readonly #found = new Map<string, FoundCopy>();
  #catalog: Catalog | null | undefined;
  #fetched: FetchedSchemas | undefined;

  constructor(context: SchemaContext) {
    this.#context = context;
  }

  /**
   * What there is for an absolute address; an address in a catalog counts first.
   *
   * @throws Failure when a catalog or the index of what was fetched is not right
   */
  find(address: string): FoundCopy {
    // What follows # is no part of what is fetched.
    return this.#find(withoutFragment(address));
  }

  #find(address: string): FoundCopy {
    let found = this.#found.get(address);
    if (found === undefined) {
      found = this.inCatalog(address) ?? this.#inFetched(address);
      this.#found.set(address, found);
    }
    return found;
  }

  /**
   * What the catalog has for an address: as that of a resource, or failing that as a system identifier, by which many
   * catalogs list schemas.
   */
  inCatalog(address: string): FoundCopy | undefined {
    const match =
      this.catalog?.resolveUri(address) ??
      this.catalog?.resolveExternalIdentifier({ systemId: address });
    return match && this.#local(match);
  }

  /** What the catalog has for an external identifier, whose system identifier is absolute. */
  externalInCatalog(identifier: ExternalIdentifier): FoundCopy | undefined {
    const match = this.catalog?.resolveExternalIdentifier(identifier);
    return match && this.#local(match);
  }

  /** The project's catalog, where it has one. */
  private get catalog(): Catalog | undefined {
    if (this.#catalog === undefined) {
      const path = join(this.#context.root, 'catalog.xml');
      this.#catalog = isFile(path) ? new Catalog(path, (each) => this.#show(each)) : null;
    }
    return this.#catalog ?? undefined;
  }

  #local({ uri, source, span }: NonNullable<ReturnType<Catalog['resolveUri']>>): FoundCopy {
    if (!uri.startsWith('file:')) return this.#inFetched(uri);
    const path = fileURLToPath(uri);
    if (isFile(path)) return { path };
    throw new Failure(`The catalog ${source.file} is not right.`, {
      problems: [
        problemAt(source, span, {
          code: 'xml/catalog',
          message: `There is no file ${this.#show(path)}, to which this entry leads.`,
          help: 'Put the schema there, or correct the entry; what it leads to begins from the folder of the catalog.',
        }),
      ],
    });
  }

  #inFetched(address: string): FoundCopy {
    const folder = fetchedFolder(this.#context.root);
    this.#fetched ??= readFetchedSchemas(folder, (path) => this.#show(path));
    const copy: FetchedSchema | undefined = Object.hasOwn(this.#fetched, address)
      ? this.#fetched[address]
      : undefined;
    if (copy === undefined) return { fault: 'not-fetched', address };
    const state = copyState(folder, copy);
    return state === 'intact'
      ? { path: join(folder, copy.file), address: copy.redirectedTo ?? address }
      : { fault: state, address };
  }

  #show(path: string): string {
    return shownPath(path, this.#context.workingDirectory);
  }
}

const known = new WeakMap<SchemaContext, SchemaCopies>();

/** The copies of a project; asked again with the same context they are not looked for anew. */
export function schemaCopies(context: SchemaContext): SchemaCopies {
  let copies = known.get(context);
  if (copies === undefined) {
    copies = new SchemaCopies(context);
    known.set(context, copies);
  }
  return copies;
}

/**
 * Gives the path of the copy that stands for an `http` or `https` address: what a schema refers to. `undefined` where
 * there is none.
 *
 * @throws Failure (the resolver) when a copy is not what was fetched, or a catalog is not right
 */
export function schemaResolver(context: SchemaContext): (address: string) => string | undefined {
  const copies = schemaCopies(context);
  return (address) => {
    const copy = copies.find(address);
    if ('path' in copy) return copy.path;
    if (copy.fault === 'not-fetched') return undefined;
    throw new Failure(faultText(copy.fault, copy.address), { help: fetchAgain(copy.address) });
  };
}

/** In words, what is wrong with a copy. */
export function faultText(fault: 'changed' | 'missing', address: string): string {
  return fault === 'changed'
    ? `The copy of ${address} is not what was fetched: somebody has changed it.`
    : `The copy of ${address} is gone, which was fetched once.`;
}

export function fetchAgain(address: string): string {
  return `Fetch it again with: imprimatur schema fetch ${address}`;
}

export function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
