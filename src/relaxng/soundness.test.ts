import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/index.js';
import { problemsIn } from './derivative-engine.js';
import { loadSchema } from './load-schema.js';

const hasJing = spawnSync('jing', [], { encoding: 'utf8' }).error === undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const letterSchema = `
start = element letter { id?, (place | person | link | note)* }
id = attribute xml:id { xsd:ID }
place = element place { id?, attribute key { xsd:token }? }
person = element person { id?, attribute key { xsd:NCName }? }
link = element link { attribute target { xsd:IDREF }?, attribute all { xsd:IDREFS }? }
# Here the same name means something else.
note = element note { attribute target { text } }
`;

function schemaOf(text: string, name = 'letter.rnc') {
  const path = join(folder, name);
  writeFileSync(path, text);
  return loadSchema({ path, file: name });
}

/** What is said of a letter: the line, the column and the message. */
function said(body: string, schema = letterSchema): string[] {
  const { document } = parseXml({ file: 'letter.xml', text: `<letter>\n${body}\n</letter>` });
  if (document === undefined) throw new Error('not well-formed');
  return problemsIn(document, schemaOf(schema), 'letter.rnc').map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe('identifiers by their type in the schema', () => {
  it('stand once', () => {
    expect(said('<place xml:id="seoul"/>\n<person xml:id=" seoul "/>')).toEqual([
      '3:17 The identifier "seoul" of <person> is taken: <place> on line 2 has it.',
    ]);
  });

  it('may be pointed to from before and from behind', () => {
    expect(said('<link target="seoul"/><place xml:id="seoul"/><link all="seoul seoul"/>')).toEqual(
      [],
    );
  });

  it('must be there when something points to them', () => {
    expect(said('<link target="busan" all="seoul incheon"/><place xml:id="seoul"/>')).toEqual([
      '2:15 @target on <link> points to "busan", and nothing in the document has this identifier.',
      '2:27 @all on <link> points to "incheon", and nothing in the document has this identifier.',
    ]);
  });

  it('are not sought where the attribute has another type on this element', () => {
    expect(said('<note target="nowhere"/>')).toEqual([]);
  });

  it('are told of as malformed, and of nothing else, when they are no names', () => {
    expect(said('<place xml:id="38"/><person xml:id="38"/>')).toHaveLength(2);
  });

  it('may have the types of DTDs', () => {
    const compatible = `
      datatypes dtd = "http://relaxng.org/ns/compatibility/datatypes/1.0"
      start = element letter { element place { attribute id { dtd:ID } }* }`;
    expect(said('<place id="a"/><place id="a"/>', compatible)).toEqual([
      '2:27 The identifier "a" of <place> is taken: <place> on line 2 has it.',
    ]);
  });

  it.skipIf(!hasJing)('are sound where jing finds them so', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const element = fc.oneof(
      id.map((value) => `<place xml:id="${value}"/>`),
      id.map((value) => `<person xml:id="${value}"/>`),
      id.map((value) => `<link target="${value}"/>`),
      fc.tuple(id, id).map((values) => `<link all="${values.join(' ')}"/>`),
      id.map((value) => `<note target="${value}"/>`),
    );
    const bodies = fc
      .sample(fc.array(element, { maxLength: 5 }), { numRuns: 300, seed: 1951 })
      .map((elements) => elements.join(''));
    // jing takes an attribute for one type wherever it stands, so the note has one of another name for it.
    const schema = join(folder, 'jing.rnc');
    writeFileSync(
      schema,
      letterSchema.replace('attribute target { text }', 'attribute to { text }'),
    );
    const files = bodies.map((body, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, `<letter>\n${body.replaceAll('<note target', '<note to')}\n</letter>`);
      return file;
    });
    const { stdout } = spawnSync('jing', ['-c', schema, ...files], { encoding: 'utf8' });
    const wrong = new Set(
      [...stdout.matchAll(/(\d+)\.xml:\d+:\d+: error/g)].map(([, index]) => Number(index)),
    );
    expect(wrong.size).toBeGreaterThan(50);
    expect(bodies.map((body) => said(body).length > 0)).toEqual(
      bodies.map((_, index) => wrong.has(index)),
    );
  });
});
