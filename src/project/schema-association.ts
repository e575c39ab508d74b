import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Problem } from '../problems/index.js';
import {
  type PlacedSource,
  problemAt,
  type XmlDoctype,
  type XmlDocument,
  type XmlProcessingInstruction,
} from '../xml/index.js';
import {
  languageByExtension,
  type SchemaContext,
  type SchemaReference,
} from './schema-reference.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

/** What stands before the root of a document (XML 1.0, [22]). */
export interface Prolog {
  readonly source: PlacedSource;
  /** Where the document is. */
  readonly path: string;
  /** The processing instructions before the root element, in order. */
  readonly instructions: readonly XmlProcessingInstruction[];
  readonly doctype?: XmlDoctype | undefined;
}

/** The prolog of a document that is there as a tree. */
export function prologOf(document: XmlDocument, path: string): Prolog {
  const instructions: XmlProcessingInstruction[] = [];
  for (const node of document.children) {
    if (node.kind === 'element') break;
    if (node.kind === 'processing-instruction') instructions.push(node);
  }
  return { source: document.source, path, instructions, doctype: document.doctype };
}

/** The schemas that a document names itself. */
export interface AssociatedSchemas {
  /** In the order in which they are named. */
  readonly schemas: readonly SchemaReference[];
  /** About schemas that are named but cannot be used; warnings and errors at the place where they are named. */
  readonly problems: readonly Problem[];
}

const relaxNgNamespace = 'http://relaxng.org/ns/structure/1.0';

/**
 * Reads the `<?xml-model?>` instructions before the root of a document (Associating Schemas with XML documents 1.0,
 * third edition).
 */
export function associatedSchemas(
  { source, path, instructions }: Prolog,
  context: SchemaContext,
): AssociatedSchemas {
  const schemas: SchemaReference[] = [];
  const problems: Problem[] = [];
  for (const node of instructions) {
    if (node.target !== 'xml-model') continue;
    const href = pseudoAttribute(node, 'href');
    if (href === undefined || !isRelaxNg(node, href)) continue;
    const target = filePath(href, path);
    if (target === undefined) {
      problems.push(
        problemAt(source, node, {
          severity: 'warning',
          code: 'project/schema-not-fetched',
          message: `The schema ${href} is not used, because nothing is fetched from the network.`,
          help: 'Save the schema into schemas/, or name a file here.',
        }),
      );
    } else if (!isFile(target)) {
      problems.push(
        problemAt(source, node, {
          code: 'project/missing-schema',
          message: `There is no schema ${shownPath(target, context.workingDirectory)}, which this document names as its own.`,
          help: 'Correct the href, which is relative to the document, or delete the instruction.',
        }),
      );
    } else {
      schemas.push({
        path: target,
        file: shownPath(target, context.workingDirectory),
        language: 'relaxng',
      });
    }
  }
  return { schemas, problems };
}

function isRelaxNg(instruction: XmlProcessingInstruction, href: string): boolean {
  const namespace = pseudoAttribute(instruction, 'schematypens');
  return namespace === undefined
    ? languageByExtension(href.replace(/[?#].*/, '')) === 'relaxng'
    : namespace === relaxNgNamespace;
}

/** A pseudo-attribute of an instruction (Associating Style Sheets with XML documents 1.0, section 3). */
function pseudoAttribute({ value }: XmlProcessingInstruction, name: string): string | undefined {
  for (const [, found, double, single] of value.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (found === name) return double ?? single;
  }
  return undefined;
}

function filePath(href: string, document: string): string | undefined {
  try {
    const url = new URL(href, pathToFileURL(document));
    return url.protocol === 'file:' ? fileURLToPath(url) : undefined;
  } catch {
    return resolve(dirname(document), href);
  }
}
