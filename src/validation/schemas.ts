import { fileSchemaCache, loadSchema, type SchemaFile } from '../relaxng/index.js';

type Schema = ReturnType<typeof loadSchema>;

/** The RELAX NG schemas of one validation: each is loaded when a document is first judged by it, and once. */
export class Schemas {
  readonly #cache: ReturnType<typeof fileSchemaCache>;
  readonly #loaded = new Map<string, Schema>();

  /** @param cacheFolder where simplified schemas are kept from one run to the next */
  constructor(cacheFolder: string) {
    this.#cache = fileSchemaCache(cacheFolder);
  }

  /** @throws Failure when it cannot be read or is not correct */
  of(file: SchemaFile): Schema {
    let schema = this.#loaded.get(file.path);
    if (schema === undefined) {
      schema = loadSchema(file, { cache: this.#cache });
      this.#loaded.set(file.path, schema);
    }
    return schema;
  }
}
