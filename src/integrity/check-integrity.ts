import type { Problem } from '../problems/index.js';
import { activeRules } from './active-rules.js';
import type { IntegrityDocument, IntegrityOptions } from './documents.js';
import type { DocumentFacts } from './facts.js';
import { gatherFacts } from './gather-facts.js';
import { judgeFacts } from './judge-facts.js';

/**
 * Checks what no schema language sees.
 *
 * @param documents the documents to check and those, registers above all, that they point into
 * @returns the problems, sorted by file and place
 */
export function checkIntegrity(
  documents: readonly IntegrityDocument[],
  { report, fileExists = () => false, files, rules: settings, earlier, web }: IntegrityOptions = {},
): Problem[] {
  const rules = activeRules(settings, web !== undefined);
  const facts = new Map<string, DocumentFacts>();
  const factsOf = (path: string): DocumentFacts | undefined => {
    const known = facts.get(path);
    if (known !== undefined) return known;
    const subject = documents.find((each) => each.path === path);
    if (subject === undefined) return undefined;
    const gathered = gatherFacts(subject, rules);
    facts.set(path, gathered);
    return gathered;
  };
  const paths = documents.map(({ path }) => path);
  const subjects = paths.filter((path) => report?.has(path) ?? true);
  return judgeFacts(
    {
      subjects: subjects.flatMap((path) => factsOf(path) ?? []),
      paths,
      isWhole: subjects.length === paths.length,
      document: factsOf,
      identifiers: (path) => factsOf(path)?.identifiers.keys() ?? [],
      fileExists,
      files,
      earlier,
      web,
    },
    rules,
  );
}
