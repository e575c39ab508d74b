import type { Problem } from '../problems/index.js';
import type { SchemaFile, XmlDocument } from '../xml/index.js';
import type { LoadSchemaOptions } from './load-schema.js';

/** Whatever judges documents by RELAX NG schemas. */
export interface RelaxNgEngine {
  /** The name by which a person chooses it. */
  readonly name: string;
  /**
   * Validates documents against one schema.
   *
   * @param options where what has been made of schemas is kept, for engines that can use it
   * @returns the problems of all documents, sorted by file and place; none when all are valid
   * @throws Failure when the schema is not a schema, with its own problems
   */
  validate(
    documents: readonly XmlDocument[],
    schema: SchemaFile,
    options?: LoadSchemaOptions,
  ): Promise<Problem[]>;
}
