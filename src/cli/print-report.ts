import type { Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import type { Presentation } from '../report/index.js';
import type { ValidationResult } from '../validation/index.js';
import type { FormatName } from './format-names.js';
import { packageVersion } from './package-version.js';
import { repositoryPath } from './repository-path.js';
import { print, printPieces } from './terminal.js';

/** What a check found, and what of it is told. */
export interface Findings {
  readonly project: Project;
  readonly result: ValidationResult;
  readonly told: readonly Problem[];
  /** What was there before, where that was asked for; and how much of that is gone, where it is known. */
  readonly before:
    | { readonly problems: readonly Problem[]; readonly fixed: number | undefined }
    | undefined;
  /** What else is to be said of the run. */
  readonly notes: readonly string[];
}

/** How it is to be told. */
export interface ReportOptions {
  readonly format: FormatName;
  readonly all?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly schema?: readonly string[] | undefined;
  readonly checks?: readonly string[] | undefined;
  readonly phase?: string | undefined;
}

/** Prints what was found in the format that is wanted; notes follow it, or stand on standard error. */
export async function printReport(
  found: Findings,
  shown: Presentation,
  options: ReportOptions,
): Promise<void> {
  const { project, result, told, before, notes } = found;
  const { documents, schemas, withoutSchema, brokenRules } = result;
  const { json, reports } = await import('../report/index.js');
  if (options.format === 'pretty') {
    await printPretty(found, shown, options);
  } else if (options.format === 'json') {
    const counts =
      before === undefined ? undefined : { known: before.problems.length, fixed: before.fixed };
    await printPieces(process.stdout, json(told, documents.length, counts));
  } else if (options.format === 'svrl') {
    const { printSvrl } = await import('./print-svrl.js');
    await printSvrl(project, documents, told, {
      schemas: options.schema,
      checks: options.checks,
      phase: options.phase,
      errorsOnly: options.quiet,
    });
  } else {
    const context = {
      version: packageVersion(),
      documents: documents.map(({ file }) => file),
      schemas: schemas.map(({ file }) => file),
      checksIntegrity: options.checks?.includes('integrity') ?? true,
      withoutSchema: withoutSchema.map(({ file }) => file),
      errorsOnly: options.quiet === true,
      notes,
      complete: brokenRules.length === 0,
      pathOf: repositoryPath(project.workingDirectory),
      read: shown.read,
      known: before?.problems,
    };
    await printPieces(process.stdout, reports[options.format](told, context));
  }
  for (const note of notes) {
    const stream = options.format === 'pretty' ? process.stdout : process.stderr;
    await print(stream, `${note}\n`);
  }
}

async function printPretty(
  { result, told, before }: Findings,
  shown: Presentation,
  { all, quiet }: ReportOptions,
): Promise<void> {
  const { explainHint, pretty } = await import('../report/index.js');
  const checked = {
    documents: result.documents.length,
    schemas: result.schemas.map(({ file }) => file),
    all,
    errorsOnly: quiet,
    onlyNew: before !== undefined,
  };
  await printPieces(process.stdout, pretty(told, checked, shown));
  const first = told.find(({ severity }) => severity === 'error');
  if (first !== undefined && process.stdout.isTTY)
    await print(process.stdout, explainHint(first.code, shown.colour));
}
