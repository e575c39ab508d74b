import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EditionInput, EditionSource } from '../src/editions/index.js';
import { createTransformer, type Transformer } from '../src/transform/index.js';
import { parseXml } from '../src/xml/index.js';

const root = resolve(import.meta.dirname, '..');
const xslt = join(root, 'xslt');

/** A transformer over the built-in stylesheets; what they say by xsl:message is added to `messages`. */
export function builtInTransformer(messages: string[] = []): Transformer {
  return createTransformer({
    entries: {
      html: join(xslt, 'html.xsl'),
      text: join(xslt, 'text.xsl'),
      print: join(xslt, 'print.xsl'),
    },
    builtIn: xslt,
    shipped: [join(root, 'lib', 'xslt')],
    cache: mkdtempSync(join(tmpdir(), 'imprimatur-test-')),
    show: (path) => path.slice(root.length + 1),
    onMessage: ({ text }) => messages.push(text),
  });
}

/** An edition source from XML text. */
export function sourceOf(file: string, text: string): EditionSource {
  const { document } = parseXml({ file, text });
  if (document === undefined) throw new Error(`${file} is not well-formed`);
  return { file, uri: pathToFileURL(join(root, file)).href, text, tree: document };
}

/** One of the sources in tei/. */
export function readTei(file: string): EditionSource {
  return sourceOf(file, readFileSync(join(root, file), 'utf8'));
}

/** What the editions of the telegram are made from; its text can be changed first. */
export function telegramInput(
  transformer: Transformer,
  change: (text: string) => string = (text) => text,
): EditionInput {
  const file = 'tei/telegram-112096.xml';
  const name = basename(file, '.xml');
  return {
    name,
    folder: name,
    root: '../',
    source: sourceOf(file, change(readTei(file).text)),
    registers: ['tei/organisations.xml', 'tei/persons.xml', 'tei/places.xml'].map(readTei),
    transformer,
  };
}
