import { compareProblems, type Problem } from '../../problems/index.js';
import { loadFiles, type SchemaFiles } from './load-files.js';
import { checkRestrictions } from './restrictions.js';
import { SchemaProblems } from './schema-problems.js';
import type { SimplePattern } from './simple-form.js';
import { simplify } from './simplify.js';

/** A correct schema in the simple form, or what is wrong with it. */
export type ReadSchema =
  | { readonly start: SimplePattern; readonly problems: readonly [] }
  | { readonly start?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a schema in either syntax, with the files it refers to; simplifies it and checks that it is correct.
 *
 * @param address an absolute address; `.rnc` is the compact syntax
 * @throws Failure when there is no such file
 */
export function readSchema(address: string, files: SchemaFiles): ReadSchema {
  const problems = new SchemaProblems();
  const { root, external } = loadFiles(address, files, problems);
  if (root === undefined || problems.any) return wrong(problems);
  const start = simplify(root, problems, external);
  if (!problems.any) checkRestrictions(start, problems);
  return problems.any ? wrong(problems) : { start, problems: [] };
}

function wrong({ problems }: SchemaProblems): ReadSchema {
  return { problems: [...problems].sort(compareProblems) };
}
