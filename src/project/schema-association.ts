import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Problem } from '../problems/index.js';
import type { SchemaFile } from '../relaxng/index.js';
import { problemAt, type XmlProcessingInstruction } from '../xml/index.js';
import type { ProjectDocument } from './project.js';
import { shownPath } from './shown-path.js';
import { isFile } from './source-files.js';

const relaxNgNamespace = 'http://relaxng.org/ns/structure/1.0';

/** The RELAX NG schemas that a document names itself. */
export interface AssociatedSchemas {
  readonly schemas: readonly SchemaFile[];
  /** About schemas that are named but cannot be used; warnings and errors at the place where they are named. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the `<?xml-model?>` instructions before the root of a document (Associating Schemas with XML documents 1.0,
 * third edition). Instructions for other schema languages are passed over.
 */
export function associatedSchemas(
  { tree, path }: Pick<ProjectDocument, 'tree' | 'path'>,
  workingDirectory: string,
): AssociatedSchemas {
  const schemas: SchemaFile[] = [];
  const problems: Problem[] = [];
  for (const node of tree?.children ?? []) {
    if (node.kind === 'element') break;
    if (node.kind !== 'processing-instruction' || node.target !== 'xml-model' || tree === undefined)
      continue;
    const href = pseudoAttribute(node, 'href');
    if (href === undefined || !isRelaxNg(node, href)) continue;
    const target = filePath(href, path);
    if (target === undefined) {
      problems.push(
        problemAt(tree.source, node, {
          severity: 'warning',
          code: 'project/schema-not-fetched',
          message: `The schema ${href} is not used, because nothing is fetched from the network.`,
          help: 'Save the schema into schemas/, or name a file here.',
        }),
      );
    } else if (!isFile(target)) {
      problems.push(
        problemAt(tree.source, node, {
          code: 'project/missing-schema',
          message: `There is no schema ${shownPath(target, workingDirectory)}, which this document names as its own.`,
          help: 'Correct the href, which is relative to the document, or delete the instruction.',
        }),
      );
    } else {
      schemas.push({ path: target, file: shownPath(target, workingDirectory) });
    }
  }
  return { schemas, problems };
}

function isRelaxNg(instruction: XmlProcessingInstruction, href: string): boolean {
  const namespace = pseudoAttribute(instruction, 'schematypens');
  return namespace === undefined ? /\.rng($|[?#])/.test(href) : namespace === relaxNgNamespace;
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
