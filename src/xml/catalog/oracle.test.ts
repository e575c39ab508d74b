import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../test/temporary-project.js';
import { Catalog } from './index.js';

// Without what libxml2 does not know: suffix entries, which are of XML Catalogs 1.1, signs written as octets (6.3), and
// public entries that do not count because the system identifier is preferred.

const isThere = spawnSync('xmlcatalog', ['/dev/null']).error === undefined;

const systemIds = ['u:a', 'u:ab', 'u:abc', 'u:b', 'http://x.example/a'];
const publicIds = ['A', 'A B', 'A  B//C', 'B'];
const catalogs = ['catalog.xml', '1.xml', '2.xml', '3.xml'];

const attributeOf = (name: string, values: string[]) =>
  fc.constantFrom(...values).map((value) => `${name}="${value}"`);
/** Only to catalogs further on, so that there are no circles. */
const furtherOn = (at: number) => attributeOf('catalog', catalogs.slice(at + 1));
const target = attributeOf('uri', ['1', 'x/2', 'u:target']);
const prefix = attributeOf('rewritePrefix', ['p/', 'u:p/']);
const starts = ['u:', 'u:a', 'u:ab', 'http:'];

const entry = (at: number): fc.Arbitrary<string> => {
  const element = (name: string, ...attributes: fc.Arbitrary<string>[]) =>
    fc.tuple(...attributes).map((written) => `<${name} ${written.join(' ')}/>`);
  const leadingOn = () => [
    element('delegateSystem', attributeOf('systemIdStartString', starts), furtherOn(at)),
    element('delegatePublic', attributeOf('publicIdStartString', ['A', 'A B', 'B']), furtherOn(at)),
    element('delegateURI', attributeOf('uriStartString', starts), furtherOn(at)),
    element('nextCatalog', furtherOn(at)),
  ];
  return fc.oneof(
    element('system', attributeOf('systemId', systemIds), target),
    element('public', attributeOf('publicId', publicIds), target),
    element('uri', attributeOf('name', systemIds), target),
    element('rewriteSystem', attributeOf('systemIdStartString', starts), prefix),
    element('rewriteURI', attributeOf('uriStartString', starts), prefix),
    ...(at < catalogs.length - 1 ? leadingOn() : []),
  );
};

const preference = fc.constantFrom('', ' prefer="public"');
const base = fc.constantFrom('', ' xml:base="b/"', ' xml:base="http://b.example/"');

const catalogAt = (at: number): fc.Arbitrary<string> => {
  const entries = fc.array(entry(at), { maxLength: 4 }).map((each) => each.join(''));
  // A base would lead to catalogs that are not there.
  const ownBase = at < catalogs.length - 1 ? fc.constant('') : base;
  const group = fc
    .tuple(preference, ownBase, entries)
    .map(([prefer, own, content]) => `<group${prefer}${own}>${content}</group>`);
  const parts = fc.array(fc.oneof(entries, group), { maxLength: 3 });
  return fc
    .tuple(preference, ownBase, parts)
    .map(
      ([prefer, own, content]) =>
        `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"${prefer}${own}>${content.join('')}</catalog>`,
    );
};

/** What `xmlcatalog` answers to commands of its shell, in order. */
function askLibxml(folder: string, commands: readonly string[]): (string | undefined)[] {
  const output = execFileSync('xmlcatalog', ['--shell', join(folder, 'catalog.xml')], {
    input: `${commands.join('\n')}\nquit\n`,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return output
    .split(/^> |\n> /)
    .slice(1, commands.length + 1)
    .map((answer) => (/^(No entry|Resolver failed)/.test(answer) ? undefined : answer.trim()));
}

describe.skipIf(!isThere)('libxml2 says the same', () => {
  test('of random catalogs and all identifiers', () => {
    const folder = temporaryFolder();
    fc.assert(
      fc.property(fc.tuple(...catalogs.map((_, at) => catalogAt(at))), (contents) => {
        writeFiles(
          folder,
          Object.fromEntries(contents.map((text, at) => [catalogs[at] ?? '', text])),
        );
        const catalog = new Catalog(join(folder, 'catalog.xml'), (path) => path);
        const asked = [
          ...systemIds.map((systemId) => ({
            command: `system "${systemId}"`,
            ours: catalog.resolveExternalIdentifier({ systemId }),
          })),
          ...publicIds.map((publicId) => ({
            command: `public "${publicId}"`,
            ours: catalog.resolveExternalIdentifier({ publicId }),
          })),
          ...publicIds.flatMap((publicId) =>
            systemIds.map((systemId) => ({
              command: `resolve "${publicId}" "${systemId}"`,
              ours: catalog.resolveExternalIdentifier({ publicId, systemId }),
            })),
          ),
        ];
        const answers = askLibxml(
          folder,
          asked.map(({ command }) => command),
        );
        expect(
          asked.map(({ command, ours }) => `${command}: ${ours?.uri.replace(/^file:\/\//, '')}`),
        ).toEqual(asked.map(({ command }, at) => `${command}: ${answers[at]}`));
      }),
      { numRuns: 100, seed: 1951 },
    );
  });
});
