import type { Problem } from '../problems/index.js';
import type { Project, ProjectDocument } from '../project/index.js';
import type { SvrlReport, SvrlReportOptions } from '../validation/index.js';
import { presentation, print, printPieces } from './terminal.js';

/** Codes of what stands in SVRL: findings of rules. Of anything else SVRL cannot tell. */
const findings = ['schematron/failed-assertion', 'schematron/report'];

/** Prints what rules in Schematron find, in SVRL; on standard error whatever else was found. */
export async function printSvrl(
  project: Project,
  documents: readonly ProjectDocument[],
  problems: readonly Problem[],
  options: SvrlReportOptions,
): Promise<void> {
  const [{ svrlReports }, { pretty, svrlDocument }] = await Promise.all([
    import('../validation/index.js'),
    import('../report/index.js'),
  ]);
  let told = 0;
  function* counted(reports: Iterable<SvrlReport>): Generator<SvrlReport> {
    for (const report of reports) {
      told++;
      yield report;
    }
  }
  const reports = await svrlReports(project, documents, options);
  await printPieces(process.stdout, svrlDocument(counted(reports)));
  const others = problems.filter(({ code }) => !findings.includes(code));
  if (others.length > 0) {
    const checked = { documents: documents.length, schemas: [], errorsOnly: options.errorsOnly };
    await printPieces(
      process.stderr,
      pretty(others, checked, presentation(process.stderr, project)),
    );
  }
  if (told === 0 && documents.length > 0) {
    await print(
      process.stderr,
      'note: There are no rules in Schematron for these documents. Put a .sch file into schemas/, or name one with --schema.\n',
    );
  }
}
