import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareProblems, Failure, type Problem } from '../problems/index.js';
import { readSource, type XmlDocument } from '../xml/index.js';
import type { RelaxNgEngine, SchemaFile } from './engine.js';
import { readSchema, type SchemaFiles } from './grammar/index.js';
import { problemOf, Schema, Telling, validateDocument } from './validation/index.js';

/** Schemas that have been read, by path, with the text they had then. */
const known = new Map<
  string,
  { readonly texts: ReadonlyMap<string, string>; readonly schema: Schema }
>();

/**
 * Our own engine: derivatives of interned patterns, all of which are kept, so that each document makes it faster.
 * It reads schemas in the XML and in the compact syntax (`.rnc`).
 */
export const derivativeEngine: RelaxNgEngine = {
  name: 'imprimatur',

  async validate(documents: readonly XmlDocument[], file: SchemaFile): Promise<Problem[]> {
    const schema = loadSchema(file);
    const problems: Problem[] = [];
    for (const document of documents) {
      let telling: Telling | undefined;
      validateDocument(document, schema, (mistake) => {
        telling ??= new Telling(document, schema, file.file);
        problems.push(problemOf(telling, mistake));
      });
    }
    return problems.sort(compareProblems);
  },
};

/**
 * A schema from disk, ready to validate.
 * @throws Failure when it cannot be read or is not correct, with its problems
 */
export function loadSchema(file: SchemaFile): Schema {
  const path = resolve(file.path);
  const before = known.get(path);
  if (before !== undefined && unchanged(before.texts)) return before.schema;
  const texts = new Map<string, string>();
  const shown = shownPaths(path, file.file);
  const files: SchemaFiles = {
    read(address) {
      if (!address.startsWith('file:'))
        throw new Failure(`${address} is not a file, and nothing is fetched from the network.`, {
          help: 'Keep a copy beside the schema, and refer to that.',
        });
      const at = fileURLToPath(address);
      const source = readSource(at, shown(at));
      texts.set(at, source.text);
      return source;
    },
  };
  const read = readSchema(pathToFileURL(path).href, files);
  if (read.start === undefined)
    throw new Failure(`The schema ${file.file} is not correct.`, { problems: read.problems });
  const schema = new Schema(read.start);
  known.set(path, { texts, schema });
  return schema;
}

function unchanged(texts: ReadonlyMap<string, string>): boolean {
  for (const [path, text] of texts) {
    try {
      if (readFileSync(path, 'utf8').replace(/^\uFEFF/, '') !== text) return false;
    } catch {
      return false;
    }
  }
  return true;
}

/** How files beside the schema are shown, when the schema is shown as it is. */
function shownPaths(path: string, file: string): (path: string) => string {
  const folder = path.replace(/[^/\\]*$/, '');
  const shownFolder = file.replace(/[^/\\]*$/, '');
  return (other) =>
    other.startsWith(folder)
      ? `${shownFolder}${other.slice(folder.length).replaceAll('\\', '/')}`
      : other;
}
