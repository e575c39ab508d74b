import { describe, expect, test } from 'vitest';
import { imprimatur } from './command-line.js';
import { temporaryFolder } from './temporary-project.js';

// Documents judged by XSD and by DTD, as `validate` is typed; what is said of mistakes stands in test/golden.

const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0"
  elementFormDefault="qualified">
  <xs:element name="TEI"><xs:complexType><xs:sequence>
    <xs:element name="head" type="xs:string" maxOccurs="2"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
const dtd =
  '<!ELEMENT TEI (head+)><!ATTLIST TEI xmlns CDATA #FIXED "http://www.tei-c.org/ns/1.0"><!ELEMENT head (#PCDATA)>';
const tei = (content: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${content}\n</TEI>\n`;

interface Said {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function validated(files: Readonly<Record<string, string>>, ...more: string[]): string[] {
  const checks = more.includes('--checks') ? [] : ['--checks', 'relaxng,xsd,dtd'];
  const run = imprimatur(
    temporaryFolder(files),
    'validate',
    '--format',
    'json',
    ...checks,
    ...more,
  );
  const { problems } = JSON.parse(run.stdout) as { readonly problems: readonly Said[] };
  expect(run.status).toBe(problems.length > 0 ? 1 : 0);
  return problems.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

const wrongByXsd = 'tei/b.xml:2 xsd/unknown-element <hed> is not an element of this schema.';
const wrongByDtd = 'tei/b.xml:3 dtd/unknown-element <hed> is not an element of this schema.';

describe('XSD', () => {
  const files = {
    'tei/a.xml': tei('<head>x</head>'),
    'tei/b.xml': tei('<hed>x</hed>'),
    'own/letter.xsd': xsd,
  };

  test('of schemas/', () => {
    const { 'own/letter.xsd': schema, ...documents } = files;
    expect(validated({ ...documents, 'schemas/letter.xsd': schema })).toEqual([wrongByXsd]);
  });

  test('of --schema', () => {
    expect(validated(files, '--schema', 'own/letter.xsd')).toEqual([wrongByXsd]);
  });

  test('that documents name themselves', () => {
    const own = '<?xml-model href="../own/letter.xsd"?>';
    expect(
      validated({
        ...files,
        'tei/a.xml': own + files['tei/a.xml'],
        'tei/b.xml': own + files['tei/b.xml'],
      }),
    ).toEqual([wrongByXsd]);
  });

  test('unless other checks are asked for', () => {
    expect(validated(files, '--schema', 'own/letter.xsd', '--checks', 'relaxng')).toEqual([]);
  });
});

describe('a DTD', () => {
  test('of the DOCTYPE, with its internal subset', () => {
    expect(
      validated({
        'own/letter.dtd': dtd,
        'tei/a.xml': `<!DOCTYPE TEI SYSTEM "../own/letter.dtd">\n${tei('<head>x</head>')}`,
        'tei/b.xml': `<!DOCTYPE TEI SYSTEM "../own/letter.dtd">\n${tei('<hed>x</hed>')}`,
        'tei/c.xml': `<!DOCTYPE TEI SYSTEM "../own/letter.dtd" [<!ELEMENT hed EMPTY>]>\n${tei('<head/><hed/>')}`,
        'tei/d.xml': `<!DOCTYPE TEI [${dtd}]>\n${tei('<head>x</head>')}`,
        'tei/e.xml': `<!DOCTYPE TEI [${dtd}]>\n${tei('')}`,
      }),
    ).toEqual([
      wrongByDtd,
      'tei/c.xml:3 dtd/misplaced-element <hed> cannot stand inside <TEI>.',
      'tei/e.xml:4 dtd/missing-element <TEI> is empty: <head> is missing.',
    ]);
  });

  test('judges besides the schemas of the project', () => {
    expect(
      validated({
        'schemas/letter.xsd': xsd,
        'tei/a.xml': `<!DOCTYPE TEI [${dtd}]>\n${tei('<head/><head/><head/>')}`,
      }),
    ).toEqual(['tei/a.xml:3 xsd/misplaced-element <head> cannot stand here inside <TEI>.']);
  });

  test('of --schema', () => {
    const files = { 'tei/b.xml': `\n${tei('<hed>x</hed>')}`, 'own/letter.dtd': dtd };
    expect(validated(files, '--schema', 'own/letter.dtd')).toEqual([wrongByDtd]);
  });

  test('that is not correct ends the run', () => {
    const files = {
      'tei/a.xml': `<!DOCTYPE TEI SYSTEM "a.dtd">\n${tei('')}`,
      'tei/a.dtd': '\n<!ELEMENT TEI (head>',
    };
    const run = imprimatur(temporaryFolder(files), 'validate');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('error: The DTD tei/a.dtd is not correct.');
    expect(run.stderr).toContain('tei/a.dtd:2:20: error: The parts of a content model');
  });
});
