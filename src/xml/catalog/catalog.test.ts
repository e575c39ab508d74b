import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-project.js';
import { Failure } from '../../problems/index.js';
import { Catalog, type ExternalIdentifier } from './index.js';

const wrap = (entries: string, attributes = '') =>
  `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"${attributes}>${entries}</catalog>`;

function catalogOf(files: string | Record<string, string>): {
  uri: (uri: string) => string | undefined;
  external: (identifier: ExternalIdentifier) => string | undefined;
} {
  const folder = temporaryFolder(typeof files === 'string' ? { 'catalog.xml': files } : files);
  const catalog = new Catalog(join(folder, 'catalog.xml'), (path) => relative(folder, path));
  const shown = (uri: string | undefined) =>
    uri?.startsWith(pathToFileURL(folder).href) ? relative(folder, fileURLToPath(uri)) : uri;
  return {
    uri: (uri) => shown(catalog.resolveUri(uri)?.uri),
    external: (identifier) => shown(catalog.resolveExternalIdentifier(identifier)?.uri),
  };
}

function complaint(files: string | Record<string, string>, uri = 'http://a.example/x'): string[] {
  try {
    catalogOf(files).uri(uri);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [
      error.message,
      ...error.problems.map(
        ({ file, line, column, endColumn, message, help }) =>
          `${file}:${line}:${column}-${endColumn} ${message}${help === undefined ? '' : ` ${help}`}`,
      ),
    ];
  }
  return [];
}

describe('a URI reference (7.2)', () => {
  test('that a uri entry names becomes what the entry says, relative to the catalog', () => {
    const { uri } = catalogOf(wrap('<uri name="http://a.example/tei.rng" uri="schemas/tei.rng"/>'));
    expect(uri('http://a.example/tei.rng')).toBe('schemas/tei.rng');
    expect(uri('http://a.example/tei.rnc')).toBeUndefined();
  });

  test('the first of two equal entries counts', () => {
    const { uri } = catalogOf(wrap('<uri name="urn:x" uri="1"/><uri name="urn:x" uri="2"/>'));
    expect(uri('urn:x')).toBe('1');
  });

  test('a rewriteURI entry exchanges the beginning, the longest one that fits', () => {
    const { uri } = catalogOf(
      wrap(
        '<rewriteURI uriStartString="http://a.example/" rewritePrefix="all/"/>' +
          '<rewriteURI uriStartString="http://a.example/tei/" rewritePrefix="tei/"/>',
      ),
    );
    expect(uri('http://a.example/tei/x/y.rng')).toBe('tei/x/y.rng');
    expect(uri('http://a.example/y.rng')).toBe('all/y.rng');
  });

  test('a uriSuffix entry goes by the end, the longest one that fits', () => {
    const { uri } = catalogOf(
      wrap('<uriSuffix uriSuffix=".rng" uri="any"/><uriSuffix uriSuffix="/tei.rng" uri="tei"/>'),
    );
    expect(uri('http://a.example/tei.rng')).toBe('tei');
    expect(uri('http://a.example/mei.rng')).toBe('any');
  });

  test('uri goes before rewriteURI, that before uriSuffix, that before delegateURI', () => {
    const all = [
      '<delegateURI uriStartString="urn:" catalog="other.xml"/>',
      '<uriSuffix uriSuffix="x" uri="suffix"/>',
      '<rewriteURI uriStartString="urn:a" rewritePrefix="rewrite/"/>',
      '<uri name="urn:ax" uri="exact"/>',
    ];
    const other = wrap('<uri name="urn:ax" uri="delegate"/>');
    const by = (entries: string[]) =>
      catalogOf({ 'catalog.xml': wrap(entries.join('')), 'other.xml': other }).uri('urn:ax');
    expect([by(all), by(all.slice(0, 3)), by(all.slice(0, 2)), by(all.slice(0, 1))]).toEqual([
      'exact',
      'rewrite/x',
      'suffix',
      'delegate',
    ]);
  });

  test('delegation asks the named catalogs alone, the longest beginning first', () => {
    const { uri } = catalogOf({
      'catalog.xml': wrap(
        '<delegateURI uriStartString="urn:" catalog="1.xml"/>' +
          '<delegateURI uriStartString="urn:a:" catalog="2.xml"/><nextCatalog catalog="3.xml"/>',
      ),
      '1.xml': wrap('<uri name="urn:a:b" uri="one"/><uri name="urn:a:c" uri="one"/>'),
      '2.xml': wrap('<uri name="urn:a:b" uri="two"/>'),
      '3.xml': wrap('<uri name="urn:a:d" uri="three"/><uri name="x:y" uri="three"/>'),
    });
    expect([uri('urn:a:b'), uri('urn:a:c'), uri('urn:a:d'), uri('x:y')]).toEqual([
      'two',
      'one',
      undefined,
      'three',
    ]);
  });

  test('is compared after signs that no URI has are written as octets (6.3)', () => {
    const { uri } = catalogOf(wrap('<uri name="http://a.example/é|&lt;b>" uri="x"/>'));
    expect(uri('http://a.example/%C3%A9%7C%3Cb%3E')).toBe('x');
    expect(uri('http://a.example/%c3%a9%7C%3Cb%3E')).toBeUndefined();
  });

  test('that is a URN of a public identifier is sought as that (6.4)', () => {
    const { uri } = catalogOf(
      wrap('<public publicId="-//TEI P5//DTD Main Document Type+//EN" uri="tei.dtd"/>'),
    );
    expect(uri('urn:publicid:-:TEI+P5:DTD+Main+Document+Type%2B:EN')).toBe('tei.dtd');
  });

  test('is not sought among system entries', () => {
    const { uri } = catalogOf(wrap('<system systemId="urn:x" uri="1"/>'));
    expect(uri('urn:x')).toBeUndefined();
  });
});

describe('an external identifier (7.1)', () => {
  const publicId = '-//TEI//DTD//EN';
  const systemId = 'http://a.example/tei.dtd';

  test('goes by its system identifier before its public one', () => {
    const { external } = catalogOf(
      wrap(`<public publicId="${publicId}" uri="p"/><system systemId="${systemId}" uri="s"/>`),
    );
    expect(external({ publicId, systemId })).toBe('s');
    expect(external({ publicId })).toBe('p');
    expect(external({ publicId, systemId: 'other' })).toBe('p');
  });

  test('with prefer="system" a public entry counts only where there is no system identifier', () => {
    const entries =
      '<group prefer="public"><public publicId="B" uri="b"/></group><public publicId="A" uri="a"/>';
    const { external } = catalogOf(wrap(entries, ' prefer="system"'));
    expect(external({ publicId: 'A', systemId })).toBeUndefined();
    expect(external({ publicId: 'A' })).toBe('a');
    expect(external({ publicId: 'B', systemId })).toBe('b');
  });

  test('rewriteSystem, systemSuffix and delegateSystem serve a system identifier', () => {
    const { external } = catalogOf({
      'catalog.xml': wrap(
        '<rewriteSystem systemIdStartString="http://a.example/" rewritePrefix="a/"/>' +
          '<systemSuffix systemIdSuffix="tei.dtd" uri="suffix"/>' +
          '<delegateSystem systemIdStartString="http://c." catalog="c.xml"/>',
      ),
      'c.xml': wrap('<system systemId="http://c.example/x" uri="c"/>'),
    });
    expect(external({ systemId })).toBe('a/tei.dtd');
    expect(external({ systemId: 'http://b.example/tei.dtd' })).toBe('suffix');
    expect(external({ systemId: 'http://c.example/x' })).toBe('c');
  });

  test('delegation of a system identifier forgets the public one', () => {
    const { external } = catalogOf({
      'catalog.xml': wrap('<delegateSystem systemIdStartString="http:" catalog="c.xml"/>'),
      'c.xml': wrap(`<public publicId="${publicId}" uri="c"/>`),
    });
    expect(external({ publicId, systemId })).toBeUndefined();
  });

  test('delegatePublic serves a public identifier', () => {
    const { external } = catalogOf({
      'catalog.xml': wrap('<delegatePublic publicIdStartString="-//TEI" catalog="c.xml"/>'),
      'c.xml': wrap(`<public publicId="${publicId}" uri="c"/>`, ' prefer="system"'),
    });
    expect(external({ publicId, systemId })).toBe('c');
  });

  test('white space in a public identifier is collapsed on both sides (6.2)', () => {
    const { external } = catalogOf(wrap('<public publicId=" -//A  B\t//EN" uri="x"/>'));
    expect(external({ publicId: '-//A B\n//EN ' })).toBe('x');
  });

  test('a URN in place of a system identifier is taken for the public one (7.1.1)', () => {
    const { external } = catalogOf(
      wrap('<public publicId="A//B" uri="ab"/><public publicId="C" uri="c"/>'),
    );
    expect(external({ systemId: 'urn:publicid:A:B' })).toBe('ab');
    expect(external({ publicId: 'C', systemId: 'urn:publicid:A:B' })).toBe('c');
  });

  test('all signs that RFC 3151 wraps are taken out', () => {
    const { external } = catalogOf(wrap(`<public publicId="a b//c::d+e:f/g;h'i?j#k%l" uri="x"/>`));
    const systemId = 'urn:publicid:a+b:c;d%2Be%3Af%2fg%3Bh%27i%3Fj%23k%25l';
    expect(external({ systemId })).toBe('x');
  });
});

describe('the catalogs', () => {
  test('xml:base counts on the catalog, a group and an entry (4.1.2)', () => {
    const { uri } = catalogOf(
      wrap(
        '<group xml:base="g/"><uri name="urn:1" uri="1"/><uri name="urn:2" uri="2" xml:base="e/"/></group>' +
          '<uri name="urn:3" uri="3"/><uri name="urn:4" uri="http://b.example/4"/>',
        ' xml:base="c/"',
      ),
    );
    expect(['urn:1', 'urn:2', 'urn:3', 'urn:4'].map(uri)).toEqual([
      'c/g/1',
      'c/g/e/2',
      'c/3',
      'http://b.example/4',
    ]);
  });

  test('nextCatalog leads on when nothing was found, in order, however deep', () => {
    const { uri } = catalogOf({
      'catalog.xml': wrap(
        '<nextCatalog catalog="1/catalog.xml"/><nextCatalog catalog="2.xml"/><uri name="urn:0" uri="0"/>',
      ),
      '1/catalog.xml': wrap('<nextCatalog catalog="deep.xml"/><uri name="urn:1" uri="1"/>'),
      '1/deep.xml': wrap('<uri name="urn:2" uri="deep"/><uri name="urn:0" uri="deep"/>'),
      '2.xml': wrap('<uri name="urn:2" uri="2"/><uri name="urn:3" uri="3"/>'),
    });
    expect(['urn:0', 'urn:1', 'urn:2', 'urn:3'].map(uri)).toEqual(['0', '1/1', '1/deep', '3']);
  });

  test('one that two others name is searched once', () => {
    const { uri } = catalogOf({
      'catalog.xml': wrap('<nextCatalog catalog="1.xml"/><nextCatalog catalog="2.xml"/>'),
      '1.xml': wrap('<nextCatalog catalog="2.xml"/>'),
      '2.xml': wrap('<uri name="urn:2" uri="2"/>'),
    });
    expect([uri('urn:2'), uri('urn:3')]).toEqual(['2', undefined]);
  });

  test('what is not of XML Catalogs is passed over, and so is a DOCTYPE', () => {
    const doctype = '<!DOCTYPE catalog PUBLIC "-//OASIS//DTD XML Catalogs V1.1//EN" "http://x/">';
    const { uri } = catalogOf(
      `${doctype}${wrap('<x:a xmlns:x="urn:x"><uri name="urn:1" uri="1"/></x:a>Text<uri id="i" name="urn:1" uri="2" x:y="z" xmlns:x="urn:x"/>')}`,
    );
    expect(uri('urn:1')).toBe('2');
  });
});

describe('what is wrong in a catalog is told at its place', () => {
  test.each<[string, string, string[]]>([
    [
      'not well-formed',
      '<catalog',
      [
        'catalog.xml:1:1-9 The tag <catalog is not closed with >. Write > where the tag of <catalog> ends.',
      ],
    ],
    [
      'another root',
      '<catalogue/>',
      [
        'catalog.xml:1:2-11 <catalogue> is no catalog. A catalog begins with <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">.',
      ],
    ],
    [
      'an unknown entry',
      wrap('\n<rewriteUri/>'),
      [
        'catalog.xml:2:2-12 <rewriteUri> is not an element of XML Catalogs. Did you mean <rewriteURI>?',
      ],
    ],
    [
      'an attribute that is missing',
      wrap('\n<uri nam="urn:x" uri="x"/>\n<system/>'),
      [
        'catalog.xml:2:6-9 <uri> lacks @name. Did you mean @name where @nam stands?',
        'catalog.xml:3:2-8 <system> lacks @systemId.',
        'catalog.xml:3:2-8 <system> lacks @uri.',
      ],
    ],
    [
      'what is no address',
      wrap('\n<uri name="urn:x" uri="http://"/>'),
      ['catalog.xml:2:24-31 "http://" is not an address.'],
    ],
    [
      'a preference that there is not',
      wrap('\n<group prefer="uri"/>'),
      [
        'catalog.xml:2:16-19 "uri" is not a value of @prefer. Write prefer="public" or prefer="system".',
      ],
    ],
    [
      'a group in a group',
      wrap('<group>\n<group/></group>'),
      ['catalog.xml:2:2-7 A <group> cannot stand inside a <group>.'],
    ],
    [
      'a next catalog that is not there',
      wrap('\n<nextCatalog catalog="no.xml"/>'),
      [
        'catalog.xml:2:23-29 There is no catalog no.xml. Name a catalog that is there, or delete this entry.',
      ],
    ],
    [
      'a next catalog on the network',
      wrap('\n<nextCatalog catalog="http://a.example/c"/>'),
      [
        'catalog.xml:2:23-41 The catalog http://a.example/c is not a file, and nothing is fetched from the network. Name a catalog that is there, or delete this entry.',
      ],
    ],
  ])('%s', (_, catalog, expected) => {
    expect(complaint(catalog)).toEqual(['The catalog catalog.xml is not right.', ...expected]);
  });

  test.each<[string, string, string]>([
    ['nextCatalog', '<nextCatalog catalog="b.xml"/>', '<nextCatalog catalog="catalog.xml"/>'],
    [
      'delegation',
      '<delegateURI uriStartString="http:" catalog="b.xml"/>',
      '<nextCatalog catalog="catalog.xml"/>',
    ],
  ])('catalogs that lead in a circle by %s', (_, there, back) => {
    const files = { 'catalog.xml': wrap(there), 'b.xml': wrap(back) };
    expect(complaint(files)[1]).toContain(
      'The catalogs lead in a circle: this one is searched already. Delete the entry that leads back.',
    );
  });
});
