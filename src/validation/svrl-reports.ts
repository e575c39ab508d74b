import { pathToFileURL } from 'node:url';
import { Failure } from '../problems/index.js';
import { type Project, type ProjectDocument, prologOf, readDocument } from '../project/index.js';
import { chooseSchemas, type JudgeContext } from './choose-schemas.js';
import { judgeContext } from './judge-context.js';
import { Schematrons } from './schematrons.js';
import type { ValidateOptions } from './validate.js';

/** What the rules of one schema make of one document, in SVRL (ISO/IEC 19757-3:2016, annex D). */
export interface SvrlReport {
  /** Both as they are shown to a person. */
  readonly document: string;
  readonly schema: string;
  /** One `svrl:schematron-output` element. */
  readonly svrl: string;
}

export interface SvrlReportOptions
  extends Pick<ValidateOptions, 'schemas' | 'checks' | 'engine' | 'phase'> {
  /** Leaves out what is only a warning or a remark. */
  readonly errorsOnly?: boolean | undefined;
}

/**
 * The reports of documents, by each schema that has rules for them: in the order of the documents, and for each of them
 * in that of its schemas. A document is read when its turn comes, and nothing of it is kept; of one that is not
 * well-formed there is no report.
 *
 * @throws Failure when Schematron is not among the checks that are asked for, or a schema cannot be read or is not correct
 */
export async function svrlReports(
  project: Project,
  documents: readonly ProjectDocument[],
  options: SvrlReportOptions,
): Promise<Iterable<SvrlReport>> {
  if (options.checks !== undefined && !options.checks.includes('schematron'))
    throw new Failure('SVRL tells what rules in Schematron find, and they are not to be checked.', {
      help: 'Add schematron to --checks, or leave --checks out.',
    });
  const context = judgeContext(project, options, ['schematron']);
  const schematrons = await Schematrons.of(context);
  return schematrons === undefined ? [] : reportsOf(documents, context, schematrons, options);
}

function* reportsOf(
  documents: readonly ProjectDocument[],
  context: JudgeContext,
  schematrons: Schematrons,
  { errorsOnly }: SvrlReportOptions,
): IterableIterator<SvrlReport> {
  for (const document of documents) {
    const { path, file } = document;
    const tree = document.isRead ? document.tree : readDocument(path, file, context).document;
    if (tree === undefined) continue;
    const { rules } = chooseSchemas(prologOf(tree, path), context);
    const said = { document: file, errorsOnly };
    for (const { schema, svrl } of schematrons.svrl(tree, pathToFileURL(path).href, rules, said))
      yield { document: file, schema, svrl };
  }
}
