import { createRequire } from 'node:module';
import { keptCodeFolder } from './built-in.js';
import { type LoadedModule, loadWithKeptCode } from './kept-code.js';

/** A node of the engine's own tree; other rooms never see one. */
export interface EngineNode {
  readonly engineNode: unique symbol;
  _saxonBaseUri?: string;
  readonly nodeType: number;
  readonly lastChild: EngineNode | null;
  value: string;
  nodeValue: string;
  appendChild(node: EngineNode): void;
  appendData(text: string): void;
  setAttributeNode(attribute: EngineNode): void;
}

/** The part of the DOM by which a tree of the engine is made. */
export interface EngineDocument extends EngineNode {
  createElementNS(namespace: string, qname: string): EngineNode;
  createAttributeNS(namespace: string, qname: string): EngineNode;
  createTextNode(text: string): EngineNode;
  createComment(text: string): EngineNode;
  createProcessingInstruction(target: string, text: string): EngineNode;
}

/** A compiled stylesheet (Stylesheet Export File), parsed. The engine adds to it while it runs. */
export type CompiledStylesheet = { N: string; [key: string]: unknown };

interface ResultDestination {
  destination: 'serialized';
  save(uri: URL, content: string, encoding: string): void;
}

interface TransformOptions {
  stylesheetInternal: CompiledStylesheet;
  /** A result that is one string is given `raw` as such. */
  destination: 'serialized' | 'raw';
  sourceNode?: EngineNode;
  initialTemplate?: string;
  baseOutputURI?: string;
  stylesheetParams: Record<string, unknown>;
  documentPool?: Record<string, EngineNode>;
  logLevel: number;
  deliverMessage(message: EngineNode): void;
  deliverResultDocument?(uri: URL | string): ResultDestination;
}

/** The error that the engine throws for whatever goes wrong in a stylesheet. */
export interface EngineError extends Error {
  /** An error code of XSLT, XPath or the stylesheet's author, `XTDE0040`, or an EQName. */
  code?: string;
  xsltLineNr?: number | string;
  /** File name of the stylesheet module, without its folder. */
  xsltModule?: string;
}

/** The part of SaxonJS 2 that is used: https://www.saxonica.com/saxonjs/documentation3/#!api */
export interface Engine {
  transform(options: TransformOptions, mode: 'sync'): { principalResult: string };
  getPlatform(): {
    parseXmlFromString(text: string, ...rest: unknown[]): EngineNode;
    createDocument(): EngineDocument;
    saxonPrint(line: string): void;
    /** How the engine reads what a stylesheet asks for, `doc()` and `unparsed-text()`; files only. */
    readFile(uri: URL | string): string;
  };
  serialize(node: EngineNode, properties: { method: 'text' }): string;
  /** Forgets the indexes (`xsl:key`) of a document that another transformation has built. */
  resetIndexes(document: EngineNode): boolean;
}

/** Changes with the engine: what was compiled by or for another version is not used. */
export const engineName = `saxon-js-${engineVersion()}`;

let engine: Engine | undefined;
let loaded: LoadedModule | undefined;

/**
 * SaxonJS, loaded at the first call.
 *
 * It is not imported: Node would first scan its 2.4 MB for the names that it exports, which takes longer than loading
 * it. Its HTTP client, axios, is kept out: no stylesheet may reach the network, and what is never used need not be
 * loaded. With the code kept from an earlier process that makes 0.05 s in place of 0.4 s.
 */
export function loadEngine(): Engine {
  if (engine === undefined) {
    const file = createRequire(import.meta.url).resolve('saxon-js');
    const require = createRequire(file);
    const requireForEngine = (name: string): unknown => (name === 'axios' ? {} : require(name));
    loaded = loadWithKeptCode(file, engineName, requireForEngine, keptCodeFolder);
    engine = loaded.exports as Engine;
    // What the engine prints of its own accord (where in the source a failure happened) is in the error as well.
    engine.getPlatform().saxonPrint = () => {};
  }
  return engine;
}

/** Keeps the engine's code for the next process; worth while when it has run a stylesheet. */
export function keepEngineCode(): void {
  loaded?.keepCode();
  loaded = undefined;
}

function engineVersion(): string {
  const { version } = createRequire(import.meta.url)('saxon-js/package.json') as {
    version: string;
  };
  return version;
}
