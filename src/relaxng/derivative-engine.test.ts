import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../problems/index.js';
import { parseXml, type XmlDocument } from '../xml/index.js';
import { derivativeEngine, problemsIn } from './derivative-engine.js';
import { validateBy } from './engine.js';
import { restoreSchema } from './grammar/index.js';
import { loadSchema } from './load-schema.js';
import { Schema } from './validation/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, file: `schemas/${name}` };
}

function documentOf(text: string): XmlDocument {
  const { document, problems } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}

const letterSchema = `
default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { header, text_ }
## groups information about the letter.
header = element teiHeader { element title { text }, element date { attribute when { xsd:date | xsd:gYear }, text }? }
text_ = element text { (p | list_)+ }
p = element p { attribute rend { list { ("bold" | "italic")+ } }?, attribute type { "press" | "letter" | "telegram" }?, inline* }
list_ = element list { attribute n { xsd:positiveInteger }, element item { inline* }+ }
inline = text | persName | element pb { empty }
persName = element persName { (attribute ref { xsd:anyURI } | attribute key { xsd:NCName })?, text }
`;

/** What is said of a letter: the place, the message, and what to do. */
async function said(body: string, header = '<title>A letter</title>'): Promise<string[]> {
  const schema = write('letter.rnc', letterSchema);
  const document = documentOf(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>${header}</teiHeader>\n<text>${body}</text>\n</TEI>`,
  );
  const problems = await validateBy(derivativeEngine, [document], schema);
  return problems.map(
    ({ line, column, endColumn, message, help }) =>
      `${line}:${column}-${endColumn} ${message}${help === undefined ? '' : ` ${help}`}`,
  );
}

describe('a letter is told what is wrong, at the thing itself', () => {
  it.each([
    ['', '<p>Dear <persName>Kim</persName></p>', []],
    [
      'a name mistyped',
      '<p>Dear <perName>Kim</perName></p>',
      ['3:16-23 <perName> is not an element of TEI. Did you mean <persName>?'],
    ],
    [
      'an element where it cannot be',
      '<p><persName><p>Kim</p></persName></p>',
      [
        '3:21-22 <p> cannot stand inside <persName>. <persName> holds text alone. <p> may stand in <text>.',
      ],
    ],
    [
      'a value that is not in the list',
      '<p type="presss"/>',
      [
        '3:16-22 "presss" is not one of the values of @type on <p>. Allowed: press, letter and telegram. Did you mean "press"?',
      ],
    ],
    [
      'a word of a list',
      '<p rend="bold italics"/>',
      [
        '3:21-28 "italics" is not one of the values of @rend on <p>. Allowed: bold and italic. Did you mean "italic"?',
      ],
    ],
    [
      'an attribute mistyped',
      '<p rent="bold"/>',
      ['3:10-14 @rent is not an attribute of <p>. Did you mean @rend?'],
    ],
    [
      'an attribute that belongs to another element',
      '<p ref="#kim"/>',
      [
        '3:10-13 @ref cannot stand on <p>; it belongs to <persName>. Its attributes are @rend and @type.',
      ],
    ],
    [
      'attributes that exclude each other',
      '<p><persName ref="#kim" key="kim">Kim</persName></p>',
      ['3:31-34 @key and @ref cannot both stand on <persName> as they are. Keep @key or @ref.'],
    ],
    ['an attribute missing', '<list><item/></list>', ['3:8-12 <list> must have @n. Add n="…".']],
    [
      'a number that cannot be',
      '<list n="0"><item/></list>',
      ['3:16-17 "0" in @n on <list> is not allowed: it must be at least 1.'],
    ],
    [
      'text between elements',
      '<p/>stray <p/>',
      ['3:11-16 Text cannot stand directly inside <text>. Put it into <p>.'],
    ],
    [
      'nothing where something must be',
      '',
      ['3:7-14 <text> is empty: it must hold <p> or <list>.'],
    ],
    [
      'an element in no namespace',
      '<p xmlns=""/>',
      [
        '3:8-9 <p> is in no namespace; the schema wants it in TEI’s namespace http://www.tei-c.org/ns/1.0. Take away xmlns="", or write xmlns="http://www.tei-c.org/ns/1.0".',
      ],
    ],
  ])('%s: %s', async (_, body, messages) => {
    expect(await said(body)).toEqual(messages);
  });

  it('a date that does not exist, by the datatype that it comes nearest to', async () => {
    expect(await said('<p/>', '<title/><date when="2023-02-30">then</date>')).toEqual([
      '2:32-42 "2023-02-30" in @when on <date> is not a date: February 2023 has 28 days. Write the date that is meant, or "2023" alone.',
    ]);
  });

  it('elements in the wrong order, once', async () => {
    expect(await said('<p/>', '<date when="2023">then</date><title/>')).toEqual([
      '2:13-17 <date> stands before <title>, after which it should come. Move it behind <title>.',
    ]);
  });

  it('goes on after a mistake', async () => {
    expect(await said('<para><persName kee="k"/></para><p tipe="press"/>')).toEqual([
      '3:8-12 <para> is not an element of TEI. Did you mean <p>?',
      '3:23-26 @kee is not an attribute of <persName>. Did you mean @key?',
      '3:42-46 @tipe is not an attribute of <p>. Did you mean @type?',
    ]);
  });
});

describe('a schema that is not correct', () => {
  it('is refused with the place and the clause', () => {
    const schema = write(
      'twice.rng',
      '<element name="p" xmlns="http://relaxng.org/ns/structure/1.0">\n  <attribute name="n"/>\n  <attribute name="n"/>\n</element>',
    );
    const failure = (() => {
      try {
        return loadSchema(schema);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toBe('The schema schemas/twice.rng is not correct.');
    expect((failure as Failure).problems).toMatchObject([
      {
        file: 'schemas/twice.rng',
        line: 3,
        column: 4,
        message: 'The attribute n can be given twice here. (RELAX NG, 7.3)',
      },
    ]);
  });

  it('is refused in the compact syntax too', () => {
    const schema = write('open.rnc', 'start = element p { text');
    expect(() => loadSchema(schema)).toThrow('The schema schemas/open.rnc is not correct.');
  });

  it('is read again when it has been mended', async () => {
    const schema = write('mended.rnc', 'element p { empty }');
    const document = documentOf('<q/>');
    expect(await validateBy(derivativeEngine, [document], schema)).toHaveLength(1);
    write('mended.rnc', 'element q { empty }');
    expect(await validateBy(derivativeEngine, [document], schema)).toEqual([]);
  });
});

it('a schema kept in a cache says the same', async () => {
  const kept = new Map<string, string>();
  const cache = {
    read: (key: string) => kept.get(key),
    write: (key: string, text: string) => void kept.set(key, text),
  };
  const text = `<letter n="0"><item/>stray</letter>`;
  const schema = write(
    'kept.rnc',
    'start = letter\nletter = element letter { attribute n { "1" }, element item { letter }* }',
  );
  const first = await validateBy(derivativeEngine, [documentOf(text)], schema, { cache });
  expect(kept.size).toBe(1);
  const [key = '', value = ''] = [...kept][0] ?? [];
  // In a process of its own the cache is all there is.
  const stored = restoreSchema(value.slice(value.indexOf('\n') + 1));
  if (stored === undefined) throw new Error(`nothing was kept under ${key}`);
  expect(
    problemsIn(
      documentOf(text),
      new Schema(stored.start, undefined, stored.identifiers),
      'schemas/kept.rnc',
    ),
  ).toEqual(first);
  expect(first).not.toEqual([]);
});

it('an entity is one that the document declares to be of other data than XML', async () => {
  const schema = write('picture.rnc', 'element a { attribute picture { xsd:ENTITY } }');
  const said = async (name: string) => {
    const declared =
      '<!NOTATION gif SYSTEM "gif"><!ENTITY seal SYSTEM "seal.gif" NDATA gif><!ENTITY text "t">';
    const document = documentOf(`<!DOCTYPE a [${declared}]><a picture="${name}"/>`);
    const problems = await validateBy(derivativeEngine, [document], schema);
    return problems.map(({ message }) => message);
  };
  expect(await said('seal')).toEqual([]);
  expect(await said('text')).toHaveLength(1);
  expect(await said('sail')).toEqual([
    '"sail" in @picture on <a> is not allowed: the document declares no unparsed entity sail.',
  ]);
});

describe('no document is too much', () => {
  it('100,000 nested elements', async () => {
    const schema = write('nested.rnc', 'start = a\na = element a { a? }');
    const document = documentOf(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`);
    expect(await validateBy(derivativeEngine, [document], schema)).toEqual([]);
  });

  it('forty elements interleaved, in any order', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `e${index}`);
    const schema = write(
      'interleaved.rnc',
      `start = element a { ${names.map((name) => `element ${name} { empty }?`).join(' & ')} }`,
    );
    const shuffled = names.map((_, index) => `<e${(index * 17) % 40}/>`).join('');
    expect(await validateBy(derivativeEngine, [documentOf(`<a>${shuffled}</a>`)], schema)).toEqual(
      [],
    );
    const again = await validateBy(
      derivativeEngine,
      [documentOf(`<a>${shuffled}<e3/></a>`)],
      schema,
    );
    expect(again.map(({ message }) => message)).toEqual([
      '<e3> cannot stand in <a> a second time.',
    ]);
  });
});

it('an element in which nothing can be right is told once, as the schema’s mistake', () => {
  const path = write('never.rnc', 'start = element r { notAllowed }');
  const schema = loadSchema(path);
  for (const text of ['<r/>', '<r>text</r>', '<r><r/></r>']) {
    const messages = problemsIn(documentOf(text), schema, path.file).map(({ message }) => message);
    expect(messages).toContain(
      '<r> cannot stand anywhere: the schema demands within it what it allows nowhere.',
    );
    expect(messages).not.toContainEqual(expect.stringMatching(/must (have|hold)/));
  }
});
