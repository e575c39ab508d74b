import { doctypeText, type LoadedDtd, loadDtd } from '../dtd/index.js';
import { type Prolog, type SchemaReference, schemaResolver } from '../project/index.js';
import type { JudgeContext } from './choose-schemas.js';

/** The DTDs of one validation. Documents whose DOCTYPE says the same share one. */
export class Dtds {
  readonly #loaded = new Map<string, LoadedDtd>();
  readonly #resolve: ReturnType<typeof schemaResolver>;

  constructor(context: JudgeContext) {
    this.#resolve = schemaResolver(context);
  }

  /** @throws Failure when it cannot be read or is not correct */
  of(schema: SchemaReference, { source, path, doctype }: Prolog): LoadedDtd {
    const of = schema.ofDoctype && doctype ? { source, path, doctype } : undefined;
    const key = [schema.path, of === undefined ? '' : (doctypeText(of) ?? path)].join('\n');
    let dtd = this.#loaded.get(key);
    if (dtd === undefined) {
      dtd = loadDtd(schema, of, this.#resolve);
      this.#loaded.set(key, dtd);
    }
    return dtd;
  }
}
