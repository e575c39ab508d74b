import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure, type Problem } from '../problems/index.js';
import { prettyProblems } from '../report/index.js';
import { parseXml, readSource, type XmlDocument } from '../xml/index.js';
import { validateByXsd } from './index.js';

const root = join(import.meta.dirname, '../..');
const letters = { path: join(root, 'test/xsd/letter.xsd'), file: 'letter.xsd' };

function parsed(text: string, file: string): XmlDocument {
  const { document, problems } = parseXml({ file, text });
  if (document === undefined) throw new Error(problems[0]?.message);
  return document;
}

const head = '<head>To Peng</head>';
const letter = (content: string, attributes = '') =>
  `<letter xmlns="urn:example:letter"${attributes}>\n${content}\n</letter>`;

/** What an editor may write, by what is wrong with it. */
const mistakes: Readonly<Record<string, string>> = {
  'an element that the schema does not have': letter(`${head}\n<para>Sea</para>\n<p/>`),
  'an element misspelt': letter(`${head}\n<lst><item>Sea</item></lst>`),
  'an element in no namespace': letter(`${head}\n<p xmlns="">Sea</p>`),
  'an element at the wrong place': letter(`${head}\n<closer>Mao</closer>\n<p>Sea</p>`),
  'an element that has its place elsewhere': letter(`${head}\n<p>Sea <item>air</item></p>`),
  'an element too often': letter(`${head}\n<p/><p/><p/><p/>`),
  'an element after the last': letter(`${head}\n<p/>\n<closer>Mao</closer>\n<closer>Mao</closer>`),
  'an element left out': letter('<date when="1951-01-28">today</date>\n<p/>'),
  'an element left out at the end': letter(head),
  'an element that is empty': letter(`${head}\n<list/>`),
  'an element in one that is always empty': letter(`${head}\n<p><gap><num>2</num></gap></p>`),
  'an element in one that holds text alone': letter('<head>To <num>2</num></head>\n<p/>'),
  'an element that only others may stand for': letter(`${head}\n<p><named/></p>`),
  'an element of another namespace that nothing declares': letter(
    `${head}\n<p/>\n<closer/>\n<x:seal xmlns:x="urn:x"/>`,
  ),
  'text between elements': letter(`${head}\nDear friend,\n<p/>`),
  'text in an element that is always empty': letter(`${head}\n<p><gap>lost</gap></p>`),
  'an attribute that the element does not have': letter(`${head}\n<p rend="bold">Sea</p>`),
  'an attribute misspelt': letter(`${head}\n<date wen="1951-01-28">today</date>\n<p/>`),
  'an attribute of another element': letter(`${head}\n<p when="1951-01-28">Sea</p>`),
  'an attribute left out': letter(`${head}\n<date>today</date>\n<p/>`),
  'a value that is not in the list': letter(`${head}\n<p/>`, ' status="drafts"'),
  'no value where there is a list': letter(`${head}\n<p/>`, ' status=""'),
  'a date that does not exist': letter(`${head}\n<date when="1951-02-29">today</date>\n<p/>`),
  'a date in words': letter(`${head}\n<date when="January">today</date>\n<p/>`),
  'a truth that is none': letter(`${head}\n<date when="1951-01-29" cert="high"/>\n<p/>`),
  'a number that is none': letter(`${head}\n<p n="one">Sea</p>`),
  'a number too small': letter(`${head}\n<p><num>1</num></p>`),
  'a number too great': letter(`${head}\n<p><num>100</num></p>`),
  'a number left out': letter(`${head}\n<p><num/></p>`),
  'a value too long': letter(`${head}\n<p hand="#stalin">Sea</p>`),
  'a value out of form': letter(`${head}\n<p hand="Mao">Sea</p>`),
  'a value that is fixed': letter(`${head}\n<p version="2">Sea</p>`),
  'a language tag that is none': letter(`${head}\n<p/>`, ' xml:lang="en_GB"'),
  'an identifier with a space': letter(`${head}\n<p xml:id="the sea">Sea</p>`),
  'an identifier twice': letter(`${head}\n<p xml:id="sea"/>\n<p xml:id="sea"/>`),
  'a key twice': letter(`${head}\n<p><person key="m"/> and <person key="m"/></p>`),
  'a reference to a key that is not there': letter(`${head}\n<p><mention who="m"/></p>`),
  'an element without its key': letter(`${head}\n<p><person>Mao</person></p>`),
  'a root that is none': '<closer xmlns="urn:example:letter">Mao</closer>\n',
  'a root that the schema does not have': '<lettre xmlns="urn:example:letter"/>\n',
  'a type that does not exist': letter(
    `${head}\n<p xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="para">Sea</p>`,
  ),
  'several mistakes': letter(
    `${head}\n<p rend="bold"><nmu>3</nmu></p>\n<p hand="x">Sea</p>\n<clsr/>`,
  ),
};

const sound: readonly string[] = [
  letter(
    `${head}\n<p n="1" hand="#mao" version="1">Sea <num>2</num><gap/></p>`,
    ' status="fair copy"',
  ),
  letter(`${head}\n<date when="1951-01-28Z">x</date><list><item/></list><p/><p/><closer/>`),
  letter(
    `${head}<p/>`,
    ' xml:lang="" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:example:letter none.xsd"',
  ),
];

describe('what is wrong by an XSD, where, why, and what to do', () => {
  const texts = Object.values(mistakes);
  let problems: readonly Problem[] = [];

  beforeAll(async () => {
    const documents = texts.map((text, index) => parsed(text, `${index}.xml`));
    problems = await validateByXsd(documents, letters);
  });

  it('reads like this', async () => {
    const page = Object.entries(mistakes).map(([title, text], index) => {
      const said = prettyProblems(
        problems.filter(({ file }) => file === `${index}.xml`),
        { colour: false, width: 100, read: () => [text] },
      );
      return `# ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${said.replaceAll(`${index}.xml:`, 'letter.xml:').trim()}\n`;
    });
    await expect(page.join('\n')).toMatchFileSnapshot('../../test/golden/xsd.txt');
  });

  it.each(Object.keys(mistakes))('is said of %s', (title) => {
    const index = Object.keys(mistakes).indexOf(title);
    expect(problems.some(({ file }) => file === `${index}.xml`)).toBe(true);
  });

  it('is nothing of what is right', async () => {
    const documents = sound.map((text, index) => parsed(text, `${index}.xml`));
    expect(await validateByXsd(documents, letters)).toEqual([]);
  });

  it('is said in the order of files and places, however many documents there are', async () => {
    const documents = Array.from({ length: 900 }, (_, index) =>
      parsed(
        index % 300 === 7 ? (texts[0] ?? '') : (sound[0] ?? ''),
        `${String(index).padStart(3, '0')}.xml`,
      ),
    );
    const found = await validateByXsd(documents.reverse(), letters);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
      '007.xml:3',
      '307.xml:3',
      '607.xml:3',
    ]);
  });

  it('is said of what lies too deep', async () => {
    const deep = `${'<p xmlns="urn:example:letter">'.repeat(100_000)}${'</p>'.repeat(100_000)}`;
    const [problem] = await validateByXsd([parsed(deep, 'deep.xml')], letters);
    expect(problem?.message).toBe('<p> lies 2049 elements deep; validation by XSD reaches 2048.');
  });
});

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

describe.skipIf(!hasXmllint)('xmllint itself', () => {
  it('finds the same documents valid, and the same invalid', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
    // What needs nothing from the network: the attributes of `xml` are declared beside the schema.
    for (const file of ['letter.xsd', 'values.xsd'])
      writeFileSync(
        join(folder, file),
        readFileSync(join(root, 'test/xsd', file), 'utf8').replace(
          'http://www.w3.org/2001/xml.xsd',
          'xml.xsd',
        ),
      );
    const attributes = ['id" type="xs:ID', 'lang" type="xs:string'].map(
      (one) => `<xs:attribute name="${one}"/>`,
    );
    writeFileSync(
      join(folder, 'xml.xsd'),
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">${attributes.join('')}</xs:schema>`,
    );
    const texts = [...Object.entries(mistakes), ...sound.map((text) => ['sound', text] as const)]
      // Which of a language's tags are ones is for the schema of the namespace to say.
      .filter(([title]) => title !== 'a language tag that is none');
    for (const [index, [, text]] of texts.entries())
      writeFileSync(join(folder, `${index}.xml`), text);
    const { stderr } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', '--schema', 'letter.xsd', ...texts.map((_, index) => `${index}.xml`)],
      { cwd: folder, encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    const valid = texts.map((_, index) => stderr.includes(`\n${index}.xml validates`));
    expect(valid).toEqual(texts.map(([title]) => title === 'sound'));
  });
});

describe('a schema that cannot be used ends the run', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function refused(content: string): Promise<string[]> {
    const path = join(folder, 'main.xsd');
    writeFileSync(
      path,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n${content}\n</xs:schema>`,
    );
    try {
      await validateByXsd([parsed('<a/>', 'a.xml')], { path, file: 'main.xsd' });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.message).toMatch(
        /^(The schema main.xsd is not correct|libxml2 cannot judge by the schema main.xsd)\.$/,
      );
      return error.problems.map(
        ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`,
      );
    }
    return [];
  }

  it.each([
    [
      'because it is not well-formed',
      '<xs:element name="a">',
      'main.xsd:3:1 xml/not-closed </xs:schema> comes while <xs:element>, opened on line 2, is not closed.',
    ],
    [
      'because a type is not there',
      '<xs:element name="a" type="b"/>',
      "main.xsd:2:2 xsd/schema libxml2 says: element decl. 'a', attribute 'type': The QName value 'b' does not resolve to a(n) type definition.",
    ],
    [
      'because an element is none of XSD',
      '<xs:elemnt name="a"/>',
      "main.xsd:2:2 xsd/schema libxml2 says: Element 'xs:schema': The content is not valid. Expected is ((include | import | redefine | annotation)*, (((simpleType | complexType | group | attributeGroup) | element | attribute | notation), annotation*)*).",
    ],
    [
      'because a file is not there',
      '<xs:include schemaLocation="none.xsd"/><xs:element name="a"/>',
      'main.xsd:2:29 xsd/schema There is no file none.xsd.',
    ],
    [
      'because it wants what is on the network',
      '<xs:import namespace="urn:x" schemaLocation="https://example.org/x.xsd"/>\n<xs:element name="a" type="x:a" xmlns:x="urn:x"/>',
      'main.xsd:2:46 xsd/schema There is no copy of https://example.org/x.xsd, and nothing is fetched from the network by itself.',
      "main.xsd:3:2 xsd/schema libxml2 says: element decl. 'a', attribute 'type': The QName value '{urn:x}a' does not resolve to a(n) type definition.",
    ],
    [
      'because it is of XSD 1.1',
      '<xs:element name="a"><xs:complexType><xs:assert test="true()"/></xs:complexType></xs:element>',
      'main.xsd:2:39 xsd/schema <xs:assert> is of XSD 1.1, and libxml2 judges by XSD 1.0.',
    ],
  ])('%s', async (_, content, ...messages) => {
    expect(await refused(content)).toEqual(messages);
  });

  it('but an import of what is not there, and not needed, does not matter', async () => {
    expect(
      await refused(
        '<xs:import namespace="urn:x" schemaLocation="https://example.org/x.xsd"/><xs:element name="a"/>',
      ),
    ).toEqual([]);
  });

  it('and where there is a copy of it, that serves', async () => {
    const path = join(folder, 'main.xsd');
    const copy = join(folder, 'copy.xsd');
    writeFileSync(
      path,
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="https://example.org/x.xsd"/></xs:schema>',
    );
    writeFileSync(
      copy,
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>',
    );
    const resolve = (address: string) =>
      address === 'https://example.org/x.xsd' ? copy : undefined;
    const schema = { path, file: 'main.xsd' };
    expect(await validateByXsd([parsed('<a/>', 'a.xml')], schema, { resolve })).toEqual([]);
  });
});

const corpus = join(root, '../shared/corpus/letters');

describe.skipIf(!existsSync(corpus))('the letters of the corpus, by their own schema', () => {
  const file = 'schnitzler-briefe-schema.xsd';
  const documents = () =>
    readdirSync(join(corpus, 'editions')).map((name) => {
      const { document } = parseXml(readSource(join(corpus, 'editions', name), name));
      if (document === undefined) throw new Error(`${name} is not well-formed`);
      return document;
    });

  it('which is of XSD 1.1, and is refused with the places where it is', async () => {
    const refusal: unknown = await validateByXsd(documents(), {
      path: join(corpus, 'meta', file),
      file,
    }).catch((error: unknown) => error);
    if (!(refusal instanceof Failure)) throw refusal;
    expect(refusal.problems.length).toBeGreaterThan(10);
    expect([...new Set(refusal.problems.map(({ message }) => message))]).toEqual([
      'That <xs:element> may stand several times within <xs:all> is of XSD 1.1, and libxml2 judges by XSD 1.0.',
      '<xs:alternative> is of XSD 1.1, and libxml2 judges by XSD 1.0.',
    ]);
  });

  it.skipIf(!hasXmllint)(
    'have problems where xmllint finds them, without what is of XSD 1.1',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'imprimatur-'));
      const path = join(folder, file);
      const text = readFileSync(join(corpus, 'meta', file), 'utf8');
      // `xs:alternative`, and `xs:all` of what may stand several times.
      const bare = text
        .replace(/<xs:alternative\b[^>]*\/>/g, '')
        .replace(/<xs:all\b[^>]*>/g, '<xs:choice minOccurs="0" maxOccurs="unbounded">')
        .replaceAll('</xs:all>', '</xs:choice>');
      writeFileSync(path, bare);
      const letters = documents();
      const problems = await validateByXsd(letters, { path, file });
      const attributes = ['id" type="xs:ID', 'lang', 'base', 'space'].map(
        (one) => `<xs:attribute name="${one}"/>`,
      );
      writeFileSync(
        join(folder, 'xml.xsd'),
        `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">${attributes.join('')}</xs:schema>`,
      );
      writeFileSync(path, bare.replace('http://www.w3.org/2001/xml.xsd', 'xml.xsd'));
      const { stderr } = spawnSync(
        'xmllint',
        ['--noout', '--nonet', '--schema', path, ...letters.map(({ source }) => source.file)],
        { cwd: join(corpus, 'editions'), encoding: 'utf8', maxBuffer: 2 ** 28 },
      );
      rmSync(folder, { recursive: true });
      const lines = [...stderr.matchAll(/^(\S+\.xml):(\d+): element .*validity error/gm)];
      expect(problems.length).toBeGreaterThan(0);
      expect(problems).toHaveLength(lines.length);
      const xmllint = new Set(lines.map(([, name, line]) => `${name}:${line}`));
      const ours = new Set(problems.map(({ file, line }) => `${file}:${line}`));
      expect([...ours].filter((one) => !xmllint.has(one))).toEqual([]);
    },
  );
});
