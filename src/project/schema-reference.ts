import { extname, resolve } from 'node:path';
import { Failure } from '../problems/index.js';
import type { SchemaFile } from '../relaxng/index.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

/** The languages of schemas: RELAX NG in both its syntaxes, W3C XML Schema, DTD, ISO Schematron. */
export type SchemaLanguage = 'relaxng' | 'xsd' | 'dtd' | 'schematron';

/** A schema as a document, a folder or a person names it. */
export interface SchemaReference extends SchemaFile {
  readonly language: SchemaLanguage;
  /** The phase of a Schematron schema that is to be active. */
  readonly phase?: string;
  /** What the schema is called, for a person. */
  readonly title?: string;
}

/** Where schemas are looked for. */
export interface SchemaContext {
  /** The folder of the project. */
  readonly root: string;
  /** What paths are relative to and shown relative to. */
  readonly workingDirectory: string;
}

const languages: Readonly<Record<string, SchemaLanguage>> = {
  '.rng': 'relaxng',
  '.rnc': 'relaxng',
  '.xsd': 'xsd',
  '.dtd': 'dtd',
  '.sch': 'schematron',
};

/** The ends of the names of schemas, in the order of the languages. */
export const schemaExtensions: readonly string[] = Object.keys(languages);

/** The language that the end of a name tells: `undefined` where it tells none. */
export function languageByExtension(name: string): SchemaLanguage | undefined {
  return languages[extname(name).toLowerCase()];
}

/**
 * The schema at a path, its language told by the end of its name.
 *
 * @param path absolute, or relative to the working directory
 * @throws Failure when there is no file, or its name tells no language
 */
export function schemaReference(path: string, context: SchemaContext): SchemaReference {
  const absolute = resolve(context.workingDirectory, path);
  const file = shownPath(absolute, context.workingDirectory);
  const language = languageByExtension(absolute);
  if (!isFile(absolute)) {
    throw new Failure(`There is no schema ${file}.`, { help: 'Check the path and its capitals.' });
  }
  if (language !== undefined) return { path: absolute, file, language };
  throw extname(absolute).toLowerCase() === '.odd'
    ? new Failure(`${file} is an ODD, from which a schema is made; it is none itself.`, {
        help: 'Make RELAX NG of it, for instance with Roma or TEI’s teitorelaxng, and name that.',
      })
    : new Failure(`The name of ${file} does not tell the language of the schema.`, {
        help: `Names of schemas end in ${schemaExtensions.slice(0, -1).join(', ')} or ${schemaExtensions.at(-1)}.`,
      });
}
