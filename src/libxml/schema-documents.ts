import { Failure, type Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  parseXml,
  problemAt,
  type ResolveAddress,
  type SchemaFile,
  SchemaSources,
  type SourceText,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';

/** How a schema language refers from one file to another. */
export interface SchemaReferences {
  /** The namespace of the language's elements. */
  readonly namespace: string;
  /** The elements that refer to another file, and the attribute in which they do so. */
  readonly elements: ReadonlyMap<string, string>;
  /** Whether libxml2 can do without the file to which an element refers. */
  isOptional(element: XmlElement): boolean;
  /** What stands for the file that an element refers to, where that is not there. */
  substitute?(element: XmlElement): SourceText | undefined;
  /** The code of what is wrong with a schema. */
  readonly code: string;
}

/** A schema and the files that it draws in, parsed. */
export interface SchemaDocuments {
  /** Every file once, the main one first, in the order in which they are met. */
  readonly documents: readonly XmlDocument[];
  /** The document that an element refers to; none for what libxml2 has to do without. */
  readonly drawnIn: ReadonlyMap<XmlElement, XmlDocument>;
  /** What is to be said of files that libxml2 has to do without, should it not manage to. */
  readonly missing: readonly Problem[];
}

/** A schema that is not a schema ends the run. */
export function schemaFailure(file: string, problems: readonly Problem[]): Failure {
  return new Failure(`The schema ${file} is not correct.`, { problems });
}

/**
 * Reads a schema with all the files that it draws in, as far as they are there.
 *
 * @throws Failure when a file that is needed is missing, or one is not well-formed
 */
export function readSchemaDocuments(
  schema: SchemaFile,
  references: SchemaReferences,
  resolve: ResolveAddress | undefined,
): SchemaDocuments {
  const sources = new SchemaSources(schema, resolve);
  const problems: Problem[] = [];
  const missing: Problem[] = [];
  const byAddress = new Map<string, XmlDocument | undefined>();
  const drawnIn = new Map<XmlElement, XmlDocument>();
  const waiting: { readonly document: XmlDocument; readonly address: string }[] = [];

  const read = (address: string, source = sources.read(address)): XmlDocument | undefined => {
    const { document, problems: found } = parseXml(source);
    problems.push(...found.filter(({ severity }) => severity === 'error'));
    byAddress.set(address, document);
    if (document !== undefined) waiting.push({ document, address });
    return document;
  };

  const follow = (element: XmlElement, base: XmlDocument, baseAddress: string) => {
    const reference = referenceOf(element, references);
    const address = reference && addressOf(reference, baseAddress);
    try {
      if (address !== undefined) return byAddress.get(address) ?? read(address);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { code } = references;
      const { message, help } = error;
      const span = reference?.valueSpan ?? element.nameSpan;
      const problem = problemAt(base.source, span, { code, message, help });
      if (references.substitute?.(element) === undefined)
        (references.isOptional(element) ? missing : problems).push(problem);
    }
    const substitute = references.substitute?.(element);
    if (substitute === undefined) return undefined;
    return byAddress.get(substitute.file) ?? read(substitute.file, substitute);
  };

  read(sources.address);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { document, address } = next;
    for (const element of descendants(document)) {
      if (!isReference(element, references)) continue;
      const other = follow(element, document, address);
      if (other !== undefined) drawnIn.set(element, other);
    }
  }
  if (problems.length > 0) throw schemaFailure(schema.file, problems);
  const documents = [...byAddress.values()].filter((document) => document !== undefined);
  return { documents, drawnIn, missing };
}

function isReference({ name }: XmlElement, { namespace, elements }: SchemaReferences): boolean {
  return name.namespace === namespace && elements.has(name.local);
}

/** The attribute in which an element of a schema refers to another file. */
export function referenceOf(
  element: XmlElement,
  references: SchemaReferences,
): XmlAttribute | undefined {
  if (!isReference(element, references)) return undefined;
  return attribute(element, references.elements.get(element.name.local) ?? '');
}

/** The absolute address that a reference leads to, without its fragment; `undefined` where it is no address. */
function addressOf(reference: XmlAttribute, base: string): string | undefined {
  try {
    const address = new URL(reference.value.trim(), base);
    address.hash = '';
    return address.href;
  } catch {
    return undefined;
  }
}
