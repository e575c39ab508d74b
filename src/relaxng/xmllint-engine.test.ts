import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../problems/index.js';
import { parseXml, type XmlDocument } from '../xml/index.js';
import { validateBy } from './engine.js';
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
  const problems = await validateBy(xmllintEngine, [subject], { path, file: 'letter.rng' });
  return problems.map(({ line, column, endLine, endColumn, severity, code, message }) => {
    const text = subject.source.text.split('\n')[line - 1] ?? '';
    const marked = text.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
    return `[${marked}] ${severity} ${code} ${message}`;
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

describe('what both judges find wrong', () => {
  it.each([
    [
      'an element that the schema does not know',
      `${start}<p><nmae ref="#a">A</nmae></p>`,
      '[nmae] error relaxng/unknown-element <nmae> is not an element of TEI.',
    ],
    [
      'an element left out',
      '<head>Letter</head><p/>',
      '[p] error relaxng/missing-element <date> is missing: <letter> must have it before <p>.',
    ],
    [
      'a date that does not exist',
      '<head>Letter</head><date when="2023-02-30">28 January</date><p/>',
      '[2023-02-30] error relaxng/attribute-value "2023-02-30" in @when on <date> is not a date: February 2023 has 28 days.',
    ],
  ])('is said by our own engine, once: %s', async (_, content, ...messages) => {
    expect(await said(content)).toEqual(messages);
  });

  it('in the order of documents, whatever the order of arguments', async () => {
    const path = join(folder, 'letter.rng');
    writeFileSync(path, letter);
    const subjects = [
      document('', 'b.xml'),
      document(`${start}<p/>`, 'c.xml'),
      document('', 'a.xml'),
    ];
    const problems = await validateBy(xmllintEngine, subjects, { path, file: 'letter.rng' });
    expect([...new Set(problems.map(({ file }) => file))]).toEqual(['a.xml', 'b.xml']);
  });
});

describe('what only one of the judges finds wrong is a warning', () => {
  it('libxml2 takes 1e for a number', async () => {
    const measured = letter.replace('<data type="date"/>', '<data type="float"/>');
    expect(await said('<head/><date when="1e">x</date><p/>', measured)).toEqual([
      '[1e] warning relaxng/second-opinion The two judges differ: libxml2 finds the document valid, our own engine does not. "1e" in @when on <date> is not a number.',
    ]);
  });

  it('libxml2 wants brackets in addresses to be closed', async () => {
    const addressed = letter.replace('<data type="date"/>', '<data type="anyURI"/>');
    expect(await said('<head/><date when="http://[x">x</date><p/>', addressed)).toEqual([
      "[date] warning relaxng/second-opinion The two judges differ: our own engine finds nothing wrong with <date>. libxml2 says: Type anyURI doesn't allow value 'http://[x'.",
    ]);
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
      '[x] error relaxng/element-value "x" in <num> is not allowed: it must be a whole number, written in digits.',
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
      '[letter] warning relaxng/second-opinion <letter> lies 257 elements deep, and libxml2 reaches 256: it gives no second opinion of this document.',
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
      '[Mine] error relaxng/element-value "Mine" is not the value of <closer>, which is "Yours".',
    ]);
  });
});

describe('a schema without a second opinion', () => {
  async function failure(schema: string, name = 'letter.rng'): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, schema);
    try {
      await validateBy(xmllintEngine, [document('')], { path, file: name });
    } catch (error) {
      if (error instanceof Failure)
        return [error.message, ...error.problems.map(({ message }) => message)].join(' | ');
      throw error;
    }
    return 'no failure';
  }

  it('one that is not correct', async () => {
    expect(await failure(grammar(''))).toMatch(/^The schema letter.rng is not correct. \| /);
  });

  it('one in the compact syntax', async () => {
    expect(await failure('start = element letter { text }', 'letter.rnc')).toBe(
      'libxml2 does not read the compact syntax of RELAX NG, in which letter.rnc is.',
    );
  });
});
