import { join, relative, resolve, sep } from 'node:path';
import { type ChangedFile, type Hunk, openRepository, type Repository } from '../git/index.js';
import { toldOnce } from '../integrity/index.js';
import { compareProblems, compareText, Failure, type Problem } from '../problems/index.js';
import { loadProject, type Project, type ProjectDocument, shownPath } from '../project/index.js';
import type { ReadPieces } from '../report/index.js';
import {
  checkNames,
  chooseDocuments,
  type ValidateOptions,
  type ValidationResult,
  validate,
} from '../validation/index.js';
import { statsOf } from '../xml/index.js';
import { recordBaseline } from './baseline.js';
import { compareWithBaseline } from './compare-with-baseline.js';
import { type EarlierFolder, makeEarlierFolder } from './earlier-folder.js';
import { type DocumentPair, earlierIdentifiers } from './earlier-identifiers.js';
import { marked } from './mark.js';
import { knownInSameLines, notAmong } from './same-lines.js';
import { touchedDocuments } from './touched.js';

/** What a change brought. */
export interface ChangeResult extends ValidationResult {
  /** The commit that the change is compared with: where it parted from the revision that was named. */
  readonly commit: string;
  /** How many files changed since. */
  readonly changedFiles: number;
  /** Problems of the checked documents that were there before. */
  readonly known: readonly Problem[];
  /** Why the earlier version could not be judged, where it could not: then all that was found is told. */
  readonly unjudged: Failure | undefined;
}

/** Gives, for a project, what reads its files by their shown paths. */
export type ReaderOf = (project: Project) => ReadPieces;

/**
 * Checks what changed since a revision, and finds what the change brought: problems that are there now and were not
 * before. The earlier version is judged as it was, with its own schemas and configuration.
 *
 * Schemas judge the documents that the change touches; integrity is checked in the whole project, since what is taken
 * away in one place is missed in another.
 *
 * @param rev compared is the commit at which the present state parted from it
 * @throws Failure when the project lies in no repository, or there is no such revision
 */
export async function validateSince(
  project: Project,
  rev: string,
  options: ValidateOptions,
  readerOf: ReaderOf,
): Promise<ChangeResult> {
  const repository = openRepository(project.root);
  if (repository === undefined) throw noRepository(project);
  const commit = repository.mergeBase(rev);
  const changes = repository.changedFiles(commit);
  const chosen = chooseDocuments(project, options.paths);
  const about = { commit, changedFiles: changes.length };
  if (changes.length === 0) return { ...nothing, ...about };
  const touched = touchedDocuments(chosen, project, changes, repository.root);
  const folder = makeEarlierFolder(project.root, repository, commit, changes);
  try {
    const before = earlierVersion(project, options, folder);
    const pairs = pairsOf(project, chosen, before.project, changes, repository, folder);
    const earlier = earlierIdentifiers(pairs, before.project, repository, rev, commit);
    const now = await check(project, { ...options, earlier }, touched, chosen.length);
    if (now.problems.length === 0 || before.project === undefined) {
      return told(now, now.problems, [], touched, about, before.failure);
    }
    const was = touched.flatMap((document) => pathBefore(document, changes, repository, folder));
    const asked = { ...optionsBefore(project, options, folder), paths: before.paths };
    const isAll = touched.length === chosen.length;
    const old = await judgeEarlier(before.project, asked, was, isAll);
    if (old instanceof Failure) return told(now, now.problems, [], touched, about, old);
    const names = namesBefore(changes, repository);
    const ofOld = {
      read: readerOf(before.project),
      pathOf: (file: string) => {
        const path = folder.placeOf(resolve(before.project?.workingDirectory ?? '', file));
        return inProject(names.get(path) ?? path, project);
      },
    };
    const ofNow = {
      read: readerOf(project),
      pathOf: (file: string) => inProject(resolve(project.workingDirectory, file), project),
      // Git has told which files were renamed.
      isThere: () => true,
    };
    const compared = compareWithBaseline(now.problems, recordBaseline(old, '', ofOld), ofNow);
    const there = knownInSameLines(
      [...marked(compared.fresh, ofNow)],
      compared.fresh.length === 0 ? [] : notAmong(marked(old, ofOld), compared.rest.recorded),
      hunksByFile(project, repository, commit, changes),
    );
    const isKnown = new Set([...compared.known, ...there]);
    const fresh = now.problems.filter((problem) => !isKnown.has(problem));
    return told(now, fresh, [...isKnown].sort(compareProblems), touched, about, undefined);
  } finally {
    folder.discard();
  }
}

const nothing: Omit<ChangeResult, 'commit' | 'changedFiles'> = {
  problems: [],
  brokenRules: [],
  documents: [],
  schemas: [],
  withoutSchema: [],
  known: [],
  unjudged: undefined,
};

function noRepository({ root, workingDirectory }: Project): Failure {
  const shown = shownPath(root, workingDirectory);
  return new Failure(
    `${shown === '.' ? 'This folder' : shown} lies in no repository of git, so nothing can be told since a revision.`,
    { help: 'Leave out --since, or put the project under version control: git init.' },
  );
}

function told(
  now: ValidationResult,
  fresh: readonly Problem[],
  known: readonly Problem[],
  touched: readonly ProjectDocument[],
  about: Pick<ChangeResult, 'commit' | 'changedFiles'>,
  unjudged: Failure | undefined,
): ChangeResult {
  const isBroken = new Set(now.brokenRules);
  // Rules that cannot be applied keep documents from being checked, whoever broke them.
  const problems = [...fresh, ...known.filter((problem) => isBroken.has(problem))];
  const files = new Set(problems.map(({ file }) => file));
  const isTold = new Set(touched);
  return {
    ...now,
    problems: problems.sort(compareProblems),
    known: known.filter((problem) => !isBroken.has(problem)),
    documents: now.documents.filter((each) => isTold.has(each) || files.has(each.file)),
    withoutSchema: now.withoutSchema.filter((each) => isTold.has(each)),
    unjudged,
    ...about,
  };
}

/** Checks the touched documents by schemas, and integrity in all. */
async function check(
  project: Project,
  options: ValidateOptions,
  touched: readonly ProjectDocument[],
  all: number,
): Promise<ValidationResult> {
  if (touched.length === all) return validate(project, options);
  const names = options.checks ?? checkNames;
  const bySchemas = names.filter((name) => name !== 'integrity');
  const paths = touched.map(({ path }) => path);
  const bySchema =
    paths.length === 0
      ? nothing
      : await validate(project, { ...options, paths, checks: bySchemas, earlier: undefined });
  if (!names.includes('integrity')) return bySchema;
  const together = await validate(project, { ...options, checks: ['integrity'] });
  // Whether documents are well-formed is told twice.
  const schema = bySchema.problems.filter(({ code }) => !/^xml\//.test(code));
  return {
    ...together,
    problems: toldOnce(schema, together.problems).sort(compareProblems),
    brokenRules: bySchema.brokenRules,
    schemas: bySchema.schemas,
    withoutSchema: bySchema.withoutSchema,
  };
}

/** The project as it was; none where there was nothing yet, or what was there is no project. */
function earlierVersion(
  project: Project,
  { paths = [] }: ValidateOptions,
  folder: EarlierFolder,
): {
  readonly project: Project | undefined;
  /** The paths that were asked for, as far as there was something at them. */
  readonly paths: readonly string[];
  readonly failure: Failure | undefined;
} {
  const named = whatWas(paths, project, folder);
  const root = folder.pathOf(project.root);
  const isThere = paths.length > 0 ? named.length > 0 : statsOf(join(root, 'tei')) !== undefined;
  if (!isThere) return { project: undefined, paths: named, failure: undefined };
  try {
    const workingDirectory = folder.pathOf(project.workingDirectory);
    const earlier = loadProject(root, { workingDirectory, paths: named });
    return { project: earlier, paths: named, failure: undefined };
  } catch (error) {
    if (error instanceof Failure) return { project: undefined, paths: named, failure: error };
    throw error;
  }
}

/** Where what lies at paths now was then; what was not there is left out. */
function whatWas(
  paths: readonly string[],
  { workingDirectory }: Project,
  folder: EarlierFolder,
): readonly string[] {
  return paths
    .map((path) => folder.pathOf(resolve(workingDirectory, path)))
    .filter((path) => statsOf(path) !== undefined);
}

/** What was asked for, for the earlier version: by its own schemas, in silence. */
function optionsBefore(
  project: Project,
  { schemas, checks, engine, phase, jobs, online }: ValidateOptions,
  folder: EarlierFolder,
): ValidateOptions {
  const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(path);
  const were = schemas?.flatMap((path) =>
    isAddress(path) ? [path] : whatWas([path], project, folder),
  );
  return { schemas: were?.length === 0 ? undefined : were, checks, engine, phase, jobs, online };
}

/**
 * What was wrong in the earlier version.
 *
 * @param was the paths that the touched documents had
 * @param isAll whether the change touches all documents
 */
async function judgeEarlier(
  earlier: Project,
  options: ValidateOptions,
  was: readonly string[],
  isAll: boolean,
): Promise<readonly Problem[] | Failure> {
  const here = new Map(earlier.documents.map((document) => [document.path, document]));
  const touched = was.flatMap((path) => here.get(path) ?? []);
  const all = isAll ? touched.length : Number.POSITIVE_INFINITY;
  try {
    return (await check(earlier, options, touched, all)).problems;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function pathBefore(
  { path }: ProjectDocument,
  changes: readonly ChangedFile[],
  { root }: Repository,
  folder: EarlierFolder,
): readonly string[] {
  const change = changes.find((each) => join(root, ...each.path.split('/')) === path);
  if (change?.status === 'added') return [];
  return [folder.pathOf(change?.from === undefined ? path : join(root, ...change.from.split('/')))];
}

/** The present paths of renamed files by those that they had. */
function namesBefore(
  changes: readonly ChangedFile[],
  { root }: Repository,
): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ path, from }) =>
      from === undefined ? [] : [[join(root, ...from.split('/')), join(root, ...path.split('/'))]],
    ),
  );
}

function inProject(path: string, { root }: Project): string {
  return relative(root, path).split(sep).join('/');
}

/** The changed lines of each file, by its path in the project; asked of git once. */
function hunksByFile(
  project: Project,
  repository: Repository,
  commit: string,
  changes: readonly ChangedFile[],
): (file: string) => readonly Hunk[] {
  const byFile = new Map(
    changes.map((change) => [inProject(join(repository.root, change.path), project), change]),
  );
  const known = new Map<string, readonly Hunk[]>();
  return (file) => {
    let hunks = known.get(file);
    if (hunks === undefined) {
      const change = byFile.get(file);
      const isBoth = change?.status === 'modified' || change?.status === 'renamed';
      hunks = isBoth ? repository.hunks(commit, change.path, change.from ?? change.path) : [];
      known.set(file, hunks);
    }
    return hunks;
  };
}

/** The changed documents, as they are and as they were. */
function pairsOf(
  project: Project,
  chosen: readonly ProjectDocument[],
  earlier: Project | undefined,
  changes: readonly ChangedFile[],
  { root }: Repository,
  folder: EarlierFolder,
): readonly DocumentPair[] {
  const nowByPath = new Map(chosen.map((document) => [document.path, document]));
  const beforeByPath = new Map(earlier?.documents.map((document) => [document.path, document]));
  return changes
    .flatMap((change) => {
      const path = join(root, ...change.path.split('/'));
      const from = join(root, ...(change.from ?? change.path).split('/'));
      const now = nowByPath.get(path);
      const before = change.status === 'added' ? undefined : beforeByPath.get(folder.pathOf(from));
      if (now === undefined && before === undefined) return [];
      return [{ change, now, before, path, file: shownPath(path, project.workingDirectory) }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}
