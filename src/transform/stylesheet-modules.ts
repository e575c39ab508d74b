import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../problems/index.js';
import {
  attribute,
  descendants,
  parseXml,
  problemAt,
  readSource,
  type SourceText,
  serialize,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.js';

const xsl = 'http://www.w3.org/1999/XSL/Transform';

/** The scheme of the fixed addresses of the built-in stylesheets, `imprimatur:html.xsl`. */
const builtInScheme = 'imprimatur:';

/** Where none of these stands, a module leads to no other and is as it is written: it need not be parsed. */
const mayLeadOn = /import|include|<!DOCTYPE/;

/** A file of a stylesheet. */
export interface StylesheetModule {
  readonly path: string;
  /** Absolute `file:` address, the static base URI of what stands in it. */
  readonly uri: string;
  readonly source: SourceText;
  /** The text without entities, cut where the addresses of other modules stand. */
  readonly pieces: readonly string[];
  /** Numbers of the modules whose addresses stand between the pieces. */
  readonly targets: readonly number[];
}

/** An entry stylesheet with all that it imports and includes, the entry first. */
export interface StylesheetModules {
  readonly modules: readonly StylesheetModule[];
  /** Of all that the compiled stylesheet depends on, and of nothing else: not of where the files lie. */
  readonly hash: string;
}

/**
 * Follows `xsl:import` and `xsl:include` (XSLT 3.0, section 3.11) from an entry stylesheet.
 *
 * @param entry path of the entry
 * @param builtIn folder that `imprimatur:` addresses lead to
 * @param show how a path is shown to a person
 * @param engineVersion whatever else the compiled form depends on
 * @throws Failure when a module is missing, or cannot be followed because it is not well-formed, with its place
 */
export function readStylesheetModules(
  entry: string,
  builtIn: string,
  show: (path: string) => string,
  engineVersion: string,
): StylesheetModules {
  const numbers = new Map<string, number>([[entry, 0]]);
  const paths = [entry];
  const modules: StylesheetModule[] = [];
  for (let number = 0; number < paths.length; number++) {
    const path = paths[number] ?? entry;
    modules.push(
      readModule(path, builtIn, show, (target) => {
        let known = numbers.get(target);
        if (known === undefined) {
          known = paths.length;
          numbers.set(target, known);
          paths.push(target);
        }
        return known;
      }),
    );
  }
  return { modules, hash: hashOf(modules, engineVersion) };
}

function hashOf(modules: readonly StylesheetModule[], engineVersion: string): string {
  const hash = createHash('sha256').update(engineVersion);
  for (const [number, module] of modules.entries()) {
    hash.update(`\0${number}\0${moduleText(module, (target) => `${target}`)}`);
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * Parses every module, which following them does not. What has been compiled once is well-formed; this is for what
 * has not.
 *
 * @throws Failure when a module is not well-formed, with its place
 */
export function checkWellFormed({ modules }: StylesheetModules): void {
  for (const { source } of modules) parseStylesheet(source);
}

/** The text of a module with the addresses of the modules that it imports and includes written anew. */
export function moduleText(module: StylesheetModule, address: (target: number) => string): string {
  let text = module.pieces[0] ?? '';
  for (const [index, target] of module.targets.entries()) {
    text += address(target) + (module.pieces[index + 1] ?? '');
  }
  return text;
}

function readModule(
  path: string,
  builtIn: string,
  show: (path: string) => string,
  numberOf: (target: string) => number,
): StylesheetModule {
  const uri = pathToFileURL(path).href;
  return moduleOf(readSource(path, show(path)), uri, path, (element, href, source) => {
    const target = targetPath(href.value, uri, builtIn);
    if (target !== undefined && existsSync(target)) return numberOf(target);
    // What a use-when leaves out need not be there; the compiler knows.
    if (attribute(element, 'use-when') !== undefined) return undefined;
    throw missingModule(source, element, href.valueSpan, href.value, target, show);
  });
}

/** The number of the module that an element imports or includes; `undefined` where its address is to stay. */
type NumberTarget = (
  element: XmlElement,
  href: XmlAttribute,
  source: SourceText,
) => number | undefined;

function moduleOf(
  source: SourceText,
  uri: string,
  path: string,
  numberOf: NumberTarget,
): StylesheetModule {
  if (!mayLeadOn.test(source.text))
    return { path, uri, source, pieces: [source.text], targets: [] };
  const { source: expanded, root } = parseStylesheet(source);
  const pieces: string[] = [];
  const targets: number[] = [];
  let from = 0;
  for (const element of descendants(root)) {
    if (element.name.namespace !== xsl) continue;
    if (element.name.local !== 'import' && element.name.local !== 'include') continue;
    const href = attribute(element, 'href');
    if (href === undefined) continue;
    const number = numberOf(element, href, expanded);
    if (number === undefined) continue;
    pieces.push(expanded.text.slice(from, href.valueSpan.start));
    targets.push(number);
    from = href.valueSpan.end;
  }
  pieces.push(expanded.text.slice(from));
  return { path, uri, source, pieces, targets };
}

/**
 * Follows `xsl:import` and `xsl:include` from a stylesheet that is made and lies nowhere.
 *
 * @param entry its text
 * @param uri its static base URI
 * @param read gives the text of a module at an absolute address
 * @throws Failure where a module cannot be read or is not well-formed
 */
export function followModules(
  entry: SourceText,
  uri: string,
  read: (address: string) => SourceText,
): StylesheetModules {
  const addresses = [uri];
  const modules: StylesheetModule[] = [];
  for (let number = 0; number < addresses.length; number++) {
    const address = addresses[number] ?? uri;
    const source = number === 0 ? entry : read(address);
    modules.push(
      moduleOf(source, address, address, (_, href) => {
        const target = new URL(href.value, address).href;
        const known = addresses.indexOf(target);
        return known === -1 ? addresses.push(target) - 1 : known;
      }),
    );
  }
  return { modules, hash: hashOf(modules, '') };
}

/** Parses a module; with a document type it is written out without, since the engine reads no entities. */
function parseStylesheet(source: SourceText): { source: SourceText; root: XmlElement } {
  const { document, problems } = parseXml(source);
  if (document === undefined) {
    throw new Failure(`The stylesheet ${source.file} is not well-formed XML.`, { problems });
  }
  if (!source.text.includes('<!DOCTYPE')) return { source, root: document.root };
  const written: SourceText = { file: source.file, text: serialize(document) };
  const again = parseXml(written);
  if (again.document === undefined) {
    throw new Error(`${source.file} is no longer well-formed once its entities are expanded.`);
  }
  return { source: written, root: again.document.root };
}

function targetPath(href: string, base: string, builtIn: string): string | undefined {
  const folder = pathToFileURL(`${builtIn}/`);
  let target: URL;
  try {
    target = href.startsWith(builtInScheme)
      ? new URL(href.slice(builtInScheme.length), folder)
      : new URL(href, base);
  } catch {
    return undefined;
  }
  target.hash = '';
  return target.protocol === 'file:' ? fileURLToPath(target) : undefined;
}

function missingModule(
  source: SourceText,
  element: XmlElement,
  span: { start: number; end: number },
  href: string,
  target: string | undefined,
  show: (path: string) => string,
): Failure {
  const reason =
    target === undefined
      ? 'stylesheets are read from files only, never from the network.'
      : href.startsWith(builtInScheme)
        ? `there is no built-in stylesheet ${basename(target)}.`
        : `there is no file ${show(target)}.`;
  return new Failure(`The stylesheet ${source.file} does not compile.`, {
    problems: [
      problemAt(source, span, {
        code: 'transform/missing-module',
        message: `The ${element.qname} of "${href}" fails: ${reason}`,
        help: href.startsWith(builtInScheme)
          ? 'The built-in entries are imprimatur:html.xsl, imprimatur:text.xsl and imprimatur:print.xsl.'
          : 'Write the address relative to the stylesheet in which it stands.',
      }),
    ],
  });
}
