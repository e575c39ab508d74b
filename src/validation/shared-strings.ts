import type { Fix, Problem, RelatedPlace } from '../problems/index.js';
import { flat } from '../xml/index.js';

/**
 * Keeps one copy of equal strings, in memory of its own: a hundred thousand problems have a few hundred messages, and
 * none may hold on to the text that it was found in.
 */
export class SharedStrings {
  readonly #strings = new Map<string, string>();

  /** A string that is equal to a text, and the same for all equal ones. */
  share(text: string): string {
    let shared = this.#strings.get(text);
    if (shared === undefined) {
      shared = flat(text);
      this.#strings.set(shared, shared);
    }
    return shared;
  }

  /** The same problem, made of shared strings. */
  readonly problem = (problem: Problem): Problem => {
    const { help, schema, xpath, related, fix } = problem;
    // Written property by property: it is done a hundred thousand times.
    const shared: { -readonly [Key in keyof Problem]: Problem[Key] } = {
      file: this.share(problem.file),
      line: problem.line,
      column: problem.column,
      endLine: problem.endLine,
      endColumn: problem.endColumn,
      severity: problem.severity,
      code: this.share(problem.code),
      message: this.share(problem.message),
    };
    if (help !== undefined) shared.help = this.share(help);
    if (schema !== undefined) shared.schema = this.share(schema);
    // Each element has its own.
    if (xpath !== undefined) shared.xpath = flat(xpath);
    if (related !== undefined) shared.related = related.map(this.#place);
    if (fix !== undefined) shared.fix = this.#fix(fix);
    return shared;
  };

  readonly #place = ({ file, line, column, message }: RelatedPlace): RelatedPlace => ({
    file: this.share(file),
    line,
    column,
    message: this.share(message),
  });

  #fix(fix: Fix): Fix {
    return { ...fix, text: this.share(fix.text) };
  }
}
