import { existsSync } from 'node:fs';
import { Failure } from '../../src/problems/index.js';
import type { SchemaFiles } from '../../src/relaxng/grammar/index.js';
import {
  attribute,
  decodeSource,
  parseXml,
  readSource,
  type XmlElement,
} from '../../src/xml/index.js';

// James Clark's suites of RELAX NG, as test cases. They lie beside the project, in ../shared.

const folder = new URL('../../../shared/conformance/relaxng/', import.meta.url).pathname;

/** A schema with its virtual files. */
export interface SuiteSchema {
  readonly correct: boolean;
  readonly text: string;
}

export interface SuiteCase {
  readonly name: string;
  readonly section: string;
  readonly schemas: readonly SuiteSchema[];
  /** The schemas and files inside a part of the case: `compact` or `xml`. */
  readonly parts: (
    name: string,
  ) =>
    | { readonly schemas: readonly SuiteSchema[]; readonly files: ReadonlyMap<string, string> }
    | undefined;
  readonly files: ReadonlyMap<string, string>;
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

export const suitesArePresent = existsSync(folder);

const childElements = (parent: XmlElement) =>
  parent.children.filter((child) => child.kind === 'element');

/** The cases of a suite; the XML in them keeps the text it has there. */
export function readSuite(file: string): SuiteCase[] {
  const source = readSource(`${folder}${file}`, file);
  const { document, problems } = parseXml(source);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  const doctype = /^\s*<!DOCTYPE\s+\w+\s*\[[\s\S]*?\]>/.exec(source.text)?.[0] ?? '';

  /** What an element holds: an XML document, or the text of a schema in the compact syntax. */
  const content = (element: XmlElement): string => {
    const [root] = childElements(element);
    if (root !== undefined) {
      const declared = doctype.replace(/DOCTYPE\s+\w+/, `DOCTYPE ${root.qname}`);
      return `${declared}${source.text.slice(root.start, root.end)}`;
    }
    return element.children.map((node) => (node.kind === 'text' ? node.value : '')).join('');
  };

  const files = (parent: XmlElement, path: string, into: Map<string, string>) => {
    for (const child of childElements(parent)) {
      const name = attribute(child, 'name')?.value ?? '';
      if (child.name.local === 'resource') into.set(`${path}${name}`, content(child));
      else if (child.name.local === 'dir') files(child, `${path}${name}/`, into);
    }
    return into;
  };

  const schemasIn = (parent: XmlElement) => ({
    schemas: childElements(parent)
      .filter((part) => part.name.local === 'correct' || part.name.local === 'incorrect')
      .map((part) => ({ correct: part.name.local === 'correct', text: content(part) })),
    files: files(parent, '', new Map<string, string>()),
  });

  const cases: SuiteCase[] = [];
  const gather = (suite: XmlElement) => {
    for (const child of childElements(suite)) {
      if (child.name.local === 'testSuite') gather(child);
      if (child.name.local !== 'testCase') continue;
      const parts = childElements(child);
      const named = (name: string) => parts.filter((part) => part.name.local === name);
      const line = source.text.slice(0, child.start).split('\n').length;
      const [section] = named('section');
      cases.push({
        name: `line ${line}`,
        section: section === undefined ? '' : content(section),
        ...schemasIn(child),
        parts(name) {
          const [part] = named(name);
          return part && schemasIn(part);
        },
        valid: named('valid').map(content),
        invalid: named('invalid').map(content),
      });
    }
  };
  gather(document.root);
  return cases;
}

const base = 'suite:///';

/** The address of a case's schema. */
export function suiteAddress(extension = 'rng'): string {
  return `${base}schema.${extension}`;
}

/** A case's files, its schema among them. */
export function suiteFiles(
  schema: string,
  files: ReadonlyMap<string, string>,
  extension = 'rng',
): SchemaFiles {
  return {
    read(address) {
      const name = address.slice(base.length);
      const text = name === `schema.${extension}` ? schema : files.get(name);
      if (text === undefined) throw new Failure(`There is no file ${name}.`);
      return decodeSource(new TextEncoder().encode(text), name);
    },
  };
}
