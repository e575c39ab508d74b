import { Failure, nearest, type Problem } from '../problems/index.js';
import type { LoadSchemaOptions } from '../relaxng/index.js';
import { descendants, type SchemaFile, SchemaSources } from '../xml/index.js';
import { embeddedPieces, standsAlone } from './schema/embedded.js';
import { isOdd } from './schema/odd-constraints.js';
import { readPieces } from './schema/read-schema.js';
import type { SchematronSchema } from './schema/schema.js';
import { SchemaComplaints } from './schema/schema-complaints.js';
import { type OpenFile, SchematronFiles } from './schema/schema-files.js';
import { elementNames, isSchematron, parts, schematronNamespace } from './schema/schema-parts.js';
import { partedSchema, Schematron } from './schematron.js';
import type { XsltShare } from './xslt/share.js';
import { XsltRules } from './xslt/xslt-rules.js';

/** What is kept of a schema: the files it refers to, by address and hash, and what was read; `null` for nothing. */
interface Kept {
  readonly others: SchemaSources['others'];
  readonly schema: SchematronSchema | null;
  /** What keeps nothing from being checked. */
  readonly doubts: readonly Problem[];
  /** What is wrong with its expressions. */
  readonly broken: readonly Problem[];
  /** What of it needs XSLT. */
  readonly xslt?: XsltShare | undefined;
}

export interface LoadSchematronOptions extends LoadSchemaOptions {
  /** Whether all patterns are carried out by XSLT, and not only those that need it. The findings are the same. */
  readonly everythingInXslt?: boolean | undefined;
}

/** The form in which schemas are kept; whatever is kept in another is not read. */
const storedForm = 'schematron 6';

const formerNamespace = 'http://www.ascc.net/xml/schematron';

/**
 * Reads a Schematron schema: one that stands alone (`.sch`), or what of Schematron is embedded in a schema in RELAX NG
 * or in an ODD. One that a cache has is not read and checked again. An expression that is wrong is told with each check,
 * and the other rules are carried out.
 *
 * @returns `undefined` when nothing is embedded
 * @throws Failure when it cannot be read or is not right, with its problems
 */
export function loadSchematron(
  file: SchemaFile,
  { cache, resolve, everythingInXslt = false }: LoadSchematronOptions = {},
): Schematron | undefined {
  const sources = new SchemaSources(file, resolve);
  // The places in it are those of the file as it is shown.
  const key = sources.keptUnder(`${storedForm}\0${file.file}\0${everythingInXslt}`);
  let kept = restored(sources, cache?.read(key));
  if (kept === undefined) {
    const { schema, doubts } = readWhole(file, sources);
    const parting = schema === null ? undefined : partedSchema(schema, file, everythingInXslt);
    kept = { others: sources.others, schema, doubts, broken: [], ...parting };
    cache?.write(key, JSON.stringify(kept));
  }
  const { schema, doubts, broken, xslt: share, others } = kept;
  if (schema === null) return undefined;
  const source = { file, schema, broken, cache, key: key + JSON.stringify(others) };
  const rules =
    share && new XsltRules({ ...source, share, read: (address: string) => sources.read(address) });
  return new Schematron(file, schema, broken, doubts, rules);
}

function restored(sources: SchemaSources, text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    return sources.areUnchanged(kept.others) ? kept : undefined;
  } catch {
    // A cache that cannot be read is as good as none.
    return undefined;
  }
}

function readWhole(file: SchemaFile, sources: SchemaSources): Pick<Kept, 'schema' | 'doubts'> {
  const complaints = new SchemaComplaints();
  const files = new SchematronFiles(sources, complaints);
  const main = files.openMain();
  const { root } = main.document;
  if (root.name.namespace === formerNamespace)
    throw new Failure(
      `The schema ${file.file} is in Schematron 1.5, which came before the ISO standard.`,
      { help: 'Put its elements into the namespace http://purl.oclc.org/dsdl/schematron.' },
    );
  const alone = standsAlone(main);
  tellUnknown(main, complaints);
  const pieces = alone
    ? [...parts({ element: root, file: main }, files)]
    : embeddedPieces(main, files);
  if (!alone && pieces.length === 0) {
    if (isOdd(main) || /\.sch$/i.test(file.path)) throw withoutRules(file, isOdd(main));
    return { schema: null, doubts: [] };
  }
  const schema = readPieces(pieces, root, files);
  refuse(file, complaints.problems);
  return { schema, doubts: complaints.doubts };
}

function withoutRules(file: SchemaFile, isOdd: boolean): Failure {
  return new Failure(`There are no rules in Schematron in ${file.file}.`, {
    help: isOdd
      ? 'Of an ODD its rules judge. What may stand where, RELAX NG says that was made of it, for instance with Roma or the TEI Stylesheets: name that.'
      : `A schema begins with <schema xmlns="${schematronNamespace}">.`,
  });
}

/** What is misspelt would be no rule at all, and nobody would miss it. */
function tellUnknown({ document }: OpenFile, complaints: SchemaComplaints): void {
  for (const element of descendants(document)) {
    const { local } = element.name;
    if (!isSchematron(element) || elementNames.has(local)) continue;
    const meant = nearest(local, elementNames);
    complaints.report(
      element,
      element.nameSpan,
      `<${element.qname}> is no element of Schematron.`,
      meant === undefined ? undefined : `Did you mean <${meant}>?`,
    );
  }
}

function refuse(file: SchemaFile, problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw new Failure(`The Schematron schema ${file.file} is not correct.`, { problems });
}
