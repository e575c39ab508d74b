import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letter, places, schema, temporaryFolder } from '../../test/temporary-project.js';
import { loadProject } from '../project/index.js';
import { type ValidateOptions, validate } from './validate.js';

async function problemsOf(
  files: Record<string, string>,
  options: ValidateOptions = {},
): Promise<string[]> {
  const workingDirectory = temporaryFolder(files);
  const project = loadProject('.', { workingDirectory, paths: options.paths });
  const { problems } = await validate(project, options);
  return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const dangling = letter('<placeName ref="places.xml#busan">Pusan</placeName>');

describe('all checks run', () => {
  test('on every source, problems sorted by file and place', async () => {
    expect(
      await problemsOf({
        'schemas/letter.rng': schema,
        'tei/b.xml': letter('<hi>no</hi>'),
        'tei/a.xml': dangling,
        'tei/c.xml': '<TEI>',
        'tei/places.xml': places('seoul'),
      }),
    ).toEqual([
      'tei/a.xml:5 integrity/dangling-pointer',
      'tei/b.xml:5 relaxng/unknown-element',
      expect.stringMatching(/^tei\/c\.xml:1 xml\//),
    ]);
  });

  test('however many problems there are in one document', async () => {
    const many = 130_000;
    const text = '<hi/>'.repeat(many);
    const found = await problemsOf({ 'schemas/letter.rng': schema, 'tei/a.xml': letter(text) });
    expect(found).toHaveLength(many);
  });

  test('or those that are chosen; that a source is well-formed is always checked', async () => {
    const files = { 'schemas/a.rng': schema, 'tei/a.xml': letter('<hi/>'), 'tei/b.xml': '<TEI>' };
    expect(await problemsOf(files, { checks: ['integrity'] })).toEqual([
      expect.stringMatching(/^tei\/b\.xml:1 xml\//),
    ]);
  });

  test('a check that there is not is a failure with the near miss', async () => {
    await expect(
      problemsOf({ 'tei/a.xml': letter('a') }, { checks: ['relaxgn'] }),
    ).rejects.toMatchObject({
      message: 'There is no check "relaxgn".',
      help: 'Did you mean relaxng? The checks are relaxng, xsd, dtd, schematron and integrity.',
    });
  });
});

describe('single files', () => {
  test('are reported alone, and find the registers all the same', async () => {
    const files = {
      'tei/a.xml': letter('<placeName ref="places.xml#seoul">Seoul</placeName>'),
      'tei/b.xml': dangling,
      'tei/places.xml': places('seoul'),
    };
    expect(await problemsOf(files, { paths: ['tei/a.xml'] })).toEqual([]);
    expect(await problemsOf(files, { paths: ['tei'] })).toEqual([
      'tei/b.xml:5 integrity/dangling-pointer',
    ]);
  });

  test('that point into a register which is not well-formed: the register is to blame', async () => {
    const files = { 'tei/a.xml': dangling, 'tei/places.xml': '<TEI>', 'tei/other.xml': '<TEI>' };
    expect(await problemsOf(files, { paths: ['tei/a.xml'] })).toEqual([
      expect.stringMatching(/^tei\/places\.xml:1 xml\//),
    ]);
  });
});

describe('which schema judges', () => {
  const strict = schema.replace('<element name="p">', '<element name="ab">');
  const files = {
    'schemas/a.rng': schema,
    'strict.rng': strict,
    'tei/a.xml': letter('a'),
    'tei/b.xml': `<?xml-model href="../strict.rng"?>\n${letter('a')}`,
  };
  const codes = async (options: ValidateOptions) =>
    (await problemsOf(files, options)).map((each) => each.slice(0, 9));

  test('those of schemas/, unless a document names its own', async () => {
    expect(new Set(await codes({}))).toEqual(new Set(['tei/b.xml']));
  });

  test('those that are given, before all others', async () => {
    expect(new Set(await codes({ schemas: ['strict.rng'] }))).toEqual(
      new Set(['tei/a.xml', 'tei/b.xml']),
    );
    expect(await codes({ schemas: ['schemas/a.rng'] })).toEqual([]);
  });

  test('a schema that is not there is a failure', async () => {
    await expect(codes({ schemas: ['lax.rng'] })).rejects.toThrow('There is no schema lax.rng.');
  });

  test('so is one that is not a schema', async () => {
    await expect(codes({ schemas: ['tei/a.xml'] })).rejects.toMatchObject({ name: 'Failure' });
  });
});

describe('what is read', () => {
  const files = {
    'schemas/letter.rng': schema,
    'tei/a.xml': letter('<placeName ref="places.xml#seoul">Seoul</placeName>'),
    'tei/b.xml': letter('<placeName ref="places.xml#busan">Pusan</placeName>'),
    'tei/c.xml': letter('<hi/>'),
    'tei/places.xml': places('seoul'),
  };

  test('is not kept', async () => {
    const project = loadProject('.', { workingDirectory: temporaryFolder(files) });
    await validate(project);
    expect(project.documents.filter(({ isRead }) => isRead)).toEqual([]);
  });

  test('is one document and those that it points into, where one is asked for', async () => {
    const folder = temporaryFolder(files);
    const paths = ['tei/a.xml'];
    const project = loadProject('.', { workingDirectory: folder, paths });
    for (const other of ['tei/b.xml', 'tei/c.xml']) rmSync(join(folder, other));
    expect((await validate(project, { paths })).problems).toEqual([]);
    rmSync(join(folder, 'tei/places.xml'));
    await expect(validate(project, { paths })).rejects.toThrow('There is no file tei/places.xml.');
  });

  test('tells the same as trees that somebody has asked for before', async () => {
    const folder = temporaryFolder(files);
    const fresh = loadProject('.', { workingDirectory: folder });
    const read = loadProject('.', { workingDirectory: folder });
    for (const document of read.documents) expect(document.tree).toBeDefined();
    expect((await validate(read)).problems).toEqual((await validate(fresh)).problems);
  });
});
