import { compareProblems, type Problem } from '../problems/index.js';
import type { IntegrityDocument, IntegrityOptions } from './documents.js';
import { collectIdentifiers } from './identifiers.js';
import { integrityRules } from './rules.js';

/**
 * Checks what no schema language sees.
 *
 * @param documents the documents to check and those, registers above all, that they point into
 * @returns the problems, sorted by file and place
 */
export function checkIntegrity(
  documents: readonly IntegrityDocument[],
  { report, fileExists = () => false }: IntegrityOptions = {},
): Problem[] {
  const identifiers = collectIdentifiers(documents);
  const problems: Problem[] = [];
  for (const subject of documents) {
    if (report !== undefined && !report.has(subject.path)) continue;
    for (const rule of integrityRules) {
      const found = rule.check({ subject, identifiers, fileExists });
      for (const problem of found) problems.push(problem);
    }
  }
  return problems.sort(compareProblems);
}
