import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseXml, readSource, type XmlDocument } from '../../xml/index.js';
import { loadSchema } from '../load-schema.js';
import { Schema, validateDocument } from './index.js';

// What a schema has reckoned is kept for the next document, but not without measure; that it is forgotten changes nothing.

const root = join(import.meta.dirname, '../../..');

function documents(folder: string): XmlDocument[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => parseXml(readSource(join(root, folder, name), name)).document ?? []);
}

function mistakes(document: XmlDocument, schema: Schema): string[] {
  const found: string[] = [];
  validateDocument(document, schema, (mistake) => {
    const { qname, start } = 'element' in mistake ? mistake.element : mistake.parent.element;
    found.push(`${mistake.kind} <${qname}> ${start}`);
  });
  return found;
}

describe('a schema that forgets', () => {
  const keeping = loadSchema({ path: join(root, 'schemas/telegram.rng'), file: 'telegram.rng' });
  it.each([
    ['steps', { patterns: 1e9, stepsOfOne: 1e9, steps: 7, valuesOfOne: 1e9, values: 1e9 }],
    [
      'steps of a state',
      { patterns: 1e9, stepsOfOne: 1, steps: 1e9, valuesOfOne: 1e9, values: 1e9 },
    ],
    ['patterns', { patterns: 10, stepsOfOne: 1e9, steps: 1e9, valuesOfOne: 1e9, values: 1e9 }],
    ['values', { patterns: 1e9, stepsOfOne: 1e9, steps: 1e9, valuesOfOne: 2, values: 5 }],
  ])('%s judges as one that keeps them', (_, limits) => {
    const forgetting = new Schema(keeping.start, limits);
    for (const document of [...documents('tei'), ...documents('test/broken/tei')])
      expect(mistakes(document, forgetting)).toEqual(mistakes(document, keeping));
  });
});

it('a document with more names than are kept is judged to its end', () => {
  const schema = loadSchema({ path: join(root, 'schemas/telegram.rng'), file: 'telegram.rng' });
  const names = Array.from({ length: 25_000 }, (_, index) => `<e${index}/>`).join('');
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${names}<teiHeader wrong=""/></TEI>`;
  const { document } = parseXml({ file: 'names.xml', text });
  if (document === undefined) throw new Error('it is not well-formed');
  const found = mistakes(document, schema);
  expect(found.filter((one) => one.startsWith('unknown-element'))).toHaveLength(25_000);
  const start = text.indexOf('<teiHeader');
  expect(found.slice(-2)).toEqual([
    `unknown-attribute <teiHeader> ${start}`,
    `incomplete <teiHeader> ${start}`,
  ]);
});
