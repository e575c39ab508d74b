import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../test/temporary-project.js';
import type { XmlProcessingInstruction } from '../xml/index.js';
import { parseXml, readSource } from '../xml/index.js';
import { fetchedFolder, hashOf, indexText } from './fetched-schemas.js';
import { associatedSchemas, prologOf, schemaReference, schemaResolver } from './index.js';

const files = {
  'own/letter.rng': '<grammar/>',
  'own/letter.rnc': 'start = text',
  'own/letter.xsd': '<xs:schema/>',
  'own/letter.sch': '<schema/>',
  'own/letter.dtd': '<!ELEMENT TEI ANY>',
  'own/letter.odd': '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
  'own/entities.dtd': '<!-- <!ELEMENT x ANY> --><!ENTITY a "b">',
  'own/a b.rng': '<grammar/>',
  'own/letter.xml': '<grammar/>',
};

/** What is associated with a document in `tei/` that begins with a prolog. */
function associated(prolog: string, more: Record<string, string> = {}) {
  const folder = temporaryFolder({ ...files, ...more, 'tei/a.xml': `${prolog}<TEI/>` });
  return associatedIn(folder);
}

function associatedIn(folder: string) {
  const path = join(folder, 'tei/a.xml');
  const { document } = parseXml(readSource(path, 'tei/a.xml'));
  if (document === undefined) throw new Error('not well-formed');
  const context = { root: folder, workingDirectory: folder };
  const { schemas, problems } = associatedSchemas(prologOf(document, path), context);
  const text = document.source.text.split('\n');
  return {
    schemas: schemas.map(({ path: _, ...rest }) => rest),
    files: schemas.map(({ file, language }) => `${language} ${file}`),
    problems: problems.map(({ code, severity, message, help }) => ({
      code,
      severity,
      message,
      help,
    })),
    said: problems.map(
      ({ line, column, endLine, endColumn, message, help }) =>
        `${line === endLine ? text[line - 1]?.slice(column - 1, endColumn - 1) : `${line}-${endLine}`}: ${message} ${help}`,
    ),
  };
}

const relaxng = 'http://relaxng.org/ns/structure/1.0';

describe('a document names its schemas by xml-model', () => {
  test.each<[string, string[]]>([
    ['href="../own/letter.rng"', ['relaxng own/letter.rng']],
    ['href="../own/letter.rnc"', ['relaxng own/letter.rnc']],
    ['href="../own/letter.xsd"', ['xsd own/letter.xsd']],
    ['href="../own/letter.sch"', ['schematron own/letter.sch']],
    ['href="../own/letter.dtd"', ['dtd own/letter.dtd']],
    [`href="../own/letter.xml" schematypens="${relaxng}"`, ['relaxng own/letter.xml']],
    [
      'href="../own/letter.xml" type="application/relax-ng-compact-syntax; charset=utf-8"',
      ['relaxng own/letter.xml'],
    ],
    ['href="../own/letter.xml" type="application/xml-dtd"', ['dtd own/letter.xml']],
    [
      'href="../own/letter.rng" schematypens="http://purl.oclc.org/dsdl/schematron"',
      ['schematron own/letter.rng'],
    ],
    [
      'href="../own/letter.rng" schematypens="http://www.w3.org/2001/XMLSchema"',
      ['xsd own/letter.rng'],
    ],
    ["href='../own/a%20b.rng'", ['relaxng own/a b.rng']],
    ['href="../own/a b.rng"', ['relaxng own/a b.rng']],
    ['href="&#46;&#x2e;/own/letter.r&#110;g"', ['relaxng own/letter.rng']],
    ['href="../own/letter.rng?v=1#start"', ['relaxng own/letter.rng']],
    ['href="../own/letter.rng" group=""', ['relaxng own/letter.rng']],
    ['href="../own/letter.rng" group="drafts"', []],
    ['href = "../own/letter.rng"\n  charset="UTF-8" ', ['relaxng own/letter.rng']],
  ])('<?xml-model %s?>', (content, expected) => {
    const { files: found, problems } = associated(`<?xml-model ${content}?>`);
    expect([found, problems]).toEqual([expected, []]);
  });

  test('several, in their order, with what is kept for later', () => {
    const { schemas } = associated(
      '<?xml-model href="../own/letter.sch" title="Rules &amp; customs" phase="&quot;final&quot;"?>\n' +
        '<!-- between --><?other href="x"?><?xml-model href="../own/letter.rng"?>',
    );
    expect(schemas).toEqual([
      {
        file: 'own/letter.sch',
        language: 'schematron',
        title: 'Rules & customs',
        phase: '"final"',
      },
      { file: 'own/letter.rng', language: 'relaxng' },
    ]);
  });

  test('after the root it is none', () => {
    const folder = temporaryFolder({ 'tei/a.xml': '<TEI/><?xml-model href="no.rng"?>' });
    expect(associatedIn(folder).said).toEqual([]);
  });
});

describe('what is wrong is said at the very place', () => {
  const missing = 'which this document names as its own.';
  const tail = 'Correct the href, which is relative to the document, or delete the instruction.';
  test.each<[string, string]>([
    [
      'href="../own/lettre.rng"',
      `../own/lettre.rng: There is no schema own/lettre.rng, ${missing} ${tail}`,
    ],
    [
      'href="../own"',
      '../own: Nothing tells in which language the schema "../own" is. Add schematypens="http://relaxng.org/ns/structure/1.0", if it is RELAX NG; or give it a name that ends in .rng, .rnc, .xsd, .dtd, .sch or .odd.',
    ],
    [
      `href="../own" schematypens="${relaxng}"`,
      `../own: There is no schema own, ${missing} ${tail}`,
    ],
    [
      'href="#schema"',
      '#schema: "#schema" names a part of this document, and a schema inside a document is not read. Put the schema into a file of its own, and name that.',
    ],
    [
      'href="urn:x:tei.rng"',
      'urn:x:tei.rng: Nothing says where the schema urn:x:tei.rng lies. Give it an entry in catalog.xml, in the folder of the project, or name a file.',
    ],
    [
      'type="application/xml"',
      '<?xml-model type="application/xml"?>: This xml-model instruction names no schema: it has no href. Write href="…", with the path of the schema.',
    ],
    [
      '',
      '<?xml-model ?>: This xml-model instruction names no schema: it has no href. Write href="…", with the path of the schema.',
    ],
    [
      'herf="x.rng"',
      'herf: This xml-model instruction names no schema: it has no href. Write href.',
    ],
    [
      'href=""',
      'href="": This xml-model instruction names no schema: its href is empty. Write the path of the schema into it, or delete the instruction.',
    ],
    [
      'href="../own/letter.rng" schematypens="http://relaxng.org/ns/structure"',
      'http://relaxng.org/ns/structure: "http://relaxng.org/ns/structure" is the namespace of no schema language that is known here. Write schematypens="http://relaxng.org/ns/structure/1.0", or delete schematypens: the rest tells the language.',
    ],
    [
      'href="x.nvdl" schematypens="http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"',
      'http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0: "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0" is the namespace of no schema language that is known here. The languages are those of http://relaxng.org/ns/structure/1.0 http://www.w3.org/2001/XMLSchema http://purl.oclc.org/dsdl/schematron; a DTD has type="application/xml-dtd" and no schematypens.',
    ],
    [
      'href="../own/letter.rng" schematypes=""',
      'schematypes: xml-model has no pseudo-attribute schematypes, so that it says nothing. Did you mean schematypens?',
    ],
    [
      'href="../own/letter.rng" colour="red"',
      'colour: xml-model has no pseudo-attribute colour, so that it says nothing. It has href, type, schematypens, charset, title, group and phase.',
    ],
    [
      'href="a" href="b"',
      'href: This xml-model instruction is not written right. href is given twice. Delete one of the two.',
    ],
    [
      'href=letter.rng',
      'letter.rng: This xml-model instruction is not written right. The value of href is not in quotation marks. Write href="…".',
    ],
    [
      'href="letter.rng',
      `": This xml-model instruction is not written right. The value of href is not closed with ". Write " where the value ends.`,
    ],
    [
      'href',
      'href: This xml-model instruction is not written right. href has no value. Write href="…".',
    ],
    [
      'href="a"type="b"',
      'type: This xml-model instruction is not written right. White space is missing before type. Put a space before type.',
    ],
    [
      'href="a&b"',
      '&b: This xml-model instruction is not written right. &b is no reference that can stand in a processing instruction. Write &amp; for the sign & itself.',
    ],
    [
      'href="a&nbsp;b"',
      '&nbsp;: This xml-model instruction is not written right. &nbsp; is no reference that can stand in a processing instruction. Write &amp; for the sign & itself.',
    ],
    [
      'href="&#xD800;"',
      '&#xD800;: This xml-model instruction is not written right. &#xD800; is no reference that can stand in a processing instruction. Write &amp; for the sign & itself.',
    ],
    [
      'href="a<b"',
      '<: This xml-model instruction is not written right. The sign < cannot stand in a value. Write &lt;.',
    ],
    [
      '"a"',
      '": This xml-model instruction is not written right. " cannot stand here: the name of a pseudo-attribute is wanted. Write name="value", with a space before the next name.',
    ],
  ])('<?xml-model %s?>', (content, expected) => {
    expect(associated(`<!-- x -->\n<?xml-model ${content}?>\n`).said).toEqual([expected]);
  });

  test('whatever its line ends', () => {
    expect(
      associated('<?xml-model\r\n  href="no.rng"\r\n  typo="x"?>').said.map(
        (each) => each.split(':')[0],
      ),
    ).toEqual(['typo', 'no.rng']);
  });

  test('without the text, as far as the value tells', () => {
    const instruction = (value: string): XmlProcessingInstruction => ({
      kind: 'processing-instruction',
      target: 'xml-model',
      value,
      start: 100,
      end: 100 + 2 + 'xml-model'.length + 3 + value.length + 2,
      parent: undefined as never,
    });
    const source = {
      file: 'a.xml',
      reading: {
        positionAt: (offset: number) => ({ line: 1, column: offset + 1 }),
        slice: () => undefined,
      },
    };
    const columns = (value: string) =>
      associatedSchemas(
        { source, path: '/nowhere/a.xml', instructions: [instruction(value)] },
        { root: '/nowhere', workingDirectory: '/nowhere' },
      ).problems.map(({ column, endColumn }) => [column, endColumn]);
    expect(columns('href="no.rng"')).toEqual([[121, 127]]);
    expect(columns('title="x"\nhref="no.rng"')).toEqual([[101, 140]]);
  });
});

describe('what older oXygen wrote is not followed, but translated', () => {
  test.each([
    [
      'RNGSchema="testall.rnc" type="compact"',
      'Write <?xml-model href="testall.rnc" type="application/relax-ng-compact-syntax" schematypens="http://relaxng.org/ns/structure/1.0"?> in its place.',
    ],
    [
      'RNGSchema="a.rng" type="xml"',
      'Write <?xml-model href="a.rng" schematypens="http://relaxng.org/ns/structure/1.0"?> in its place.',
    ],
    [
      'SCHSchema="a.sch"',
      'Write <?xml-model href="a.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?> in its place.',
    ],
    [
      'NVDLSchema="a.nvdl"',
      'NVDL is not read. Name its schemas one by one, in <?xml-model?> instructions.',
    ],
  ])('<?oxygen %s?>', (content, help) => {
    const [problem] = associated(`<?oxygen ${content}?>`).problems;
    expect(problem).toMatchObject({
      code: 'project/oxygen-instruction',
      severity: 'warning',
      help,
    });
  });

  test('other instructions of its are its own affair', () => {
    expect(associated('<?oxygen options="track_changes=on"?>').problems).toEqual([]);
  });
});

describe('a DOCTYPE names a DTD', () => {
  test.each<[string, string[]]>([
    ['<!DOCTYPE TEI SYSTEM "../own/letter.dtd">', ['dtd own/letter.dtd']],
    ['<!DOCTYPE TEI [<!ELEMENT TEI ANY>]>', ['dtd tei/a.xml']],
    ['<!DOCTYPE TEI SYSTEM "../own/entities.dtd" [<!ELEMENT TEI ANY>]>', ['dtd own/entities.dtd']],
    [
      '<!DOCTYPE TEI SYSTEM "../own/letter.dtd"><?xml-model href="../own/letter.rng"?>',
      ['dtd own/letter.dtd', 'relaxng own/letter.rng'],
    ],
    ['<!DOCTYPE TEI>', []],
    ['<!DOCTYPE TEI [<!ENTITY a "b">]>', []],
    ['<!DOCTYPE TEI SYSTEM "../own/entities.dtd">', []],
  ])('%s', (doctype, expected) => {
    const { files: found, problems } = associated(doctype);
    expect([found, problems]).toEqual([expected, []]);
  });

  test('one that is not there is a problem at its address', () => {
    expect(associated('<!DOCTYPE TEI SYSTEM "tei.dtd">').said).toEqual([
      'tei.dtd: There is no DTD tei/tei.dtd, which this document names as its own. Correct the address, which is relative to the document, or delete it from the DOCTYPE.',
    ]);
  });

  test('a catalog finds it by its public identifier', () => {
    const catalog =
      '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><public publicId="-//TEI//DTD TEI//EN" uri="own/letter.dtd"/></catalog>';
    const doctype = '<!DOCTYPE TEI PUBLIC "-//TEI//DTD  TEI//EN" "http://a.example/tei.dtd">';
    expect(associated(doctype, { 'catalog.xml': catalog }).files).toEqual(['dtd own/letter.dtd']);
    const relative = doctype.replace('http://a.example/', '');
    expect(associated(relative, { 'catalog.xml': catalog }).files).toEqual(['dtd own/letter.dtd']);
  });
});

describe('a schema on the network', () => {
  const address = 'https://a.example/tei_all.rng';
  const instruction = `<?xml-model href="${address}" schematypens="${relaxng}"?>`;

  test('that has not been fetched leaves the document unchecked: an error', () => {
    const { problems } = associated(instruction);
    expect(problems).toEqual([
      {
        code: 'project/schema-not-fetched',
        severity: 'error',
        message: `This document has not been checked by ${address}, which has not been fetched.`,
        help: 'Fetch it once with: imprimatur schema fetch (or name a copy of it in catalog.xml).',
      },
    ]);
  });

  test('is told once, where it is named as RELAX NG and as Schematron', () => {
    const schematron = instruction.replace(relaxng, 'http://purl.oclc.org/dsdl/schematron');
    const severities = (prolog: string) =>
      associated(prolog).problems.map(({ severity }) => severity);
    expect(severities(instruction + schematron)).toEqual(['error']);
    expect(severities(schematron + instruction)).toEqual(['error']);
    expect(severities(schematron + schematron)).toEqual(['error']);
  });

  test.each([
    ['uri', `<uri name="${address}" uri="own/letter.rng"/>`],
    ['system', `<system systemId="${address}" uri="own/letter.rng"/>`],
    [
      'rewriteURI',
      '<rewriteURI uriStartString="https://a.example/tei_all" rewritePrefix="own/letter"/>',
    ],
  ])('is found in the catalog of the project: %s', (_, entry) => {
    const catalog = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${entry}</catalog>`;
    const { files: found, problems } = associated(instruction, { 'catalog.xml': catalog });
    expect([found, problems]).toEqual([['relaxng own/letter.rng'], []]);
  });

  test('to which the catalog gives a file that is not there is a failure at the entry', () => {
    const catalog = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="${address}" uri="no.rng"/></catalog>`;
    expect(() => associated(instruction, { 'catalog.xml': catalog })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            file: 'catalog.xml',
            message: 'There is no file no.rng, to which this entry leads.',
          }),
        ],
      }),
    );
  });

  const copy = '<grammar/>';
  const fetched = (folder: string, sha256 = hashOf(Buffer.from(copy))) => {
    mkdirSync(fetchedFolder(folder), { recursive: true });
    const file = `${sha256}.rng`;
    writeFileSync(
      join(fetchedFolder(folder), 'index.json'),
      indexText({
        [address]: {
          file,
          sha256,
          bytes: copy.length,
          redirectedTo: 'https://b.example/x/all.rng',
        },
      }),
    );
    writeFileSync(join(fetchedFolder(folder), file), copy);
    return file;
  };

  test('that has been fetched is used, under its address', () => {
    const folder = temporaryFolder({ ...files, 'tei/a.xml': `${instruction}<TEI/>` });
    fetched(folder);
    expect(associatedIn(folder).schemas).toEqual([
      {
        file: 'https://b.example/x/all.rng',
        address: 'https://b.example/x/all.rng',
        language: 'relaxng',
      },
    ]);
  });

  test('whose copy has been changed, or is gone, is not used', () => {
    const folder = temporaryFolder({ ...files, 'tei/a.xml': `${instruction}<TEI/>` });
    const file = fetched(folder, '0'.repeat(64));
    const context = { root: folder, workingDirectory: folder };
    expect(associatedIn(folder)).toMatchObject({
      schemas: [],
      problems: [
        {
          code: 'project/changed-schema',
          severity: 'error',
          message: `The copy of ${address} is not what was fetched: somebody has changed it.`,
          help: `Fetch it again with: imprimatur schema fetch ${address}`,
        },
      ],
    });
    expect(() => schemaResolver(context)(address)).toThrow('is not what was fetched');
    writeFiles(folder, { [`.imprimatur/schemas/${file}`]: '' });
    expect(schemaResolver(context)('https://a.example/other.rng')).toBeUndefined();
  });

  test.each(['{', '{}', '{"version":1,"schemas":{"a":{"file":"../../x.rng","sha256":""}}}'])(
    'an index that is none is a failure: %s',
    (text) => {
      expect(() => associated(instruction, { '.imprimatur/schemas/index.json': text })).toThrow(
        '.imprimatur/schemas/index.json is not an index of fetched schemas.',
      );
    },
  );
});

describe('a schema that a person names', () => {
  test('by an address, where there is a copy', () => {
    const catalog =
      '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="https://a.example/x" uri="own/letter.rnc"/></catalog>';
    const folder = temporaryFolder({ ...files, 'catalog.xml': catalog });
    const context = { root: folder, workingDirectory: folder };
    expect(schemaReference('https://a.example/x', context)).toEqual({
      path: join(folder, 'own/letter.rnc'),
      file: 'own/letter.rnc',
      language: 'relaxng',
    });
  });

  test.each([
    ['own/letter.rng', 'relaxng'],
    ['own/letter.rnc', 'relaxng'],
    ['own/letter.xsd', 'xsd'],
    ['own/letter.dtd', 'dtd'],
    ['own/letter.odd', 'schematron'],
  ])('%s', (path, language) => {
    const folder = temporaryFolder(files);
    const context = { root: folder, workingDirectory: folder };
    expect(schemaReference(path, context)).toEqual({
      path: join(folder, path),
      file: path,
      language,
    });
  });

  test.each([
    ['own/no.rng', 'There is no schema own/no.rng.'],
    ['own', 'There is no schema own.'],
    ['own/letter.xml', 'The name of own/letter.xml does not tell the language of the schema.'],
    ['https://a.example/tei.rng', 'There is no copy of https://a.example/tei.rng.'],
  ])('%s is none', (path, message) => {
    const folder = temporaryFolder(files);
    expect(() => schemaReference(path, { root: folder, workingDirectory: folder })).toThrow(
      message,
    );
  });
});
