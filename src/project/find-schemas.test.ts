import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { findSchemas } from './find-schemas.js';
import { schemaReferences } from './schema-references.js';
import { shownPath } from './shown-path.js';

const rng = (content: string) =>
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><text/></start>${content}</grammar>`;
const xsd = (content: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${content}</xs:schema>`;

function found(files: Record<string, string>): string[] {
  const folder = temporaryFolder(files);
  return findSchemas(folder, (path) => shownPath(path, folder)).map(
    ({ file, language }) => `${language} ${file}`,
  );
}

test('schemas are known by the ends of their names, an ODD is none', () => {
  expect(
    found({
      'a.rng': '',
      'b.rnc': '',
      'c.xsd': '',
      'd.dtd': '',
      'e.sch': '',
      'f.odd': '',
      'x.xml': '',
    }),
  ).toEqual(['relaxng a.rng', 'relaxng b.rnc', 'xsd c.xsd', 'dtd d.dtd', 'schematron e.sch']);
});

test('of one schema in both syntaxes of RELAX NG, the XML syntax is taken', () => {
  expect(found({ 'a.rng': rng(''), 'a.rnc': 'start = text', 'b.rnc': 'start = text' })).toEqual([
    'relaxng a.rng',
    'relaxng b.rnc',
  ]);
});

test('what another draws in, directly or not, is a part of it', () => {
  expect(
    found({
      'main.rng': rng('<include href="parts/one.rng"/>'),
      'parts/one.rng': rng('<include href="two.rnc"/>'),
      'parts/two.rnc': 'include "a%20three.rng"',
      'parts/a three.rng': rng(''),
      'other.rng': rng('<!-- not main.rng -->'),
    }),
  ).toEqual(['relaxng main.rng', 'relaxng other.rng']);
});

test('of schemas that import one another, the first judges', () => {
  const imports = (file: string) => xsd(`<xs:import namespace="urn:x" schemaLocation="${file}"/>`);
  expect(found({ 'b.xsd': imports('a.xsd'), 'a.xsd': imports('b.xsd'), 'c.xsd': xsd('') })).toEqual(
    ['xsd a.xsd', 'xsd c.xsd'],
  );
});

test('there need be none', () => {
  expect(findSchemas('/nowhere/schemas', (path) => path)).toEqual([]);
});

test.each<[string, 'relaxng' | 'xsd' | 'dtd' | 'schematron', string, string[]]>([
  [
    'xs:include, xs:import, xs:redefine',
    'xsd',
    xsd(
      '<xs:include schemaLocation="a.xsd"/><xs:import namespace="x"/><xs:import schemaLocation=" http://b.example/b.xsd "/><xs:redefine schemaLocation="a.xsd"/><xs:annotation schemaLocation="no"/>',
    ),
    ['a.xsd', 'http://b.example/b.xsd'],
  ],
  [
    'sch:include',
    'schematron',
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="a.sch#x"/><extends rule="r"/></schema>',
    ['a.sch'],
  ],
  [
    'parameter entities',
    'dtd',
    '<!ENTITY % a SYSTEM "a.ent"><!-- <!ENTITY % b SYSTEM "b.ent"> --><!ENTITY % c\n PUBLIC "-//C" \'c.ent\'><!ENTITY d SYSTEM "d.xml"><!ENTITY % e "e">',
    ['a.ent', 'c.ent'],
  ],
  [
    'externalRef',
    'relaxng',
    '<externalRef xmlns="http://relaxng.org/ns/structure/1.0" href="a.rng"/>',
    ['a.rng'],
  ],
  [
    'the compact syntax',
    'relaxng',
    'include "a.rnc" start |= external "http://b.example/b.rnc"',
    ['a.rnc', 'http://b.example/b.rnc'],
  ],
])('a schema refers to others by %s', (_, language, text, expected) => {
  const base = 'http://a.example/schemas/main';
  const { addresses, problems } = schemaReferences({ file: 'main', text }, base, language);
  expect(problems).toEqual([]);
  expect(addresses).toEqual(expected.map((each) => new URL(each, base).href));
});

test('what is not right refers to nothing, and says why', () => {
  const address = pathToFileURL('/a.rng').href;
  const { addresses, problems } = schemaReferences(
    { file: 'a.rng', text: '<grammar' },
    address,
    'xsd',
  );
  expect([addresses, problems.length]).toEqual([[], 1]);
});
