import { existsSync } from 'node:fs';
import type { DocumentFacts, EarlierVersion, FactsOfProject } from '../integrity/index.js';
import type { Problem } from '../problems/index.js';
import { mayInclude, type Project, type ProjectDocument, readDocument } from '../project/index.js';
import { readSource } from '../xml/index.js';
import { type EarlierDocuments, factsBefore } from './facts-before.js';
import { type IntegrityReader, slashed } from './integrity-reader.js';
import type { KeptJudgement } from './judged.js';
import { PackedStore } from './packed-store.js';
import { SharedStrings } from './shared-strings.js';

/** Documents that have been judged by themselves, among all of their project. */
export interface JudgedDocuments {
  readonly project: Project;
  /** What was found in each of those that were chosen, parts among them. */
  readonly judged: ReadonlyMap<ProjectDocument, KeptJudgement>;
  /** Those of the chosen that are to be told of. */
  readonly documents: readonly ProjectDocument[];
  /** What the project was before, where that is known. */
  readonly earlier?: EarlierVersion | undefined;
  /** What was there in place of what is there now, where that is to be judged as well. */
  readonly before?: EarlierDocuments | undefined;
  /** Whether the web is asked. */
  readonly online?: boolean | undefined;
}

/** What is found in documents that are judged together. */
export interface JudgedTogether {
  readonly problems: readonly Problem[];
  /** What the rules of integrity found before, where that was to be judged, and anything is wrong now. */
  readonly before: readonly Problem[];
}

/**
 * Judges documents together by the rules of integrity: what was gathered of each when it was judged by itself is
 * enough. Of the project's other documents those are read that a rule asks for, because a pointer leads there.
 *
 * @param found what schemas find in the documents
 * @returns this, and what the rules find, each mistake once; and what keeps other documents, which these point into,
 *   from being well-formed: no pointer into such a register resolves
 */
export async function judgeTogether(
  among: JudgedDocuments,
  found: readonly Problem[],
  reader: IntegrityReader,
): Promise<JudgedTogether> {
  const others = new OtherDocuments(among, reader);
  const { project, judged, documents, earlier, before, online } = among;
  const subjects = documents.flatMap((document) => judged.get(document)?.facts() ?? []);
  const isBroken = (document: ProjectDocument): boolean =>
    judged.get(document)?.isWellFormed === false;
  const isAll = judged.size === project.documents.length;
  const facts: FactsOfProject = {
    subjects,
    paths: project.documents.flatMap((document) =>
      isBroken(document) ? [] : [slashed(document.path)],
    ),
    // Parts are checked where they are included. Of what is not well-formed nobody knows what it points to.
    isWhole: isAll && !documents.some(isBroken),
    document: (path) => others.facts(path),
    identifiers: (path) => others.identifiers(path),
    fileExists: (path) => others.exists(path),
    earlier,
    web: online === true ? await reader.askWeb(subjects) : undefined,
  };
  const unsound = reader.judge(facts);
  const problems = [...reader.toldOnce(found, unsound), ...others.brokenAmong(subjects)];
  if (before === undefined || problems.length === 0) return { problems, before: [] };
  const isStillBroken = (document: ProjectDocument): boolean =>
    isBroken(document) && !before.trees.has(slashed(document.path));
  const wasWhole = isAll && !documents.some(isStillBroken);
  return { problems, before: reader.judge(factsBefore(facts, before, wasWhole, reader)) };
}

/** The documents of a project that are not checked, each read when a rule first asks for it. */
class OtherDocuments {
  readonly #judged: JudgedDocuments['judged'];
  readonly #project: Project;
  readonly #reader: IntegrityReader;
  readonly #store = new PackedStore(new SharedStrings());
  readonly #byPath: ReadonlyMap<string, ProjectDocument>;
  readonly #read = new Map<ProjectDocument, DocumentFacts | undefined>();
  readonly #exists = new Map<string, boolean>();

  constructor({ project, judged }: JudgedDocuments, reader: IntegrityReader) {
    this.#project = project;
    this.#judged = judged;
    this.#reader = reader;
    this.#byPath = new Map(project.documents.map((document) => [slashed(document.path), document]));
  }

  /** What rules keep of a document; `undefined` when it is none of the project's, or not well-formed. */
  facts(path: string): DocumentFacts | undefined {
    const document = this.#byPath.get(path);
    if (document === undefined) return undefined;
    const judged = this.#judged.get(document);
    if (judged !== undefined) return judged.facts();
    if (!this.#read.has(document)) this.#read.set(document, this.#gather(document));
    return this.#read.get(document);
  }

  /** The identifiers of a document, for suggestions: not worth a tree, unless other files may hold some of them. */
  identifiers(path: string): Iterable<string> {
    const document = this.#byPath.get(path);
    if (document === undefined) return [];
    if (!this.#judged.has(document) && !this.#read.has(document)) {
      const { text } = readSource(document.path, document.file);
      if (!mayInclude(text)) return this.#reader.identifiersInText(text);
    }
    return this.facts(path)?.identifiers.keys() ?? [];
  }

  /** Whether there is a file. */
  exists(path: string): boolean {
    let exists = this.#byPath.has(path) || this.#exists.get(path);
    if (exists === undefined) {
      exists = existsSync(path);
      this.#exists.set(path, exists);
    }
    return exists;
  }

  /** What is wrong with the documents that were asked for, that some pointer leads to, and that are not well-formed. */
  brokenAmong(subjects: readonly DocumentFacts[]): readonly Problem[] {
    const broken = [...this.#read].flatMap(([document, facts]) =>
      facts === undefined ? [document] : [],
    );
    if (broken.length === 0) return [];
    const pointed = new Set(subjects.flatMap(({ links }) => links.map(({ path }) => path)));
    return broken
      .filter(({ path }) => pointed.has(slashed(path)))
      .flatMap(({ problems }) => problems);
  }

  #gather(document: ProjectDocument): DocumentFacts | undefined {
    const { path, file } = document;
    // One that is not in memory yet does not stay there.
    const tree = document.isRead ? document.tree : readDocument(path, file, this.#project).document;
    return tree === undefined
      ? undefined
      : (this.#store.add(this.#reader.read(tree, path))() as DocumentFacts);
  }
}
