import type { Problem } from '../problems/index.js';
import type { IntegrityDocument } from './documents.js';
import type { Identifiers } from './identifiers.js';

/** What a rule sees: one document, and what the whole project has to offer. */
export interface RuleContext {
  readonly subject: IntegrityDocument;
  readonly identifiers: Identifiers;
  readonly fileExists: (path: string) => boolean;
}

/** One thing that no schema language sees. */
export interface IntegrityRule {
  /** The codes of the problems that it finds, each `integrity/…`. */
  readonly codes: readonly string[];
  check(context: RuleContext): Iterable<Problem>;
}
