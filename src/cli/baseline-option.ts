import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import {
  type Baseline,
  type Compared,
  compareWithBaseline,
  readBaseline,
  recordBaseline,
  recordedCount,
  writeBaseline,
} from '../baseline/index.js';
import { Failure, type Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import { counted, type ReadPieces } from '../report/index.js';
import type { ValidationResult } from '../validation/index.js';

/** What was asked for of a baseline. */
export interface BaselineRequest {
  /** The file, as it was named. */
  readonly file: string;
  /** Whether what is wrong is to be recorded anew. */
  readonly writes: boolean;
  /** Whether the file is not to be changed unless that was asked for: where a service runs the program. */
  readonly isKept: boolean;
  /** Whether only a part of the project is looked at, as it changed. */
  readonly isPartial: boolean;
  /** What decides on what is found. */
  readonly asked: AskedChecks;
}

/** What a run checks, and by what. */
export interface AskedChecks {
  readonly paths: readonly string[];
  readonly schemas: readonly string[] | undefined;
  readonly checks: readonly string[] | undefined;
  readonly phase: string | undefined;
  readonly engine: string | undefined;
  readonly online: boolean | undefined;
}

/** What is left to tell, and what there is to say of the baseline. */
export interface AfterBaseline {
  /** The problems that are new. */
  readonly fresh: readonly Problem[];
  /** Those that were known. */
  readonly known: readonly Problem[];
  /** How many known problems are fixed, where the run could tell. */
  readonly fixed: number | undefined;
  readonly note: string;
}

/** Tells the problems that were found in a project from those that were known. */
export type Comparison = (
  result: ValidationResult,
  project: Project,
  read: ReadPieces,
) => AfterBaseline;

/**
 * Reads a baseline before anything is checked, so that nobody waits for a run that cannot end well.
 *
 * @returns what is to be done with what is found in a project
 * @throws Failure when there is none and none may be written, it is damaged, or all of it is asked for of a part
 */
export function openBaseline(request: BaselineRequest): Comparison {
  const { file } = request;
  const path = resolve(file);
  const baseline = request.writes ? undefined : readBaseline(path, file);
  if (request.writes && request.isPartial) {
    throw new Failure(
      `--since sees only what a change brought, and --write-baseline records in ${file} all that is wrong.`,
      { help: 'Leave out one of the two.' },
    );
  }
  if (baseline === undefined && !request.writes) refuseToBegin(request);
  return (result, project, read) => {
    const context = {
      read,
      pathOf: (each: string) => pathInProject(resolve(project.workingDirectory, each), project),
      isThere: (each: string) => existsSync(resolve(project.root, each)),
    };
    const asked = askedText(request.asked, project);

    const isBroken = ({ code }: Problem): boolean => code === 'schematron/broken-rule';
    const broken = result.problems.filter(isBroken);
    const others =
      broken.length === 0 ? result.problems : result.problems.filter((each) => !isBroken(each));
    if (baseline === undefined) {
      if (broken.length > 0) {
        const note = `Nothing was recorded in ${file}: what the broken rules would find is not known.`;
        return { fresh: result.problems, known: [], fixed: undefined, note };
      }
      const recorded = recordBaseline(others, asked, context);
      writeBaseline(path, file, recorded);
      const note = `Recorded ${counted(others.length, 'problem')} in ${file}: from now on only new ones are told. Put the file under version control.`;
      return { fresh: [], known: others, fixed: undefined, note };
    }
    const compared = compareWithBaseline(others, baseline, context);
    const fresh = broken.length === 0 ? compared.fresh : [...compared.fresh, ...broken];
    const sees = baseline.asked === asked && !request.isPartial && broken.length === 0;
    const fixed = sees && judgesWhatIsRecorded(baseline, result, context.pathOf);
    const hasErrors = fresh.some(({ severity }) => severity === 'error');
    const shrinks = fixed && compared.isOutdated && !request.isKept && !hasErrors;
    if (shrinks) writeBaseline(path, file, compared.rest);
    return {
      fresh,
      known: compared.known,
      fixed: fixed ? compared.fixed : undefined,
      note: noteOf(request, compared, fixed, hasErrors, shrinks),
    };
  };
}

function refuseToBegin({ file, isKept, isPartial }: BaselineRequest): void {
  if (isPartial) {
    throw new Failure(`There is no baseline ${file}, and --since sees too little to begin one.`, {
      help: `Record first what is wrong in the whole project: imprimatur validate --baseline ${file}`,
    });
  }
  if (isKept) {
    throw new Failure(
      `There is no baseline ${file}, and none is begun in CI, where it would pass everything.`,
      {
        help: `Run \`imprimatur validate --baseline ${file}\` on your own machine and commit the file; or ask for it with --write-baseline.`,
      },
    );
  }
}

/** The path by which a file is known wherever the program is called. */
function pathInProject(path: string, { root }: Project): string {
  return relative(root, path).split(sep).join('/');
}

/** What was asked as one text; empty for the whole project by its own schemas. */
function askedText(
  { paths, schemas, checks, phase, engine, online }: AskedChecks,
  project: Project,
): string {
  const inProject = (path: string): string =>
    /^[a-z][a-z0-9+.-]+:/i.test(path)
      ? path
      : pathInProject(resolve(project.workingDirectory, path), project);
  const asked = {
    ...(paths.length === 0 ? {} : { paths: paths.map(inProject).sort() }),
    ...(schemas === undefined ? {} : { schemas: schemas.map(inProject) }),
    ...(checks === undefined ? {} : { checks: [...new Set(checks)].sort() }),
    ...(phase === undefined ? {} : { phase }),
    ...(engine === undefined || engine === 'imprimatur' ? {} : { engine }),
    ...(online === true ? { online } : {}),
  };
  return Object.keys(asked).length === 0 ? '' : JSON.stringify(asked);
}

/**
 * Whether each document is still judged of which a schema had something to say: where its schema is not there any
 * more nothing is found, and nothing is fixed.
 */
function judgesWhatIsRecorded(
  { recorded }: Baseline,
  { withoutSchema }: ValidationResult,
  pathOf: (file: string) => string,
): boolean {
  return !withoutSchema.some(({ file }) =>
    [...(recorded.get(pathOf(file))?.keys() ?? [])].some((code) =>
      /^(?:relaxng|xsd|dtd|schematron)\//.test(code),
    ),
  );
}

function noteOf(
  { file, isKept }: BaselineRequest,
  { known, fixed, rest, isOutdated }: Compared,
  sees: boolean,
  hasErrors: boolean,
  shrinks: boolean,
): string {
  const leftOut =
    known.length === 0
      ? `No known problem of ${file} was found.`
      : `${counted(known.length, 'known problem')} left out (${file}).`;
  if (!sees || !isOutdated) return leftOut;
  const remaining = recordedCount(rest);
  // A new error may hide what was known: of a file that is not well-formed, all of it.
  const state = hasErrors ? 'not found any more' : 'fixed';
  const gone = `${counted(fixed, 'known problem')} ${state}`;
  if (shrinks && fixed > 0) {
    return remaining === 0
      ? `${gone}: nothing is left in ${file}. Delete it, and leave out --baseline.`
      : `${leftOut} ${gone}: ${file} has shrunk to ${counted(remaining, 'problem')}.`;
  }
  if (shrinks) return `${leftOut} It knows renamed files by their new names now.`;
  const missing = fixed === 0 ? 'Files were renamed' : gone;
  if (!isKept) return `${leftOut} ${missing}. ${file} shrinks once there is no new error.`;
  return hasErrors
    ? `${leftOut} ${missing}.`
    : `${leftOut} ${missing}. Run \`imprimatur validate --baseline ${file}\` on your own machine and commit the file, which does not change in CI.`;
}
