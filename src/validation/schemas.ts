import { type LoadedDtd, loadDtd } from '../dtd/index.js';
import { type Prolog, type SchemaReference, schemaResolver } from '../project/index.js';
import { fileSchemaCache, loadSchema, type SchemaFile } from '../relaxng/index.js';
import type { JudgeContext } from './choose-schemas.js';

type RelaxNgSchema = ReturnType<typeof loadSchema>;

/** The schemas of one validation: each is loaded when a document is first judged by it, and once. */
export class Schemas {
  readonly #cache: ReturnType<typeof fileSchemaCache>;
  readonly #resolve: ReturnType<typeof schemaResolver>;
  readonly #relaxNg = new Map<string, RelaxNgSchema>();
  readonly #dtds = new Map<string, LoadedDtd>();

  /** @param context where simplified schemas and copies of others are kept */
  constructor(context: JudgeContext) {
    this.#cache = fileSchemaCache(context.cacheFolder);
    this.#resolve = schemaResolver(context);
  }

  /** @throws Failure when it cannot be read or is not correct */
  relaxNg(file: SchemaFile): RelaxNgSchema {
    let schema = this.#relaxNg.get(file.path);
    if (schema === undefined) {
      schema = loadSchema(file, { cache: this.#cache, resolve: this.#resolve });
      this.#relaxNg.set(file.path, schema);
    }
    return schema;
  }

  /**
   * @param prolog of a document that is to be judged by it
   * @throws Failure when it cannot be read or is not correct
   */
  dtd(file: SchemaReference, { source, path, doctype }: Prolog): LoadedDtd {
    const of =
      file.ofDoctype === true && doctype !== undefined ? { source, path, doctype } : undefined;
    const { start, end } = of?.doctype.span ?? { start: 0, end: 0 };
    const written = source.text?.slice(start, end) ?? source.reading?.slice(start, end) ?? '';
    // What an internal subset declares may be told by where the document lies.
    const key = [file.path, written, written.includes('[') ? path : ''].join('\0');
    let dtd = this.#dtds.get(key);
    if (dtd === undefined) {
      dtd = loadDtd(file, of, this.#resolve);
      this.#dtds.set(key, dtd);
    }
    return dtd;
  }
}
