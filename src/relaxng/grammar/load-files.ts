import { Failure, type Problem } from '../../problems/index.js';
import type { SourceText, XmlDocument } from '../../xml/index.js';
import { readCompactAnnotations, readCompactSyntax } from './read-compact-syntax.js';
import { readXmlSyntax } from './read-xml-syntax.js';
import { SchemaProblems } from './schema-problems.js';
import type { ExternalRefSyntax, FileSyntax, IncludeSyntax, PatternSyntax } from './syntax.js';

/** Where schemas are read from. */
export interface SchemaFiles {
  /**
   * The text at an absolute address.
   * @throws Failure when there is none, or it cannot be read
   */
  read(address: string): SourceText;
}

/** What the file that an `externalRef` or `include` names holds; `undefined` after a complaint. */
export type ExternalSyntax = (
  reference: ExternalRefSyntax | IncludeSyntax,
) => PatternSyntax | undefined;

/** A schema's files, read. */
export interface LoadedFiles {
  readonly root: PatternSyntax | undefined;
  readonly external: ExternalSyntax;
}

/**
 * Reads a schema's file and those it refers to (4.5–4.7), each in the syntax it is in.
 * A file is read once for each namespace that it inherits.
 *
 * @throws Failure when the schema itself cannot be read; of another file, that is a problem where it is named
 */
export function loadFiles(
  address: string,
  files: SchemaFiles,
  problems: SchemaProblems,
): LoadedFiles {
  const read = new Map<string, PatternSyntax | undefined>();
  const key = (reference: { readonly address: string; readonly ns: string }) =>
    `${reference.address} ${reference.ns}`;

  const load = (source: SourceText, at: string, ns: string, open: readonly string[]) => {
    const syntax = readSyntax(source, at, ns, problems);
    if (syntax === undefined) return undefined;
    for (const reference of syntax.references) {
      const chain = [...open, at];
      if (chain.includes(reference.address)) {
        const clause = reference.kind === 'include' ? '4.7' : '4.6';
        problems.report(reference.at, clause, 'The file leads back to itself.');
      } else if (!read.has(key(reference))) {
        read.set(key(reference), undefined);
        read.set(key(reference), follow(reference, chain));
      }
    }
    return syntax.root;
  };

  const follow = (reference: ExternalRefSyntax | IncludeSyntax, open: readonly string[]) => {
    try {
      return load(files.read(reference.address), reference.address, reference.ns, open);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const clause = reference.kind === 'include' ? '4.7' : '4.6';
      problems.report(reference.at, clause, error.message, error.help);
      return undefined;
    }
  };

  const root = load(files.read(address), address, '', []);
  return { root, external: (reference) => read.get(key(reference)) };
}

/**
 * The absolute addresses that one file of a schema refers to, by `include` or `externalRef`, in the order in which they are met.
 *
 * @param address its own, to which they are relative
 */
export function referencedAddresses(
  source: SourceText,
  address: string,
): { readonly addresses: readonly string[]; readonly problems: readonly Problem[] } {
  const problems = new SchemaProblems();
  const syntax = readSyntax(source, address, '', problems);
  const addresses = syntax?.references.map((reference) => reference.address) ?? [];
  return { addresses, problems: problems.problems };
}

/**
 * The annotations of one file of a schema in the compact syntax, as the XML syntax would have them: a `grammar` of all
 * that are elements, and of the `include` and `externalRef` between them. Their places are those in the source.
 *
 * @returns `undefined` where the file is in the XML syntax
 * @throws Failure when it is not correct
 */
export function compactAnnotations(source: SourceText, address: string): XmlDocument | undefined {
  if (!isCompact(address, source.text)) return undefined;
  const problems = new SchemaProblems();
  const document = readCompactAnnotations(source, address, problems);
  if (document === undefined)
    throw new Failure(`The schema ${source.file} is not correct.`, problems);
  return document;
}

function readSyntax(
  source: SourceText,
  address: string,
  ns: string,
  problems: SchemaProblems,
): FileSyntax | undefined {
  const read = isCompact(address, source.text) ? readCompactSyntax : readXmlSyntax;
  return read(source, address, ns, problems);
}

/** By the name of the file; where that says nothing, by how the text begins. */
function isCompact(address: string, text: string): boolean {
  if (/\.rnc$/i.test(address)) return true;
  return !/\.(?:rng|xml)$/i.test(address) && !/^\s*</.test(text);
}
