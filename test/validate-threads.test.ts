import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imprimatur, type Run } from './command-line.js';
import { letter, places, schema, temporaryFolder, writeFiles } from './temporary-project.js';

/** What is printed with several threads; each run is compared with that of one thread alone. */
function withThreads(folder: string, ...words: string[]): Run {
  const alone = imprimatur(folder, 'validate', ...words, '--jobs', '1');
  for (const jobs of ['2', '4']) {
    expect(imprimatur(folder, 'validate', ...words, '--jobs', jobs)).toEqual(alone);
  }
  return alone;
}

/** Some documents: sound, invalid, not well-formed, not readable as text, with a schema of their own. */
function someDocuments(): Record<string, string | Uint8Array> {
  const documents: Record<string, string | Uint8Array> = {
    'schemas/letter.rng': schema,
    'own.rng': schema.replace('<element name="p">', '<element name="ab">'),
    'tei/places.xml': places('seoul'),
    'tei/cut.xml': '<TEI>',
    'tei/empty.xml': '',
    'tei/bytes.xml': Uint8Array.of(0x3c, 0xff, 0x3e),
  };
  for (let number = 0; number < 40; number++) {
    const name = `tei/${number % 3}/letter-${number}.xml`;
    const lines = Array(number).fill('From <placename ref="../places.xml#soul">Seoul</placename>.');
    documents[name] =
      number % 10 === 9
        ? `<?xml-model href="../../own.rng"?>\n${letter('A letter.')}`
        : number % 10 === 8
          ? `<?xml-model href="gone.rng"?>\n${letter('A letter.')}`
          : letter('A letter.', ...lines);
  }
  return documents;
}

describe('with several threads, the same is printed as with one', () => {
  const folder = (): string => temporaryFolder(someDocuments());

  test('for programs', () => {
    const { status, stdout, stderr } = withThreads(folder(), '--format', 'json');
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).summary.documents).toBe(44);
  });

  test('for people, alike or all', () => {
    expect(withThreads(folder()).stdout).toContain(' more like this in ');
    expect(withThreads(folder(), '--all').stdout).not.toContain(' more like this');
    expect(withThreads(folder(), '--checks', 'relaxng').stdout).not.toContain('integrity/');
  });

  test('by several schemas', () => {
    const { status } = withThreads(
      folder(),
      '--schema',
      'own.rng',
      '--schema',
      'schemas/letter.rng',
    );
    expect(status).toBe(1);
  });

  test('of a schema that is not correct: the failure of the first document that it judges', () => {
    const project = folder();
    writeFiles(project, {
      'schemas/letter.rng': schema.replace('name="p"', 'name="q"'),
      'own.rng': '<grammar',
    });
    const { status, stdout, stderr } = withThreads(project);
    expect(stderr).toMatch(/^error: .*schemas\/letter\.rng/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
    // By path, 29 comes before 8.
    expect(withThreads(project, 'tei/2/letter-29.xml', 'tei/2/letter-8.xml').stderr).toMatch(
      /^error: .*own\.rng/,
    );
  });

  test('whatever is in the documents', () => {
    const project = temporaryFolder({ 'schemas/letter.rng': schema });
    const piece = fc.constantFrom(
      ...['text', '<p>', '</p>', '<hi/>', '<placeName ref="#x">', '</placeName>', '&amp;', '&x;'],
      ...[
        '<!-- -->',
        '<',
        '"',
        '\n',
        '\u4e2d',
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude"/>',
      ],
    );
    const document = fc.array(piece, { maxLength: 12 }).map((pieces) => letter(pieces.join('')));
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 12 }), (documents) => {
        const files = documents.map((text, index) => [`tei/${index}.xml`, text] as const);
        writeFiles(project, Object.fromEntries(files));
        withThreads(project, '--format', 'json', ...files.map(([path]) => path));
      }),
      { numRuns: 8, seed: 31 },
    );
  });

  const shared = resolve(import.meta.dirname, '../../shared');
  const letters = join(shared, 'corpus/letters/editions');
  const releases = join(shared, 'tei');

  test.skipIf(!existsSync(letters) || !existsSync(releases))('of the letters (../shared)', () => {
    const [release = ''] = readdirSync(releases).filter((name) =>
      existsSync(join(releases, name, 'tei_all.rng')),
    );
    const schema = ['--schema', join(releases, release, 'tei_all.rng')];
    const some = readdirSync(letters).filter((_, index) => index % 5 === 0);
    const paths = some.map((name) => join(letters, name));
    const json = withThreads(temporaryFolder(), ...paths, ...schema, '--format', 'json').stdout;
    const { summary, problems } = JSON.parse(json);
    expect(summary.documents).toBe(some.length);
    const rooms = problems.map(({ code }: { code: string }) => code.split('/')[0]);
    expect([...new Set(rooms)].sort()).toEqual(['integrity', 'relaxng', 'schematron']);
    const words = [letters, ...schema, '--checks', 'relaxng'];
    const relaxng = withThreads(temporaryFolder(), ...words).stdout;
    expect(relaxng).toContain(' more like this');
  });
});

describe('--jobs', () => {
  test.each(['0', '-1', '1.5', 'many', '', '10000'])('"%s" is no number of them', (jobs) => {
    const folder = temporaryFolder(someDocuments());
    const { status, stderr } = imprimatur(folder, 'validate', `--jobs=${jobs}`);
    expect(stderr).toContain('A whole number from 1 to 9999 is wanted.');
    expect(status).toBe(2);
  });
});
