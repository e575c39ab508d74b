import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../problems/index.js';
import { parseXml, type XmlDocument } from '../xml/index.js';
import { xmllintEngine } from './xmllint-engine.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A grammar in the TEI namespace, from its definitions. */
function grammar(definitions: string, start = '<ref name="letter"/>'): string {
  return `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>${start}</start>${definitions}</grammar>`;
}

const letter = grammar(`
<define name="letter"><element name="letter"><a:documentation>One letter. And more.</a:documentation>
  <optional><attribute name="status"><choice><value>draft</value><value>final</value></choice></attribute></optional>
  <ref name="head"/><ref name="date"/>
  <oneOrMore><choice><ref name="p"/><ref name="list"/></choice></oneOrMore>
  <optional><ref name="closer"/></optional></element></define>
<define name="head"><element name="head"><a:documentation>What the letter calls itself.</a:documentation><text/></element></define>
<define name="date"><element name="date"><attribute name="when"><data type="date"/></attribute><text/></element></define>
<define name="p"><element name="p"><optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
  <mixed><zeroOrMore><choice><ref name="name"/><ref name="num"/><ref name="pb"/></choice></zeroOrMore></mixed></element></define>
<define name="name"><element name="name"><attribute name="ref"><list><oneOrMore><data type="anyURI"><param name="pattern">#[a-z]+</param></data></oneOrMore></list></attribute><text/></element></define>
<define name="num"><element name="num"><data type="positiveInteger"/></element></define>
<define name="pb"><element name="pb"><empty/></element></define>
<define name="list"><element name="list"><oneOrMore><ref name="item"/></oneOrMore></element></define>
<define name="item"><element name="item"><interleave><ref name="num"/><ref name="name"/></interleave></element></define>
<define name="closer"><element name="closer"><text/></element></define>`);

function document(
  content: string,
  file = 'letter.xml',
  open = '<letter xmlns="http://www.tei-c.org/ns/1.0">',
): XmlDocument {
  const text = content.startsWith('<?') ? content : `${open}${content}</letter>`;
  const parsed = parseXml({ file, text });
  if (parsed.document === undefined) throw new Error(parsed.problems[0]?.message);
  return parsed.document;
}

async function said(content: string, schema = letter): Promise<string[]> {
  const path = join(folder, 'letter.rng');
  writeFileSync(path, schema);
  const subject = document(content);
  const problems = await xmllintEngine.validate([subject], { path, file: 'letter.rng' });
  return problems.map(({ line, column, endLine, endColumn, code, message, help }) => {
    const text = subject.source.text.split('\n')[line - 1] ?? '';
    const marked = text.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
    return `[${marked}] ${code} ${message}${help === undefined ? '' : ` | ${help}`}`;
  });
}

const start = '<head>Letter</head><date when="1951-01-28">28 January</date>';

describe('a valid document', () => {
  it('is let pass', async () => {
    expect(await said(`${start}<p>To <name ref="#a #b">A</name>, <num> 3 </num><pb/></p>`)).toEqual(
      [],
    );
  });

  it('may have its interleaved elements in any order', async () => {
    expect(
      await said(
        `${start}<list><item><name ref="#a"/><num>1</num></item><item><num>1</num><name ref="#a"/></item></list>`,
      ),
    ).toEqual([]);
  });
});

describe('what is wrong, where, why, and what to do', () => {
  it.each([
    [
      'an element that the schema does not know',
      `${start}<p><nmae ref="#a">A</nmae></p>`,
      '[nmae] relaxng/unknown-element <nmae> is not an element of this schema. | Did you mean <name>?',
    ],
    [
      'one that has another name elsewhere',
      `${start}<p/><ul/>`,
      '[ul] relaxng/unknown-element <ul> is not an element of this schema. | Did you mean <list>?',
    ],
    [
      'one that is like no other',
      `${start}<p/><zzzzzz/>`,
      '[zzzzzz] relaxng/unknown-element <zzzzzz> is not an element of this schema. | Here may stand <p>, <list> or <closer>.',
    ],
    [
      'an element that stands elsewhere',
      `${start}<p><item/></p>`,
      '[item] relaxng/misplaced-element <item> cannot stand inside <p>. | Inside <p> may stand text, <name>, <num> and <pb>. <item> may stand in <list>.',
      '[<item/>] relaxng/missing-element <item> is empty: <num> and <name> are missing.',
    ],
    [
      'an element in one that is always empty',
      `${start}<p><pb><num>1</num></pb></p>`,
      '[num] relaxng/misplaced-element <num> cannot stand inside <pb>. | <pb> is always empty. <num> may stand in <p> and <item>.',
    ],
    [
      'an element left out before another',
      '<head>Letter</head><p/>',
      '[p] relaxng/missing-element <date> is missing: <letter> must have it before <p>.',
    ],
    [
      'two left out',
      '<p/>',
      '[p] relaxng/missing-element <head> and <date> are missing: <letter> must have them before <p>. | <head>: What the letter calls itself.',
    ],
    [
      'one left out at the end, of which there is a choice',
      start,
      '[</letter>] relaxng/missing-element <letter> is not complete: <p> or <list> is missing.',
    ],
    [
      'two exchanged',
      '<date when="1951-01-28">28 January</date><head>Letter</head><p/>',
      '[date] relaxng/misplaced-element <date> stands before <head>, after which it should come. | Move it behind <head>.',
    ],
    [
      'one too many',
      `${start}<p/><closer/><closer/>`,
      '[closer] relaxng/misplaced-element <closer> cannot stand in <letter> a second time. | Join the two, or delete one.',
    ],
    [
      'one after the end',
      `${start}<p/><closer/><p/>`,
      '[p] relaxng/misplaced-element <p> cannot stand in <letter> a second time at this place. | Join the two, or delete one.',
    ],
    [
      'text where elements stand',
      `${start}\n  Dear friend,\n<p/>`,
      '[Dear friend,] relaxng/text-not-allowed Text cannot stand directly inside <letter>. | Put it into <p>.',
    ],
    [
      'an attribute that is not one',
      `${start}<p><name reff="#a">A</name></p>`,
      '[reff] relaxng/unknown-attribute @reff is not an attribute of <name>. | Did you mean @ref?',
    ],
    [
      'an attribute of another element',
      `${start}<p when="1951">A</p>`,
      '[when] relaxng/unknown-attribute @when cannot stand on <p>; it belongs to <date>. | Its one attribute is @xml:id.',
    ],
    [
      'an attribute of none, on an element that has none',
      `${start}<closer rend="b"/><p/>`,
      '[rend] relaxng/unknown-attribute @rend is not an attribute of <closer>. | <closer> has no attributes in this schema.',
      '[closer] relaxng/misplaced-element <closer> stands before <p>, after which it should come. | Move it behind <p>.',
    ],
    [
      'an attribute left out',
      '<head>Letter</head><date>28 January</date><p/>',
      '[date] relaxng/missing-attribute <date> must have @when. | Add when="…".',
    ],
    [
      'a date that does not exist',
      '<head>Letter</head><date when="2023-02-30">28 January</date><p/>',
      '[2023-02-30] relaxng/attribute-value "2023-02-30" in @when on <date> is not a date: February 2023 has 28 days.',
    ],
    [
      'one wrong of a list',
      `${start}<p><name ref="#a b #c">A</name></p>`,
      '[b] relaxng/attribute-value "b" in @ref on <name> does not have the form that is wanted. | It must match #[a-z]+',
    ],
    [
      'the wrong content of an element',
      `${start}<p><num>\n  three\n</num></p>`,
      '[three] relaxng/element-value "three" in <num> is not a whole number. | Write digits alone.',
    ],
    [
      'no content where there must be some',
      `${start}<p><num/></p>`,
      '[<num/>] relaxng/missing-text <num> is empty. | Write digits alone.',
    ],
    [
      'an identifier used twice',
      `${start}<p xml:id="a"/><p xml:id="a"/>`,
      '[a] relaxng/attribute-value The identifier "a" of <p> is taken: <p> on line 1 has it. | Give one of the two another.',
    ],
  ])('%s', async (_, content, ...messages) => {
    expect((await said(content)).sort()).toEqual([...messages].sort());
  });

  it('a value that is not in the list', async () => {
    const path = join(folder, 'letter.rng');
    writeFileSync(path, letter);
    const subject = document(
      `${start}<p/>`,
      'a.xml',
      '<letter xmlns="http://www.tei-c.org/ns/1.0" status="finel">',
    );
    const [problem] = await xmllintEngine.validate([subject], { path, file: 'letter.rng' });
    expect(problem).toMatchObject({
      column: 53,
      message: '"finel" is not one of the values of @status on <letter>.',
      help: 'Allowed: draft and final. Did you mean "final"?',
      schema: 'letter.rng',
      xpath: '/letter',
    });
  });

  it('the wrong root, and the wrong namespace of the right one', async () => {
    expect(await said('<?x?><head xmlns="http://www.tei-c.org/ns/1.0">x</head>')).toEqual([
      '[head] relaxng/misplaced-element <head> cannot be the root of a document. | The root is <letter>.',
    ]);
    expect(await said(`<?x?><letter>${start}<p/></letter>`)).toEqual([
      '[letter] relaxng/wrong-namespace <letter> is in no namespace; the schema wants it in the namespace http://www.tei-c.org/ns/1.0. | Write <letter xmlns="http://www.tei-c.org/ns/1.0">.',
    ]);
  });

  it('several mistakes at once, each by itself', async () => {
    expect(await said(`${start}<p><nam ref="#a"/></p><p rend="x"><name/></p><lst/>`)).toHaveLength(
      4,
    );
  });

  it('in the order of documents, whatever the order of arguments', async () => {
    const path = join(folder, 'letter.rng');
    writeFileSync(path, letter);
    const subjects = [
      document('', 'b.xml'),
      document(`${start}<p/>`, 'c.xml'),
      document('', 'a.xml'),
    ];
    const problems = await xmllintEngine.validate(subjects, { path, file: 'letter.rng' });
    expect(problems.map(({ file }) => file)).toEqual(['a.xml', 'b.xml']);
  });
});

describe('large documents', () => {
  it('have their problems on the right element beyond line 65,535', async () => {
    const many = Array.from(
      { length: 70_000 },
      (_, n) => `<p>${n === 69_000 ? '<num>x</num>' : ''}</p>`,
    );
    const problems = await said(`${start}${many.join('\n')}`);
    expect(problems).toEqual([
      '[x] relaxng/element-value "x" in <num> is not a whole number. | Write digits alone.',
    ]);
  });

  it('that are too deep are told so', async () => {
    const deep = grammar(
      '<define name="letter"><element name="letter"><optional><ref name="letter"/></optional></element></define>',
    );
    const nested = (depth: number): string =>
      `<?x?>${'<letter xmlns="http://www.tei-c.org/ns/1.0">'.repeat(depth)}${'</letter>'.repeat(depth)}`;
    expect(await said(nested(256), deep)).toEqual([]);
    expect(await said(nested(100_000), deep)).toEqual([
      '[letter] relaxng/too-deep <letter> lies 257 elements deep; validation reaches 256. | Look for an element that is opened again and again and never closed.',
    ]);
  });
});

describe('a schema of several files', () => {
  it('includes its neighbours, and overrides what they define', async () => {
    mkdirSync(join(folder, 'parts'), { recursive: true });
    writeFileSync(join(folder, 'parts/base.rng'), letter);
    writeFileSync(
      join(folder, 'parts/closer.rng'),
      '<element name="closer" xmlns="http://relaxng.org/ns/structure/1.0"><value>Yours</value></element>',
    );
    const main = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
      <include href="parts/base.rng"><define name="closer"><externalRef href="parts/closer.rng"/></define></include></grammar>`;
    expect(await said(`${start}<p/><closer>Yours</closer>`, main)).toEqual([]);
    expect(await said(`${start}<p/><closer>Mine</closer>`, main)).toEqual([
      '[Mine] relaxng/element-value "Mine" is not the value of <closer>, which is "Yours". | Write "Yours".',
    ]);
  });
});

describe('a schema that is not a schema ends the run', () => {
  async function failure(schema: string): Promise<string> {
    try {
      await said('', schema);
    } catch (error) {
      if (error instanceof Failure)
        return `${error.message}${error.help === undefined ? '' : ` | ${error.help}`}`;
      throw error;
    }
    return 'no failure';
  }

  it.each([
    [
      'because it is not well-formed',
      '<grammar>',
      'The schema letter.rng cannot be used. letter.rng:1:10: The file ends while <grammar>, opened on line 1, is not closed. | Write </grammar> where it ends.',
    ],
    [
      'because it is XSD',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
      'The schema letter.rng cannot be used. letter.rng:1:2: <xs:schema> is XML Schema (XSD), not RELAX NG. | A RELAX NG schema begins with <grammar xmlns="http://relaxng.org/ns/structure/1.0">.',
    ],
    [
      'because it is in the compact syntax',
      'start = element letter { text }',
      'The schema letter.rng is not XML. | This looks like the compact syntax of RELAX NG; convert it to the XML syntax (.rng), for instance with trang.',
    ],
    [
      'because it refers to what is not defined',
      grammar('<define name="lettre"><element name="letter"><empty/></element></define>'),
      'The schema letter.rng cannot be used. letter.rng:3:84: <ref name="letter"/> refers to a definition that does not exist. | Did you mean lettre?',
    ],
    [
      'because it has a pattern that is none',
      grammar('<define name="letter"><elemnt name="letter"><empty/></elemnt></define>'),
      'The schema letter.rng cannot be used. letter.rng:3:124: <elemnt> is no pattern of RELAX NG. | Did you mean element?',
    ],
    [
      'because a file is not there',
      grammar('<include href="none.rng"/>', '<empty/>'),
      'The schema letter.rng cannot be used. letter.rng:3:104: There is no file "none.rng" beside this schema. | Check the path and its capitals.',
    ],
    [
      'because it would have to be fetched',
      grammar('<include href="https://example.org/a.rng"/>', '<empty/>'),
      'The schema letter.rng cannot be used. letter.rng:3:104: https://example.org/a.rng lies on the network, from which no schema is fetched. | Put a copy beside the schema and name that.',
    ],
    [
      'because it includes itself',
      grammar('<include href="letter.rng"/>', '<empty/>'),
      'The schema letter.rng cannot be used. letter.rng:3:90: letter.rng draws in itself.',
    ],
    [
      'because a definition goes in a circle',
      grammar('<define name="letter"><choice><empty/><ref name="letter"/></choice></define>'),
      'The schema letter.rng cannot be used. letter.rng:3:102: The definition "letter" refers to itself with no element between. | Put what repeats into an element, or use <zeroOrMore>.',
    ],
    [
      'because it defines a name twice',
      grammar(
        '<define name="letter"><element name="letter"><empty/></element></define><define name="letter"><text/></define>',
      ),
      'The schema letter.rng cannot be used. letter.rng:3:174: <define name="letter"> stands here again without saying how the two combine. | Write combine="choice" or combine="interleave" on the others.',
    ],
    [
      'because it has no start',
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>',
      'The schema letter.rng cannot be used. letter.rng:1:2: The grammar has no <start>: it says nothing of the root element. | Add <start><ref name="…"/></start>.',
    ],
    [
      'because libxml2 finds fault with it',
      grammar('<define name="letter"><element name="letter"><data type="dat"/></element></define>'),
      "The schema letter.rng cannot be used. letter.rng:3:147: Error type 'dat' is not exported by type library 'http://www.w3.org/2001/XMLSchema-datatypes'.",
    ],
  ])('%s', async (_, schema, message) => {
    expect(await failure(schema)).toBe(message);
  });

  it('because it is not there', async () => {
    const none = { path: join(folder, 'none.rng'), file: 'none.rng' };
    await expect(xmllintEngine.validate([document('')], none)).rejects.toThrow(
      'There is no file none.rng.',
    );
  });
});
