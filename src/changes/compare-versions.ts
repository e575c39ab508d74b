import { basename, dirname, join, resolve } from 'node:path';
import { documentFolder, publishedSources } from '../build/index.js';
import { anchorsOf, entryAnchor } from '../editions/index.js';
import type { ChangedFile } from '../git/index.js';
import { compareText } from '../problems/index.js';
import { isFragment, type ProjectDocument } from '../project/index.js';
import { builtInEntry } from '../transform/index.js';
import { attribute, descendants, type XmlElement } from '../xml/index.js';
import type { PublishedDocument } from './address-changes.js';
import type { Changes, DocumentChange, EntryChange, NameChange, Unreadable } from './changes.js';
import { type DocumentVersion, documentChange, wholeDocument } from './document-change.js';
import { entries as entryElements } from './element-classes.js';
import { type Entry, entryOf } from './entries.js';
import { prefetch, type Version } from './versions.js';

/** A document at both sides; absent at the one where it is not. */
interface Comparison {
  readonly before: ProjectDocument | undefined;
  readonly after: ProjectDocument | undefined;
}

/**
 * What the difference between two versions of a project does to its edition. Only the documents that changed are
 * parsed, those that a changed file is a part of, and the registers that they point into.
 *
 * @param changed the files that differ, by their paths relative to the project
 */
export function compareVersions(
  before: Version,
  after: Version,
  changed: readonly ChangedFile[],
): Changes {
  const { comparisons, others } = comparisonsOf(before, after, changed);
  prefetch(comparisons.flatMap(({ before: document }) => document ?? []));
  prefetch(comparisons.flatMap(({ after: document }) => document ?? []));
  const sides = { before: new Registers(before), after: new Registers(after) };
  const documents: DocumentChange[] = [];
  const unreadable: Unreadable[] = [];
  for (const comparison of withWholes(comparisons, others, before, after)) {
    const broken = brokenSide(comparison);
    if (broken !== undefined) {
      unreadable.push(broken);
      continue;
    }
    const [old, now] = [
      documentVersion(comparison.before, sides.before),
      documentVersion(comparison.after, sides.after),
    ];
    if (old !== undefined && now !== undefined) documents.push(documentChange(old, now));
    else if (now !== undefined) documents.push(wholeDocument(now, 'added'));
    else if (old !== undefined) documents.push(wholeDocument(old, 'deleted'));
  }
  documents.sort((a, b) => compareText(a.file, b.file));
  unreadable.sort((a, b) => compareText(a.file, b.file));
  return {
    before: before.name,
    after: after.name,
    documents: withShownOn(withoutFollowers(documents), before, after),
    unreadable,
    hasOwnPages: hasOwnPages(after),
    otherFiles: sorted(others),
  };
}

/** The package is a project too, and its stylesheets are the ones that are built in. */
function hasOwnPages({ project }: Version): boolean {
  const { html } = project.stylesheets;
  return html !== undefined && html !== builtInEntry('html');
}

function comparisonsOf(
  before: Version,
  after: Version,
  changed: readonly ChangedFile[],
): { readonly comparisons: Comparison[]; readonly others: string[] } {
  const finder = ({ project }: Version) => {
    const byPath = new Map(project.documents.map((document) => [document.path, document]));
    return (path: string) => byPath.get(join(project.root, ...path.split('/')));
  };
  const [find, findNow] = [finder(before), finder(after)];
  const comparisons: Comparison[] = [];
  const others: string[] = [];
  for (const { path, status, from = path } of changed) {
    const old = status === 'added' ? undefined : find(from);
    const now = status === 'deleted' ? undefined : findNow(path);
    if (old === undefined && now === undefined) others.push(path);
    else comparisons.push({ before: old, after: now });
  }
  return { comparisons, others };
}

/**
 * The comparisons with each file that is only a part of documents (XInclude, external entities) replaced by the
 * documents that it is a part of.
 */
function withWholes(
  comparisons: readonly Comparison[],
  others: readonly string[],
  before: Version,
  after: Version,
): Comparison[] {
  const isPart = ({ before: old, after: now }: Comparison): boolean => {
    const root = (now ?? old)?.tree?.root;
    return root !== undefined && isFragment(root);
  };
  const parts = comparisons.filter(isPart);
  const names = new Set([
    ...parts.flatMap(({ before: old, after: now }) => [old, now].map((each) => each?.path ?? '')),
    ...others.map((path) => join(after.project.root, ...path.split('/'))),
  ]);
  names.delete('');
  if (names.size === 0) return [...comparisons];
  const wholes = [...includers(after, names), ...includers(before, names)];
  const included = new Set(wholes.flatMap((document) => document.included));
  const found = new Map<string, Comparison>();
  for (const each of comparisons) {
    const path = (each.after ?? each.before)?.path ?? '';
    // A part that no document includes any more is still a file of its own.
    const isIncluded = [each.before, each.after].some(
      (document) => document !== undefined && included.has(document.path),
    );
    if (!(isIncluded && isPart(each))) found.set(path, each);
  }
  const sideOf = ({ project }: Version, path: string): ProjectDocument | undefined =>
    project.documents.find((document) => document.path === path);
  for (const { path } of wholes) {
    if (found.has(path) || included.has(path)) continue;
    found.set(path, { before: sideOf(before, path), after: sideOf(after, path) });
  }
  return [...found.values()];
}

/** The documents of a version that draw in one of some files. */
function includers(version: Version, paths: ReadonlySet<string>): ProjectDocument[] {
  const names = [...new Set([...paths].map((path) => Buffer.from(basename(path))))];
  const found: ProjectDocument[] = [];
  for (const [document, content] of version.contents()) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!bytes.includes('/XInclude') && !bytes.includes('<!DOCTYPE')) continue;
    if (!names.some((name) => bytes.includes(name))) continue;
    if (document.included.some((path) => paths.has(path))) found.push(document);
  }
  return found;
}

function brokenSide({ before, after }: Comparison): Unreadable | undefined {
  for (const [side, document] of [
    ['after', after],
    ['before', before],
  ] as const) {
    if (document !== undefined && document.tree === undefined) {
      return { file: document.file, side, problems: document.problems };
    }
  }
  return undefined;
}

/** The entries of the registers of a version, each register read when somebody points into it. */
class Registers {
  readonly #byPath: ReadonlyMap<string, ProjectDocument>;
  readonly #entries = new Map<string, ReadonlyMap<string, Entry>>();

  constructor(readonly version: Version) {
    this.#byPath = new Map(version.project.documents.map((each) => [each.path, each]));
  }

  /** The entry that a pointer in a document leads to, and the register that it is in. */
  find(
    pointer: string,
    from: ProjectDocument,
  ): { readonly entry: Entry; readonly register: ProjectDocument } | undefined {
    const hash = pointer.indexOf('#');
    if (hash < 0) return undefined;
    const register = this.#document(pointer.slice(0, hash), from);
    const entry = register && this.#entriesOf(register).get(pointer.slice(hash + 1));
    return entry && register && { entry, register };
  }

  #document(address: string, from: ProjectDocument): ProjectDocument | undefined {
    if (address === '') return from;
    try {
      return this.#byPath.get(resolve(dirname(from.path), decodeURIComponent(address)));
    } catch {
      return undefined;
    }
  }

  #entriesOf(register: ProjectDocument): ReadonlyMap<string, Entry> {
    let known = this.#entries.get(register.path);
    if (known === undefined) {
      const found = new Map<string, Entry>();
      for (const element of register.tree === undefined ? [] : descendants(register.tree)) {
        const id = attribute(element, 'xml:id')?.value;
        if (id !== undefined && entryElements.has(element.name.local)) {
          found.set(id, entryOf(element));
        }
      }
      this.#entries.set(register.path, found);
      known = found;
    }
    return known;
  }
}

function documentVersion(
  document: ProjectDocument | undefined,
  registers: Registers,
): DocumentVersion | undefined {
  if (document?.tree === undefined) return undefined;
  const { tree, file, kind } = document;
  return {
    tree,
    file,
    kind,
    nameOf: (pointer) => registers.find(pointer, document)?.entry.title,
    published: kind === 'edition' ? publishedDocument(document, registers) : undefined,
  };
}

function publishedDocument(document: ProjectDocument, registers: Registers): PublishedDocument {
  const { project } = registers.version;
  const folder = documentFolder(document);
  const entries = new Map<string, string>();
  for (const element of document.tree === undefined ? [] : descendants(document.tree)) {
    for (const pointer of (attribute(element, 'ref')?.value ?? '').split(/\s+/)) {
      const found = registers.find(pointer, document);
      if (found?.register.kind !== 'authority' || !hasAddress(found.entry.element)) continue;
      const { element: entry, identifier = '', what, title } = found.entry;
      entries.set(entryAnchor(entry.name.local, identifier), `${what} ${title}`);
    }
  }
  return {
    folder,
    files: publishedSources(project, document)
      .map(({ path }) => path)
      .filter((path) => path !== `${folder}/${document.name}.xml`),
    anchors: document.tree === undefined ? [] : anchorsOf(document.tree),
    entries,
  };
}

/** The editions show places, persons and organisations. */
function hasAddress({ name }: XmlElement): boolean {
  return name.local === 'place' || name.local === 'person' || name.local === 'org';
}

/** Names whose pointers only follow an entry to its new identifier, or a register to its new name, are linked as before. */
function withoutFollowers(documents: readonly DocumentChange[]): DocumentChange[] {
  const successors = new Map<string, string>();
  for (const { entries } of documents) {
    for (const { kind, file, identifier } of entries) {
      if (kind !== 'identifier' || identifier.before === undefined) continue;
      successors.set(`${basename(file)}#${identifier.before}`, identifier.after ?? '');
    }
  }
  const renamed = new Map<string, string>();
  for (const { file, from } of documents) {
    if (from !== undefined) renamed.set(basename(from), basename(file));
  }
  if (successors.size === 0 && renamed.size === 0) return [...documents];
  const follows = (change: NameChange): boolean => {
    if (change.kind !== 'relinked') return false;
    const [old, now] = [change.before?.pointer, change.after?.pointer].map((pointers) =>
      (pointers ?? '').split(/\s+/),
    ) as [string[], string[]];
    return (
      old.length === now.length &&
      old.every((pointer, index) => {
        const [file = '', id] = pointer.split('#');
        const [fileNow = '', idNow] = (now[index] ?? '').split('#');
        const isSameFile = file === fileNow || renamed.get(basename(file)) === basename(fileNow);
        const successor = successors.get(`${basename(fileNow)}#${id}`);
        return isSameFile && (id === idNow || successor === idNow);
      })
    );
  };
  return documents.map((document) => {
    const names = document.names.filter((change) => !follows(change));
    const count = document.names.length - names.length;
    if (count === 0) return document;
    const what = 'pointer that follows its entry';
    return { ...document, names, markup: [...document.markup, { what, count }] };
  });
}

/** Says on which pages the entries that changed are shown. */
function withShownOn(
  documents: readonly DocumentChange[],
  before: Version,
  after: Version,
): DocumentChange[] {
  const isWanted = ({ kind, entries }: DocumentChange): boolean =>
    kind === 'authority' && entries.length > 0;
  if (!documents.some(isWanted)) return [...documents];
  const registers = [...new Set(documents.filter(isWanted).map(({ file }) => basename(file)))];
  const pages = pagesByPointer(after, registers);
  const wasGone = documents.some(({ entries }) => entries.some(({ kind }) => kind === 'went'));
  const oldPages = wasGone ? pagesByPointer(before, registers) : pages;
  const shownOn = ({ kind, file, identifier }: EntryChange): readonly string[] => {
    const id = identifier.after ?? identifier.before;
    const found = (kind === 'went' ? oldPages : pages).get(`${basename(file)}#${id}`);
    return [...(found ?? [])].sort(compareText);
  };
  return documents.map((document) => {
    if (!isWanted(document)) return document;
    const entries = document.entries.map((entry) => ({ ...entry, shownOn: shownOn(entry) }));
    return { ...document, entries };
  });
}

/**
 * Which documents point to an entry, by the name of its file and its identifier: found without parsing them.
 *
 * @param registers the names of the files whose entries are wanted
 */
function pagesByPointer(
  version: Version,
  registers: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const needles = registers.map((name) => Buffer.from(`${name}#`));
  const pages = new Map<string, Set<string>>();
  for (const [document, content] of version.contents()) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!needles.some((needle) => bytes.includes(needle))) continue;
    const text = bytes.toString();
    // An authority file has no page.
    if (!text.includes('<body') && !text.includes(':body')) continue;
    for (const [, pointer = ''] of text.matchAll(/([^\s"'/<>]+\.xml#[^\s"'<>]+)/g)) {
      const known = pages.get(pointer);
      if (known === undefined) pages.set(pointer, new Set([document.file]));
      else known.add(document.file);
    }
  }
  return pages;
}

function sorted(others: readonly string[]): Changes['otherFiles'] {
  const stylesheets: string[] = [];
  const schemas: string[] = [];
  const rest: string[] = [];
  for (const path of [...others].sort(compareText)) {
    if (/^xslt\/|^imprimatur\.config\.json$/.test(path)) stylesheets.push(path);
    else if (/^schemas\/|^catalog\.xml$/.test(path)) schemas.push(path);
    else if (!path.startsWith('dist/')) rest.push(path);
  }
  return { stylesheets, schemas, others: rest };
}
