import type { DocumentFacts } from '../integrity/index.js';
import type { Problem } from '../problems/index.js';
import type { SchemaReference } from '../project/index.js';
import type { ChosenSchemas } from './choose-schemas.js';

/** What is found in one document, by itself. Plain data: it comes from another thread, maybe. */
export interface Judged {
  /** What keeps it from being well-formed or valid, sorted by place. */
  readonly problems: readonly Problem[];
  readonly isWellFormed: boolean;
  /** Whether it may be a part that other documents include, by its root. */
  readonly isFragment: boolean;
  /** Absolute paths of the other files that it is made of. */
  readonly included: readonly string[];
  /** Whether it is well-formed, and there is no schema for it. */
  readonly isWithoutSchema: boolean;
  /** The schemas that judge it and are not itself; none where it is not well-formed. */
  readonly schemas: readonly SchemaReference[];
  /** Those of them that are still to judge it: libxml2 does it for all documents of a schema at once. */
  readonly left: readonly SchemaReference[];
}

/** What is found in one document, and what is to be judged of it together with others. */
export interface Judgement extends Judged {
  /** What the rules of integrity keep of it, where they are applied and it is well-formed. */
  readonly facts?: DocumentFacts | undefined;
}

/** The same, kept until all documents have been judged. */
export interface KeptJudgement extends Judged {
  /** Makes the facts, anew each time, of what they are kept as: it takes a fraction of their memory. */
  readonly facts: () => DocumentFacts | undefined;
}

/** What is found in a document that schemas have judged. */
export function judgedBy(
  { here, left, rules, isWithout }: ChosenSchemas,
  path: string,
  found: Pick<Judged, 'problems' | 'isFragment' | 'included'>,
): Judged {
  return {
    ...found,
    isWellFormed: true,
    isWithoutSchema: isWithout,
    schemas: [
      ...here,
      ...left,
      ...rules.filter(({ language }) => language === 'schematron'),
    ].filter((schema) => schema.path !== path),
    left,
  };
}

/** What is found in a document that is not well-formed. What schemas would say of it are consequences. */
export function notWellFormed(
  problems: readonly Problem[],
  included: readonly string[] = [],
): Judged {
  return {
    problems,
    included,
    isWellFormed: false,
    isFragment: false,
    isWithoutSchema: false,
    schemas: [],
    left: [],
  };
}
