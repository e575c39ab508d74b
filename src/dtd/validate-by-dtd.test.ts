import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure, type Problem } from '../problems/index.js';
import { prettyProblems } from '../report/index.js';
import { parseXml, type XmlDocument } from '../xml/index.js';
import { validateByDtd } from './index.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/dtd');
const letterDtd = { path: join(folder, 'letter.dtd'), file: 'letter.dtd' };

function parsed(text: string, file = 'letter.xml'): XmlDocument {
  const { document, problems } = parseXml({ file, text });
  if (document === undefined) throw new Error(problems[0]?.message);
  return document;
}

/** What is said of a document by the DTD of its DOCTYPE. */
function said(text: string): Problem[] {
  const document = parsed(text);
  const { source, doctype } = document;
  const path = join(folder, 'letter.xml');
  const of = doctype && { source, path, doctype };
  const file = doctype?.systemId === undefined ? { path, file: 'letter.xml' } : letterDtd;
  return validateByDtd(document, file, { of });
}

const head = '<head>To Peng</head>';
const doctype = '<!DOCTYPE letter SYSTEM "letter.dtd">';
const letter = (content: string, attributes = '') =>
  `${doctype}\n<letter${attributes}>\n${content}\n</letter>`;

/** What an editor may write, by what is wrong with it. */
const mistakes: Readonly<Record<string, string>> = {
  'an element that the DTD does not have': letter(`${head}\n<heading>Sea</heading>\n<p/>`),
  'an element misspelt': letter(`${head}\n<lst><item>Sea</item></lst>`),
  'an element of a section that is ignored': letter(`${head}\n<figure/>\n<p/>`),
  'an element at the wrong place': letter(`${head}\n<closer>Mao</closer>\n<p>Sea</p>`),
  'an element that has its place elsewhere': letter(`${head}\n<p>Sea <item>air</item></p>`),
  'an element too often': letter(`${head}\n${head}\n<p/>`),
  'an element left out': letter('<date when="1951-01-28">today</date>\n<p/>'),
  'an element left out at the end': letter(head),
  'an element that is empty': letter(`${head}\n<list/>`),
  'an element in one that is declared EMPTY': letter(`${head}\n<p><gap><name/></gap></p>`),
  'white space in one that is declared EMPTY': letter(`${head}\n<p><gap> </gap></p>`),
  'an element that is not declared, where any may stand': letter(
    `${head}\n<list><item><nam/></item></list>`,
  ),
  'text between elements': letter(`${head}\nDear friend,\n<p/>`),
  'an attribute that the element does not have': letter(`${head}\n<p type="bold">Sea</p>`),
  'an attribute misspelt': letter(`${head}\n<date wen="1951-01-28">today</date>\n<p/>`),
  'an attribute left out': letter(`${head}\n<date>today</date>\n<p/>`),
  'a value that is not in the list': letter(`${head}\n<p><gap reason="lose"/></p>`),
  'a value that is fixed': letter(
    `${head}\n<date when="1951-01-28" calendar="Julian">today</date>\n<p/>`,
  ),
  'a value that is no token': letter(`${head}\n<date when="28 January">today</date>\n<p/>`),
  'an identifier twice': letter(`${head}\n<p id="sea"/>\n<p id="sea"/>`),
  'an identifier with a space': letter(`${head}\n<p id="the sea"/>`),
  'a reference to what is not there': letter(`${head}\n<p hand="mao">Sea</p>`),
  'one of several references to what is not there': letter(
    `${head}\n<p id="a"><name key="a b">Mao</name></p>`,
  ),
  'an entity that is not declared': letter(`${head}\n<p picture="seel">Sea</p>`),
  'a namespace that is not declared': letter(`${head}\n<p xmlns:y="urn:y">Sea</p>`),
  'a namespace other than the DTD has it': letter(`${head}\n<p/>`, ' xmlns="urn:example:lettre"'),
  'a name with another prefix': letter(`${head}\n<p><y:seal/></p>`, ' xmlns:y="urn:x"'),
  'a root other than the DOCTYPE says': `${doctype}\n<p>Sea</p>\n`,
  'several mistakes': letter(`${head}\n<p rend="x" typ="y"><nmae/></p>\n<lst/>\n<p id="1"/>`),
};

const sound: readonly string[] = [
  letter(`${head}\n<p id="a" rend="b c">Sea <name key="a a">x</name><gap reason="torn"/></p>`),
  letter(
    `${head}\n<date when="x" calendar="Gregorian"/><list><item>a<p/>b</item><gap></gap></list>`,
    ' status="final" xmlns="urn:example:letter"',
  ),
  letter(`${head}\n<p picture="seal"><x:seal/></p>`, ' xmlns:x="urn:x"'),
  `<!DOCTYPE letter SYSTEM "letter.dtd" [\n<!ELEMENT figure (head?)>\n<!ENTITY % with.figures "IGNORE">\n<!ATTLIST p n CDATA #REQUIRED><!-- ]> -->]>\n<letter>${head}<p n="1"/></letter>`,
  '<!DOCTYPE a [<!ENTITY % a "<!ELEMENT a (b, c?)+>">%a;<!ELEMENT b EMPTY><!ELEMENT c ANY>]>\n<a><b/><c/><b/></a>',
];

describe('what is wrong by a DTD, where, why, and what to do', () => {
  it('reads like this', async () => {
    const page = Object.entries(mistakes).map(([title, text]) => {
      const problems = prettyProblems(said(text), {
        colour: false,
        width: 100,
        read: () => [text],
      });
      return `# ${title.charAt(0).toUpperCase()}${title.slice(1)}\n\n${problems.trim()}\n`;
    });
    await expect(page.join('\n')).toMatchFileSnapshot('../../test/golden/dtd.txt');
  });

  it.each(Object.entries(mistakes))('is said of %s', (_, text) => {
    expect(said(text)).not.toEqual([]);
  });

  it.each(sound)('is nothing of what is right: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is said by another DTD than that of the document, too, for which any element may be the root', () => {
    expect(validateByDtd(parsed('<p>Sea</p>'), letterDtd)).toEqual([]);
    expect(
      validateByDtd(parsed('<!DOCTYPE p [<!ELEMENT p EMPTY>]>\n<p>Sea</p>'), letterDtd),
    ).toEqual([]);
    expect(validateByDtd(parsed('<p><p/></p>'), letterDtd)).toHaveLength(1);
  });

  it('is said of what lies 100,000 elements deep', () => {
    const text = `<!DOCTYPE a [<!ELEMENT a (a?)>]>${'<a>'.repeat(100_000)}<b/>${'</a>'.repeat(100_000)}`;
    expect(said(text).map(({ code }) => code)).toEqual(['dtd/unknown-element']);
  });
});

describe.skipIf(spawnSync('xmllint', ['--version']).error !== undefined)('xmllint', () => {
  it('finds the same documents valid, and the same invalid', () => {
    const at = mkdtempSync(join(tmpdir(), 'imprimatur-'));
    for (const file of ['letter.dtd', 'letter.mod'])
      writeFileSync(join(at, file), readFileSync(join(folder, file)));
    const texts = [...Object.values(mistakes), ...sound];
    const verdicts = texts.map((text, index) => {
      writeFileSync(join(at, `${index}.xml`), text);
      return spawnSync('xmllint', ['--noout', '--nonet', '--valid', `${index}.xml`], { cwd: at })
        .status;
    });
    rmSync(at, { recursive: true });
    expect(verdicts.map((status) => status === 0)).toEqual(
      texts.map((text) => sound.includes(text)),
    );
  });

  it('agrees on documents made at random, by DTDs made at random', () => {
    const at = mkdtempSync(join(tmpdir(), 'imprimatur-'));
    const texts = fc.sample(randomDocument, { numRuns: 600, seed: 1951 });
    for (const [index, text] of texts.entries()) writeFileSync(join(at, `${index}.xml`), text);
    const files = texts.map((_, index) => `${index}.xml`);
    const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--valid', ...files], {
      cwd: at,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    rmSync(at, { recursive: true });
    const complained = new Map<string, string[]>();
    for (const [, file = '', message = ''] of stderr.matchAll(/^(\d+\.xml):\d+: (.*)$/gm))
      complained.set(file, [...(complained.get(file) ?? []), message]);
    let valid = 0;
    let invalid = 0;
    for (const [index, text] of texts.entries()) {
      const messages = complained.get(`${index}.xml`) ?? [];
      // That a content model is ambiguous is an error of the DTD for libxml2 (XML 1.0, appendix E: "for compatibility").
      if (messages.some((message) => message.includes('not determinist'))) continue;
      if (messages.length === 0) valid++;
      else invalid++;
      expect([text, said(text).length > 0]).toEqual([text, messages.length > 0]);
    }
    // Both verdicts occur often enough for the comparison to mean something.
    expect(valid).toBeGreaterThan(50);
    expect(invalid).toBeGreaterThan(100);
  });
});

const names = ['a', 'b', 'c'];
const occurs = fc.constantFrom('', '', '?', '*', '+');
const { particle } = fc.letrec<{ particle: string }>((tie) => ({
  particle: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom(...names), occurs).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.array(tie('particle'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(', ', ' | '),
        occurs,
      )
      .map(([parts, separator, occurs]) => `(${parts.join(separator)})${occurs}`),
  ),
}));
const content = fc.oneof(
  fc.constantFrom('EMPTY', 'ANY', '(#PCDATA)', '(#PCDATA | a | b)*'),
  particle.map((one) => `(${one})`),
  particle.map((one) => `(${one})?`),
);
const attributeList = fc.constantFrom(
  '',
  'n CDATA #REQUIRED',
  'n (x | y) "x"',
  'n ID #IMPLIED r IDREF #IMPLIED',
  'n NMTOKENS #IMPLIED',
  'r CDATA #FIXED "x"',
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom('', '', '', ' n="x"', ' n="y"', ' r="x"', ' n="x y"'),
      fc.array(
        fc.oneof({ depthSize: 'small' }, fc.constantFrom('', '', 'text', ' '), tie('element')),
        {
          maxLength: 3,
        },
      ),
    )
    .map(([name, attributes, parts]) => `<${name}${attributes}>${parts.join('')}</${name}>`),
}));
/** A document with a DTD of its own. */
const randomDocument = fc
  .tuple(
    fc.array(content, { minLength: 3, maxLength: 3 }),
    fc.array(attributeList, { minLength: 3, maxLength: 3 }),
    element,
  )
  .map(([contents, attributes, root]) => {
    const declarations = names.map((name, index) => {
      const list = attributes[index];
      return `<!ELEMENT ${name} ${contents[index]}>${list ? `<!ATTLIST ${name} ${list}>` : ''}`;
    });
    return `<!DOCTYPE ${root.charAt(1)} [${declarations.join('')}]>\n${root}`;
  });

describe('a DTD that is not correct ends the run', () => {
  let at = '';

  beforeAll(() => {
    at = mkdtempSync(join(tmpdir(), 'imprimatur-'));
  });

  afterAll(() => {
    rmSync(at, { recursive: true });
  });

  it.each([
    ['<!ELEMENT a (b>', '1:15 The parts of a content model are parted all by , or all by |.'],
    [
      '<!ELEMENT a (b, c | d)>',
      '1:19 The parts of a content model are parted all by , or all by |.',
    ],
    ['<!ELEMENT a (#PCDATA | b)>', '1:26 Mixed content with elements ends with )*.'],
    ['<!ELEMENT a b>', '1:13 The content of an element is EMPTY, ANY, or begins with (.'],
    ['<!ELEMENT a ANY>\n<!ELEMENT a ANY>', '2:11 The element a is declared twice.'],
    ['<!ELEMENT a ANY', '1:16 The ELEMENT declaration should end with > here.'],
    ['<!ELEMNT a ANY>', '1:1 This is no declaration that may stand in a DTD.'],
    ['<!ATTLIST a b STRING #IMPLIED>', '1:15 STRING is no type of attribute.'],
    [
      '<!ATTLIST a b CDATA IMPLIED>',
      '1:21 #REQUIRED, #IMPLIED or a default value in quotation marks is missing here.',
    ],
    ['\n%b;', '2:1 The parameter entity %b; is not declared.'],
    ['<!ENTITY % b "%c;"><!ENTITY % c "x">', '1:19 The parameter entity %c; is not declared.'],
    ['<!ENTITY % b "&#37;b;">%b;', '1:24 The parameter entity %b; contains itself.'],
    ['<!ENTITY % b SYSTEM "none.mod">\n%b;', '2:1 There is no file none.mod.'],
    [
      '<!ENTITY % b SYSTEM "http://example.org/b.mod">\n%b;',
      '2:1 There is no copy of http://example.org/b.mod, and nothing is fetched from the network by itself.',
    ],
    ['<![INCLUDE[<!ELEMENT a ANY>', '1:28 An INCLUDE section is not closed with ]]>.'],
    ['<![IGNORE[<!ELEMENT a ANY>', '1:11 The IGNORE section is not closed with ]]>.'],
    ['<![MAYBE[<!ELEMENT a ANY>]]>', '1:10 MAYBE is neither INCLUDE nor IGNORE.'],
    [
      `<!ELEMENT a ${'('.repeat(100_000)}b`,
      '1:514 The groups of this content model lie more than 500 deep.',
    ],
  ])('%s', (text, problem) => {
    const path = join(at, 'a.dtd');
    writeFileSync(path, text);
    try {
      validateByDtd(parsed('<a/>'), { path, file: 'a.dtd' });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.message).toBe('The DTD a.dtd is not correct.');
      expect(
        error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
      ).toEqual([problem]);
      return;
    }
    expect('a failure').toBe('no failure');
  });

  it('at its place, where it stands in the document', () => {
    const document = parsed(
      '<?xml version="1.0"?>\n  <!DOCTYPE a [\n <!ELEMENT a ANY>\n <!ELEMENT a ANY>]>\n<a/>',
    );
    const path = join(at, 'a.xml');
    const of = document.doctype && { source: document.source, path, doctype: document.doctype };
    try {
      validateByDtd(document, { path, file: 'letter.xml' }, { of });
    } catch (error) {
      expect((error as Failure).problems).toMatchObject([
        { file: 'letter.xml', line: 4, column: 12 },
      ]);
      return;
    }
    expect('a failure').toBe('no failure');
  });

  it('and nothing else comes of any text', () => {
    const path = join(at, 'a.dtd');
    const whole = readFileSync(letterDtd.path, 'utf8').replace('SYSTEM "letter.mod"', '"%blocks;"');
    const pieces = [
      '<!ELEMENT ',
      '<!ATTLIST a ',
      '<!ENTITY % b "',
      '%b;',
      '(',
      ')',
      '|',
      ',',
      '*',
      '">',
      '<![',
      '[',
      ']]>',
      '<!--',
      '-->',
      ' ',
      'a',
      'ANY',
      '#PCDATA',
      '#FIXED',
      "'",
      '&#38;',
      '&#x110000;',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((some) => some.join('')),
      fc
        .tuple(fc.nat(whole.length), fc.nat(12), fc.constantFrom('', ...pieces))
        .map(([from, length, put]) => whole.slice(0, from) + put + whole.slice(from + length)),
    );
    fc.assert(
      fc.property(text, (dtd) => {
        writeFileSync(path, dtd);
        try {
          validateByDtd(parsed('<a><b/></a>'), { path, file: 'a.dtd' });
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          expect(error.problems).toHaveLength(1);
        }
      }),
      { numRuns: 500, seed: 1951 },
    );
  });

  it('as does one whose parameter entities multiply', () => {
    const path = join(at, 'a.dtd');
    const many = Array.from(
      { length: 12 },
      (_, n) => `<!ENTITY % e${n + 1} "${`&#37;e${n};`.repeat(10)}">`,
    );
    writeFileSync(path, `<!ENTITY % e0 "<!-- ${'x'.repeat(100)} -->">${many.join('')}%e12;`);
    expect(() => validateByDtd(parsed('<a/>'), { path, file: 'a.dtd' })).toThrow(
      'The DTD a.dtd is not correct.',
    );
  });

  it('unless there is a copy of what it wants from the network', () => {
    const path = join(at, 'a.dtd');
    const copy = join(at, 'copy.mod');
    writeFileSync(path, '<!ENTITY % b SYSTEM "http://example.org/b.mod">%b;');
    writeFileSync(copy, '<!ELEMENT a EMPTY>');
    expect(validateByDtd(parsed('<a/>'), { path, file: 'a.dtd' }, { resolve: () => copy })).toEqual(
      [],
    );
  });
});
