import { Failure } from '../../problems/index.js';
import { compactAnnotations } from '../../relaxng/index.js';
import {
  attribute,
  descendants,
  parseXml,
  type SchemaSources,
  type SourceText,
  type XmlDocument,
  type XmlElement,
} from '../../xml/index.js';
import type { SchemaComplaints } from './schema-complaints.js';

/** An element of a schema, and the file it stands in: what it names is relative to that. */
export interface Located {
  readonly element: XmlElement;
  readonly file: OpenFile;
}

/** A file of a schema that has been read. */
export interface OpenFile {
  readonly address: string;
  readonly document: XmlDocument;
}

/** The files that a schema is made of, each parsed once. */
export class SchematronFiles {
  readonly #open = new Map<string, OpenFile>();

  constructor(
    readonly sources: SchemaSources,
    readonly complaints: SchemaComplaints,
  ) {}

  /** @throws Failure when it cannot be read or is not well-formed */
  openMain(): OpenFile {
    return this.#read(this.sources.address);
  }

  /**
   * What the `href` of an element names: a file's root, or in it the element with an identifier. `undefined` after a
   * complaint at the attribute.
   */
  follow({ element, file }: Located): Located | undefined {
    const href = attribute(element, 'href');
    if (href === undefined) return undefined;
    const [address = '', fragment] = href.value.split('#', 2);
    const complain = (message: string, help?: string): undefined => {
      this.complaints.report(element, href.valueSpan, message, help);
      return undefined;
    };
    let target = file;
    if (address !== '') {
      try {
        target = this.#read(new URL(address, file.address).href);
      } catch (error) {
        if (error instanceof Failure) return complain(error.message, error.help);
        if (error instanceof TypeError) return complain(`${href.value} is not an address.`);
        throw error;
      }
    }
    if (fragment === undefined || fragment === '')
      return { element: target.document.root, file: target };
    for (const candidate of descendants(target.document)) {
      const id = attribute(candidate, 'xml:id') ?? attribute(candidate, 'id');
      if (id?.value === fragment) return { element: candidate, file: target };
    }
    return complain(`Nothing there has the identifier "${fragment}".`, 'Correct what follows #.');
  }

  /**
   * The file at an absolute address.
   *
   * @throws Failure when it cannot be read or is not well-formed
   */
  open(address: string): OpenFile {
    return this.#read(address);
  }

  #read(address: string): OpenFile {
    let open = this.#open.get(address);
    if (open === undefined) {
      const source = this.sources.read(address);
      open = { address, document: documentOf(source, address) };
      this.#open.set(address, open);
    }
    return open;
  }
}

/** A file as XML: of a schema in the compact syntax of RELAX NG, what is embedded in it. */
function documentOf(source: SourceText, address: string): XmlDocument {
  const mayBeCompact = !/\.(?:sch|odd|xslt?)$/i.test(address);
  const embedded = mayBeCompact ? compactAnnotations(source, address) : undefined;
  if (embedded !== undefined) return embedded;
  const { document, problems } = parseXml(source);
  if (document === undefined)
    throw new Failure(`The schema ${source.file} is not well-formed.`, { problems });
  return document;
}
