import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Failure } from '../../problems/index.js';
import {
  attribute,
  descendants,
  parseXml,
  readSource,
  type SchemaFile,
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
  readonly path: string;
  readonly document: XmlDocument;
}

export interface SchematronOptions {
  /** Where a local copy of what has an address in the network lies, if there is one. */
  readonly resolve?: ((address: string) => string | undefined) | undefined;
}

/** The files that a schema is made of, each read once. */
export class SchematronFiles {
  readonly #open = new Map<string, OpenFile>();
  readonly #shownFolder: string;
  readonly #folder: string;

  constructor(
    readonly main: SchemaFile,
    readonly complaints: SchemaComplaints,
    readonly options: SchematronOptions,
  ) {
    this.#folder = dirname(resolve(main.path));
    this.#shownFolder = main.file.replace(/[^/]*$/, '');
  }

  /** @throws Failure when it cannot be read or is not well-formed */
  openMain(): OpenFile {
    return this.#read(resolve(this.main.path));
  }

  /**
   * What the `href` of an element names: a file's root, or in it the element with an identifier. `undefined` after a
   * complaint at the attribute.
   */
  follow({ element, file }: Located): Located | undefined {
    const href = attribute(element, 'href');
    if (href === undefined) return undefined;
    const [address = '', fragment] = href.value.split('#', 2);
    const complain = (message: string, help: string): undefined => {
      this.complaints.report(element, href.valueSpan, message, help);
      return undefined;
    };
    let target = file;
    if (address !== '') {
      const path = this.#pathOf(address, file.path);
      if (path === undefined)
        return complain(
          `${href.value} is not a file here, and nothing is fetched from the network.`,
          'Keep a copy beside the schema and name that, or fetch it with imprimatur schema fetch.',
        );
      try {
        target = this.#read(path);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return complain(error.message, error.help ?? 'Check the path and its capitals.');
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

  #pathOf(address: string, from: string): string | undefined {
    try {
      const url = new URL(address, pathToFileURL(from));
      if (url.protocol === 'file:') return fileURLToPath(url);
      return this.options.resolve?.(url.href);
    } catch {
      return undefined;
    }
  }

  #read(path: string): OpenFile {
    let open = this.#open.get(path);
    if (open === undefined) {
      const shown = path.startsWith(this.#folder)
        ? `${this.#shownFolder}${path.slice(this.#folder.length + 1).replaceAll('\\', '/')}`
        : path;
      const { document, problems } = parseXml(readSource(path, shown));
      if (document === undefined)
        throw new Failure(`The schema ${shown} is not well-formed.`, { problems });
      open = { path, document };
      this.#open.set(path, open);
    }
    return open;
  }
}
