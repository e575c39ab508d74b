import { resolve } from 'node:path';
import type { EarlierVersion } from '../integrity/index.js';
import { compareProblems, compareText, Failure, nearest, type Problem } from '../problems/index.js';
import {
  type Composition,
  namedFiles,
  Parts,
  type Project,
  type ProjectDocument,
  shownPath,
} from '../project/index.js';
import { type EngineName, list, type SchemaFile } from '../relaxng/index.js';
import type { EarlierDocuments } from './facts-before.js';
import { IntegrityReader } from './integrity-reader.js';
import { judgeContext } from './judge-context.js';
import { judgeDocuments, type Progress } from './judge-documents.js';
import { judgeTogether } from './judge-together.js';
import type { Judged, KeptJudgement } from './judged.js';

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
  /** What the project was before, for the rules that tell what was lost since; paths with `/` between their parts. */
  readonly earlier?: EarlierVersion | undefined;
  /** Whether the web is asked if external links lead to something. It is not unless said. */
  readonly online?: boolean | undefined;
  /** What was there before in place of what is there now, where the rules of integrity are to judge that as well. */
  readonly before?: EarlierDocuments | undefined;
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
  /** What the rules of integrity find in `options.before`, where there is anything wrong now. */
  readonly before?: readonly Problem[];
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
  const languages = schemaLanguages.filter((language) => checks.has(language));
  const context = judgeContext(project, options, languages, checks.has('integrity'));
  const all = await judgeDocuments(chosen, context, options);
  const judged = new Map(chosen.map((document, index) => [document, all[index] as KeptJudgement]));
  const parts = new Parts(project, (document) => compositionOf(judged.get(document)));
  const paths = parts.wholes(options.paths ?? []);
  // A part that is named stands for the documents that include it: by itself it says too little to be judged.
  if (paths.some((path) => !options.paths?.includes(path)))
    return validate(project, { ...options, paths });
  const named = new Set(options.paths?.map((path) => resolve(project.workingDirectory, path)));
  const documents = chosen.filter((document) => named.has(document.path) || !parts.has(document));
  const kept = documents.map((document) => judged.get(document) as KeptJudgement);
  const found = kept.flatMap(({ problems }) => problems);
  const reader = await IntegrityReader.of(context);
  const { earlier, before, online } = options;
  const together =
    reader === undefined
      ? { problems: found, before: [] }
      : await judgeTogether({ project, judged, documents, earlier, before, online }, found, reader);
  const problems = eachOnce(together.problems);
  return {
    problems,
    brokenRules: problems.filter(({ code }) => code === 'schematron/broken-rule'),
    documents,
    schemas: schemasOf(kept),
    withoutSchema: documents.filter((_, index) => kept[index]?.isWithoutSchema),
    before: together.before,
  };
}

/** What a judgement says of how a document is composed. */
function compositionOf(judged: Judged | undefined): Composition | undefined {
  if (judged === undefined) return undefined;
  const { included, isFragment, isWellFormed } = judged;
  return { included, mayBePart: isFragment || !isWellFormed };
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
    // A rule that cannot be applied is told once, though each document has words of its own for the processor.
    (a.message === b.message || b.code === 'schematron/broken-rule') &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}

/** The schemas by which documents were judged, sorted by path. */
function schemasOf(judged: readonly Judged[]): readonly SchemaFile[] {
  const used = new Map(judged.flatMap((each) => each.schemas).map((each) => [each.path, each]));
  return [...used.values()].sort((a, b) => compareText(a.path, b.path));
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
