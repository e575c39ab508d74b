import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { Failure } from '../../problems/index.js';
import { readSchema } from './read-schema.js';

/** What is said of a schema: the places, the messages, and what to do. */
function said(address: string, files: Readonly<Record<string, string>>): string[] {
  const { problems } = readSchema(`file:///${address}`, {
    read(wanted) {
      const file = wanted.slice('file:///'.length);
      const text = files[file];
      if (text === undefined) throw new Failure(`There is no file ${file}.`);
      return { file, text };
    },
  });
  return problems.map(
    ({ file, line, column, endColumn, message, help }) =>
      `${file === address ? '' : `${file}:`}${line}:${column}-${endColumn} ${message}${help === undefined ? '' : ` ${help}`}`,
  );
}

type Case = readonly [what: string, schema: string];

const inXml: readonly Case[] = [
  ['no name', '<element><text/></element>'],
  ['nothing in it', '<element name="p"/>'],
  ['text', '<element name="p">words</element>'],
  ['an unknown pattern', '<element name="p">\n  <txt/>\n</element>'],
  ['an attribute that is not its own', '<element name="p"><text type="x"/></element>'],
  ['a name that is none', '<element name="1p"><text/></element>'],
  ['a prefix that is not declared', '<element name="tei:p"><text/></element>'],
  ['an element in a value', '<element name="p"><value>a<b/></value></element>'],
  [
    'a reference without a definition',
    '<grammar><start><ref name="parra"/></start><define name="para"><element name="p"><empty/></element></define></grammar>',
  ],
  ['a reference outside of grammars', '<element name="p"><ref name="a"/></element>'],
  ['a reference into nothing around', '<grammar><start><parentRef name="a"/></start></grammar>'],
  ['no start', '<grammar><define name="a"><empty/></define></grammar>'],
  [
    'two definitions',
    '<grammar><start><ref name="a"/></start><define name="a"><element name="a"><empty/></element></define><define name="a"><element name="b"><empty/></element></define></grammar>',
  ],
  [
    'two ways of combining',
    '<grammar><start combine="choice"><element name="a"><empty/></element></start><start combine="interleave"><element name="b"><empty/></element></start></grammar>',
  ],
  [
    'an unknown way of combining',
    '<grammar><start combine="union"><element name="a"><empty/></element></start></grammar>',
  ],
  [
    'a definition that refers to itself',
    '<grammar><start><ref name="a"/></start><define name="a"><choice><element name="a"><empty/></element><ref name="a"/></choice></define></grammar>',
  ],
  [
    'an unknown datatype',
    '<element name="p" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="dat"/></element>',
  ],
  ['a datatype of another library', '<element name="p"><data type="date"/></element>'],
  [
    'an unknown datatype library',
    '<element name="p" datatypeLibrary="http://example.org/types"><data type="date"/></element>',
  ],
  [
    'a datatype library that is no address',
    '<element name="p" datatypeLibrary="types"><empty/></element>',
  ],
  [
    'a facet that does not apply',
    '<element name="p" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="string"><param name="minInclusive">1</param></data></element>',
  ],
  [
    'a regular expression that is none',
    '<element name="p" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="string"><param name="pattern">[a-</param></data></element>',
  ],
  [
    'a value that its datatype does not have',
    '<element name="p" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><value type="date">2023-02-30</value></element>',
  ],
  [
    'something after an exception',
    '<element name="p"><data type="token"><except><value>a</value></except><text/></data></element>',
  ],
  [
    'every name but every name',
    '<element><anyName><except><anyName/></except></anyName><text/></element>',
  ],
  [
    'an attribute that declares a namespace',
    '<element name="p"><attribute name="xmlns"/></element>',
  ],
  [
    'an attribute with two contents',
    '<element name="p"><attribute name="n"><text/><empty/></attribute></element>',
  ],
  [
    'an attribute given twice',
    '<element name="p"><attribute name="n"/><attribute name="n"/></element>',
  ],
  [
    'an element in an attribute',
    '<element name="p"><attribute name="n"><element name="q"><empty/></element></attribute></element>',
  ],
  [
    'an open attribute that is not repeated',
    '<element name="p"><attribute><anyName/></attribute></element>',
  ],
  [
    'repeated attributes in a group',
    '<element name="p"><oneOrMore><group><attribute name="m"/><attribute name="n"/></group></oneOrMore></element>',
  ],
  ['a list in a list', '<element name="p"><list><list><text/></list></list></element>'],
  ['text in a list', '<element name="p"><list><text/></list></element>'],
  [
    'text that a datatype excepts',
    '<element name="p"><data type="token"><except><text/></except></data></element>',
  ],
  ['a start that is no element', '<grammar><start><text/></start></grammar>'],
  [
    'a value beside elements',
    '<element name="p"><data type="token"/><element name="q"><empty/></element></element>',
  ],
  [
    'one element in both parts of an interleave',
    '<element name="p"><interleave><element name="q"><empty/></element><element name="q"><empty/></element></interleave></element>',
  ],
  [
    'text in both parts of an interleave',
    '<element name="p"><interleave><text/><mixed><element name="q"><empty/></element></mixed></interleave></element>',
  ],
  ['an include that names a part of a file', '<grammar><include href="other.rng#p"/></grammar>'],
  ['a file that is not there', '<grammar><include href="other.rng"/></grammar>'],
  ['a file that leads back to itself', '<grammar><include href="schema.rng"/></grammar>'],
  ['what is not well-formed, and nothing else', '<element name="p"><txt></element>'],
  ['a root of another language', '<p:schema xmlns:p="urn:p"/>'],
];

const inCompact: readonly Case[] = [
  ['a brace that is not closed', 'element p { text'],
  ['nothing in it', 'element p { }'],
  ['an attribute without content', 'element p { attribute n }'],
  [
    'two signs without parentheses',
    'element p { element a { empty }, element b { empty } | text }',
  ],
  ['something after the pattern', 'element p { text } }'],
  ['a reference without a definition', 'start = parra\npara = element p { empty }'],
  ['a keyword for a name', 'start = list\nlist = element list { empty }'],
  ['a prefix that is not declared', 'element tei:p { text }'],
  ['a prefix declared twice', 'namespace a = "urn:a"\nnamespace a = "urn:b"\nelement a:p { text }'],
  ['a literal that does not end', 'element p { "a\n" }'],
  ['a character that means nothing', 'element p { text } %'],
  ['an unknown datatype', 'element p { xsd:dat }'],
  ['a facet that is no number', 'element p { xsd:string { maxLength = "many" } }'],
  ['a file that is not there', 'include "other.rnc"'],
  ['what replaces nothing', 'include "part.rnc" { b = element b { empty } }'],
  ['an attribute given twice', 'element p { attribute n { text }, attribute n { text } }'],
  ['a mistake in a file that is included', 'include "wrong.rnc"\nstart = a'],
  ['text that is no schema', 'Dear Kim,'],
];

const others = {
  'part.rnc': 'start = element a { empty }',
  'wrong.rnc': 'a = element a {\n  attribute { text }\n}',
};

/** Writes out a case as it reads in the golden file. */
function show(address: string, [what, schema]: Case): string {
  const problems = said(address, { ...others, [address]: schema });
  expect([what, problems.length]).not.toEqual([what, 0]);
  return [
    `${what}:`,
    '',
    ...schema.split('\n').map((line) => `    ${line}`),
    '',
    ...problems,
    '',
    '',
  ].join('\n');
}

it('a wrong schema is told where, why, by which clause, and what to do', async () => {
  const rng = ' xmlns="http://relaxng.org/ns/structure/1.0"';
  const shown = [
    'The XML syntax\n--------------\n\n',
    ...inXml.map(([what, schema]) =>
      show('schema.rng', [what, schema.replace(/^<[a-z]+(?=[ >])/, (tag) => tag + rng)]),
    ),
    'The compact syntax\n------------------\n\n',
    ...inCompact.map((one) => show('schema.rnc', one)),
  ];
  const golden = resolve(import.meta.dirname, '../../../test/golden/wrong-schemas.txt');
  await expect(shown.join('')).toMatchFileSnapshot(golden);
});
