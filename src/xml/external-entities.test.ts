import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml, readSource, serialize } from './index.js';

/** Reads `main.xml` of a folder; external entities are allowed in the folders that are named. */
function read(files: Record<string, string>, allowed = ['.'], folder = temporaryFolder(files)) {
  const path = join(folder, 'main.xml');
  const opened: string[] = [];
  const show = (shown: string) => relative(folder, shown) || '.';
  const externals = {
    path,
    access: { root: folder, show },
    folders: allowed.map((each) => join(folder, each)),
    onRead: (file: string) => opened.push(show(file)),
  };
  return { ...parseXml(readSource(path, 'main.xml'), { externals }), opened };
}

function text(files: Record<string, string>): string {
  const { document, problems } = read(files);
  expect(problems).toEqual([]);
  return document === undefined ? '' : serialize(document).replace(/\n$/, '');
}

function said(files: Record<string, string>, allowed?: string[]): string[] {
  return read(files, allowed).problems.map(
    ({ line, column, code, message, help, related = [] }) =>
      `${line}:${column} ${code} ${message} | ${help}${related.map((one) => ` | ${one.file}:${one.line}:${one.column} ${one.message}`).join('')}`,
  );
}

describe('where they are allowed, other files count', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'the text of an entity, without its declaration of encoding',
      {
        'main.xml': '<!DOCTYPE a [<!ENTITY e SYSTEM "p/e.xml">]><a>1&e;2</a>',
        'p/e.xml': '<?xml version="1.0" encoding="UTF-8"?><b/>\r\nx',
      },
      '<a>1<b/>\nx2</a>',
    ],
    [
      'entities within entities, each relative to the file that declares it',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "p/a.dtd"><a>&e;</a>',
        'p/a.dtd': '<!ENTITY e SYSTEM "q/e.xml"><!ENTITY f SYSTEM "f.xml">',
        'p/q/e.xml': '<e>&f;</e>',
        'p/f.xml': 'f',
      },
      '<a><e>f</e></a>',
    ],
    [
      'default attributes and ID types of a DTD',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd"><a><b/></a>',
        'a.dtd': '<!ATTLIST b c CDATA "d" xmlns CDATA #FIXED "u">',
      },
      '<a><b xmlns="u" c="d"/></a>',
    ],
    [
      'the internal subset before the external',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY e "in">]><a>&e;&f;</a>',
        'a.dtd': '<!ENTITY e "out"><!ENTITY f "f">',
      },
      '<a>inf</a>',
    ],
    [
      'parameter entities, between declarations, within them and in literals',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd"><a/>',
        'a.dtd':
          '<!ENTITY % more "c CDATA \'x\'"><!ENTITY % atts "b CDATA \'1\' \n %more;">\n' +
          '<!ENTITY % module SYSTEM "m.dtd">%module;',
        'm.dtd':
          '<!ENTITY % later "&#37;word;"><!ENTITY % word "W"><!ENTITY e "(%later;)"><!ATTLIST a %atts; d CDATA "&e;">',
      },
      '<a b="1" c="x" d="(W)"/>',
    ],
    [
      'conditional sections',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY % drafts "INCLUDE">]><a/>',
        'a.dtd':
          '<!ENTITY % drafts "IGNORE"><![%drafts;[<!ATTLIST a b CDATA "1"><![ IGNORE [ <![ x ]]> ]]>]]>\n' +
          '<![IGNORE[<!ATTLIST a c CDATA "2">]]><![INCLUDE[]]>',
      },
      '<a b="1"/>',
    ],
  ])('%s', (_, files, expected) => {
    expect(text(files)).toBe(expected);
  });

  test('and each file that was read is named', () => {
    const { opened } = read({
      'main.xml': '<!DOCTYPE a SYSTEM "a.dtd"><a>&e;&e;</a>',
      'a.dtd': '<!ENTITY e SYSTEM "e.xml"><!ENTITY unused SYSTEM "u.xml">',
      'e.xml': '',
      'u.xml': '',
    });
    expect(opened).toEqual(['a.dtd', 'e.xml']);
  });
});

describe('what is not read, and what is wrong, is told', () => {
  const entity = (system: string, files: Record<string, string> = {}) => ({
    'main.xml': `<!DOCTYPE a [<!ENTITY e SYSTEM "${system}">]>\n<a>&e;</a>`,
    ...files,
  });
  test.each<[string, Record<string, string>, string[] | undefined, string[]]>([
    [
      'nothing is allowed',
      entity('e.xml', { 'e.xml': 'e' }),
      [],
      [
        '2:4 xml/external-entity &e; stands for another file. e.xml is not read: external entities are not allowed. | Allow it by "externalEntities" in imprimatur.config.json, or put the text into this document.',
      ],
    ],
    [
      'another folder is allowed',
      entity('e.xml', { 'e.xml': 'e', 'dtd/x': '' }),
      ['dtd'],
      [
        '2:4 xml/external-entity &e; stands for another file. e.xml is not read: it lies in no folder that "externalEntities" allows. | Allow it by "externalEntities" in imprimatur.config.json, or put the text into this document.',
      ],
    ],
    [
      'a file outside the project',
      entity('file:///etc/passwd'),
      undefined,
      [
        '2:4 xml/external-entity &e; stands for another file. file:///etc/passwd is not read: it lies outside the folder of the project. | Put the file into the project: what is published is made of what lies below this folder.',
      ],
    ],
    [
      'an address on the network',
      entity('http://example.org/e.xml'),
      undefined,
      [
        '2:4 xml/external-entity &e; stands for another file. http://example.org/e.xml is not read: nothing is fetched from the network. | Save the file into the project and name it here, relative to this file.',
      ],
    ],
    [
      'no such file',
      entity('entitties/e.xml'),
      undefined,
      [
        '2:4 xml/external-entity &e; stands for another file. There is no file entitties/e.xml. | Correct the path, which begins from the folder of this file.',
      ],
    ],
    [
      'a mistake in another file',
      entity('e.xml', { 'e.xml': '<b>\n  <c></b>' }),
      undefined,
      [
        '2:4 xml/not-closed </b> comes while <c>, opened on line 2, is not closed. | Write </c> before </b>. | main.xml:2:4 <c> is opened here. | e.xml:2:10 It is in this file.',
      ],
    ],
    [
      'a mistake in a DTD',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd">\n<a/>',
        'a.dtd': '<!ELEMENT a EMPTY>\n<!ELEMNT b EMPTY>\n',
      },
      undefined,
      [
        '1:20 xml/not-well-formed This is no declaration that may stand in a DOCTYPE. | ELEMENT, ATTLIST, ENTITY, NOTATION, comments and processing instructions may. | a.dtd:2:1 It is in this file.',
      ],
    ],
    [
      'no such DTD',
      { 'main.xml': '<!DOCTYPE a SYSTEM "b.dtd">\n<a/>', 'a.dtd': '' },
      undefined,
      [
        '1:20 xml/external-entity The DTD cannot be read: There is no file b.dtd. | Did you mean a.dtd?',
      ],
    ],
    [
      'a DTD that is not read, and an entity that may be in it',
      { 'main.xml': '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">\n<a>&e;</a>' },
      undefined,
      [
        '2:4 xml/undeclared-entity The entity &e; is not declared in this file, and the external DTD http://example.org/a.dtd is not read. | Write &amp; for the sign itself, or declare <!ENTITY e "…"> in the DOCTYPE.',
      ],
    ],
    [
      'a DTD that could be read',
      { 'main.xml': '<!DOCTYPE a SYSTEM "a.dtd">\n<a>&e;&eacute;</a>', 'a.dtd': '' },
      [],
      [
        '2:4 xml/undeclared-entity The entity &e; is not declared in this file, and the external DTD a.dtd is not read. | Declare <!ENTITY e "…"> in the DOCTYPE, or let the DTD be read: "externalEntities" in imprimatur.config.json.',
        '2:7 xml/undeclared-entity The entity &eacute; is not declared in this file, and the external DTD a.dtd is not read. | Write the character itself "é", or &#233;.',
      ],
    ],
    [
      'an entity within itself, by way of files',
      {
        'main.xml':
          '<!DOCTYPE a [<!ENTITY e SYSTEM "e.xml"><!ENTITY f SYSTEM "f.xml">]>\n<a>&e;</a>',
        'e.xml': '&f;',
        'f.xml': '&e;',
      },
      undefined,
      [
        '2:4 xml/recursive-entity The entity &e; contains itself: e → f → e. | Take the reference out of the declaration. | f.xml:1:4 It is in this file.',
      ],
    ],
    [
      'a parameter entity within itself',
      {
        'main.xml': '<!DOCTYPE a SYSTEM "a.dtd">\n<a/>',
        'a.dtd': '<!ENTITY % p SYSTEM "a.dtd">\n%p;',
      },
      undefined,
      [
        '1:20 xml/recursive-entity The parameter entity %p; contains itself. | Take the reference out of the declaration. | a.dtd:2:4 It is in this file.',
      ],
    ],
  ])('%s', (_, files, allowed, problems) => {
    expect(said(files, allowed)).toEqual(problems);
  });

  test('a link that leads outside', () => {
    const outside = temporaryFolder({ 'e.xml': 'secret' });
    const folder = temporaryFolder(entity('e.xml'));
    symlinkSync(join(outside, 'e.xml'), join(folder, 'e.xml'));
    expect(read({}, ['.'], folder).problems.map(({ code }) => code)).toEqual([
      'xml/external-entity',
    ]);
  });

  test('entities that grow without measure, by way of files', () => {
    const files: Record<string, string> = {
      'main.xml': '<!DOCTYPE a SYSTEM "a.dtd"><a>&e0;</a>',
      'a.dtd': Array.from({ length: 30 }, (__, at) => `<!ENTITY e${at} SYSTEM "${at}.xml">`).join(
        '',
      ),
      '29.xml': 'x'.repeat(1000),
    };
    for (let at = 0; at < 29; at++) files[`${at}.xml`] = `&e${at + 1};`.repeat(10);
    expect(said(files)[0]).toContain(
      'xml/entity-limit The entities of this document expand to more than 10,000,000 characters.',
    );
  });
});

test('no DTD, however broken, makes the parser crash or hang, or tell itself two things', () => {
  const piece = fc.constantFrom(
    ...[
      '<!ENTITY ',
      '% p ',
      'e ',
      '"%p;"',
      "'&#37;p;'",
      '"<!ENTITY e \'x\'>"',
      'SYSTEM "b.dtd"',
      '>',
      ' ',
    ],
    ...[
      '%p;',
      '%q;',
      '<![',
      'INCLUDE',
      'IGNORE',
      '[',
      ']]>',
      '<!ATTLIST a ',
      'b CDATA ',
      '"1"',
      '#IMPLIED',
    ],
    ...[
      '<!ELEMENT a ',
      'EMPTY',
      '(b|c)*',
      '(#PCDATA)',
      '<!--',
      '-->',
      '<?p',
      '?>',
      '"',
      "'",
      '<',
      '%',
      '&e;',
    ],
    '<!ENTITY % p "<!ENTITY e \'E\'>">',
    '<!ENTITY % q SYSTEM "b.dtd">',
    '<!ATTLIST a b CDATA "&e;">',
  );
  const dtd = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(dtd, dtd, dtd, (inside, outside, second) => {
      const files = {
        'main.xml': `<!DOCTYPE a SYSTEM "a.dtd" [${inside}]><a>&e;</a>`,
        'a.dtd': outside,
        'b.dtd': second,
      };
      const { document, problems } = read(files);
      expect(document === undefined).toBe(problems.length > 0);
      if (document === undefined) return;
      const again = parseXml({ file: 'again.xml', text: serialize(document) });
      expect(again.document && serialize(again.document)).toBe(serialize(document));
    }),
    { numRuns: 400, seed: 112096 },
  );
});
