import type { IdentifierFact } from './facts.js';

/** What is known of an earlier version of the project, by which rules tell what was lost since. */
export interface EarlierVersion {
  /** What a person calls it: a branch, a tag, a commit. */
  readonly name: string;
  /** The documents that have changed since, by path, and those that are new or gone. */
  readonly documents: ReadonlyMap<string, EarlierDocument>;
}

/** What a document was. */
export interface EarlierDocument {
  /** Whether it is to be told what it has lost. */
  readonly isChecked: boolean;
  /** Whether it is not there any more. */
  readonly isGone: boolean;
  /** The identifiers that stood in its file; none where it is new. Each with the place where it would stand now. */
  readonly identifiers: ReadonlyMap<string, IdentifierFact>;
}
