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
  /** The phase of Schematron schemas that stand alone, where one is asked for. */
  readonly phase: string | undefined;
  /** Whether the rules of integrity are to be applied. */
  readonly integrity: boolean;
  /** Whether the web is asked, for the rules that need its answers. */
  readonly online: boolean;
  /** Where simplified schemas are kept from one run to the next. */
  readonly cacheFolder: string;
}

/** The schemas that judge one document. */
export interface ChosenSchemas {
  /** Those by which it is judged as its events come. */
  readonly here: readonly SchemaReference[];
  /** The others: libxml2 judges by them. */
  readonly left: readonly SchemaReference[];
  /** Those that hold rules in Schematron, alone or embedded in RELAX NG: they need its tree. Each file once. */
  readonly rules: readonly SchemaReference[];
  /** Whether there is none for it, of whatever language. */
  readonly isWithout: boolean;
  /** What is wrong with the document's naming of them. */
  readonly problems: readonly Problem[];
}

/** Where no schema is to judge, it is nobody's concern which there are. */
const noneAsked: ChosenSchemas = { here: [], left: [], rules: [], isWithout: false, problems: [] };

/**
 * Chooses the schemas of a document: those that are given; failing these, those that it names itself; failing these,
 * those of its project. The DTD of its DOCTYPE, which is part of the document, judges besides, unless others are given.
 * Of these, those judge whose language is asked for.
 */
export function chooseSchemas(prolog: Prolog, context: JudgeContext): ChosenSchemas {
  if (context.languages.length === 0) return noneAsked;
  const own = context.given === undefined ? associatedSchemas(prolog, context) : undefined;
  const ofDoctype = own?.schemas.filter((schema) => schema.ofDoctype === true) ?? [];
  const named = own?.schemas.filter((schema) => schema.ofDoctype !== true) ?? [];
  const applying = [
    ...ofDoctype,
    ...(context.given ?? (named.length > 0 ? named : context.ofProject)),
  ];
  const judging = applying.filter(
    ({ language }) => language !== 'schematron' && context.languages.includes(language),
  );
  const isLeft = ({ language }: SchemaReference): boolean =>
    language === 'xsd' || (language === 'relaxng' && context.engine !== 'imprimatur');
  const problems = own?.problems ?? [];
  return {
    here: judging.filter((schema) => !isLeft(schema)),
    left: judging.filter(isLeft),
    rules: context.languages.includes('schematron') ? rulesOf(applying) : [],
    // Where one is named and cannot be used, that has been said.
    isWithout: problems.length === 0 && applying.length === 0,
    problems,
  };
}

/** TEI's own files name one schema twice: as RELAX NG, and as the Schematron that is embedded in it. */
function rulesOf(applying: readonly SchemaReference[]): readonly SchemaReference[] {
  const byPath = new Map<string, SchemaReference>();
  for (const schema of applying) {
    const { language, path } = schema;
    const mayHaveRules = language === 'schematron' || language === 'relaxng';
    if (mayHaveRules && (language === 'schematron' || !byPath.has(path))) byPath.set(path, schema);
  }
  return [...byPath.values()];
}
