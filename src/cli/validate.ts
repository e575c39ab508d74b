import { Command, InvalidArgumentError, Option } from 'commander';
import { Failure, type Problem } from '../problems/index.js';
import type { Project } from '../project/index.js';
import type { EngineName } from '../relaxng/index.js';
import type { ValidationResult } from '../validation/index.js';
import type { Comparison } from './baseline-option.js';
import { isContinuousIntegration } from './continuous-integration.js';
import { type FormatName, formatNames } from './format-names.js';
import { gather, gatherList } from './lists.js';
import { printReport } from './print-report.js';
import { presentation, print, printPieces } from './terminal.js';

const examples = `
Examples:
  imprimatur validate                               everything in tei/
  imprimatur validate tei/letter.xml                one document; registers still resolve
  imprimatur validate --schema tei_all.rng          by another schema than the project's
  imprimatur validate --checks integrity            only pointers, identifiers, dates and the like
  imprimatur validate --all                         each problem, though many are alike
  imprimatur validate --quiet                       errors only
  imprimatur validate --fix                         mends what can only be mended in one way
  imprimatur validate --baseline known.txt          only what is new since the file was written
  imprimatur validate --since main                  only what your changes brought
  imprimatur validate --format json > problems.json for other programs
  imprimatur validate --format html > report.html   for the browser, in one file
  imprimatur validate --format github               for GitHub Actions, at the lines of a change
  imprimatur validate --format svrl --schema a.sch  what Schematron finds, for its own tools

A document's own <?xml-model?> wins over schemas/, and --schema over both.`;

interface Options {
  readonly schema?: string[];
  readonly checks?: string[];
  readonly phase?: string;
  readonly engine: EngineName;
  readonly jobs?: number;
  readonly format: FormatName;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly all?: boolean;
  readonly online?: boolean;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly since?: string;
}

/** `imprimatur validate` */
export function validateCommand(): Command {
  return new Command('validate')
    .summary('check that sources are right, and say where and why not')
    .description(
      'Checks that sources are well-formed, valid, and sound in themselves and together.',
    )
    .argument('[paths...]', 'files and folders (default: tei/)')
    .option(
      '--schema <file>',
      'schema to validate by: .rng, .rnc, .xsd, .dtd, .sch, .odd; may be repeated',
      gather,
    )
    .option(
      '--checks <list>',
      'checks to run: relaxng,xsd,dtd,schematron,integrity (default: all)',
      gatherList,
    )
    .addOption(
      new Option(
        '--engine <engine>',
        'what judges by RELAX NG: our own, or libxml2 for a second opinion',
      )
        .choices(['imprimatur', 'xmllint'])
        .default('imprimatur'),
    )
    .option('--phase <name>', 'phase of the Schematron schemas that is to be active')
    .option('--jobs <number>', 'documents judged at once (default: as many as processors)', count)
    .addOption(
      new Option('--format <format>', 'how problems are printed')
        .choices(formatNames)
        .default('pretty'),
    )
    .option('--quiet', 'tell of errors only')
    .option('--max-warnings <number>', 'end with 1 where there are more warnings', warnings)
    .option(
      '--baseline <file>',
      'tell only what this file does not record; it is written where it is not there',
    )
    .option('--write-baseline', 'record anew in the file of --baseline what is wrong')
    .option('--since <rev>', 'check what changed since a revision of git, tell what that brought')
    .option('--fix', 'mend in the files what certainly can be, and tell of the rest')
    .option('--online', 'ask the web, too, whether external links lead to something')
    .option('--all', 'show each problem, also where many are alike')
    .addHelpText('after', examples)
    .action(runValidate);
}

/** @throws InvalidArgumentError when it is not a whole number from 1 on */
function count(value: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('A whole number from 1 to 9999 is wanted.');
}

/** @throws InvalidArgumentError when it is not a whole number from 0 on */
function warnings(value: string): number {
  if (/^[0-9]{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('A whole number from 0 on is wanted.');
}

async function runValidate(paths: string[], options: Options): Promise<void> {
  const [
    { loadProject },
    { validate, validateAndMend },
    { mendedText, withoutSchemaNote },
    { ProgressLine, showsProgress },
  ] = await Promise.all([
    import('../project/index.js'),
    import('../validation/index.js'),
    import('../report/index.js'),
    import('./progress-line.js'),
  ]);
  const baseline = await baselineOf(paths, options);
  const progress = showsProgress(process.stderr) ? new ProgressLine(process.stderr) : undefined;
  const load = (): Project => loadProject('.', { paths });
  const asked = {
    paths,
    schemas: options.schema,
    checks: options.checks,
    engine: options.engine,
    phase: options.phase,
    jobs: options.jobs,
    online: options.online,
    onProgress: progress?.show,
  };
  const since = options.since === undefined ? undefined : await import('./since-option.js');
  const check = (project: Project): Promise<ValidationResult> =>
    (since === undefined
      ? validate(project, asked)
      : since.checkSince(project, options.since ?? '', asked)
    ).finally(() => progress?.erase());
  const toTell = (problems: readonly Problem[]): readonly Problem[] =>
    options.quiet === true ? problems.filter(({ severity }) => severity === 'error') : problems;
  const mending =
    options.fix === true
      ? await validateAndMend(load, check, ({ problems }) => toTell(problems))
      : undefined;
  const project = mending?.project ?? load();
  const result = mending?.result ?? (await check(project));
  const { brokenRules, documents, withoutSchema } = result;
  const shown = presentation(process.stdout, project);
  const change = since?.brought(result, options.since ?? '');
  const compared = baseline?.(result, project, shown.read);
  const problems = compared?.fresh ?? result.problems;
  const known =
    compared === undefined && change === undefined
      ? undefined
      : [...(change?.known ?? []), ...(compared?.known ?? [])];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = toTell(problems);
  const tooMany = tooManyWarnings(problems, options.maxWarnings);
  process.exitCode =
    brokenRules.length > 0 ? 2 : errors.length > 0 || tooMany !== undefined ? 1 : 0;
  if (mending !== undefined) {
    const shownBeside = presentation(process.stderr);
    await printPieces(process.stderr, mendedText({ ...mending, all: options.all }, shownBeside));
    if (mending.unmade.some(({ isOutOfReach }) => isOutOfReach)) process.exitCode = 2;
  }
  if (withoutSchema.length > 0) {
    const files = withoutSchema.map(({ file }) => file);
    await print(process.stderr, withoutSchemaNote(files, documents.length));
  }
  const notes = [change?.note, compared?.note].filter((note) => note !== undefined);
  const before =
    known === undefined ? undefined : { problems: toTell(known), fixed: compared?.fixed };
  await printReport({ project, result, told, before, notes }, shown, options);
  if (tooMany !== undefined) await print(process.stderr, tooMany);
}

/** What is to be done with what is found, where there is a baseline. */
async function baselineOf(
  paths: readonly string[],
  options: Options,
): Promise<Comparison | undefined> {
  const { baseline: file, writeBaseline: writes = false, since } = options;
  if (file === undefined) {
    if (!writes) return undefined;
    throw new Failure('--write-baseline does not say into which file.', {
      help: 'Name it: imprimatur validate --write-baseline --baseline FILE',
    });
  }
  const { openBaseline } = await import('./baseline-option.js');
  const { schema: schemas, checks, phase, engine, online } = options;
  return openBaseline({
    file,
    writes,
    isKept: isContinuousIntegration(process.env),
    isPartial: since !== undefined,
    asked: { paths, schemas, checks, phase, engine, online },
  });
}

/** What is said where there are more warnings than are allowed. */
function tooManyWarnings(
  problems: readonly Problem[],
  allowed: number | undefined,
): string | undefined {
  const found = problems.filter(({ severity }) => severity === 'warning').length;
  if (allowed === undefined || found <= allowed) return undefined;
  const verb = found === 1 ? 'is 1 warning' : `are ${found} warnings`;
  return `error: There ${verb}; --max-warnings allows ${allowed}.\n`;
}
