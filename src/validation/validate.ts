import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { checkIntegrity, toldOnce } from '../integrity/index.js';
import { compareProblems, compareText, Failure, nearest, type Problem } from '../problems/index.js';
import {
  namedFiles,
  type Project,
  type ProjectDocument,
  partsOf,
  pathsOfWholes,
  pointedDocuments,
  type SchemaLanguage,
  shownPath,
} from '../project/index.js';
import { type EngineName, list, type SchemaFile } from '../relaxng/index.js';
import type { XmlDocument } from '../xml/index.js';
import { judgeContext } from './judge-context.js';
import { judgeDocuments, type Progress } from './judge-documents.js';
import type { Judged } from './judged.js';

/** The languages of schemas by which documents are judged. */
const schemaLanguages = ['relaxng', 'xsd', 'dtd', 'schematron'] as const;

/** What can be checked besides well-formedness, which always is. */
export const checkNames = [...schemaLanguages, 'integrity'] as const;
export type CheckName = (typeof checkNames)[number];

export interface ValidateOptions {
  /** Files and folders to check, relative to the working directory: all sources of `tei/` unless said. */
  readonly paths?: readonly string[] | undefined;
  /** Schemas that take the place of those the documents name and of `schemas/`. */
  readonly schemas?: readonly string[] | undefined;
  /** The checks to run: all unless said. */
  readonly checks?: readonly string[] | undefined;
  /** The engine that judges by RELAX NG: our own (`imprimatur`) unless said. */
  readonly engine?: EngineName | undefined;
  /** The phase of Schematron schemas that stand alone: their own default phase, or all patterns, unless said. */
  readonly phase?: string | undefined;
  /**
   * How many threads judge documents side by side, the calling one counted: as many as there are processors, where
   * there is enough to judge, unless said. What is found does not depend on it.
   */
  readonly jobs?: number | undefined;
  /** Hears now and then how far it has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface ValidationResult {
  /** Sorted by file, then place. */
  readonly problems: readonly Problem[];
  /** The documents that were checked, sorted by path. */
  readonly documents: readonly ProjectDocument[];
  /** The schemas by which they were judged, sorted by path. */
  readonly schemas: readonly SchemaFile[];
  /** The documents for which there is no schema, where schemas were to judge. */
  readonly withoutSchema: readonly ProjectDocument[];
  /** Those of the problems that lie in rules of a Schematron schema, which could not be applied. */
  readonly brokenRules: readonly Problem[];
}

/**
 * Checks documents of a project: that they are well-formed, valid by their schemas and sound in themselves and with
 * one another. Where single files are asked for, the other documents still serve to resolve pointers. A file that is a
 * part of others, which include it, is judged with them.
 *
 * Which schemas judge a document: those of `options.schemas`; failing these, those that the document names in
 * `<?xml-model?>` instructions; failing these, those of `schemas/`. The DTD of its DOCTYPE judges besides.
 *
 * @throws Failure when there is nothing at a path, a schema is not a schema, or there is no check of a name
 */
export async function validate(
  project: Project,
  options: ValidateOptions = {},
): Promise<ValidationResult> {
  const checks = chooseChecks(options.checks);
  const chosen = chooseDocuments(project, options.paths);
  const checksIntegrity = checks.has('integrity');
  let unsound: readonly Problem[] = [];
  const checkTogether = (): void => {
    if (checksIntegrity)
      unsound = checkIntegrityOf(project, withoutParts(project, chosen, options));
  };
  let judged: readonly Judged[] | undefined;
  const languages = schemaLanguages.filter((language) => checks.has(language));
  if (languages.length > 0) {
    judged = await judgeAll(project, chosen, options, languages, checksIntegrity, checkTogether);
  } else {
    checkTogether();
  }
  const mayHaveParts =
    checksIntegrity ||
    judged === undefined ||
    judged.some(({ isFragment, problems }) => isFragment && problems.length > 0);
  const paths = mayHaveParts ? pathsOfWholes(project, options.paths ?? []) : [];
  // A part that is named stands for the documents that include it: by itself it says too little to be judged.
  if (paths.some((path) => !options.paths?.includes(path)))
    return validate(project, { ...options, paths });
  const documents = mayHaveParts ? withoutParts(project, chosen, options) : chosen;
  const whole = new Set(documents);
  const kept = judged?.filter((_, index) => whole.has(chosen[index] as ProjectDocument));
  const problems = toldOnce(
    (kept ?? documents).flatMap((each) => each.problems),
    unsound,
  );
  if (checksIntegrity) problems.push(...brokenRegisters(project, documents));
  const each = eachOnce(problems);
  return {
    problems: each,
    brokenRules: each.filter(({ code }) => code === 'schematron/broken-rule'),
    documents,
    schemas: schemasOf(kept ?? []),
    withoutSchema: documents.filter((_, index) => kept?.[index]?.isWithoutSchema),
  };
}

/**
 * The documents without those that are parts of others, which are judged where they are included; what is named by
 * itself stays.
 */
function withoutParts(
  project: Project,
  documents: readonly ProjectDocument[],
  { paths = [] }: ValidateOptions,
): readonly ProjectDocument[] {
  const parts = partsOf(project);
  if (parts.size === 0) return documents;
  const named = new Set(paths.map((path) => resolve(project.workingDirectory, path)));
  return documents.filter((document) => !parts.has(document) || named.has(document.path));
}

/** Problems sorted by file, then place; what several documents have to say of one file that they include, once. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const kept: Problem[] = [];
  for (const problem of [...problems].sort(compareProblems)) {
    let at = kept.length - 1;
    while (at >= 0 && isSamePlace(kept[at], problem) && !saysTheSame(kept[at], problem)) at--;
    if (at < 0 || !isSamePlace(kept[at], problem)) kept.push(problem);
  }
  return kept;
}

function isSamePlace(a: Problem | undefined, b: Problem): boolean {
  return a?.line === b.line && a.column === b.column && a.file === b.file;
}

function saysTheSame(a: Problem | undefined, b: Problem): boolean {
  return (
    a?.code === b.code &&
    a.message === b.message &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}

/** The schemas by which documents were judged, sorted by path. */
function schemasOf(judged: readonly Judged[]): readonly SchemaFile[] {
  const used = new Map(judged.flatMap((each) => each.schemas).map((each) => [each.path, each]));
  return [...used.values()].sort((a, b) => compareText(a.path, b.path));
}

/** Judges each document by itself, and checks them together meanwhile. */
async function judgeAll(
  project: Project,
  documents: readonly ProjectDocument[],
  options: ValidateOptions,
  languages: readonly SchemaLanguage[],
  wantsTrees: boolean,
  meanwhile: () => void,
): Promise<readonly Judged[]> {
  const context = judgeContext(project, options, languages);
  const { jobs, onProgress } = options;
  const judging = { jobs, onProgress, wantsTrees, meanwhile };
  return judgeDocuments(documents, context, judging);
}

/**
 * The documents of a project that paths name; all of `tei/` when there are none.
 *
 * @throws Failure when there is nothing at a path
 */
export function chooseDocuments(
  project: Project,
  paths: readonly string[] | undefined,
): readonly ProjectDocument[] {
  if (paths === undefined || paths.length === 0) return project.documents;
  const named = new Set(
    namedFiles(
      paths.map((path) => resolve(project.workingDirectory, path)),
      (path) => shownPath(path, project.workingDirectory),
    ),
  );
  const chosen = project.documents.filter(({ path }) => named.delete(path));
  for (const path of named) {
    throw new Failure(
      `${shownPath(path, project.workingDirectory)} was not loaded with the project.`,
      { help: 'Name it in the paths of loadProject too.' },
    );
  }
  return chosen;
}

function chooseChecks(names: readonly string[] | undefined): ReadonlySet<string> {
  for (const name of names ?? []) {
    if (checkNames.some((known) => known === name)) continue;
    const meant = nearest(name, checkNames);
    throw new Failure(`There is no check "${name}".`, {
      help: `${meant === undefined ? '' : `Did you mean ${meant}? `}The checks are ${list(checkNames, 'and', checkNames.length)}.`,
    });
  }
  return new Set(names ?? checkNames);
}

type WellFormedDocument = ProjectDocument & { readonly tree: XmlDocument };

function isWellFormed(document: ProjectDocument): document is WellFormedDocument {
  return document.tree !== undefined;
}

/** Integrity, with every well-formed document of the project to point into. */
function checkIntegrityOf(project: Project, documents: readonly ProjectDocument[]): Problem[] {
  // What points into a file that is not well-formed is not to be blamed for it: see brokenRegisters.
  const broken = project.documents.filter((document) => !isWellFormed(document));
  const unreadable = new Set(broken.map(({ path }) => slashed(path)));
  return checkIntegrity(
    project.documents
      .filter(isWellFormed)
      .map(({ path, tree }) => ({ path: slashed(path), document: tree })),
    {
      report: new Set(documents.map(({ path }) => slashed(path))),
      fileExists: (path) => unreadable.has(path) || existsSync(path),
      rules: project.configuration.rules,
    },
  );
}

/** What is wrong with files that the chosen documents point into and that are not well-formed: no pointer resolves. */
function brokenRegisters(project: Project, chosen: readonly ProjectDocument[]): Problem[] {
  const others = project.documents.filter((each) => !isWellFormed(each) && !chosen.includes(each));
  if (others.length === 0) return [];
  const pointed = new Set(chosen.flatMap((each) => pointedDocuments(each, project)));
  return others.filter((each) => pointed.has(each)).flatMap((each) => each.problems);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
