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
  readonly engine: EngineName;
  /** The languages of schemas by which documents are judged in this run. */
  readonly languages: readonly SchemaLanguage[];
  /** Where simplified schemas are kept from one run to the next. */
  readonly cacheFolder: string;
}

/** The schemas that judge one document. */
export interface ChosenSchemas {
  readonly schemas: readonly SchemaReference[];
  /** Those of them by which our own engine judges. */
  readonly here: readonly SchemaReference[];
  /** The others: libxml2 judges by them. */
  readonly left: readonly SchemaReference[];
  /** What is wrong with the document's naming of them. */
  readonly problems: readonly Problem[];
}

/**
 * Chooses the schemas of a document: those that are given; failing these, those that it names itself; failing these,
 * those of its project. The DTD of its DOCTYPE, which is part of the document, judges besides, unless others are given.
 */
export function chooseSchemas(prolog: Prolog, context: JudgeContext): ChosenSchemas {
  const own = context.given === undefined ? associatedSchemas(prolog, context) : undefined;
  const isChosen = ({ language }: SchemaReference): boolean => context.languages.includes(language);
  const ofOwn = own?.schemas.filter(isChosen) ?? [];
  const named = ofOwn.filter(({ ofDoctype }) => ofDoctype !== true);
  const schemas = [
    ...ofOwn.filter(({ ofDoctype }) => ofDoctype === true),
    ...(context.given ?? (named.length > 0 ? named : context.ofProject)).filter(isChosen),
  ];
  const isOurs = ({ language }: SchemaReference): boolean =>
    language === 'dtd' || (language === 'relaxng' && context.engine === 'imprimatur');
  return {
    schemas,
    here: schemas.filter(isOurs),
    left: schemas.filter((schema) => !isOurs(schema)),
    problems: own?.problems ?? [],
  };
}
