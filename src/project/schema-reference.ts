import { resolve } from 'node:path';
import { Failure } from '../problems/index.js';
import type { SchemaFile } from '../relaxng/index.js';
import { faultText, fetchAgain, schemaCopies } from './schema-copies.js';
import { languageByExtension, type SchemaLanguage, schemaExtensions } from './schema-language.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

/** A schema as a document, a folder or a person names it. */
export interface SchemaReference extends SchemaFile {
  readonly language: SchemaLanguage;
  /** The phase of a Schematron schema that is to be active. */
  readonly phase?: string;
  /** What the schema is called, for a person. */
  readonly title?: string;
  /**
   * Whether it is the DTD of the document's own DOCTYPE: `path` is that of the external subset, or of the document
   * where all declarations are internal.
   */
  readonly ofDoctype?: boolean;
}

/** Where schemas are looked for. */
export interface SchemaContext {
  /** The folder of the project. */
  readonly root: string;
  /** What paths are relative to and shown relative to. */
  readonly workingDirectory: string;
}

/**
 * The schema at a path, its language told by the end of its name.
 *
 * @param path absolute, or relative to the working directory; or an `http` or `https` address that there is a copy of
 * @throws Failure when there is no file or copy, or its name tells no language
 */
export function schemaReference(path: string, context: SchemaContext): SchemaReference {
  if (/^https?:/i.test(path)) return atAddress(path, context);
  const absolute = resolve(context.workingDirectory, path);
  const file = shownPath(absolute, context.workingDirectory);
  if (!isFile(absolute)) {
    throw new Failure(`There is no schema ${file}.`, { help: 'Check the path and its capitals.' });
  }
  return { path: absolute, file, language: languageOf(absolute, file) };
}

function atAddress(address: string, context: SchemaContext): SchemaReference {
  const found = schemaCopies(context).find(address);
  if ('path' in found) {
    const { path, address: published } = found;
    const file = published ?? shownPath(path, context.workingDirectory);
    const more = published === undefined ? {} : { address: published };
    return { path, file, language: languageOf(path, file), ...more };
  }
  throw found.fault === 'not-fetched'
    ? new Failure(`There is no copy of ${address}.`, {
        help: `Fetch it once with: imprimatur schema fetch ${address}`,
      })
    : new Failure(faultText(found.fault, address), { help: fetchAgain(address) });
}

function languageOf(path: string, file: string): SchemaLanguage {
  const language = languageByExtension(path);
  if (language !== undefined) return language;
  throw new Failure(`The name of ${file} does not tell the language of the schema.`, {
    help: `Names of schemas end in ${schemaExtensions.slice(0, -1).join(', ')} or ${schemaExtensions.at(-1)}.`,
  });
}
