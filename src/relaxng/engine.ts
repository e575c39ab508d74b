import { compareProblems, type Problem } from '../problems/index.js';
import type { SchemaFile, XmlDocument } from '../xml/index.js';
import type { LoadSchemaOptions } from './load-schema.js';

/** Whatever judges documents by RELAX NG schemas. */
export interface RelaxNgEngine {
  /** The name by which a person chooses it. */
  readonly name: string;
  /**
   * Validates documents against one schema, each by itself; they are asked for as they are needed.
   *
   * @param options where what has been made of schemas is kept, for engines that can use it
   * @returns the problems of each document in its order, in the order of the documents; none when it is valid
   * @throws Failure when the schema is not a schema, with its own problems
   */
  judge(
    documents: Iterable<XmlDocument>,
    schema: SchemaFile,
    options?: LoadSchemaOptions,
  ): AsyncIterable<readonly Problem[]>;
}

/** What an engine finds in all documents, sorted by file and place. */
export async function validateBy(
  engine: RelaxNgEngine,
  ...subject: Parameters<RelaxNgEngine['judge']>
): Promise<Problem[]> {
  const all: Problem[] = [];
  for await (const problems of engine.judge(...subject)) {
    for (const problem of problems) all.push(problem);
  }
  return all.sort(compareProblems);
}
