import { compareProblems, type Problem } from '../problems/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { RelaxNgEngine } from './engine.js';
import { loadSchema } from './load-schema.js';
import { problemOf, type Schema, Telling, validateDocument } from './validation/index.js';

/**
 * Our own engine: derivatives of interned patterns, all of which are kept, so that each document makes it faster.
 * It reads schemas in the XML and in the compact syntax (`.rnc`).
 */
export const derivativeEngine: RelaxNgEngine = {
  name: 'imprimatur',
  async validate(documents, file, options): Promise<Problem[]> {
    const schema = loadSchema(file, options);
    return documents
      .flatMap((document) => problemsIn(document, schema, file.file))
      .sort(compareProblems);
  },
};

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
