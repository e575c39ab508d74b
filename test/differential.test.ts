import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSchema } from '../src/relaxng/load-schema.js';
import type { Schema } from '../src/relaxng/validation/index.js';
import { descendants, parseXml, type XmlDocument, type XmlElement } from '../src/xml/index.js';
import { differences, hasJing, jing, mistakesIn } from './jing.js';

// TEI's documents, letters, and thousands of spoilt ones, by TEI's schemas beside the project: what jing says of them,
// and on which lines, is what we say. Of one thing we know that jing is wrong, and it does not occur here: the hour 24.

const shared = join(import.meta.dirname, '../../shared');
const present = existsSync(join(shared, 'tei/4.9.0/tei_all.rng')) && hasJing;
const schemas = ['tei_all', 'tei_lite', 'tei_simplePrint'];
const schemaPath = (name: string) => join(shared, `tei/4.9.0/${name}.rng`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function parsed(file: string, text: string): XmlDocument {
  const { document, problems } = parseXml({ file, text });
  if (document === undefined || problems.length > 0)
    throw new Error(`${file} is not well-formed: ${problems[0]?.message}`);
  return document;
}

/** The documents by their names, without the DTDs that some ask for, which are not there. */
function corpus(): { name: string; text: string }[] {
  const doctype = /<!DOCTYPE[^[>]*(\[[^\]]*\])?\s*>/;
  return ['corpus/letters/editions', 'corpus/tei-tests'].flatMap((part) =>
    readdirSync(join(shared, part))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => {
        const text = readFileSync(join(shared, part, name), 'utf8');
        return { name, text: text.replace(doctype, (found) => found.replace(/[^\n]/g, ' ')) };
      }),
  );
}

/** What jing and we do not agree upon, for all documents together. */
function disagreements(
  name: string,
  texts: readonly { readonly name: string; readonly text: string }[],
): { disagreements: string[]; valid: number } {
  const schema = loadSchema({ path: schemaPath(name), file: `${name}.rng` });
  const files = texts.map((one) => {
    const file = join(folder, one.name);
    writeFileSync(file, one.text);
    return file;
  });
  const said = jing(schemaPath(name), files);
  let valid = 0;
  const found = texts.flatMap(({ name: document, text }, index) => {
    const tree = parsed(document, text);
    const mistakes = mistakesIn(tree, schema);
    if (mistakes.length === 0) valid++;
    return differences(tree, mistakes, said.get(files[index] ?? '') ?? [])
      .slice(0, 1)
      .map((difference) => `${document}: ${difference}`);
  });
  return { disagreements: found, valid };
}

describe.skipIf(!present).each(schemas)('by %s', (name) => {
  it('letters and documents of TEI are judged as jing judges them', { timeout: 120_000 }, () => {
    expect(disagreements(name, corpus()).disagreements).toEqual([]);
  });

  it('and so are documents spoilt at random', { timeout: 240_000 }, () => {
    const schema = loadSchema({ path: schemaPath(name), file: `${name}.rng` });
    const sound = corpus()
      .filter(({ text }) => text.length < 30_000)
      .flatMap((one) => mended(one.name, one.text, schema));
    expect(sound.length).toBeGreaterThan(5);
    const spoilt = fc.sample(fc.constantFrom(...sound).chain(spoil), {
      numRuns: 1000,
      seed: 1951,
    });
    const texts = spoilt.map((text, index) => ({ name: `spoilt-${index}.xml`, text }));
    const { disagreements: found, valid } = disagreements(name, texts);
    expect(found).toEqual([]);
    // Both verdicts occur often enough for the comparison to mean something.
    expect(valid).toBeGreaterThan(50);
    expect(valid).toBeLessThan(950);
  });
});

/** A document with all cut out that a schema does not allow; nothing where that leaves no document. */
function mended(name: string, text: string, schema: Schema): XmlDocument[] {
  let left = text;
  for (let round = 0; round < 50; round++) {
    const document = parsed(name, left);
    const cuts = mistakesIn(document, schema)
      .map(({ span }) => span)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    if (cuts.length === 0) return [document];
    let whole = '';
    let end = 0;
    for (const cut of cuts) {
      if (cut.start < end) continue;
      whole += left.slice(end, cut.start);
      end = cut.end;
    }
    left = whole + left.slice(end);
    if (left.length < text.length / 4) return [];
  }
  return [];
}

/** One slip: something taken out, put in, doubled, moved or renamed. */
function spoil(document: XmlDocument): fc.Arbitrary<string> {
  const { text } = document.source;
  const [, ...elements] = [...descendants(document)];
  const put = (start: number, end: number, by: string) =>
    text.slice(0, start) + by + text.slice(end);
  const whole = ({ start, end }: XmlElement) => text.slice(start, end);
  const element = fc.constantFrom(...elements);
  const names = [...new Set(elements.map(({ qname }) => qname)), 'p', 'div', 'item', 'para', 'dat'];
  const attributed = elements.filter(({ attributes }) => attributes.length > 0);
  const attribute = fc
    .constantFrom(...(attributed.length > 0 ? attributed : elements))
    .chain(({ attributes }) => fc.constantFrom(...attributes));
  return fc.oneof(
    element.map((one) => put(one.start, one.end, '')),
    element.map((one) => put(one.end, one.end, whole(one))),
    fc.tuple(element, element).map(([one, other]) => put(one.end, one.end, whole(other))),
    fc.tuple(element, fc.constantFrom(...names)).map(([one, name]) => {
      const end = one.endTag === undefined ? '' : `</${name}>`;
      const inner = text.slice(one.nameSpan.end, one.endTag?.start ?? one.end);
      return put(one.start, one.end, `<${name}${inner}${end}`);
    }),
    fc
      .tuple(element, fc.constantFrom('text', '<p>x</p>', '<lb/>', '<note>x</note>', '<!-- c -->'))
      .map(([one, added]) => put(one.end, one.end, added)),
    element.map((one) =>
      put(one.start, one.end, text.slice(one.startTag.end, one.endTag?.start ?? one.startTag.end)),
    ),
    attribute.map((one) => put(one.start - 1, one.end, '')),
    fc
      .tuple(
        attribute,
        fc.constantFrom('', 'x', '1951-02-30', '1951-02', '2', '#a', 'a b', 'a  b c', '-1', '%'),
      )
      .map(([one, value]) => put(one.valueSpan.start, one.valueSpan.end, value)),
    fc
      .tuple(
        element.filter(({ attributes }) => !attributes.some(({ qname }) => qname === 'rend')),
        fc.constantFrom('1', 'point', '#b', ''),
      )
      .map(([one, value]) => put(one.nameSpan.end, one.nameSpan.end, ` rend="${value}"`)),
    element.map((one) => put(one.nameSpan.end, one.nameSpan.end, '\n when-odd="1951"')),
  );
}
