import { compareProblems, type Problem } from '../problems/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { RelaxNgEngine, SchemaFile } from './engine.js';
import { loadSchema, type SchemaCache } from './load-schema.js';
import { problemOf, type Schema, Telling, validateDocument } from './validation/index.js';

/**
 * Our own engine: derivatives of interned patterns, all of which are kept, so that each document makes it faster.
 * It reads schemas in the XML and in the compact syntax (`.rnc`).
 *
 * @param cache where simplified schemas are kept from one run to the next
 */
export function derivativeEngineWith(cache: SchemaCache | undefined): RelaxNgEngine {
  return {
    name: 'imprimatur',
    async validate(documents: readonly XmlDocument[], file: SchemaFile): Promise<Problem[]> {
      const schema = loadSchema(file, cache);
      return documents
        .flatMap((document) => problemsIn(document, schema, file.file))
        .sort(compareProblems);
    },
  };
}

/** Our own engine without a cache. */
export const derivativeEngine: RelaxNgEngine = derivativeEngineWith(undefined);

/** What is wrong with a document by a schema, in the order of the document. */
export function problemsIn(document: XmlDocument, schema: Schema, schemaFile: string): Problem[] {
  const problems: Problem[] = [];
  let telling: Telling | undefined;
  validateDocument(document, schema, (mistake) => {
    telling ??= new Telling(document, schema, schemaFile);
    problems.push(problemOf(telling, mistake));
  });
  return problems;
}
