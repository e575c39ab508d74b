import { existsSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { Failure, type Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  parseXml,
  problemAt,
  readSource,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import type { SchemaFile } from './engine.js';

export const RELAXNG_NAMESPACE = 'http://relaxng.org/ns/structure/1.0';

/** A schema and the files that it draws in, parsed. */
export interface SchemaFiles {
  readonly main: XmlDocument;
  /** Every file, the main one first, in the order in which they are met. */
  readonly documents: readonly XmlDocument[];
  /** The document that an `include` or `externalRef` draws in. */
  readonly drawnIn: ReadonlyMap<XmlElement, XmlDocument>;
}

/** A schema that is not a schema ends the run. */
export function schemaFailure(file: string, problems: readonly Problem[], help?: string): Failure {
  const first = problems[0];
  const where = first === undefined ? file : `${first.file}:${first.line}:${first.column}`;
  return new Failure(
    `The schema ${file} cannot be used. ${where}: ${first?.message ?? 'unknown reason'}`,
    {
      ...(first?.help === undefined && help === undefined
        ? {}
        : { help: first?.help ?? help ?? '' }),
      problems,
    },
  );
}

/**
 * Reads a schema with all that it includes.
 *
 * @throws Failure when a file is missing, is not well-formed or is no RELAX NG
 */
export function readSchemaFiles(schema: SchemaFile): SchemaFiles {
  const documents: XmlDocument[] = [];
  const byPath = new Map<string, XmlDocument>();
  const drawnIn = new Map<XmlElement, XmlDocument>();
  const main = readOne(resolve(schema.path), schema.file, schema);
  const waiting: { document: XmlDocument; path: string; file: string }[] = [
    { document: main, path: resolve(schema.path), file: schema.file },
  ];
  documents.push(main);
  byPath.set(resolve(schema.path), main);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const element of descendants(next.document)) {
      if (element.name.namespace !== RELAXNG_NAMESPACE) continue;
      if (element.name.local !== 'include' && element.name.local !== 'externalRef') continue;
      const href = attribute(element, 'href');
      if (href === undefined) continue;
      const problem = unusable(href.value, dirname(next.path));
      if (problem !== undefined) {
        throw schemaFailure(schema.file, [
          problemAt(next.document.source, href.valueSpan, { code: 'relaxng/schema', ...problem }),
        ]);
      }
      const path = resolve(dirname(next.path), decodeURI(href.value));
      const file = posix.join(posix.dirname(next.file), decodeURI(href.value));
      let document = byPath.get(path);
      if (document === undefined) {
        document = readOne(path, file, schema);
        byPath.set(path, document);
        documents.push(document);
        waiting.push({ document, path, file });
      }
      drawnIn.set(element, document);
    }
  }
  return { main, documents, drawnIn };
}

function unusable(href: string, folder: string): { message: string; help: string } | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(href)) {
    return {
      message: `${href} lies on the network, from which no schema is fetched.`,
      help: 'Put a copy beside the schema and name that.',
    };
  }
  let decoded: string;
  try {
    decoded = decodeURI(href);
  } catch {
    return { message: `${JSON.stringify(href)} is not an address.`, help: 'Write % as %25.' };
  }
  if (existsSync(resolve(folder, decoded))) return undefined;
  return {
    message: `There is no file ${JSON.stringify(decoded)} beside this schema.`,
    help: 'Check the path and its capitals.',
  };
}

function readOne(path: string, file: string, schema: SchemaFile): XmlDocument {
  const source = readSource(path, file);
  const parsed = parseXml(source);
  if (parsed.document === undefined) {
    const help =
      /^\s*(#|namespace\b|default\b|datatypes\b|grammar\b|start\b|element\b|include\b)/.test(
        source.text,
      )
        ? 'This looks like the compact syntax of RELAX NG; convert it to the XML syntax (.rng), for instance with trang.'
        : undefined;
    throw help === undefined
      ? schemaFailure(schema.file, parsed.problems)
      : new Failure(`The schema ${file} is not XML.`, { help, problems: parsed.problems });
  }
  const { root } = parsed.document;
  if (root.name.namespace !== RELAXNG_NAMESPACE) {
    throw schemaFailure(schema.file, [
      problemAt(source, root.nameSpan, {
        code: 'relaxng/schema',
        message: `<${root.qname}> is ${whatItIs(root)}, not RELAX NG.`,
        help: `A RELAX NG schema begins with <grammar xmlns="${RELAXNG_NAMESPACE}">.`,
      }),
    ]);
  }
  return parsed.document;
}

function whatItIs({ name }: XmlElement): string {
  switch (name.namespace) {
    case 'http://www.w3.org/2001/XMLSchema':
      return 'XML Schema (XSD)';
    case 'http://purl.oclc.org/dsdl/schematron':
      return 'Schematron';
    case 'http://www.tei-c.org/ns/1.0':
      return 'TEI (perhaps an ODD, from which a schema is made)';
    case '':
      return name.local === 'grammar' || name.local === 'element'
        ? 'in no namespace'
        : 'an element in no namespace';
    default:
      return `in the namespace ${name.namespace}`;
  }
}
