import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml, readSource, type XmlElement } from '../xml/index.js';
import { loadSchematron } from './index.js';
import { schematronNamespace } from './schema/schema-parts.js';

// Schematron in a schema in the compact syntax of RELAX NG is what it is in the XML syntax: annotations, written as the
// specification (RELAX NG Compact Syntax, 5) and trang write them.

/** What is read of a schema, without what differs. */
function read(files: Record<string, string>, file: string) {
  const folder = temporaryFolder(files);
  const schematron = loadSchematron({ path: join(folder, file), file });
  return schematron && JSON.parse(JSON.stringify(schematron.schema, withoutPlaces));
}

/** Places; and what is kept of XSLT with the prefixes around it, and its address. */
const differing = new Set(['at', 'markup', 'declared', 'address']);

function withoutPlaces(name: string, value: unknown): unknown {
  return differing.has(name) ? undefined : value;
}

const rng = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="${schematronNamespace}"
    xmlns:sqf="http://www.schematron-quickfix.com/validator/process" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <sch:ns prefix="t" uri="urn:t"/>
  <sch:let name="list"><entry n="1" xmlns="urn:list">a &amp; b</entry></sch:let>
  <xsl:key name="k" match="p" use="@n"/>
  <sqf:fixes><sqf:fix id="add"><sqf:description><sqf:title>Add it</sqf:title></sqf:description></sqf:fix></sqf:fixes>
  <start><ref name="letter"/></start>
  <define name="letter">
    <element name="letter">
      <sch:pattern id="letters"><sch:rule context="letter"><sch:assert test="p" role="warning">A “letter”
has <sch:value-of select="count(p)"/> p.</sch:assert></sch:rule></sch:pattern>
      <zeroOrMore><ref name="p"/></zeroOrMore>
    </element>
  </define>
  <define name="p">
    <sch:pattern id="ps"><sch:title>Paragraphs</sch:title><sch:rule context="t:p"><sch:let name="n" value="@n"/><sch:report test="$n = '&quot;'" sqf:fix="add">It is.</sch:report></sch:rule></sch:pattern>
    <element name="p"><attribute name="n"/></element>
  </define>
</grammar>`;

const rnc = `namespace sch = "${schematronNamespace}"
namespace sqf = "http://www.schematron-quickfix.com/validator/process"
namespace xsl = "http://www.w3.org/1999/XSL/Transform"
namespace l = "urn:list"

sch:ns [ prefix = "t" uri = "urn:t" ]
sch:let [ name = "list" l:entry [ n = "1" "a & b" ] ]
xsl:key [ name = "k" match = "p" use = "@n" ]
sqf:fixes [ sqf:fix [ id = "add" sqf:description [ sqf:title [ "Add it" ] ] ] ]
start = letter
letter =
  [
    sch:pattern [
      id = "letters"
      sch:rule [
        context = "letter"
        sch:assert [ test = "p" role = "warning" "A “letter”\\x{a}" ~ "has " sch:value-of [ select = "count(p)" ] " p." ]
      ]
    ]
  ]
  element letter { p* }
[
  sch:pattern [
    id = "ps"
    sch:title [ "Paragraphs" ]
    sch:rule [
      context = "t:p"
      sch:let [ name = "n" value = "@n" ]
      sch:report [ test = """$n = '"'""" sqf:fix = "add" "It is." ]
    ]
  ]
]
p = element p { attribute n { text } }
`;

test('what is embedded in the compact syntax is what is embedded in the XML syntax', () => {
  const compact = read({ 'a.rnc': rnc }, 'a.rnc');
  const xml = read({ 'a.rng': rng }, 'a.rng');
  expect(compact.patterns).toHaveLength(2);
  // The same element, with another prefix.
  const [one, other] = [compact.lets[0].content, xml.lets[0].content].map(
    (content: string) => parseXml({ file: '', text: `<let>${content}</let>` }).document?.root,
  );
  const shown = (root: XmlElement | undefined) =>
    root?.children.map(
      (child) =>
        child.kind === 'element' && [
          child.name.local,
          child.name.namespace,
          child.attributes[0]?.value,
          child.children[0]?.kind === 'text' && child.children[0].value,
        ],
    );
  expect(shown(one)).toEqual(shown(other));
  compact.lets[0].content = xml.lets[0].content;
  expect(compact).toEqual(xml);
});

test('of files that one draws in, whatever their syntax', () => {
  const part = (id: string) =>
    `namespace sch = "${schematronNamespace}" sch:pattern [ id = "${id}" sch:rule [ context = "*" sch:assert [ test = "@n" "N." ] ] ] ${id} = text`;
  const files = {
    'main.rnc': `${part('one')}\ninclude "two.rnc"\n${part('four').replace(/^.*?sch:/, 'sch:')}\nstart = element a { external "three.rng" }`,
    'two.rnc': part('two'),
    'three.rng': `<element name="b" xmlns="http://relaxng.org/ns/structure/1.0"><pattern id="three" xmlns="${schematronNamespace}"><rule context="b"><assert test="@n">N.</assert></rule></pattern><empty/></element>`,
    'main.rng':
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="main.rnc"/></grammar>',
  };
  for (const main of ['main.rnc', 'main.rng'])
    expect(read(files, main).patterns.map(({ id }: { id: string }) => id)).toEqual([
      'one',
      'two',
      'four',
      'three',
    ]);
});

test('what is broken is told at its place in the compact syntax', () => {
  const text = `namespace sch = "${schematronNamespace}"\nstart =\n  [ sch:pattern [ sch:rule [ context = "p"\n    sch:assert [ test = "$n" "N." ] ] ] ]\n  element p { empty }\n`;
  const folder = temporaryFolder({ 'a.rnc': text });
  const schematron = loadSchematron({ path: join(folder, 'a.rnc'), file: 'a.rnc' });
  expect(
    schematron?.brokenRules.map(({ file, line, column, endColumn, message }) => [
      file,
      line,
      column,
      endColumn,
      message,
    ]),
  ).toEqual([['a.rnc', 4, 26, 28, '$n cannot be evaluated: The variable n is not in scope.']]);
});

test('a schema without any has none, and one that is not correct is told', () => {
  expect(read({ 'a.rnc': 'start = element p { text }' }, 'a.rnc')).toBe(undefined);
  expect(() => read({ 'a.rnc': 'start = element p { text' }, 'a.rnc')).toThrow(
    'The schema a.rnc is not correct.',
  );
});

const tei = join(import.meta.dirname, '../../../shared/tei/4.9.0');
const schemas = existsSync(tei) ? readdirSync(tei).filter((name) => name.endsWith('.rng')) : [];

describe.skipIf(schemas.length === 0)('TEI’s own rules, written as trang writes them', () => {
  test.each(schemas)('%s', (name) => {
    const { document } = parseXml(readSource(join(tei, name), name));
    if (document === undefined) throw new Error(name);
    const compact = `namespace sch = "${schematronNamespace}"\n${annotationsOf(document.root)}\nstart = notAllowed\n`;
    const files = { 'a.rnc': compact };
    const xml = loadSchematron({ path: join(tei, name), file: name });
    expect(read(files, 'a.rnc')).toEqual(JSON.parse(JSON.stringify(xml?.schema, withoutPlaces)));
  });
});

/** The Schematron in a schema as annotations of a grammar. */
function annotationsOf(element: XmlElement): string {
  const { namespace } = element.name;
  if (namespace === schematronNamespace) return annotation(element);
  return element.children
    .map((child) => (child.kind === 'element' ? annotationsOf(child) : ''))
    .join('');
}

function annotation({ name, attributes, children }: XmlElement): string {
  const content = [
    ...attributes.map(({ qname, value }) => `${qname} = ${literal(value)}`),
    ...children.map((child) =>
      child.kind === 'element'
        ? annotation(child)
        : child.kind === 'text'
          ? literal(child.value)
          : '',
    ),
  ];
  const prefix =
    name.namespace === schematronNamespace ? 'sch:' : name.prefix === '' ? '' : `${name.prefix}:`;
  return `${prefix}${name.local} [ ${content.join(' ')} ]\n`;
}

/** A text between quotation marks, its line ends as escapes, in pieces that are joined. */
function literal(text: string): string {
  return (
    text
      .split(/(")/)
      .filter((piece) => piece !== '')
      .map((piece) => (piece === '"' ? `'"'` : `"${piece.replaceAll('\n', '\\x{a}')}"`))
      .join(' ~ ') || '""'
  );
}
