import { schemaResolver } from '../project/index.js';
import { fileSchemaCache, loadSchema, type SchemaFile } from '../relaxng/index.js';
import type { JudgeContext } from './choose-schemas.js';

type Schema = ReturnType<typeof loadSchema>;

/** The RELAX NG schemas of one validation: each is loaded when a document is first judged by it, and once. */
export class Schemas {
  readonly #cache: ReturnType<typeof fileSchemaCache>;
  readonly #resolve: ReturnType<typeof schemaResolver>;
  readonly #loaded = new Map<string, Schema>();

  /** @param context where simplified schemas and copies of others are kept */
  constructor(context: JudgeContext) {
    this.#cache = fileSchemaCache(context.cacheFolder);
    this.#resolve = schemaResolver(context);
  }

  /** @throws Failure when it cannot be read or is not correct */
  of(file: SchemaFile): Schema {
    let schema = this.#loaded.get(file.path);
    if (schema === undefined) {
      schema = loadSchema(file, { cache: this.#cache, resolve: this.#resolve });
      this.#loaded.set(file.path, schema);
    }
    return schema;
  }
}
