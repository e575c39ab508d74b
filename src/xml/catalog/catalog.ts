import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../../problems/index.js';
import { statsOf } from '../local-file.js';
import { problemAt } from '../position.js';
import type { SourceText } from '../source-text.js';
import type { Span } from '../tree.js';
import { normalizePublicId, normalizeUri, unwrapUrn } from './identifiers.js';
import { type CatalogEntry, type EntryKind, readCatalog } from './read-catalog.js';

/** What names an external entity or DTD (XML 1.0, [75]). */
export interface ExternalIdentifier {
  readonly publicId?: string | undefined;
  readonly systemId?: string | undefined;
}

/** What a catalog has for an identifier. */
export interface CatalogMatch {
  /** An absolute URI. */
  readonly uri: string;
  /** The entry that says so. */
  readonly source: SourceText;
  readonly span: Span;
}

/** An identifier that is looked for, normalised; a public one is looked for beside a system one or alone. */
type Sought =
  | { readonly uri: string; readonly systemId?: undefined; readonly publicId?: undefined }
  | {
      readonly uri?: undefined;
      readonly systemId: string | undefined;
      readonly publicId: string | undefined;
    };

/** A catalog that is still to be searched, and the entries that led to it, the last first. */
interface Step {
  readonly address: string;
  readonly by: CatalogEntry | undefined;
  readonly from: Step | undefined;
}

/** What one catalog says: an answer, others to ask in place of all, or nothing. */
type Answer =
  | { readonly match: CatalogMatch }
  | { readonly delegates: readonly CatalogEntry[]; readonly sought: Sought };

/**
 * A catalog and those that it leads to, each read when a search first comes to it (XML Catalogs 1.1, chapter 7).
 *
 * In one thing it is stricter than the specification: a catalog that is named and not there ends the search by a
 * `Failure` instead of being passed over, so that the same project gives the same answer everywhere.
 */
export class Catalog {
  readonly #files = new Map<string, readonly CatalogEntry[]>();
  readonly #start: string;

  /**
   * @param path of the catalog to begin with
   * @param show how a path is shown to a person
   */
  constructor(
    path: string,
    readonly show: (path: string) => string,
  ) {
    this.#start = pathToFileURL(path).href;
  }

  /**
   * What is to be read for a URI that names a resource (section 7.2).
   *
   * @throws Failure when a catalog cannot be read or is not right, or catalogs lead in a circle
   */
  resolveUri(uri: string): CatalogMatch | undefined {
    const publicId = unwrapUrn(uri);
    return publicId === undefined
      ? this.#search({ uri: normalizeUri(uri) })
      : this.resolveExternalIdentifier({ publicId });
  }

  /**
   * What is to be read for an external identifier (section 7.1).
   *
   * @throws Failure when a catalog cannot be read or is not right, or catalogs lead in a circle
   */
  resolveExternalIdentifier({ publicId, systemId }: ExternalIdentifier): CatalogMatch | undefined {
    const wrapped = systemId === undefined ? undefined : unwrapUrn(systemId);
    // Where the two do not agree, which is an error, the public identifier is the one to go on with (7.1.1).
    const known = publicId ?? wrapped;
    return this.#search({
      publicId: known === undefined ? undefined : normalizePublicId(known),
      systemId:
        systemId === undefined || wrapped !== undefined ? undefined : normalizeUri(systemId),
    });
  }

  #search(sought: Sought): CatalogMatch | undefined {
    let steps: Step[] = [{ address: this.#start, by: undefined, from: undefined }];
    let wanted = sought;
    let searched = new Set<string>();
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      if (searched.has(step.address)) {
        refuseCircle(step);
        continue;
      }
      searched.add(step.address);
      const entries = this.#read(step);
      const answer = answerOf(entries, wanted);
      const from = step;
      const next = (by: CatalogEntry): Step => ({ address: by.target, by, from });
      if (answer === undefined) {
        steps.unshift(...entries.filter(({ kind }) => kind === 'nextCatalog').map(next));
      } else if ('match' in answer) {
        return answer.match;
      } else {
        // Those that delegates name take the place of all that were still to be searched.
        steps = answer.delegates.map(next);
        for (const each of steps) refuseCircle(each);
        wanted = answer.sought;
        searched = new Set();
      }
    }
    return undefined;
  }

  #read({ address, by }: Step): readonly CatalogEntry[] {
    let entries = this.#files.get(address);
    if (entries === undefined) {
      const path = localPath(address);
      if (by !== undefined && (path === undefined || !isFile(path))) {
        const message =
          path === undefined
            ? `The catalog ${address} is not a file, and nothing is fetched from the network.`
            : `There is no catalog ${this.show(path)}.`;
        throw failure(by, message, 'Name a catalog that is there, or delete this entry.');
      }
      entries = readCatalog(address, path === undefined ? address : this.show(path));
      this.#files.set(address, entries);
    }
    return entries;
  }
}

/** The steps 2 to 7 of section 7.1.2, and of 7.2.2, in one catalog. */
function answerOf(entries: readonly CatalogEntry[], sought: Sought): Answer | undefined {
  if (sought.uri !== undefined) {
    return inOne(entries, sought.uri, ['uri', 'rewriteURI', 'uriSuffix', 'delegateURI'], sought);
  }
  const { systemId, publicId } = sought;
  if (systemId !== undefined) {
    const kinds = ['system', 'rewriteSystem', 'systemSuffix', 'delegateSystem'] as const;
    const found = inOne(entries, systemId, kinds, { systemId, publicId: undefined });
    if (found !== undefined) return found;
  }
  if (publicId === undefined) return undefined;
  // Section 4.1.1: where a system identifier is preferred, a public one counts only if there is no other.
  const usable = entries.filter(({ prefer }) => prefer === 'public' || systemId === undefined);
  const alone = { publicId, systemId: undefined };
  return inOne(usable, publicId, ['public', undefined, undefined, 'delegatePublic'], alone);
}

type Kinds = readonly [
  exact: EntryKind,
  rewrite: EntryKind | undefined,
  suffix: EntryKind | undefined,
  delegate: EntryKind,
];

function inOne(
  entries: readonly CatalogEntry[],
  identifier: string,
  [exact, rewrite, suffix, delegate]: Kinds,
  delegated: Sought,
): Answer | undefined {
  const same = entries.find(({ kind, match }) => kind === exact && match === identifier);
  if (same !== undefined) return matched(same, same.target);
  const [begun] = longestFirst(entries, rewrite, (match) => identifier.startsWith(match));
  if (begun !== undefined)
    return matched(begun, begun.target + identifier.slice(begun.match.length));
  const [ended] = longestFirst(entries, suffix, (match) => identifier.endsWith(match));
  if (ended !== undefined) return matched(ended, ended.target);
  const delegates = longestFirst(entries, delegate, (match) => identifier.startsWith(match));
  return delegates.length === 0 ? undefined : { delegates, sought: delegated };
}

function longestFirst(
  entries: readonly CatalogEntry[],
  wanted: EntryKind | undefined,
  fits: (match: string) => boolean,
): CatalogEntry[] {
  return entries
    .filter(({ kind, match }) => kind === wanted && fits(match))
    .sort((a, b) => b.match.length - a.match.length);
}

function matched({ source, span }: CatalogEntry, uri: string): Answer {
  return { match: { uri, source, span } };
}

/** A catalog that leads to itself, by way of others or not, is a mistake; one that two others name is none. */
function refuseCircle({ address, by, from }: Step): void {
  for (let step = from; step !== undefined; step = step.from) {
    if (step.address !== address || by === undefined) continue;
    throw failure(
      by,
      'The catalogs lead in a circle: this one is searched already.',
      'Delete the entry that leads back.',
    );
  }
}

function failure({ source, span }: CatalogEntry, message: string, help: string): Failure {
  return new Failure(`The catalog ${source.file} is not right.`, {
    problems: [problemAt(source, span, { code: 'xml/catalog', message, help })],
  });
}

function localPath(address: string): string | undefined {
  return address.startsWith('file:') ? fileURLToPath(address) : undefined;
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}
