import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-project.js';
import {
  attribute,
  descendants,
  parseXml,
  readSource,
  resolveIncludes,
  serialize,
  sourceOf,
} from '../index.js';

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

/** The folder `project` holds the files; `resolved` reads its `main.xml`. */
function resolved(files: Record<string, string>, folder = temporaryFolder(files)) {
  const path = join(folder, 'main.xml');
  const { document, problems } = parseXml(readSource(path, 'main.xml'));
  if (document === undefined) throw new Error(JSON.stringify(problems));
  const access = { root: folder, show: (shown: string) => relative(folder, shown) || '.' };
  const before = serialize(document);
  const result = resolveIncludes(document, { path, access });
  expect(serialize(document)).toBe(before);
  return { ...result, access };
}

function text(files: Record<string, string>): string {
  const { document, problems } = resolved(files);
  expect(problems).toEqual([]);
  return document === undefined ? '' : serialize(document).replace(/\n$/, '').replace(` ${xi}`, '');
}

function said(files: Record<string, string>): string[] {
  return resolved(files).problems.map(
    ({ file, line, column, severity, code, message, help }) =>
      `${file}:${line}:${column} ${severity === 'error' ? '' : `${severity} `}${code} ${message} | ${help}`,
  );
}

describe('what xi:include brings in stands in its place', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'a file',
      { 'main.xml': `<a ${xi}>1<xi:include href="b.xml"/>2</a>`, 'b.xml': '<b>x<c/></b>' },
      '<a>1<b>x<c/></b>2</a>',
    ],
    [
      'what stands around its root too, without its DOCTYPE',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml"/></a>`,
        'b.xml':
          '<?xml version="1.0"?>\n<!DOCTYPE b [<!ENTITY x "X">]>\n<?p i?>\n<b>&x;</b>\n<!--c-->',
      },
      '<a><?p i?><b>X</b><!--c--></a>',
    ],
    [
      'one element, by its identifier',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml" xpointer="y"/></a>`,
        'b.xml': '<b><c xml:id="x"/><c xml:id="y">Y</c></b>',
      },
      '<a><c xml:id="y">Y</c></a>',
    ],
    [
      'one element, by an identifier that its DTD declares',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml" xpointer="y"/></a>`,
        'b.xml': '<!DOCTYPE b [<!ATTLIST c n ID #IMPLIED>]><b n="y"><c n="y">Y</c></b>',
      },
      '<a><c n="y">Y</c></a>',
    ],
    [
      'one element, by number',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml" fragid="element(/1/2)"/></a>`,
        'b.xml': '<b>t<c/><d>D</d></b>',
      },
      '<a><d>D</d></a>',
    ],
    [
      'one element, by an identifier and numbers; schemes that are not known are passed over',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml" xpointer="xmlns(t=u)xpointer(/(/))element(x/1)"/></a>`,
        'b.xml': '<b><c xml:id="x"><d/></c></b>',
      },
      '<a><d/></a>',
    ],
    [
      'a part of the same file',
      {
        'main.xml': `<a ${xi}><b xml:id="x">B</b><xi:include xpointer="x" set-xml-id="y"/></a>`,
      },
      '<a><b xml:id="x">B</b><b xml:id="y">B</b></a>',
    ],
    [
      'files within files, each relative to its own',
      {
        'main.xml': `<a ${xi}><xi:include href="p/b.xml"/></a>`,
        'p/b.xml': `<b ${xi}><xi:include href="q/c.xml"/><xi:include href="../d.xml"/></b>`,
        'p/q/c.xml': '<c/>',
        'd.xml': '<d/>',
      },
      `<a><b ${xi} xml:base="p/b.xml"><c xml:base="q/c.xml"/><d xml:base="../d.xml"/></b></a>`,
    ],
    [
      'what the root of an included file includes',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml"/></a>`,
        'b.xml': `<xi:include ${xi} href="c.xml"><xi:fallback/></xi:include>`,
        'c.xml': '<!--c--><c/>',
      },
      '<a><!--c--><c/></a>',
    ],
    [
      'a document whose root is an inclusion',
      { 'main.xml': `<xi:include ${xi} href="b.xml"/>`, 'b.xml': '<b/>' },
      '<b/>',
    ],
    [
      'a text, in which nothing is markup',
      {
        'main.xml': `<a ${xi}><xi:include href="b.txt" parse="text"/></a>`,
        'b.txt': '<b> & c\r\n',
      },
      '<a>&lt;b&gt; &amp; c\n</a>',
    ],
    [
      'lines of a text',
      {
        'main.xml': `<a ${xi}><xi:include href="b.txt" parse="text/plain" fragid="line=1,3"/></a>`,
        'b.txt': '1\n2\n3\n4\n',
      },
      '<a>2\n3\n</a>',
    ],
    [
      'its fallback, where there is no such file',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml"><xi:fallback>f<xi:include href="c.xml"/></xi:fallback></xi:include></a>`,
        'c.xml': '<c/>',
      },
      '<a>f<c/></a>',
    ],
    [
      'its fallback, where the pointer leads nowhere',
      {
        'main.xml': `<a ${xi}><xi:include href="b.xml" xpointer="x"><xi:fallback/></xi:include></a>`,
        'b.xml': '<b/>',
      },
      '<a/>',
    ],
    [
      'a file with its namespaces, where others are in force',
      {
        'main.xml': `<a xmlns="u" xmlns:p="v" ${xi}><xi:include href="b.xml" xpointer="x"/></a>`,
        'b.xml': '<b xmlns:p="w"><p:c xml:id="x"><d/></p:c></b>',
      },
      '<a xmlns="u" xmlns:p="v"><p:c xmlns:p="w" xmlns="" xml:id="x"><d/></p:c></a>',
    ],
    [
      'an element with its language, where another is in force',
      {
        'main.xml': `<a xml:lang="en" ${xi}><xi:include href="b.xml" xpointer="x"/><xi:include href="c.xml"/></a>`,
        'b.xml': '<b xml:lang="ko"><c xml:id="x"/></b>',
        'c.xml': '<c/>',
      },
      '<a xml:lang="en"><c xml:id="x" xml:lang="ko"/><c/></a>',
    ],
    [
      'an element with the attributes that it is to get',
      {
        'main.xml': `<a xmlns:m="m" xmlns:l="http://www.w3.org/2001/XInclude/local-attributes" ${xi}><xi:include href="b.xml" m:n="1" l:k="2" xml:lang="de"/></a>`,
        'b.xml': '<b k="0" xmlns:m="z"/>',
      },
      '<a xmlns:m="m" xmlns:l="http://www.w3.org/2001/XInclude/local-attributes"><b xmlns:m="z" xmlns:m1="m" k="2" m1:n="1"/></a>',
    ],
    [
      'an element with the base that it has by its own attribute',
      {
        'main.xml': `<a ${xi}><xi:include href="p/b.xml"/><xi:include href="c.xml"/></a>`,
        'p/b.xml': '<b xml:base="q/x.xml"/>',
        'c.xml': '<c xml:base="d.xml"/>',
      },
      '<a><b xml:base="p/q/x.xml"/><c/></a>',
    ],
  ])('%s', (_, files, expected) => {
    expect(text(files)).toBe(expected);
  });
});

test('every element knows its source, and its offsets count there', () => {
  const files = {
    'main.xml': `<a ${xi}>\n<xi:include href="p/b.xml"/><e/></a>`,
    'p/b.xml': `<b ${xi}><c/><xi:include href="d.xml"><xi:fallback><f/></xi:fallback></xi:include><!----></b>`,
    'p/d.xml': '<!--comment--><d/>',
  };
  const { document } = resolved(files);
  if (document === undefined) throw new Error('not resolved');
  for (const element of descendants(document)) {
    const source = sourceOf(element);
    const { start, end } = element.nameSpan;
    expect(source.text.slice(start, end)).toBe(element.qname);
    for (const child of element.children) {
      expect(child.parent).toBe(element);
      if (child.kind === 'comment')
        expect(sourceOf(element).text.slice(child.start, child.end)).toMatch(/^<(!--|xi:include)/);
    }
  }
  expect(
    [...descendants(document)].map((element) => [element.qname, sourceOf(element).file]),
  ).toEqual([
    ['a', 'main.xml'],
    ['b', 'p/b.xml'],
    ['c', 'p/b.xml'],
    ['d', 'p/d.xml'],
    ['e', 'main.xml'],
  ]);
});

test('the fallback of a root belongs to the file that it stands in', () => {
  const { document } = resolved({
    'main.xml': `<a ${xi}><xi:include href="b.xml"/></a>`,
    'b.xml': `<xi:include ${xi} href="c.xml"><xi:fallback>t<f/></xi:fallback></xi:include>`,
  });
  const [, fallback] = document === undefined ? [] : [...descendants(document)];
  expect(fallback && sourceOf(fallback).file).toBe('b.xml');
});

test('the files that a document is made of are named', () => {
  const { included, access } = resolved({
    'main.xml': `<a ${xi}><xi:include href="b.txt" parse="text"/><xi:include href="p/b.xml"/></a>`,
    'p/b.xml': '<b/>',
    'b.txt': '',
  });
  expect(included.map(access.show)).toEqual(['b.txt', 'p/b.xml']);
});

describe('what cannot be included is told where it is asked for', () => {
  const one = (include: string, files: Record<string, string> = {}) => ({
    'main.xml': `<a ${xi}>\n${include}</a>`,
    ...files,
  });
  test.each<[string, Record<string, string>, string[]]>([
    [
      'no such file',
      one('<xi:include href="part2.xml"/>', { 'part1.xml': '<p/>' }),
      ['main.xml:2:19 xml/include-missing There is no file part2.xml. | Did you mean part1.xml?'],
    ],
    [
      'a folder',
      one('<xi:include href="parts"/>', { 'parts/b.xml': '<p/>' }),
      [
        'main.xml:2:19 xml/include-missing parts is no file. | Correct the path, which begins from the folder of this file.',
      ],
    ],
    [
      'an address on the network',
      one('<xi:include href="https://example.org/a.xml"/>'),
      [
        'main.xml:2:19 xml/include-refused https://example.org/a.xml is not read: nothing is fetched from the network. | Save the file into the project and name it here, relative to this file.',
      ],
    ],
    [
      'a file outside the project',
      one('<xi:include href="../secret.xml"/><xi:include href="/etc/passwd" parse="text"/>'),
      [
        'main.xml:2:19 xml/include-refused ../secret.xml is not read: it lies outside the folder of the project. | Put the file into the project: what is published is made of what lies below this folder.',
        'main.xml:2:53 xml/include-refused /etc/passwd is not read: it lies outside the folder of the project. | Put the file into the project: what is published is made of what lies below this folder.',
      ],
    ],
    [
      'the same with a fallback, which stands in',
      one('<xi:include href="http://example.org/"><xi:fallback/></xi:include>'),
      [
        'main.xml:2:19 warning xml/include-refused http://example.org/ is not read: nothing is fetched from the network. The fallback stands in its place. | Save the file into the project and name it here, relative to this file.',
      ],
    ],
    [
      'a loop',
      one('<xi:include href="b.xml"/>', {
        'b.xml': `<b ${xi}><xi:include href="c.xml"/></b>`,
        'c.xml': `<c ${xi}>\n<xi:include href="main.xml"/></c>`,
      }),
      [
        'c.xml:2:19 xml/include-loop This inclusion leads back to itself: main.xml → b.xml → c.xml → main.xml. | Take one of these inclusions out.',
      ],
    ],
    [
      'a part within itself',
      one('<b xml:id="x"><xi:include xpointer="x"/></b>'),
      [
        'main.xml:2:37 xml/include-loop This inclusion leads back to itself: main.xml#x → main.xml#x. | Take one of these inclusions out.',
      ],
    ],
    [
      'a file that is not well-formed: its own mistakes, once',
      one('<xi:include href="b.xml"/><xi:include href="b.xml"/>', { 'b.xml': '<b>\n&nope;</b>' }),
      [
        'b.xml:2:1 xml/undeclared-entity The entity &nope; is not declared; XML itself knows &lt; &gt; &amp; &quot; &apos; alone. | Write &amp; for the sign itself, or declare <!ENTITY nope "…"> in the DOCTYPE.',
      ],
    ],
    [
      'a pointer that leads nowhere',
      one('<xi:include href="b.xml" xpointer="x"/>', { 'b.xml': '<b/>' }),
      [
        'main.xml:2:36 xml/include-pointer b.xml has no xml:id="x". | Correct the pointer, or give the element that is meant that identifier.',
      ],
    ],
    [
      'a pointer of another scheme',
      one('<xi:include href="b.xml" xpointer="xpointer(//b)"/>', { 'b.xml': '<b/>' }),
      [
        'main.xml:2:36 xml/include-pointer The scheme xpointer() is not known here: only identifiers and element() are. | Write the xml:id of the element, or element(id/2/1) for a child of a child.',
      ],
    ],
    [
      'a fragment in the href',
      one('<xi:include href="b.xml#x"/>'),
      [
        'main.xml:2:19 xml/include b.xml#x has a fragment, which the href of <xi:include> cannot have. | Write href="b.xml" xpointer="x".',
      ],
    ],
    [
      'no href',
      one('<xi:include herf="b.xml"/>'),
      [
        'main.xml:2:2 xml/include <xi:include> says neither which file it brings in nor which part of this one. | Did you mean @href in place of @herf?',
      ],
    ],
    [
      'another way to parse',
      one('<xi:include href="b.xml" parse="xlm"/>'),
      ['main.xml:2:33 xml/include "xlm" is no way to include a file. | Did you mean "xml"?'],
    ],
    [
      'a misspelt element',
      one('<xi:inculde href="b.xml"/>'),
      [
        'main.xml:2:2 xml/include <xi:inculde> is no element of XInclude. | Did you mean <xi:include>?',
      ],
    ],
    [
      'a fallback by itself',
      one('<xi:fallback/>'),
      [
        'main.xml:2:2 xml/include <xi:fallback> stands in no <xi:include>, which it is the fallback of. | Move it into the <xi:include> that it belongs to.',
      ],
    ],
    [
      'a text that is not in its encoding',
      one('<xi:include href="b.txt" parse="text" encoding="us-ascii8"/>', { 'b.txt': 'a' }),
      [
        'main.xml:2:19 xml/include-text us-ascii8 is no encoding that is known here. | Save it as UTF-8 and leave @encoding out.',
      ],
    ],
    [
      'a text in place of the root',
      { 'main.xml': `<xi:include ${xi} href="b.txt" parse="text"/>`, 'b.txt': 'a' },
      [
        'main.xml:1:2 xml/include Text cannot stand in place of the root element. | Put a root element around it.',
      ],
    ],
    [
      'nothing in place of the root',
      { 'main.xml': `<xi:include ${xi} href="b.xml"><xi:fallback/></xi:include>` },
      [
        'main.xml:1:2 xml/include What is included in place of the root holds no element. | Put a root element around it.',
      ],
    ],
  ])('%s', (_, files, expected) => {
    expect(said(files)).toEqual(expected);
  });

  test('a link that leads outside', () => {
    const outside = temporaryFolder({ 'secret.xml': '<secret/>' });
    const folder = temporaryFolder({ 'main.xml': `<a ${xi}><xi:include href="b.xml"/></a>` });
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'b.xml'));
    expect(resolved({}, folder).problems.map(({ code }) => code)).toEqual(['xml/include-refused']);
  });

  test('inclusions that lie too deep, and such as grow without measure', () => {
    const deep: Record<string, string> = { 'main.xml': `<a ${xi}><xi:include href="1.xml"/></a>` };
    const wide: Record<string, string> = { 'main.xml': `<a ${xi}><xi:include href="1.xml"/></a>` };
    for (let at = 1; at < 60; at++) {
      const next = `<xi:include href="${at + 1}.xml"/>`;
      deep[`${at}.xml`] = `<a ${xi}>${next}</a>`;
      if (at < 30) wide[`${at}.xml`] = `<a ${xi}>${next}${next}</a>`;
    }
    deep['60.xml'] = '<a/>';
    wide['30.xml'] = '<a/>';
    expect(said(deep)[0]).toContain('Inclusions lie more than 40 deep within each other.');
    expect(said(wide)[0]).toContain('main.xml has more than 10,000 inclusions.');
  });

  test('100,000 elements within each other are no matter', () => {
    const depth = 100_000;
    const { document, problems } = resolved({
      'main.xml': `<a ${xi}><xi:include href="b.xml"/></a>`,
      'b.xml': `${'<b>'.repeat(depth)}${'</b>'.repeat(depth)}`,
    });
    expect(problems).toEqual([]);
    expect(document && [...descendants(document)]).toHaveLength(depth + 1);
  });
});

test('random nests of inclusions end, are whole or say why not, and never read outside the project', () => {
  const names = ['main.xml', 'a.xml', 'b.xml', 'p/c.xml', 'p/d.xml'];
  const href = fc.constantFrom(
    ...['main.xml', 'a.xml', 'b.xml', 'p/c.xml', 'p/d.xml', 'c.xml', '../a.xml', '../outside.xml'],
    ...[
      '../../outside.xml',
      'p',
      '',
      '%2e%2e/outside.xml',
      'link/outside.xml',
      'file:///etc/passwd',
    ],
  );
  const pointer = fc.constantFrom('', 'x', 'y', 'element(/1/1)', 'element(x/1)', 'nope(', '(', '^');
  const { node } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 3 }).map((all) => all.join('')),
    node: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('t', '<e/>', '<!--c-->', '<?p i?>', '<e xml:id="x"/>'),
      fc
        .tuple(href, pointer, fc.constantFrom('', ' parse="text"', ' parse="xml"'))
        .map(([to, at, parse]) => `<xi:include href="${to}"${at && ` xpointer="${at}"`}${parse}/>`),
      fc
        .tuple(href, tie('nodes'))
        .map(
          ([to, all]) => `<xi:include href="${to}"><xi:fallback>${all}</xi:fallback></xi:include>`,
        ),
      tie('nodes').map((all) => `<e xml:id="y" xml:base="p/" xml:lang="ko">${all}</e>`),
    ),
  }));
  fc.assert(
    fc.property(
      fc.array(node, { minLength: names.length, maxLength: names.length }),
      (contents) => {
        const outer = temporaryFolder({ 'outside.xml': '<outside/>' });
        const folder = join(outer, 'project');
        mkdirSync(join(folder, 'p'), { recursive: true });
        symlinkSync(outer, join(folder, 'link'));
        for (const [index, name] of names.entries())
          writeFileSync(join(folder, name), `<a ${xi}>${contents[index]}</a>`);
        const { document, problems } = resolved({}, folder);
        expect(document === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
        if (document === undefined) return;
        const written = serialize(document);
        expect(written).not.toContain('outside/');
        expect(written).not.toContain('root:');
        expect(parseXml({ file: 'whole.xml', text: written }).problems).toEqual([]);
        for (const element of descendants(document)) {
          expect(attribute(element, 'xml:base')?.value ?? '').not.toContain('file:');
          expect(sourceOf(element).text.slice(element.nameSpan.start, element.nameSpan.end)).toBe(
            element.qname,
          );
        }
      },
    ),
    { numRuns: 150, seed: 112096 },
  );
});
