import { type SourceText, serialize, type XmlDocument } from '../xml/index.js';
import {
  type CompiledStylesheet,
  type EngineError,
  type EngineNode,
  engineName,
  keepEngineCode,
  loadEngine,
} from './engine.js';
import { engineTree } from './engine-tree.js';
import { compileStylesheetNow, openCompiled } from './stylesheet-compiler.js';
import { followModules } from './stylesheet-modules.js';

/** A stylesheet in the form in which it can be kept. */
export interface CompiledText {
  /** The addresses of its modules, its own first. */
  readonly uris: readonly string[];
  readonly text: string;
}

/** What the compiled form depends on besides the stylesheet. */
export const innerStylesheetForm = `${engineName}, form 2`;

/**
 * Compiles a stylesheet that another room has made; this thread waits for it.
 *
 * @param entry its text
 * @param uri its static base URI
 * @param read gives the text of a module that it imports or includes
 * @throws Failure when it does not compile, with the place and the reason
 */
export function compileInnerStylesheet(
  entry: SourceText,
  uri: string,
  read: (address: string) => SourceText,
): CompiledText {
  const stylesheet = followModules(entry, uri, read);
  return {
    uris: stylesheet.modules.map((module) => module.uri),
    text: compileStylesheetNow(stylesheet),
  };
}

/** What a stylesheet cannot do: an error of its own, or one that recurses without end. */
export class StylesheetError extends Error {
  constructor(
    message: string,
    /** `XTDE0040`; `overflow` where functions call one another without end; `engine` for a fault of the engine. */
    readonly code: string,
  ) {
    super(message);
  }
}

export interface InnerRun {
  /** The global context item. */
  readonly source: XmlDocument;
  readonly uri: string;
  /** How many elements may lie in one another in a document. */
  readonly deepest: number;
  /** Parameters by their EQNames. */
  readonly parameters: Readonly<Record<string, readonly number[] | boolean>>;
  /** The document at an absolute address; `undefined` leaves it to the engine, which reads files alone. */
  readonly read: (address: string) => XmlDocument | undefined;
  /** Where the file of an address lies that is left to the engine. */
  readonly locate: (address: string) => string;
  readonly onMessage: (text: string) => void;
}

const errorNamespace = 'Q{http://www.w3.org/2005/xqt-errors}';

/** A stylesheet that another room has made, run in this thread. */
export class InnerStylesheet {
  readonly #compiled: CompiledStylesheet;
  /** Documents that it read, by their texts: they are parsed once, however many documents are transformed. */
  #parsed = new Map<string, EngineNode>();
  readonly #texts = new WeakMap<XmlDocument, string>();

  private constructor(compiled: CompiledStylesheet) {
    this.#compiled = compiled;
  }

  /** @returns `undefined` when the text is not a compiled stylesheet */
  static open({ uris, text }: CompiledText): InnerStylesheet | undefined {
    const compiled = openCompiled(text, { modules: uris.map((uri) => ({ uri })) });
    return compiled && new InnerStylesheet(compiled);
  }

  /**
   * Calls a template by its EQName.
   *
   * @returns the result, which has to be a string
   * @throws StylesheetError
   */
  run(
    template: string,
    { source, uri, deepest, parameters, read, locate, onMessage }: InnerRun,
  ): string {
    const engine = loadEngine();
    const platform = engine.getPlatform();
    const sourceNode = engineTree(source, deepest);
    sourceNode._saxonBaseUri = uri;
    const used = new Map<string, EngineNode>();
    const given = new Map<string, XmlDocument>();
    const { readFile, parseXmlFromString } = platform;
    platform.readFile = (address) => {
      const document = read(String(address));
      if (document === undefined) return readFile.call(platform, locate(String(address)));
      let text = this.#texts.get(document);
      if (text === undefined) {
        text = serialize(document);
        this.#texts.set(document, text);
      }
      given.set(text, document);
      return text;
    };
    platform.parseXmlFromString = (text, ...rest) => {
      const document = given.get(text);
      if (document === undefined) return parseXmlFromString.call(platform, text, ...rest);
      let node = used.get(text) ?? this.#parsed.get(text);
      if (node === undefined) node = engineTree(document, deepest);
      else engine.resetIndexes(node);
      used.set(text, node);
      return node;
    };
    try {
      const { principalResult } = engine.transform(
        {
          stylesheetInternal: this.#compiled,
          destination: 'raw',
          sourceNode,
          initialTemplate: template,
          stylesheetParams: parameters,
          logLevel: 0,
          deliverMessage: (message) => onMessage(engine.serialize(message, { method: 'text' })),
        },
        'sync',
      );
      return principalResult;
    } catch (error) {
      throw stylesheetError(error);
    } finally {
      platform.readFile = readFile;
      platform.parseXmlFromString = parseXmlFromString;
      this.#parsed = used;
      keepEngineCode();
    }
  }
}

function stylesheetError(error: unknown): unknown {
  if (error instanceof RangeError) return new StylesheetError(error.message, 'overflow');
  const { code, message } = error as EngineError;
  if (typeof code === 'string')
    return new StylesheetError(message, code.replace(errorNamespace, ''));
  return error instanceof Error ? new StylesheetError(message, 'engine') : error;
}
