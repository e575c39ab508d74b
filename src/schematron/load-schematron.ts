import { Failure, type Problem } from '../problems/index.js';
import type { SchemaFile } from '../xml/index.js';
import { embeddedPieces, standsAlone } from './schema/embedded.js';
import { readPieces } from './schema/read-schema.js';
import type { SchematronSchema } from './schema/schema.js';
import { SchemaComplaints } from './schema/schema-complaints.js';
import { SchematronFiles, type SchematronOptions } from './schema/schema-files.js';
import { parts } from './schema/schema-parts.js';
import { Schematron } from './schematron.js';

const formerNamespace = 'http://www.ascc.net/xml/schematron';

/**
 * Reads a Schematron schema: one that stands alone (`.sch`), or what of Schematron is embedded in a schema in RELAX NG
 * or in an ODD.
 *
 * @returns `undefined` when nothing is embedded
 * @throws Failure when it cannot be read or is not right, with its problems
 */
export function loadSchematron(
  file: SchemaFile,
  options: SchematronOptions = {},
): Schematron | undefined {
  const complaints = new SchemaComplaints();
  const files = new SchematronFiles(file, complaints, options);
  const main = files.openMain();
  const { root } = main.document;
  if (root.name.namespace === formerNamespace)
    throw new Failure(
      `The schema ${file.file} is in Schematron 1.5, which came before the ISO standard.`,
      { help: 'Put its elements into the namespace http://purl.oclc.org/dsdl/schematron.' },
    );
  const alone = standsAlone(main);
  const pieces = alone
    ? [...parts({ element: root, file: main }, files)]
    : embeddedPieces(main, files);
  if (!alone && pieces.length === 0) return undefined;
  const schema = readPieces(pieces, root, files);
  refuse(file, complaints.problems);
  const schematron = new Schematron(file, schema);
  refuse(file, schematron.brokenQueries());
  return schematron;
}

function refuse(file: SchemaFile, problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw new Failure(`The Schematron schema ${file.file} is not correct.`, { problems });
}

export type { SchematronSchema };
