import { join, resolve } from 'node:path';
import { type ChangedFile, openRepository, type Repository } from '../git/index.js';
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
import { isWithin, statsOf } from '../xml/index.js';
import { type DocumentsBefore, documentsBefore } from './documents-before.js';
import { type EarlierFolder, makeEarlierFolder } from './earlier-folder.js';
import { type DocumentPair, earlierIdentifiers } from './earlier-identifiers.js';
import { isBesideTheProject, touchedDocuments } from './touched.js';
import { whatIsNew } from './what-is-new.js';

/** What a change brought. */
export interface ChangeResult extends ValidationResult {
  /** The commit that the change is compared with: where it parted from the revision that was named. */
  readonly commit: string;
  /** How many files changed since. */
  readonly changedFiles: number;
  /** Problems that were there before, of the documents that the change touches or breaks. */
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
  if (touched.length === 0 && isBesideTheProject(project, changes, repository.root)) {
    return { ...nothing, ...about };
  }
  const folder = makeEarlierFolder(project.root, repository, commit, changes);
  try {
    const before = earlierVersion(project, options, folder);
    const pairs = pairsOf(
      project,
      chosen,
      before.project,
      changes,
      repository,
      folder,
      options.paths,
    );
    const earlier = earlierIdentifiers(pairs, before.project, repository, rev, commit);
    const isAll = touched.length === chosen.length;
    const were = [
      ...touched.flatMap((document) => pathBefore(document, changes, repository, folder)),
      ...pairs.flatMap(({ now, isChecked, before: was }) =>
        now === undefined && isChecked ? (was?.path ?? []) : [],
      ),
    ];
    const documents =
      before.project === undefined || isAll
        ? undefined
        : documentsBefore(were, before.project, folder, changes, repository);
    const now = await check(project, { ...options, earlier, before: documents }, touched, isAll);
    if (now.problems.length === 0 || before.project === undefined) {
      return told(now, now.problems, [], touched, about, before.failure);
    }
    const asked = { ...optionsBefore(project, options, folder), paths: before.paths };
    const untouched = untouchedFiles(project, touched, changes, repository);
    const old = await failing(async () =>
      documents === undefined
        ? (await validate(before.project as Project, asked)).problems
        : problemsBefore(now, documents, were, before.project as Project, asked, untouched),
    );
    if (old instanceof Failure) return told(now, now.problems, [], touched, about, old);
    const { fresh, known } = whatIsNew(now.problems, old, {
      project,
      repository,
      commit,
      changes,
      readNow: readerOf(project),
      readBefore: readerOf(before.project),
    });
    return told(now, fresh, known, touched, about, undefined);
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
  const looked = new Set([...files, ...touched.map(({ file }) => file)]);
  return {
    ...now,
    problems: problems.sort(compareProblems),
    known: known.filter((problem) => !isBroken.has(problem) && looked.has(problem.file)),
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
  isAll: boolean,
): Promise<ValidationResult> {
  if (isAll) return validate(project, options);
  const names = options.checks ?? checkNames;
  const paths = touched.map(({ path }) => path);
  const bySchema = await checkBySchemas(project, options, paths);
  if (!names.includes('integrity')) return bySchema;
  const together = await validate(project, { ...options, checks: ['integrity'] });
  // Whether documents are well-formed is told twice.
  const schema = bySchema.problems.filter((problem) => !isOfXml(problem));
  return {
    ...together,
    problems: toldOnce(schema, together.problems).sort(compareProblems),
    brokenRules: bySchema.brokenRules,
    schemas: bySchema.schemas,
    withoutSchema: bySchema.withoutSchema,
  };
}

/** Checks documents by schemas alone. */
async function checkBySchemas(
  project: Project,
  options: ValidateOptions,
  paths: readonly string[],
): Promise<ValidationResult> {
  if (paths.length === 0) return nothing;
  const checks = (options.checks ?? checkNames).filter((name) => name !== 'integrity');
  return validate(project, { ...options, paths, checks, earlier: undefined, before: undefined });
}

/**
 * What was wrong in an earlier version of which most is as it is now.
 *
 * @param now what is wrong today
 * @param were the paths that the touched documents had
 * @param untouched whether a file, as it is shown, has neither changed nor includes one that has
 */
async function problemsBefore(
  now: ValidationResult,
  documents: DocumentsBefore,
  were: readonly string[],
  earlier: Project,
  options: ValidateOptions,
  untouched: (file: string) => boolean,
): Promise<readonly Problem[]> {
  const here = new Set(earlier.documents.map(({ path }) => path));
  const paths = were.filter((path) => here.has(path));
  const { problems } = await checkBySchemas(earlier, options, paths);
  const schema = problems.filter((problem) => !isOfXml(problem));
  const unsound = toldOnce(schema, now.before ?? []);
  return [
    ...unsound,
    ...documents.problems,
    ...now.problems.filter((each) => isOfXml(each) && untouched(each.file)),
  ];
}

function untouchedFiles(
  { workingDirectory }: Project,
  touched: readonly ProjectDocument[],
  changes: readonly ChangedFile[],
  { root }: Repository,
): (file: string) => boolean {
  const files = new Set([
    ...touched.map(({ file }) => file),
    ...changes.map(({ path }) => shownPath(join(root, path), workingDirectory)),
  ]);
  return (file) => !files.has(file);
}

function isOfXml({ code }: Problem): boolean {
  return code.split('/')[0] === 'xml';
}

/** What comes of some work, or the failure that ended it. */
async function failing<Result>(work: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
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

/** The changed documents, as they are and as they were. */
function pairsOf(
  project: Project,
  chosen: readonly ProjectDocument[],
  earlier: Project | undefined,
  changes: readonly ChangedFile[],
  { root }: Repository,
  folder: EarlierFolder,
  paths: readonly string[] | undefined,
): readonly DocumentPair[] {
  const nowByPath = new Map(project.documents.map((document) => [document.path, document]));
  const isChosen = new Set(chosen);
  const named = (paths ?? []).map((path) => resolve(project.workingDirectory, path));
  const beforeByPath = new Map(earlier?.documents.map((document) => [document.path, document]));
  return changes
    .flatMap((change) => {
      const path = join(root, ...change.path.split('/'));
      const from = join(root, ...(change.from ?? change.path).split('/'));
      const now = nowByPath.get(path);
      const before = change.status === 'added' ? undefined : beforeByPath.get(folder.pathOf(from));
      if (now === undefined && before === undefined) return [];
      const isChecked =
        now === undefined
          ? named.length === 0 || named.some((folder) => isWithin(path, folder))
          : isChosen.has(now);
      const file = shownPath(path, project.workingDirectory);
      return [{ change, now, before, path, file, isChecked }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}
