import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../../xml/index.js';
import { problemsIn } from '../derivative-engine.js';
import { loadSchema } from '../load-schema.js';
import { Homes } from './homes.js';
import type { Schema } from './schema.js';

// One mistake, one message: what comes of it is not told again.

const grammar = `
default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { element teiHeader { fileDesc, revision? }, element text { element body { division+ } } }
fileDesc = element fileDesc { element titleStmt { title }, element sourceDesc { p } }
revision = element revisionDesc { p }
division = element div { attribute type { "letter" | "point" }?, element head { text }?, (p | list_)*, division*, element closer { inline }? }
list_ = element list { element item { inline }+ }
p = element p { inline }
inline = (text | name | title | element note { p | list_ })*
title = element title { text }
name = element name { attribute ref { xsd:anyURI }, xsd:token { pattern = "[A-Z].*" } }
`;

let folder: string;
let schema: Schema;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
  const path = join(folder, 'letter.rnc');
  writeFileSync(path, grammar);
  schema = loadSchema({ path, file: 'letter.rnc' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileDesc =
  '<titleStmt><title>A letter</title></titleStmt><sourceDesc><p>A book</p></sourceDesc>';

function said(body: string, header = `<fileDesc>${fileDesc}</fileDesc>`): string[] {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
  const { document } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error(`${text} is not well-formed`);
  return problemsIn(document, schema, 'letter.rnc').map(({ message }) => message);
}

describe('an element forgotten around several', () => {
  it('is missed where the first of them stands', () => {
    expect(
      said('<div>To <name ref="#f">Filippov</name> from <title>Pravda</title>.</div>'),
    ).toEqual(['Text cannot stand directly inside <div>.']);
    expect(said('<div><item>one</item><item>two</item></div>')).toEqual([
      '<item> cannot stand inside <div>.',
    ]);
    expect(said('<div><p/></div>', fileDesc)).toEqual([
      '<titleStmt> cannot stand inside <teiHeader>.',
    ]);
  });

  it('is missed again after something that is right', () => {
    expect(said('<div>one <p>two</p> three <p>four</p></div>')).toEqual([
      'Text cannot stand directly inside <div>.',
      'Text cannot stand directly inside <div>.',
    ]);
  });
});

describe('an element that cannot stand where it stands', () => {
  it('is not told besides what is missing in it', () => {
    expect(said('<div><p><fileDesc/></p></div>')).toEqual(['<fileDesc> cannot stand inside <p>.']);
    expect(said('<div><name>Filippov</name></div>')).toEqual(['<name> cannot stand inside <div>.']);
  });

  it('is not blamed for what would be right without it', () => {
    expect(said('<div><note><div><p>one</p></div></note></div>')).toEqual([
      '<note> cannot stand inside <div>.',
    ]);
  });

  it('is checked in what it holds', () => {
    expect(said('<div><p><div type="pint"><p>one</p></div></p></div>')).toEqual([
      '<div> cannot stand inside <p>.',
      '"pint" is not one of the values of @type on <div>.',
    ]);
  });
});

describe('an element beside a value', () => {
  it('is wrong, and the value is not', () => {
    expect(said('<div><p><name ref="#f">Fili<note><p>so</p></note>ppov</name></p></div>')).toEqual([
      '<note> cannot stand inside <name>.',
    ]);
  });
});

describe('where the schema has something', () => {
  const ns = 'http://www.tei-c.org/ns/1.0';
  const locals = (names: readonly { readonly local: string }[]) =>
    names.map(({ local }) => local).sort();

  it('is known of elements', () => {
    expect(locals(Homes.of(schema).ofElement({ ns, local: 'p' }))).toEqual([
      'div',
      'note',
      'revisionDesc',
      'sourceDesc',
    ]);
    expect(locals(Homes.of(schema).ofElement({ ns, local: 'TEI' }))).toEqual([]);
  });

  it('is known of attributes', () => {
    expect(locals(Homes.of(schema).ofAttribute({ ns: '', local: 'ref' }))).toEqual(['name']);
    expect(locals(Homes.of(schema).ofAttribute({ ns: '', local: 'none' }))).toEqual([]);
  });
});
