import { compareProblems, compareText, type Problem } from '../problems/index.js';
import type { ActiveRules } from './active-rules.js';
import type { EarlierVersion } from './earlier-version.js';
import type { DocumentFacts } from './facts.js';
import { type FileAccess, filesOnDisk } from './files/file-glance.js';
import type { AnyRule } from './rule.js';
import { silencingRule } from './rules.js';
import { silenced } from './silencing.js';
import type { WebAnswers } from './web-answer.js';

/** The documents of a project, for the rules that look at more than one. */
export interface FactsOfProject {
  /** What was gathered of the documents that are checked. */
  readonly subjects: readonly DocumentFacts[];
  /** The paths of all documents of the project that can be read. */
  readonly paths: readonly string[];
  /** Whether the documents that are checked are all there are. */
  readonly isWhole: boolean;
  /** What is gathered of a document; called when somebody points into one that is not checked, and looks for more. */
  readonly document: (path: string) => DocumentFacts | undefined;
  /** The identifiers of a document that is not checked, if only as a look at its text tells. */
  readonly identifiers: (path: string) => Iterable<string>;
  /** Whether there is a file that is not among the documents (an image, a schema). */
  readonly fileExists: (path: string) => boolean;
  /** Looks at such files; by default at those on disk. */
  readonly files?: FileAccess | undefined;
  /** What the project was before, where that is known. */
  readonly earlier?: EarlierVersion | undefined;
  /** What the web answered, where it was asked. */
  readonly web?: WebAnswers | undefined;
}

/**
 * Judges what was gathered of documents, by the rules that look at more than one, and leaves out what is silenced.
 *
 * @returns all problems of the documents that are checked, sorted by file and place
 */
export function judgeFacts(project: FactsOfProject, rules: ActiveRules): Problem[] {
  const subjects = [...project.subjects].sort((a, b) => compareText(a.path, b.path));
  const known = new Map(subjects.map((each) => [each.path, each]));
  const paths = [...project.paths].sort(compareText);
  const isDocument = new Set(paths);
  const { isWhole, earlier, web, files = filesOnDisk() } = project;
  const tells = (rule: AnyRule): boolean =>
    (isWhole || rule.needsWhole !== true) && (earlier !== undefined || rule.needsEarlier !== true);
  const found = new Map(subjects.map((each) => [each, [...each.problems]]));
  for (const { name, rule, severity, options } of rules) {
    if (rule.judge === undefined || !tells(rule)) continue;
    rule.judge({
      options,
      subjects,
      isWhole,
      earlier,
      web,
      paths,
      document: (path) => {
        let facts = known.get(path);
        if (facts === undefined) {
          facts = project.document(path);
          if (facts !== undefined) known.set(path, facts);
        }
        return facts;
      },
      identifiers: (path) => known.get(path)?.identifiers.keys() ?? project.identifiers(path),
      kept: <Fact>(document: DocumentFacts) => (document.kept[name] ?? []) as readonly Fact[],
      files,
      fileExists: (path) => isDocument.has(path) || project.fileExists(path),
      report: (document, place, { message, help, related = [], fix, severity: own = severity }) => {
        const { line, column, endLine, endColumn } = place;
        found.get(document)?.push({
          file: place.file,
          line,
          column,
          endLine,
          endColumn,
          severity: own,
          code: rule.code,
          message,
          ...(help === undefined ? {} : { help }),
          ...(related.length === 0 ? {} : { related }),
          ...(fix === undefined ? {} : { fix: { line, column, endLine, endColumn, text: fix } }),
        });
      },
    });
  }
  const applied = new Set(rules.filter(({ rule }) => tells(rule)).map(({ name }) => name));
  const silencing = rules.find(({ rule }) => rule === silencingRule)?.severity;
  return [...found]
    .flatMap(([{ silences }, problems]) =>
      silenced(problems, silences, (rule) => applied.has(rule), silencing),
    )
    .sort(compareProblems);
}
