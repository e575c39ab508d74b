import { posix } from 'node:path';
import { compareText, nearest } from '../../problems/index.js';
import type { DocumentFacts, LinkFact } from '../facts.js';
import type { Finding, RuleProject } from '../rule.js';

type Project = RuleProject<unknown>;

/** What is said of a pointer to a file that is not there. */
export function suggestedFile(
  named: string,
  link: LinkFact,
  subject: DocumentFacts,
  project: Project,
): Finding {
  const { text, path, fragment, folder } = link;
  const looksLikeIdentifier = fragment === undefined && !/[./]/.test(text);
  if (looksLikeIdentifier) {
    const bearer = likeliest(lookUp(project).bearers().get(text), subject);
    const pointer =
      bearer === undefined
        ? suggestedIdentifier(text, { ...link, path: subject.path }, subject, project)
        : undefined;
    return {
      message: `${named} points to a file, and there is none of that name.`,
      help:
        bearer !== undefined
          ? `Did you mean ${writtenPointer(bearer, text, subject, folder)}?`
          : (pointer ?? 'A pointer to an xml:id begins with #, or with the name of a file and #.'),
    };
  }
  const meant = likeliestFile(link, project) ?? likeliestName(path, project);
  const known = meant === undefined ? undefined : project.document(meant)?.identifiers;
  const meantFragment =
    fragment === undefined || known === undefined || known.has(fragment)
      ? fragment
      : nearest(fragment, known.keys());
  return {
    message: `${named} points into a file that does not exist: ${writtenPointer(path, undefined, subject, folder)}.`,
    help:
      meant === undefined
        ? 'Check the path, which begins from the folder of this document.'
        : `Did you mean ${writtenPointer(meant, meantFragment, subject, folder)}?`,
  };
}

/** The document that was most likely meant by a path that leads nowhere. */
function likeliestFile({ path, fragment }: LinkFact, project: Project): string | undefined {
  const { files } = lookUp(project);
  if (!files.has(path)) files.set(path, nearestFile(path, project));
  const near = files.get(path);
  if (near !== undefined || fragment === undefined) return near;
  const [bearer, other] = lookUp(project).bearers().get(fragment) ?? [];
  return other === undefined ? bearer : undefined;
}

function nearestFile(path: string, project: Project): string | undefined {
  const folder = posix.dirname(path);
  const siblings = project.paths.filter((one) => posix.dirname(one) === folder);
  const near = nearest(
    posix.basename(path),
    siblings.map((one) => posix.basename(one)),
  );
  if (near !== undefined) return posix.join(folder, near);
  return project.paths.find((one) => posix.basename(one) === posix.basename(path));
}

/** By an identifier the documents that have it, in the order of their paths. */
type Bearers = ReadonlyMap<string, ReadonlySet<string>>;

/** The file beside that has nearly the name of one that is not there; one that differs in capitals above all. */
function likeliestName(path: string, { files }: Project): string | undefined {
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  const names = [...files.namesIn(folder)].sort(compareText);
  const other =
    names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? nearest(name, names);
  return other === undefined ? undefined : posix.join(folder, other);
}

/** What has been looked up already: equal mistakes are common, and looking through all identifiers takes time. */
interface LookedUp {
  readonly suggestions: Map<string, string>;
  /** By a path that leads nowhere, the document that is meant. */
  readonly files: Map<string, string | undefined>;
  /** By the path of a document and a fragment that it has not, the nearest that it has. */
  readonly nearestIn: Map<string, string | undefined>;
  /** By a fragment that no document has, the nearest that one has. */
  readonly nearest: Map<string, { readonly path: string; readonly fragment: string } | undefined>;
  /** By the path of a document, its identifiers. */
  readonly identifiers: () => ReadonlyMap<string, readonly string[]>;
  /** The documents that have an identifier. */
  readonly bearers: () => Bearers;
}

const lookedUp = new WeakMap<readonly string[], LookedUp>();

function lookUp(project: Project): LookedUp {
  let known = lookedUp.get(project.paths);
  if (known === undefined) {
    const identifiers = once(
      () => new Map(project.paths.map((path) => [path, [...new Set(project.identifiers(path))]])),
    );
    known = {
      suggestions: new Map(),
      files: new Map(),
      nearest: new Map(),
      nearestIn: new Map(),
      identifiers,
      bearers: once(() => bearersOf(identifiers())),
    };
    lookedUp.set(project.paths, known);
  }
  return known;
}

/** Makes something when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function bearersOf(identifiers: ReadonlyMap<string, readonly string[]>): Bearers {
  const bearers = new Map<string, Set<string>>();
  for (const [path, ids] of identifiers) {
    for (const id of ids) {
      const same = bearers.get(id);
      if (same === undefined) bearers.set(id, new Set([path]));
      else same.add(path);
    }
  }
  return bearers;
}

/**
 * What to write for a pointer that leads to no identifier: the same in another document, else the nearest in the one
 * named, else the nearest anywhere.
 */
export function suggestedIdentifier(
  fragment: string,
  { path, folder }: Pick<LinkFact, 'path' | 'folder'>,
  subject: DocumentFacts,
  project: Project,
): string {
  const { suggestions } = lookUp(project);
  const key = [fragment, path, subject.path, folder].join('\n');
  const known = suggestions.get(key);
  if (known !== undefined) return known;
  const meant = likelyPointer(fragment, path, subject, folder, project);
  const where = path === subject.path ? 'this document' : posix.basename(path);
  const suggestion =
    meant === undefined
      ? `Give the element that is meant xml:id="${fragment}" in ${where}, or mend the pointer.`
      : `Did you mean ${meant}?`;
  suggestions.set(key, suggestion);
  return suggestion;
}

function likelyPointer(
  fragment: string,
  path: string,
  subject: DocumentFacts,
  folder: string,
  project: Project,
): string | undefined {
  const elsewhere = likeliest(lookUp(project).bearers().get(fragment), subject, path);
  if (elsewhere !== undefined) return writtenPointer(elsewhere, fragment, subject, folder);
  const here = nearestIn(path, fragment, project);
  if (here !== undefined) return writtenPointer(path, here, subject, folder);
  const near = nearestAnywhere(fragment, project);
  return near === undefined ? undefined : writtenPointer(near.path, near.fragment, subject, folder);
}

/** The identifier of a document that is near to a fragment. */
function nearestIn(path: string, fragment: string, project: Project): string | undefined {
  const { nearestIn: found } = lookUp(project);
  const key = `${path}\n${fragment}`;
  if (!found.has(key))
    found.set(key, nearest(fragment, project.document(path)?.identifiers.keys() ?? []));
  return found.get(key);
}

/** The identifier in the first document that has one near to a fragment. */
function nearestAnywhere(fragment: string, project: Project) {
  const { nearest: found, identifiers, bearers } = lookUp(project);
  if (!found.has(fragment)) {
    found.set(fragment, undefined);
    // Thousands of documents have much the same identifiers: most often none is near.
    if (nearest(fragment, bearers().keys()) === undefined) return undefined;
    for (const [path, ids] of identifiers()) {
      const near = nearest(fragment, ids);
      if (near === undefined) continue;
      found.set(fragment, { path, fragment: near });
      break;
    }
  }
  return found.get(fragment);
}

/**
 * Of several documents that have what is sought, the one that the pointing document points into most often; of several
 * such the first.
 *
 * @param without the path of one that is not meant
 */
function likeliest(
  paths: ReadonlySet<string> = new Set(),
  subject: DocumentFacts,
  without?: string,
): string | undefined {
  const [first, second] = paths;
  let best = first === without ? second : first;
  let most = 0;
  // A document points into a few others, and a thousand may have what is sought.
  for (const [path, count] of linksByPath(subject)) {
    if (path === without || count < most || !paths.has(path)) continue;
    if (count > most || best === undefined || compareText(path, best) < 0) best = path;
    most = count;
  }
  return best;
}

const linkCounts = new WeakMap<DocumentFacts, ReadonlyMap<string, number>>();

/** How often a document points into each of the others. */
function linksByPath(subject: DocumentFacts): ReadonlyMap<string, number> {
  let known = linkCounts.get(subject);
  if (known === undefined) {
    const counts = new Map<string, number>();
    for (const { path } of subject.links) counts.set(path, (counts.get(path) ?? 0) + 1);
    linkCounts.set(subject, counts);
    known = counts;
  }
  return known;
}

/** A pointer as it is written in a document, where pointers begin from a folder. */
export function writtenPointer(
  path: string,
  fragment: string | undefined,
  subject: DocumentFacts,
  folder: string = posix.dirname(subject.path),
): string {
  const file = path === subject.path && fragment !== undefined ? '' : posix.relative(folder, path);
  return fragment === undefined ? file : `${file}#${fragment}`;
}
