import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Answer, schemaServer } from '../../test/schema-server.js';
import { filesIn, letter, schema, temporaryFolder } from '../../test/temporary-project.js';
import { validate } from '../validation/index.js';
import { type FetchOptions, fetchSchemas, loadProject } from './index.js';

const relaxng = 'http://relaxng.org/ns/structure/1.0';
const rng = (content = '') =>
  `<grammar xmlns="${relaxng}"><start><text/></start>${content}</grammar>`;
const xsd = (content: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${content}</xs:schema>`;
const naming = (address: string, more = `schematypens="${relaxng}"`) =>
  `<?xml-model href="${address}" ${more}?>\n${letter('a')}`;

const projectOf = (folder: string) => loadProject('.', { workingDirectory: folder });

/** What becomes of addresses, the server's own left out of them. */
async function fetchedIn(folder: string, server: string, options: FetchOptions = {}) {
  const done = await fetchSchemas(projectOf(folder), options);
  return done.map(({ address, outcome, failure, referredBy }) =>
    [
      outcome,
      address.replace(server, ''),
      ...(referredBy === undefined ? [] : [`by ${referredBy.replace(server, '')}`]),
      ...(failure === undefined
        ? []
        : [`${failure.message} ${failure.help}`.replaceAll(server, '')]),
    ].join(' '),
  );
}

const kept = (folder: string) => filesIn(folder).filter((path) => path.startsWith('.imprimatur'));

describe('imprimatur schema fetch', () => {
  test('fetches what documents name, and what that includes, and documents are then judged by it', async () => {
    const { address, asked } = await schemaServer({
      '/tei/main.rng': schema.replace('</start>', '</start><include href="../parts/one.rnc"/>'),
      '/parts/one.rnc': 'include "two.rng"',
      '/parts/two.rng': `<grammar xmlns="${relaxng}"/>`,
    });
    const folder = temporaryFolder({
      'tei/a.xml': naming(`${address}/tei/main.rng`),
      'tei/b.xml': naming(`${address}/tei/main.rng`).replace('<p>a', '<p><hi/>a'),
    });
    const codes = async () =>
      (await validate(projectOf(folder))).problems.map(({ file, code }) => `${file} ${code}`);
    expect(await codes()).toEqual([
      'tei/a.xml project/schema-not-fetched',
      'tei/b.xml project/schema-not-fetched',
    ]);
    expect(asked).toEqual([]);
    expect(await fetchedIn(folder, address)).toEqual([
      'fetched /tei/main.rng',
      'fetched /parts/one.rnc by /tei/main.rng',
      'fetched /parts/two.rng by /parts/one.rnc',
    ]);
    expect(asked).toHaveLength(3);
    expect(await codes()).toEqual(['tei/b.xml relaxng/unknown-element']);
    expect(asked).toHaveLength(3);
  });

  test('keeps copies by the hash of their content, with an index that is the same whatever the order', async () => {
    const { address } = await schemaServer({ '/a.rng': rng(), '/b.rng': rng() });
    const index = async (...names: string[]) => {
      const folder = temporaryFolder({
        'tei/a.xml':
          names.map((name) => naming(`${address}/${name}`).split('\n')[0]).join('') + letter('a'),
      });
      await fetchSchemas(projectOf(folder));
      expect(kept(folder)).toEqual([
        expect.stringMatching(/^\.imprimatur\/schemas\/[0-9a-f]{64}\.rng$/),
        '.imprimatur/schemas/index.json',
      ]);
      return readFileSync(join(folder, '.imprimatur/schemas/index.json'), 'utf8');
    };
    expect(await index('a.rng', 'b.rng')).toBe(await index('b.rng', 'a.rng'));
  });

  test('says when something else lies there now, and takes it when it is told to', async () => {
    const answers: Record<string, Answer> = { '/a.rng': rng() };
    const { address } = await schemaServer(answers);
    const folder = temporaryFolder({ 'tei/a.xml': naming(`${address}/a.rng`) });
    await fetchSchemas(projectOf(folder));
    const before = kept(folder);
    expect(await fetchedIn(folder, address)).toEqual(['unchanged /a.rng']);
    answers['/a.rng'] = rng('<!-- new -->');
    expect(await fetchedIn(folder, address)).toEqual(['differs /a.rng']);
    expect(kept(folder)).toEqual(before);
    expect(await fetchedIn(folder, address, { update: true })).toEqual(['updated /a.rng']);
    expect(kept(folder)).toHaveLength(2);
    expect(kept(folder)).not.toEqual(before);
    expect(await fetchedIn(folder, address)).toEqual(['unchanged /a.rng']);
  });

  test('restores a copy that has been changed', async () => {
    const { address } = await schemaServer({ '/a.rng': rng() });
    const folder = temporaryFolder({ 'tei/a.xml': naming(`${address}/a.rng`) });
    await fetchSchemas(projectOf(folder));
    const [copy = ''] = kept(folder);
    writeFileSync(join(folder, copy), 'changed');
    expect(await fetchedIn(folder, address)).toEqual(['restored /a.rng']);
    expect(readFileSync(join(folder, copy), 'utf8')).toBe(rng());
  });

  test('fetches addresses that are named to it, and leaves the others', async () => {
    const { address, asked } = await schemaServer({ '/a.rng': rng(), '/b.rng': rng('<!-- b -->') });
    const folder = temporaryFolder({ 'tei/a.xml': naming(`${address}/a.rng`) });
    await fetchSchemas(projectOf(folder));
    const addresses = [`${address}/b.rng#part`];
    expect(await fetchedIn(folder, address, { addresses })).toEqual(['fetched /b.rng']);
    expect(asked).toEqual(['/a.rng', '/b.rng']);
    expect(kept(folder)).toHaveLength(3);
  });

  test('follows a redirection, and what is included from there', async () => {
    const { address } = await schemaServer({
      '/latest/tei.rng': { status: 302, location: '/4.9/tei.rng' },
      '/4.9/tei.rng': rng('<include href="part.rng"/>'),
      '/4.9/part.rng': rng(),
    });
    const folder = temporaryFolder({ 'tei/a.xml': naming(`${address}/latest/tei.rng`) });
    expect(await fetchedIn(folder, address)).toEqual([
      'fetched /latest/tei.rng',
      'fetched /4.9/part.rng by /4.9/tei.rng',
    ]);
  });

  test('looks into schemas of the project, and into those of its catalog, for addresses', async () => {
    const { address, asked } = await schemaServer({ '/a.rng': rng(), '/b.rng': rng() });
    const folder = temporaryFolder({
      'tei/a.xml': naming('https://a.example/tei.rng'),
      'schemas/own.rng': rng(`<include href="${address}/a.rng"/>`),
      'copies/tei.rng': rng(`<include href="${address}/b.rng"/>`),
      'catalog.xml':
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><uri name="https://a.example/tei.rng" uri="copies/tei.rng"/></catalog>',
    });
    expect(await fetchedIn(folder, address)).toEqual([
      'fetched /a.rng by schemas/own.rng',
      'fetched /b.rng by copies/tei.rng',
    ]);
    expect(asked).toEqual(['/a.rng', '/b.rng']);
  });

  test('fetches XSD with its imports, DTDs with their parts, and Schematron', async () => {
    const { address } = await schemaServer({
      '/a.xsd': xsd('<xs:import namespace="urn:x" schemaLocation="b.xsd"/>'),
      '/b.xsd': xsd(''),
      '/a.dtd': '<!ENTITY % b SYSTEM "b.mod"> %b;',
      '/b.mod': '<!ELEMENT TEI ANY>',
      '/a.sch': '<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>',
    });
    const folder = temporaryFolder({
      'tei/a.xml': naming(`${address}/a.xsd`, ''),
      'tei/b.xml': `<!DOCTYPE TEI SYSTEM "${address}/a.dtd">${letter('b')}`,
      'tei/c.xml': naming(`${address}/a.sch`, ''),
    });
    expect(await fetchedIn(folder, address)).toEqual([
      'fetched /a.xsd',
      'fetched /b.xsd by /a.xsd',
      'fetched /a.dtd',
      'fetched /b.mod by /a.dtd',
      'fetched /a.sch',
    ]);
  });

  test('of a project whose documents name none, nothing', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a'), 'tei/b.xml': '<TEI>' });
    expect(await fetchedIn(folder, '')).toEqual([]);
    expect(kept(folder)).toEqual([]);
  });

  test('what is no address is refused', async () => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    await expect(fetchSchemas(projectOf(folder), { addresses: ['a.rng'] })).rejects.toThrow(
      '"a.rng" is not an address on the web.',
    );
  });
});

describe('what cannot be had is told, and the rest is fetched', () => {
  const limits = { timeout: 200, bytes: 5000 };
  test.each<[string, Answer, string]>([
    [
      'nothing there',
      { status: 404 },
      'There is nothing at /x.rng (404). Check the address and its capitals; it may have moved.',
    ],
    [
      'not allowed',
      { status: 403 },
      '/x.rng is not open to everybody (403). Save the schema into schemas/ yourself, and name that file.',
    ],
    [
      'a server in trouble',
      { status: 503, retryAfter: '120' },
      'The server of /x.rng cannot answer now (503). Try again later; it asks to wait 120 seconds.',
    ],
    [
      'another status',
      { status: 418 },
      'The server of /x.rng answers with status 418, not with a schema. Open the address in a browser to see what is there.',
    ],
    [
      'a web page',
      { html: '<!DOCTYPE html><html><body/></html>' },
      '/x.rng is a web page, not a schema. Open it in a browser, and look there for the address of the schema itself, often under “raw” or “download”.',
    ],
    [
      'XHTML',
      '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
      '/x.rng is a web page, not a schema. Open it in a browser, and look there for the address of the schema itself, often under “raw” or “download”.',
    ],
    [
      'an ODD',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
      '/x.rng is a TEI document, not a schema. If it is an ODD, take the schema that was made of it.',
    ],
    [
      'other XML',
      '<rss/>',
      '/x.rng is XML, but no schema that is known here: it begins with <rss>. Known are RELAX NG, XML Schema (XSD), DTDs and Schematron.',
    ],
    [
      'XML that is none',
      '<grammar>',
      'What lies at /x.rng is not well-formed XML. Line 1: The file ends while <grammar>, opened on line 1, is not closed. Tell whoever publishes it.',
    ],
    [
      'a text',
      'Not found',
      'What lies at /x.rng is no schema: neither XML nor the compact syntax of RELAX NG. Open it in a browser to see what is there.',
    ],
    ['nothing at all', '', 'What lies at /x.rng is empty. Check the address.'],
    [
      'too much',
      { bytes: 6000 },
      'What lies at /x.rng is larger than 0.005 MB, as no schema is. Check the address. If it is right, save the schema into schemas/ yourself.',
    ],
    [
      'a circle',
      { status: 301, location: '/x.rng' },
      '/x.rng leads from one address to the next, and never to a schema. Open it in a browser, and take the address at which you arrive.',
    ],
    [
      'a redirection to nowhere',
      { status: 301 },
      '/x.rng leads elsewhere, but does not say where. Open it in a browser, and take the address at which you arrive.',
    ],
  ])('%s', async (_, answer, message) => {
    const { address } = await schemaServer({ '/x.rng': answer, '/y.rng': rng() });
    const folder = temporaryFolder({
      'tei/a.xml': naming(`${address}/x.rng`),
      'tei/b.xml': naming(`${address}/y.rng`),
    });
    expect(await fetchedIn(folder, address, { limits })).toEqual([
      `failed /x.rng ${message}`,
      'fetched /y.rng',
    ]);
    expect(kept(folder)).toHaveLength(2);
  });

  const failureOf = async (address: string) => {
    const folder = temporaryFolder({ 'tei/a.xml': letter('a') });
    const [done] = await fetchSchemas(projectOf(folder), { addresses: [address], limits });
    return done?.failure?.message.replace(/:\d+/, '');
  };

  test('a server that does not answer', async () => {
    const { address } = await schemaServer({ '/x.rng': 'silence' });
    expect(await failureOf(`${address}/x.rng`)).toBe(
      '127.0.0.1 did not answer within 0.2 seconds.',
    );
  });

  test('a connection that breaks off', async () => {
    const { address } = await schemaServer({ '/x.rng': 'breaks off' });
    expect(await failureOf(`${address}/x.rng`)).toMatch(
      /^The connection to 127\.0\.0\.1 broke off/,
    );
  });

  test('a server that is not there', async () => {
    const { address, close } = await schemaServer({});
    close();
    expect(await failureOf(`${address}/x.rng`)).toBe('127.0.0.1 cannot be reached (ECONNREFUSED).');
  });

  test('a name that nobody has', async () => {
    expect(await failureOf('http://nobody.invalid/x.rng')).toBe(
      'nobody.invalid cannot be found: there is no network, or no such server.',
    );
  });
});
