import { Failure } from '../problems/index.js';
import { attribute, problemAt, type XmlElement } from '../xml/index.js';
import { placeOnLine, plainMessage } from './compiler-errors.js';
import {
  type CompiledStylesheet,
  type EngineError,
  type EngineNode,
  engineName,
  loadEngine,
} from './engine.js';
import { ParsedDocuments } from './parsed-documents.js';
import { ResultDocuments } from './result-documents.js';
import { findCompiled, keepCompiled } from './stylesheet-cache.js';
import { compileStylesheet, openCompiled } from './stylesheet-compiler.js';
import { readStylesheetModules, type StylesheetModules } from './stylesheet-modules.js';
import type {
  ParameterValue,
  SourceDocument,
  StylesheetEntry,
  Transformation,
  TransformationResult,
  Transformer,
} from './transformer.js';
import type { TransformerOptions } from './transformer-options.js';

interface ReadyStylesheet {
  readonly stylesheet: StylesheetModules;
  readonly compiled: CompiledStylesheet;
  readonly parsed: ParsedDocuments;
}

/** What the compiled form depends on besides the stylesheet: the engine and the way it is written down. */
const compiledBy = `${engineName}, form 2`;

/** A transformer that runs entry stylesheets with SaxonJS, in this thread. */
export function createTransformer(options: TransformerOptions): Transformer {
  const ready = new Map<StylesheetEntry, Promise<ReadyStylesheet>>();

  function stylesheetFor(entry: StylesheetEntry): Promise<ReadyStylesheet> {
    let found = ready.get(entry);
    if (found === undefined) {
      found = readyStylesheet(entry, options);
      ready.set(entry, found);
    }
    return found;
  }

  return {
    async prepare(entry) {
      loadEngine();
      await stylesheetFor(entry);
    },
    async run(entry, transformation) {
      return transform(entry, await stylesheetFor(entry), transformation, options.onMessage);
    },
  };
}

async function readyStylesheet(
  entry: StylesheetEntry,
  { entries, builtIn, shipped, cache, show, onCompile }: TransformerOptions,
): Promise<ReadyStylesheet> {
  const stylesheet = readStylesheetModules(entries[entry], builtIn, show, compiledBy);
  const found = findCompiled([...shipped, cache], entry, stylesheet.hash);
  const opened = found === undefined ? undefined : openCompiled(found, stylesheet);
  if (opened !== undefined) return { stylesheet, compiled: opened, parsed: new ParsedDocuments() };
  const shown = show(entries[entry]);
  onCompile?.(shown);
  const text = await compileStylesheet(stylesheet);
  keepCompiled(cache, entry, stylesheet.hash, text);
  const compiled = openCompiled(text, stylesheet);
  if (compiled === undefined) throw new Error(`xslt3 gives no package for ${shown}.`);
  return { stylesheet, compiled, parsed: new ParsedDocuments() };
}

/** An entry stylesheet to be shipped: the hash of all it is made from, and how it is compiled. */
export function readyEntry(
  entry: string,
  builtIn: string,
  show: (path: string) => string,
): { hash: string; compile: () => Promise<string> } {
  const stylesheet = readStylesheetModules(entry, builtIn, show, compiledBy);
  return { hash: stylesheet.hash, compile: () => compileStylesheet(stylesheet) };
}

function transform(
  entry: StylesheetEntry,
  { stylesheet, compiled, parsed }: ReadyStylesheet,
  transformation: Transformation,
  onMessage: TransformerOptions['onMessage'],
): TransformationResult {
  const engine = loadEngine();
  const file = transformation.source?.file;
  parsed.begin();
  const node = (document: SourceDocument): EngineNode => parsed.node(document);
  const registers = transformation.registers ?? [];
  const stylesheetParams: Record<string, unknown> = { registers: registers.map(node) };
  for (const [name, value] of Object.entries(transformation.parameters ?? {})) {
    stylesheetParams[name] = engineValue(value, node);
  }
  const results = new ResultDocuments();
  // A message is held back until the next: the one that ends the transformation is told as its failure.
  let last: string | undefined;
  const deliverLast = (): void => {
    if (last !== undefined) onMessage?.({ entry, file, text: last });
  };
  let principal: string;
  try {
    principal = engine.transform(
      {
        stylesheetInternal: compiled,
        destination: 'serialized',
        ...(transformation.source === undefined ? {} : { sourceNode: node(transformation.source) }),
        ...(transformation.initialTemplate === undefined
          ? {}
          : { initialTemplate: transformation.initialTemplate }),
        baseOutputURI: results.base,
        stylesheetParams,
        documentPool: Object.fromEntries(registers.map((each) => [each.uri, node(each)])),
        logLevel: 0,
        deliverMessage: (message) => {
          deliverLast();
          last = engine.serialize(message, { method: 'text' });
        },
        deliverResultDocument: (uri) => ({
          destination: 'serialized',
          save: (_, content) => results.add(uri, content),
        }),
      },
      'sync',
    ).principalResult;
    deliverLast();
  } catch (error) {
    if (isEngineError(error)) throw stylesheetFailure(error, stylesheet, file);
    throw error;
  }
  const name = stylesheet.modules[0]?.source.file ?? entry;
  return { principal, results: results.byHref(name, file) };
}

function engineValue(
  value: ParameterValue,
  node: (document: SourceDocument) => EngineNode,
): unknown {
  if (Array.isArray(value)) return value.map((each: ParameterValue) => engineValue(each, node));
  return typeof value === 'object' ? node(value as SourceDocument) : value;
}

function isEngineError(error: unknown): error is EngineError {
  return error instanceof Error && typeof (error as EngineError).code === 'string';
}

function isTerminating(element: XmlElement): boolean {
  return element.name.local === 'message' && attribute(element, 'terminate') !== undefined;
}

const errorNamespace = 'Q{http://www.w3.org/2005/xqt-errors}';
/** The code of `xsl:message terminate="yes"` without an error code of its own (XSLT 3.0, section 23.1). */
const terminated = 'XTMM9000';

function stylesheetFailure(
  error: EngineError,
  stylesheet: StylesheetModules,
  file: string | undefined,
): Failure {
  const code = (error.code ?? '').replace(errorNamespace, '');
  const entry = stylesheet.modules[0]?.source;
  const module = stylesheet.modules[Number.parseInt(error.xsltModule ?? '', 10)]?.source;
  const line = Number(error.xsltLineNr);
  const subject = `The stylesheet ${entry?.file}`;
  const object = file === undefined ? '' : ` ${file}`;
  const stopped = error.message.startsWith('Terminated with ');
  const reason = plainMessage(error.message.replace(/^Terminated with\s*/, ''));
  const message = code === terminated || code === '' ? reason : `${reason} (${code})`;
  const headline = stopped
    ? `${subject} stopped the transformation${object === '' ? '' : ` of${object}`}`
    : `${subject} fails${object === '' ? '' : ` on${object}`}`;
  const source = module ?? entry;
  if (source === undefined) return new Failure(`${headline}: ${message}.`);
  const { span } = Number.isInteger(line)
    ? placeOnLine(source, line, error.message, stopped ? isTerminating : undefined)
    : { span: { start: 0, end: 0 } };
  return new Failure(`${headline}.`, {
    problems: [
      problemAt(source, span, {
        code: stopped ? 'transform/terminated' : 'transform/dynamic-error',
        message,
      }),
    ],
  });
}
