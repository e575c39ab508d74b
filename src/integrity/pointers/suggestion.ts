import { posix } from 'node:path';
import { nearest } from '../../problems/index.js';
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
    const bearer = likeliest(lookUp(project).bearers().get(text) ?? [], subject);
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
  const meant = likeliestFile(link, project);
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
  const bearers = lookUp(project).bearers().get(fragment) ?? [];
  return bearers.length === 1 ? bearers[0] : undefined;
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

/** What has been looked up already: equal mistakes are common, and looking through all identifiers takes time. */
interface LookedUp {
  readonly suggestions: Map<string, string>;
  /** By a path that leads nowhere, the document that is meant. */
  readonly files: Map<string, string | undefined>;
  /** By a fragment that no document has, the nearest that one has. */
  readonly nearest: Map<string, { readonly path: string; readonly fragment: string } | undefined>;
  /** By the path of a document, its identifiers. */
  readonly identifiers: () => ReadonlyMap<string, readonly string[]>;
  /** The documents that have an identifier. */
  readonly bearers: () => ReadonlyMap<string, readonly string[]>;
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

function bearersOf(
  identifiers: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const bearers = new Map<string, string[]>();
  for (const [path, ids] of identifiers) {
    for (const id of ids) {
      const same = bearers.get(id);
      if (same === undefined) bearers.set(id, [path]);
      else same.push(path);
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
  const bearers = lookUp(project).bearers().get(fragment) ?? [];
  const elsewhere = likeliest(
    bearers.filter((one) => one !== path),
    subject,
  );
  if (elsewhere !== undefined) return writtenPointer(elsewhere, fragment, subject, folder);
  const here = nearest(fragment, project.document(path)?.identifiers.keys() ?? []);
  if (here !== undefined) return writtenPointer(path, here, subject, folder);
  const near = nearestAnywhere(fragment, project);
  return near === undefined ? undefined : writtenPointer(near.path, near.fragment, subject, folder);
}

/** The identifier in the first document that has one near to a fragment. */
function nearestAnywhere(fragment: string, project: Project) {
  const { nearest: found, identifiers } = lookUp(project);
  if (!found.has(fragment)) {
    found.set(fragment, undefined);
    for (const [path, ids] of identifiers()) {
      const near = nearest(fragment, ids);
      if (near === undefined) continue;
      found.set(fragment, { path, fragment: near });
      break;
    }
  }
  return found.get(fragment);
}

/** Of several documents that have what is sought, the one that the pointing document points into most often. */
function likeliest(paths: readonly string[], { links }: DocumentFacts): string | undefined {
  if (paths.length < 2) return paths[0];
  const counts = paths.map((path) => links.filter((link) => link.path === path).length);
  return paths[counts.indexOf(Math.max(...counts))];
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
