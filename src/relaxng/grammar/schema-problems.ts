import type { Problem } from '../../problems/index.js';
import { problemAt } from '../../xml/index.js';
import type { SchemaPlace } from './syntax.js';

/** Gathers what is wrong with a schema. */
export class SchemaProblems {
  readonly problems: Problem[] = [];

  /**
   * @param clause the section of the RELAX NG Specification (OASIS, 3 December 2001) that is broken; of the
   * compact syntax's, with `compact` before it
   */
  report(at: SchemaPlace, clause: string, message: string, help?: string): void {
    const { source, span } = at;
    const named = clause.startsWith('compact ')
      ? `RELAX NG Compact Syntax, ${clause.slice(8)}`
      : `RELAX NG, ${clause}`;
    this.problems.push(
      problemAt(source, span, {
        code: 'relaxng/schema',
        message: `${message} (${named})`,
        help,
      }),
    );
  }

  get any(): boolean {
    return this.problems.length > 0;
  }
}
