import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  builtInFolder,
  createTransformer,
  type SourceDocument,
} from '../../src/transform/index.js';

const project = fileURLToPath(new URL('../..', import.meta.url));
const stylesheet = fileURLToPath(new URL('page.xsl', import.meta.url));

const transformer = createTransformer({
  entries: { html: stylesheet, text: stylesheet, print: stylesheet },
  builtIn: builtInFolder,
  shipped: [],
  cache: mkdtempSync(join(tmpdir(), 'imprimatur-citation-')),
  show: (path) => path,
});

/** The text of a source in the project's `tei/`. */
export function source(name: string): string {
  return readFileSync(join(project, 'tei', name), 'utf8');
}

function asDocument(name: string, text: string): SourceDocument {
  const path = join(project, 'tei', name);
  return { file: `tei/${name}`, uri: pathToFileURL(path).href, text };
}

export interface CitedPage {
  readonly html: string;
  /** The citation files by their names. */
  readonly files: ReadonlyMap<string, string>;
}

/** What the citation modules write for an edition document. */
export async function citedPage(
  text = source('telegram-112096.xml'),
  name = 'telegram-112096',
): Promise<CitedPage> {
  const { principal, results } = await transformer.run('html', {
    source: asDocument(`${name}.xml`, text),
    registers: ['organisations.xml', 'persons.xml', 'places.xml'].map((register) =>
      asDocument(register, source(register)),
    ),
    parameters: { name, root: '../' },
  });
  return { html: principal, files: results };
}
