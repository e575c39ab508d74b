import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Repository } from '../git/index.js';
import { compareText, type Problem } from '../problems/index.js';
import {
  type DocumentKind,
  documentKind,
  mayInclude,
  type Project,
  type ProjectDocument,
  type ReadDocument,
  readDocument,
  shownPath,
} from '../project/index.js';
import { decodeSource, type SourceText, type XmlDocument } from '../xml/index.js';

/** A project as it was or is: what the two sides of a comparison are. */
export interface Version {
  /** How it is called: a revision, "the working tree". */
  readonly name: string;
  readonly project: Project;
  /** The bytes of each document, as cheaply as they are to be had: nothing is parsed. */
  contents(): Iterable<readonly [document: ProjectDocument, content: Uint8Array]>;
  /** Frees what was laid aside to read it. */
  dispose(): void;
}

/** The project as it lies in its folder. */
export function workingVersion(project: Project): Version {
  return {
    name: 'the working tree',
    project,
    *contents() {
      for (const document of project.documents) {
        yield [document, readFileSync(document.path)] as const;
      }
    },
    dispose() {},
  };
}

/**
 * The project as it was at a revision. Its documents are read when they are first asked for; their paths are those
 * that they have, or would have, in the working tree.
 *
 * @param project the project as it lies in its folder: where it is, how paths are shown
 * @param name how the revision is called
 * @param sameAs the document of another version in which the file is the same, where there is one
 */
export function revisionVersion(
  repository: Repository,
  rev: string,
  project: Project,
  name: string,
  sameAs: (path: string) => ProjectDocument | undefined = () => undefined,
): Version {
  const store = new RevisionFiles(repository, rev, project);
  const paths = store.below('tei').filter((path) => path.endsWith('.xml') && !isHidden(path));
  const documents = paths
    .map(
      (path) => new RevisionDocument(join(project.root, ...path.split('/')), path, store, sameAs),
    )
    .sort((a, b) => compareText(a.path, b.path));
  return {
    name,
    project: { ...project, documents },
    *contents() {
      const byPath = new Map(documents.map((document) => [document.projectPath, document]));
      for (const [path, content] of store.contents(paths)) {
        const document = byPath.get(path);
        if (document !== undefined) yield [document, content] as const;
      }
    },
    dispose: () => store.dispose(),
  };
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

/** The files of a project at a revision, by their paths relative to the project. */
class RevisionFiles {
  /** The way from the root of the repository to that of the project. */
  readonly #prefix: string;
  readonly #read = new Map<string, Uint8Array>();
  #mirror: string | undefined;

  constructor(
    readonly repository: Repository,
    readonly rev: string,
    readonly project: Project,
  ) {
    this.#prefix = projectPrefix(repository, project);
  }

  below(folder: string): string[] {
    const inRepository = posix.join(this.#prefix, folder);
    return this.repository
      .filesAt(this.rev, inRepository === '.' ? '' : inRepository)
      .map((path) => (this.#prefix === '' ? path : path.slice(this.#prefix.length + 1)));
  }

  content(path: string): Uint8Array {
    const known = this.#read.get(path);
    if (known !== undefined) return known;
    for (const [, content] of this.contents([path])) return content;
    throw new Error(`${path} is not there at ${this.rev}.`);
  }

  /** Reads files at once that will be asked for. */
  prefetch(paths: readonly string[]): void {
    for (const [path, content] of this.contents(paths)) this.#read.set(path, content);
  }

  *contents(paths: readonly string[]): IterableIterator<readonly [string, Uint8Array]> {
    const inRepository = paths.map((path) => posix.join(this.#prefix, path));
    for (const [path, content] of this.repository.filesContent(this.rev, inRepository)) {
      yield [this.#prefix === '' ? path : path.slice(this.#prefix.length + 1), content];
    }
  }

  /** A folder with all files of the project, for a document that draws others in. */
  get mirror(): string {
    if (this.#mirror !== undefined) return this.#mirror;
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imprimatur-changes-')));
    this.#mirror = folder;
    for (const [path, content] of this.contents(this.below(''))) {
      const place = join(folder, ...path.split('/'));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    return folder;
  }

  dispose(): void {
    if (this.#mirror !== undefined) rmSync(this.#mirror, { recursive: true, force: true });
    this.#mirror = undefined;
  }
}

/** The way from the root of a repository to a project in it, with `/` between its parts; empty where they are one. */
export function projectPrefix(repository: Repository, project: Project): string {
  return relative(repository.root, project.root).split(sep).join('/');
}

/** Reads documents of a revision at once that will be asked for. */
export function prefetch(documents: readonly ProjectDocument[]): void {
  const waiting = documents.filter(
    (document): document is RevisionDocument =>
      document instanceof RevisionDocument && !document.isRead,
  );
  const [first] = waiting;
  first?.store.prefetch(waiting.map(({ projectPath }) => projectPath));
}

/** A document of a project as it was at a revision. */
class RevisionDocument implements ProjectDocument {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  #read: ReadDocument | undefined;
  #kind: DocumentKind | undefined;

  /**
   * @param path where it lies, or would lie, in the working tree
   * @param projectPath the same, relative to the project
   * @param sameAs as in `revisionVersion`
   */
  constructor(
    readonly path: string,
    readonly projectPath: string,
    readonly store: RevisionFiles,
    readonly sameAs: (path: string) => ProjectDocument | undefined,
  ) {
    this.file = shownPath(path, store.project.workingDirectory);
    this.name = basename(path).replace(/\.xml$/, '');
    this.folder = posix.dirname(projectPath).split('/').slice(1).join('/');
  }

  get source(): SourceText {
    return this.#content.source;
  }

  get tree(): XmlDocument | undefined {
    return this.#content.document;
  }

  get problems(): readonly Problem[] {
    return this.#content.problems;
  }

  get included(): readonly string[] {
    return this.#content.included;
  }

  get kind(): DocumentKind {
    this.#kind ??= this.tree === undefined ? 'edition' : documentKind(this.tree);
    return this.#kind;
  }

  get isRead(): boolean {
    return this.#read !== undefined;
  }

  get #content(): ReadDocument {
    this.#read ??= this.#readIt();
    return this.#read;
  }

  #readIt(): ReadDocument {
    const { project } = this.store;
    const same = this.sameAs(this.path);
    if (same !== undefined && !mayInclude(same.source.text)) {
      const { source, problems, tree } = same;
      return { source, problems, included: [], ...(tree === undefined ? {} : { document: tree }) };
    }
    const source = decodeSource(this.store.content(this.projectPath), this.file);
    if (!mayInclude(source.text)) return readDocument(this.path, this.file, project, source);
    // What it draws in must be as it was too.
    const { mirror } = this.store;
    const inMirror = (path: string): string => resolve(mirror, relative(project.root, path));
    const context = {
      root: mirror,
      workingDirectory: inMirror(project.workingDirectory),
      configuration: project.configuration,
    };
    const read = readDocument(inMirror(this.path), this.file, context, source);
    const included = read.included.map((path) => resolve(project.root, relative(mirror, path)));
    return { ...read, included };
  }
}
