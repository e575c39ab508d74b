import type { Problem } from '../problems/index.js';
import {
  associatedSchemas,
  type Prolog,
  type ReadingContext,
  type SchemaContext,
  type SchemaLanguage,
  type SchemaReference,
} from '../project/index.js';
import type { EngineName } from '../relaxng/index.js';

/** What decides by which schemas documents are judged. Plain data: each thread has a copy. */
export interface JudgeContext extends SchemaContext, ReadingContext {
  /** Schemas that take the place of those that documents name and of the project's. */
  readonly given: readonly SchemaReference[] | undefined;
  /** The project's schemas, for documents that name none. */
  readonly ofProject: readonly SchemaReference[];
  /** The languages of the schemas that are to judge. */
  readonly languages: readonly SchemaLanguage[];
  readonly engine: EngineName;
  /** Where simplified schemas are kept from one run to the next. */
  readonly cacheFolder: string;
}

/** The schemas that judge one document. */
export interface ChosenSchemas {
  /** Those by which it is judged as its events come. */
  readonly here: readonly SchemaReference[];
  /** The others: libxml2 judges by them. */
  readonly left: readonly SchemaReference[];
  /** Whether there is none for it, of whatever language. */
  readonly isWithout: boolean;
  /** What is wrong with the document's naming of them. */
  readonly problems: readonly Problem[];
}

/**
 * Chooses the schemas of a document: those that are given; failing these, those that it names itself; failing these,
 * those of its project. The DTD of its DOCTYPE, which is part of the document, judges besides, unless others are given.
 * Of these, those judge whose language is asked for.
 */
export function chooseSchemas(prolog: Prolog, context: JudgeContext): ChosenSchemas {
  const own = context.given === undefined ? associatedSchemas(prolog, context) : undefined;
  const ofOwn = own?.schemas.filter(canJudge) ?? [];
  const named = ofOwn.filter(({ ofDoctype }) => ofDoctype !== true);
  const applying = [
    ...ofOwn.filter(({ ofDoctype }) => ofDoctype === true),
    ...(context.given ?? (named.length > 0 ? named : context.ofProject)).filter(canJudge),
  ];
  const judging = applying.filter(({ language }) => context.languages.includes(language));
  const isLeft = ({ language }: SchemaReference): boolean =>
    language === 'xsd' || (language === 'relaxng' && context.engine !== 'imprimatur');
  const problems = own?.problems ?? [];
  return {
    here: judging.filter((schema) => !isLeft(schema)),
    left: judging.filter(isLeft),
    // Where one is named and cannot be used, that has been said.
    isWithout: problems.length === 0 && applying.length === 0,
    problems,
  };
}

/** By Schematron nothing is judged yet. */
function canJudge({ language }: SchemaReference): boolean {
  return language !== 'schematron';
}
