import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Problem } from '../problems/index.js';
import { type PlacedSource, type ProblemText, problemAt, type Span } from '../xml/index.js';
import type { Prolog } from './prolog.js';
import { readPseudoAttributes } from './pseudo-attributes.js';
import { type FoundCopy, faultText, fetchAgain, schemaCopies } from './schema-copies.js';
import { oxygenAdvice, readSchemaInstruction } from './schema-instruction.js';
import type { SchemaLanguage } from './schema-language.js';
import type { SchemaContext, SchemaReference } from './schema-reference.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

/** The schemas that a document names itself. */
export interface AssociatedSchemas {
  /** In the order in which they are named: those that can be read. */
  readonly schemas: readonly SchemaReference[];
  /** About schemas that are named but cannot be used; warnings and errors at the place where they are named. */
  readonly problems: readonly Problem[];
}

/** A schema that is named, and where. */
export interface Naming {
  readonly language: SchemaLanguage;
  /** An absolute address. */
  readonly address: string;
  readonly publicId?: string | undefined;
  /** Where in the prolog the address stands. */
  readonly span: Span;
  /** What else is said of it. */
  readonly reference: Partial<SchemaReference>;
}

/**
 * The schemas that a document names in its prolog: in `<?xml-model?>` instructions (Associating Schemas with XML
 * documents 1.0, third edition), and by a DOCTYPE that declares elements, here or in a DTD of its own (XML 1.0,
 * section 2.8). Those of a group are left out, as the note has it where no group is asked for.
 *
 * @throws Failure when the project's catalog, or its index of fetched schemas, is not right
 */
export function associatedSchemas(prolog: Prolog, context: SchemaContext): AssociatedSchemas {
  const { namings, problems } = schemaNamings(prolog);
  const association = new Association(prolog, context, [...problems]);
  const { doctype, path, source } = prolog;
  if (doctype?.hasElementDeclarations && doctype.systemId === undefined)
    association.schemas.push({ path, file: source.file, language: 'dtd', ofDoctype: true });
  for (const naming of namings) association.add(naming);
  return association;
}

/** What a prolog names as schemas, whether it is there or not, and what is wrong in how it does. */
export function schemaNamings(prolog: Prolog): {
  readonly namings: readonly Naming[];
  readonly problems: readonly Problem[];
} {
  const { source, path, instructions, doctype } = prolog;
  const namings: Naming[] = [];
  const problems: Problem[] = [];
  if (doctype?.systemId !== undefined) {
    namings.push({
      language: 'dtd',
      address: absolute(doctype.systemId, path),
      publicId: doctype.publicId,
      span: systemIdSpan(source, doctype.span, doctype.systemId),
      reference: { ofDoctype: true },
    });
  }
  for (const instruction of instructions) {
    if (instruction.target === 'xml-model') {
      const read = readSchemaInstruction(instruction, source);
      problems.push(...read.problems);
      if (read.naming === undefined) continue;
      const { href, ...naming } = read.naming;
      namings.push({ ...naming, address: absolute(href, path) });
    } else if (instruction.target === 'oxygen') {
      const advice = oxygenAdvice(readPseudoAttributes(instruction, source));
      if (advice !== undefined) problems.push(problemAt(source, instruction, advice));
    }
  }
  return { namings, problems };
}

class Association implements AssociatedSchemas {
  readonly schemas: SchemaReference[] = [];
  /** Addresses of which it has been said that there is nothing. */
  readonly #told = new Set<string>();
  readonly #context: SchemaContext;
  readonly #prolog: Prolog;

  constructor(
    prolog: Prolog,
    context: SchemaContext,
    readonly problems: Problem[],
  ) {
    this.#prolog = prolog;
    this.#context = context;
  }

  add({ language, address, publicId, span, reference }: Naming): void {
    const found = this.#find(address, publicId);
    if ('path' in found) {
      const { path, address: published } = found;
      // A copy that was fetched is called by its address: its own name is a hash.
      const file = published ?? this.#show(path);
      const more = published === undefined ? {} : { address: published };
      this.#push({ path, file, language, ...more, ...reference });
      return;
    }
    const own = localPath(address);
    const about = own === undefined ? lacking(found) : missing(this.#show(own), language);
    // TEI's own files name one address twice: as RELAX NG, and as the Schematron that is inside it.
    if (this.#told.has(found.address)) return;
    this.#told.add(found.address);
    this.problems.push(problemAt(this.#prolog.source, span, about));
  }

  #find(address: string, publicId: string | undefined): FoundCopy {
    const copies = schemaCopies(this.#context);
    if (publicId !== undefined) {
      const found = copies.externalInCatalog({ publicId, systemId: address });
      if (found !== undefined) return found;
    }
    const own = localPath(address);
    if (own === undefined) return copies.find(address);
    return isFile(own)
      ? { path: own }
      : (copies.inCatalog(address) ?? { fault: 'missing', address });
  }

  #push(schema: SchemaReference): void {
    // What only declares entities is nothing to be valid by.
    const isSchema =
      schema.ofDoctype !== true ||
      this.#prolog.doctype?.hasElementDeclarations === true ||
      declaresElements(schema.path);
    if (isSchema) this.schemas.push(schema);
  }

  #show(path: string): string {
    return shownPath(path, this.#context.workingDirectory);
  }
}

/** Where the system identifier stands in a DOCTYPE: all of it, where the text is not at hand. */
function systemIdSpan({ text, reading }: PlacedSource, span: Span, systemId: string): Span {
  const written = text?.slice(span.start, span.end) ?? reading?.slice(span.start, span.end) ?? '';
  for (const mark of ['"', "'"]) {
    const at = written.indexOf(mark + systemId + mark);
    if (at === -1) continue;
    const start = span.start + at + 1;
    return { start, end: start + systemId.length };
  }
  return span;
}

function missing(shown: string, language: SchemaLanguage): ProblemText {
  return {
    code: 'project/missing-schema',
    message: `There is no ${language === 'dtd' ? 'DTD' : 'schema'} ${shown}, which this document names as its own.`,
    help:
      language === 'dtd'
        ? 'Correct the address, which is relative to the document, or delete it from the DOCTYPE.'
        : 'Correct the href, which is relative to the document, or delete the instruction.',
  };
}

function lacking({ fault, address }: Exclude<FoundCopy, { path: string }>): ProblemText {
  if (fault !== 'not-fetched') {
    return {
      code: 'project/changed-schema',
      message: faultText(fault, address),
      help: fetchAgain(address),
    };
  }
  if (!/^https?:/i.test(address)) {
    return {
      code: 'project/missing-schema',
      message: `Nothing says where the schema ${address} lies.`,
      help: 'Give it an entry in catalog.xml, in the folder of the project, or name a file.',
    };
  }
  return {
    code: 'project/schema-not-fetched',
    message: `This document has not been checked by ${address}, which has not been fetched.`,
    help: 'Fetch it once with: imprimatur schema fetch (or name a copy of it in catalog.xml).',
  };
}

/** An address relative to a document; what cannot be one is taken for a path. */
function absolute(address: string, document: string): string {
  const base = pathToFileURL(document);
  try {
    return new URL(address, base).href;
  } catch {
    return new URL(encodeURIComponent(address), base).href;
  }
}

function localPath(address: string): string | undefined {
  if (!address.startsWith('file:')) return undefined;
  const url = new URL(address);
  url.hash = '';
  url.search = '';
  try {
    return fileURLToPath(url);
  } catch {
    // Another computer's file, or a name with an encoded slash: nothing that is here.
    return undefined;
  }
}

/** Whether a DTD declares elements, itself or in parts that it draws in. */
function declaresElements(path: string): boolean {
  const text = readFileSync(path, 'latin1')
    .replaceAll('\0', '')
    .replace(/<!--.*?-->/gs, '');
  return /<!ELEMENT\s/.test(text) || /<!ENTITY\s+%\s+\S+\s+(?:SYSTEM|PUBLIC)\s/.test(text);
}
