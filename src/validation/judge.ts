import { compareProblems, type Problem } from '../problems/index.js';
import { associatedSchemas, readDocument } from '../project/index.js';
import { type EngineName, problemsIn, type SchemaFile } from '../relaxng/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { Schemas } from './schemas.js';

/** What decides by which schemas documents are judged. Plain data: each thread has a copy. */
export interface JudgeContext {
  readonly workingDirectory: string;
  /** Schemas that take the place of those that documents name and of the project's. */
  readonly given: readonly SchemaFile[] | undefined;
  /** The project's schemas, for documents that name none. */
  readonly ofProject: readonly SchemaFile[];
  readonly engine: EngineName;
  /** Where simplified schemas are kept from one run to the next. */
  readonly cacheFolder: string;
}

/** A document to be judged. */
export interface Subject {
  readonly path: string;
  readonly file: string;
}

/** What somebody who has a document as a tree has of it. */
export interface ParsedSubject extends Subject {
  readonly tree: XmlDocument | undefined;
  readonly problems: readonly Problem[];
}

/** What is found in one document, by itself. Plain data: it comes from another thread, maybe. */
export interface Judged {
  /** What keeps it from being well-formed or valid, sorted by place. */
  readonly problems: readonly Problem[];
  readonly isWellFormed: boolean;
  /** The schemas that judge it; none where it is not well-formed. */
  readonly schemas: readonly SchemaFile[];
  /** Those of them that are still to judge it: libxml2 does it for all documents of a schema at once. */
  readonly left: readonly SchemaFile[];
}

/**
 * Judges one document by itself: whether it is well-formed, and valid by its schemas.
 *
 * @param loaded the schemas of this run, in this thread
 * @throws Failure when it cannot be read, or a schema is not correct
 */
export function judge(subject: Subject, context: JudgeContext, loaded: Schemas): Judged {
  const { document, problems } = readDocument(subject.path, subject.file);
  return judgeTree({ ...subject, tree: document, problems }, context, loaded);
}

/** The same of a document that is there as a tree. */
export function judgeTree(subject: ParsedSubject, context: JudgeContext, loaded: Schemas): Judged {
  const { tree, problems } = subject;
  if (tree === undefined) return { problems, isWellFormed: false, schemas: [], left: [] };
  const found = [...problems];
  const own =
    context.given === undefined ? associatedSchemas(subject, context.workingDirectory) : undefined;
  found.push(...(own?.problems ?? []));
  const schemas = context.given ?? (own?.schemas.length ? own.schemas : context.ofProject);
  const left = schemas.filter(() => context.engine !== 'imprimatur');
  for (const schema of schemas) {
    if (left.includes(schema)) continue;
    found.push(...problemsIn(tree, loaded.of(schema), schema.file));
  }
  return { problems: found.sort(compareProblems), isWellFormed: true, schemas, left };
}
