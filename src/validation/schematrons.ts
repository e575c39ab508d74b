import { fileURLToPath } from 'node:url';
import { Failure, type Problem } from '../problems/index.js';
import { readDocument, type SchemaReference, schemaResolver, shownPath } from '../project/index.js';
import { fileSchemaCache } from '../relaxng/index.js';
import type { Schematron, SchematronResult, SvrlOptions } from '../schematron/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { JudgeContext } from './choose-schemas.js';

type Room = typeof import('../schematron/index.js');

/** So many documents that rules ask for are kept. */
const mostOpened = 8;

/** The rules in Schematron of one validation: each schema is loaded when a document is first checked by it, and once. */
export class Schematrons {
  readonly #room: Room;
  readonly #context: JudgeContext;
  readonly #loaded = new Map<string, Schematron | undefined>();

  /** Documents that rules have asked for, the last ones last. */
  readonly #opened = new Map<string, XmlDocument | undefined>();

  private constructor(room: Room, context: JudgeContext) {
    this.#room = room;
    this.#context = context;
  }

  /** Loads what checks by Schematron, which nobody else needs. */
  static async of(context: JudgeContext): Promise<Schematrons | undefined> {
    if (!context.languages.includes('schematron')) return undefined;
    return new Schematrons(await import('../schematron/index.js'), context);
  }

  /**
   * The rules of a schema; none where it is in another language, and none are embedded in it.
   *
   * @throws Failure when it cannot be read or is not correct
   */
  rulesOf(schema: SchemaReference): Schematron | undefined {
    if (!this.#loaded.has(schema.path)) {
      const options = {
        cache: fileSchemaCache(this.#context.cacheFolder),
        resolve: schemaResolver(this.#context),
      };
      this.#loaded.set(schema.path, this.#room.loadSchematron(schema, options));
    }
    return this.#loaded.get(schema.path);
  }

  /**
   * Checks a document by the rules of schemas.
   *
   * @returns what is wrong with the document; and, at their own places, what is wrong with rules that cannot be applied
   * @throws Failure when a schema cannot be read or is not correct, or has not the phase that is asked for
   */
  check(
    document: XmlDocument,
    address: string,
    schemas: readonly SchemaReference[],
  ): readonly Problem[] {
    return [...this.#results(document, address, schemas)].flatMap(({ rules, result }) => [
      ...result.problems,
      ...result.broken,
      ...rules.doubts,
    ]);
  }

  /**
   * Checks a document by the rules of schemas.
   *
   * @returns what each of them makes of it, in SVRL
   * @throws Failure when a schema cannot be read or is not correct, or has not the phase that is asked for
   */
  *svrl(
    document: XmlDocument,
    address: string,
    schemas: readonly SchemaReference[],
    options: SvrlOptions,
  ): IterableIterator<{ readonly schema: string; readonly svrl: string }> {
    for (const { rules, result } of this.#results(document, address, schemas))
      yield {
        schema: rules.file.file,
        svrl: this.#room.svrl(rules.schema, result.course, options),
      };
  }

  *#results(
    document: XmlDocument,
    address: string,
    schemas: readonly SchemaReference[],
  ): IterableIterator<{ readonly rules: Schematron; readonly result: SchematronResult }> {
    for (const schema of schemas) {
      const rules = this.rulesOf(schema);
      if (rules === undefined) continue;
      const phase =
        schema.language === 'schematron' ? (this.#context.phase ?? schema.phase) : undefined;
      const open = (other: string) => this.#open(other);
      yield { rules, result: rules.check(document, { phase, address, open }) };
    }
  }

  /**
   * A document that a rule asks for; none where there is no such file, as `doc-available` has it. The rules that look
   * into a register do so for each document that is checked: those asked for last are kept.
   */
  #open(address: string): XmlDocument | undefined {
    const document = this.#opened.has(address) ? this.#opened.get(address) : this.#read(address);
    this.#opened.delete(address);
    this.#opened.set(address, document);
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= mostOpened) break;
      this.#opened.delete(oldest);
    }
    return document;
  }

  #read(address: string): XmlDocument | undefined {
    try {
      const path = fileURLToPath(address);
      const file = shownPath(path, this.#context.workingDirectory);
      return readDocument(path, file, this.#context).document;
    } catch (error) {
      if (error instanceof Failure || error instanceof TypeError) return undefined;
      throw error;
    }
  }
}
