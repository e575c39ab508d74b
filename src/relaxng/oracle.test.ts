import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  descendants,
  parseXml,
  readSource,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import { explain } from './explain.js';
import { explainingSchema } from './explanation.js';
import { readGrammar } from './read-grammar.js';
import { readSchemaFiles } from './schema-files.js';
import { xmllintEngine } from './xmllint-engine.js';

// jing as the oracle of our own reading of a schema: on hundreds of documents spoilt at random, there is something to
// explain exactly where jing finds a document invalid, and where libxml2 does. Skipped where jing is not installed.

const hasJing = spawnSync('jing', [], { encoding: 'utf8' }).error === undefined;
const root = join(import.meta.dirname, '../..');
const schema = { path: join(root, 'schemas/telegram.rng'), file: 'telegram.rng' };
const grammar = readGrammar(readSchemaFiles(schema));
const explaining = explainingSchema(schema.file, grammar);

function sample(name: string): XmlDocument {
  const source = readSource(join(root, 'test/broken/tei', `${name}.xml`), name);
  const { document } = parseXml(source);
  if (document === undefined) throw new Error(`${name} is not well-formed`);
  return document;
}

const samples = [sample('sound'), sample('places')].map((document) => ({
  text: document.source.text,
  elements: [...descendants(document)],
}));

const element = (elements: readonly XmlElement[]): fc.Arbitrary<XmlElement> =>
  fc.constantFrom(...elements);

/** One slip: something taken out, put in, doubled, moved or renamed. */
function slip({ text, elements }: (typeof samples)[number]): fc.Arbitrary<string> {
  const put = (start: number, end: number, by: string): string =>
    text.slice(0, start) + by + text.slice(end);
  const whole = ({ start, end }: XmlElement): string => text.slice(start, end);
  const names = explaining.names.map(({ local }) => local);
  const bearing = elements.filter(({ attributes }) => attributes.length > 0);
  const attributed = element(bearing).chain((bearer) =>
    fc.constantFrom(...bearer.attributes).map((attribute) => ({ bearer, attribute })),
  );
  return fc.oneof(
    element(elements).map((one) => put(one.start, one.end, '')),
    element(elements).map((one) => put(one.end, one.end, whole(one))),
    fc
      .tuple(element(elements), element(elements))
      .map(([one, other]) => put(one.end, one.end, whole(other))),
    fc.tuple(element(elements), fc.constantFrom(...names)).map(([one, name]) => {
      const end = one.endTag === undefined ? '' : `</${name}>`;
      const inner = text.slice(one.nameSpan.end, one.endTag?.start ?? one.end);
      return put(one.start, one.end, `<${name}${inner}${end}`);
    }),
    fc
      .tuple(
        element(elements),
        fc.constantFrom('text', '<p>x</p>', '<lb/>', '<note>x</note>', '<!-- c -->'),
      )
      .map(([one, added]) => put(one.end, one.end, added)),
    element(elements).map((one) =>
      put(one.start, one.end, text.slice(one.startTag.end, one.endTag?.start ?? one.startTag.end)),
    ),
    attributed.map(({ attribute }) => put(attribute.start - 1, attribute.end, '')),
    fc
      .tuple(
        attributed,
        fc.constantFrom(
          '',
          'x',
          '1951-02-30',
          '1951-02',
          '2',
          '#a',
          'places.xml#seoul',
          'point',
          'a b',
          'en',
        ),
      )
      .map(([{ attribute }, value]) =>
        put(attribute.valueSpan.start, attribute.valueSpan.end, value),
      ),
    fc
      .tuple(
        element(elements),
        fc.constantFrom('n', 'type', 'xml:id', 'ref', 'when', 'cert', 'resp', 'unit', 'rend'),
        fc.constantFrom('1', 'point', '#b'),
      )
      .map(([one, name, value]) => put(one.nameSpan.end, one.nameSpan.end, ` ${name}="${value}"`)),
  );
}

/** Whether an identifier is used twice, which libxml2 minds and a pattern does not. */
function hasRepeatedIdentifier(document: XmlDocument): boolean {
  const ids = [...descendants(document)].flatMap(({ attributes }) =>
    attributes.filter(({ qname }) => qname === 'xml:id').map(({ value }) => value),
  );
  return new Set(ids).size < ids.length;
}

describe.skipIf(!hasJing)('what we explain is what jing finds invalid', () => {
  it('on documents spoilt at random', { timeout: 120_000 }, async () => {
    const texts = fc.sample(fc.constantFrom(...samples).chain(slip), { numRuns: 400, seed: 1951 });
    const documents: XmlDocument[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
    for (const [index, text] of texts.entries()) {
      const { document } = parseXml({ file: `${index}.xml`, text });
      if (document === undefined) continue;
      documents.push(document);
      writeFileSync(join(folder, `${index}.xml`), text);
    }
    const files = documents.map(({ source }) => source.file);
    const jing = spawnSync('jing', ['-i', schema.path, ...files], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    rmSync(folder, { recursive: true });
    const invalid = new Set(
      jing.stdout
        .split('\n')
        .flatMap((line) => /([0-9]+\.xml):\d+:\d+: error/.exec(line)?.[1] ?? []),
    );
    const judged = new Set(
      (await xmllintEngine.validate(documents, schema)).map(({ file }) => file),
    );

    // Both verdicts occur often enough for the comparison to mean something.
    expect(documents.length).toBeGreaterThan(300);
    expect(invalid.size).toBeGreaterThan(200);
    expect(documents.length - invalid.size).toBeGreaterThan(20);
    for (const document of documents) {
      const { file } = document.source;
      const { problems } = explain(document, explaining);
      expect([file, problems.length > 0]).toEqual([file, invalid.has(file)]);
      if (!hasRepeatedIdentifier(document)) {
        expect([file, judged.has(file)]).toEqual([file, invalid.has(file)]);
      }
    }
  });
});
