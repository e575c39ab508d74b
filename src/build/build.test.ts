import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  contentsOf,
  filesIn,
  letter,
  places,
  temporaryFolder,
  writeFiles,
} from '../../test/temporary-project.js';
import type { Edition, EditionName } from '../editions/index.js';
import { loadProject } from '../project/index.js';
import type { Transformer } from '../transform/index.js';
import { textContent } from '../xml/index.js';
import { type BuildOptions, build, type EditionTable } from './build.js';

/** An edition that writes the name of the edition and the text of the document. */
const plain = (name: EditionName): Edition => ({
  name,
  make: async ({ source, name: document, root, registers }) => [
    {
      path: `${document}.${name}`,
      content: `${name} ${root} ${registers.length} ${textContent(source.tree.root).match(/text \w+/)?.[0] ?? ''}`,
    },
  ],
  makeSite: async ({ documents }) => [
    { path: `${name}.index`, content: documents.map(({ folder }) => folder).join(' ') },
  ],
});

const table: EditionTable = {
  html: async () => plain('html'),
  text: async () => plain('text'),
  print: async () => plain('print'),
};

/** These editions need no stylesheet. */
const transformer: Transformer = {
  prepare: async () => {},
  run: () => Promise.reject(new Error('No stylesheet is run here.')),
};

function project(files: Record<string, string> = {}): string {
  return temporaryFolder({
    'tei/a.xml': letter('text one'),
    'tei/b.xml': letter('text two'),
    ...files,
  });
}

function publish(folder: string, options: BuildOptions = {}, editions: EditionTable = table) {
  const { paths } = options;
  return build(loadProject('.', { workingDirectory: folder, paths }), options, {
    editions,
    transformer,
  });
}

const dist = (folder: string): Record<string, string> => contentsOf(join(folder, 'dist'));

describe('a build', () => {
  test('publishes each document in its folder, its source byte for byte, and what they share', async () => {
    const folder = project({ 'tei/1951/c.xml': letter('text three') });
    const { published } = await publish(folder);
    expect(published?.documents.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    const files = dist(folder);
    expect(Object.keys(files)).toEqual([
      '1951/c/c.html',
      '1951/c/c.print',
      '1951/c/c.text',
      '1951/c/c.xml',
      'a/a.html',
      'a/a.print',
      'a/a.text',
      'a/a.xml',
      'b/b.html',
      'b/b.print',
      'b/b.text',
      'b/b.xml',
      'html.index',
      'imprimatur.json',
      'print.index',
      'text.index',
    ]);
    expect(files['a/a.html']).toBe('html ../ 0 text one');
    expect(files['1951/c/c.html']).toBe('html ../../ 0 text three');
    expect(files['a/a.xml']).toBe(letter('text one'));
    expect(files['html.index']).toBe('1951/c a b');
  });

  test('gives the same bytes again, and in another folder', async () => {
    const [one, two] = [project(), project()];
    await publish(one);
    await publish(two);
    const first = dist(one);
    expect(dist(two)).toEqual(first);
    await publish(one);
    expect(dist(one)).toEqual(first);
  });

  test('publishes the authority files where pointers from the published source lead', async () => {
    const folder = temporaryFolder({
      'tei/1951/a.xml': letter('<placeName ref="../places.xml#seoul">Seoul</placeName>'),
      'tei/b.xml': letter('<placeName ref="lists/more.xml#wonju">Wonju</placeName>'),
      'tei/places.xml': places('seoul'),
      'tei/lists/more.xml': places('wonju').replace(
        '<place ',
        '<place corresp="../places.xml#seoul" ',
      ),
      'tei/unused.xml': places('suwon'),
    });
    await publish(folder, { only: ['text'] });
    expect(filesIn(join(folder, 'dist'))).toEqual([
      '1951/a/a.text',
      '1951/a/a.xml',
      '1951/places.xml',
      'b/b.text',
      'b/b.xml',
      'b/lists/more.xml',
      'b/places.xml',
      'imprimatur.json',
      'text.index',
    ]);
  });

  test('takes away what an earlier one published of a source that is gone', async () => {
    const folder = project();
    await publish(folder);
    rmSync(join(folder, 'tei/b.xml'));
    await publish(folder);
    expect(existsSync(join(folder, 'dist/b'))).toBe(false);
  });

  test('publishes nothing while there are errors', async () => {
    const folder = project();
    await publish(folder);
    const before = dist(folder);
    writeFiles(folder, { 'tei/a.xml': letter('<ref target="#nowhere"/>') });
    const { published, validation } = await publish(folder);
    expect(published).toBeUndefined();
    expect(validation.problems[0]?.code).toBe('integrity/dangling-pointer');
    expect(dist(folder)).toEqual(before);
  });

  test('leaves nothing behind when an edition fails, and what was published as it was', async () => {
    const folder = project();
    await publish(folder);
    const before = contentsOf(folder);
    const failing: EditionTable = {
      ...table,
      print: async () => ({
        name: 'print',
        make: async () => {
          throw new Error('no font');
        },
      }),
    };
    await expect(publish(folder, {}, failing)).rejects.toThrow('no font');
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('a partial build carries over what it does not make', () => {
  test('other editions', async () => {
    const folder = project();
    await publish(folder);
    writeFiles(folder, { 'tei/a.xml': letter('text changed') });
    const { published } = await publish(folder, { only: ['text'] });
    const files = dist(folder);
    expect(files['a/a.text']).toContain('text changed');
    expect(files['a/a.html']).toContain('text one');
    expect(published?.carriedOver).toEqual([
      'a/a.html',
      'a/a.print',
      'b/b.html',
      'b/b.print',
      'html.index',
      'print.index',
    ]);
  });

  test('other documents, which stay in the list of documents', async () => {
    const folder = project();
    await publish(folder);
    writeFiles(folder, { 'tei/a.xml': letter('text changed'), 'tei/c.xml': letter('text new') });
    await publish(folder, { paths: ['tei/a.xml'] });
    const files = dist(folder);
    expect(files['a/a.html']).toContain('text changed');
    expect(files['b/b.html']).toContain('text two');
    expect(files['html.index']).toBe('a b');
    expect(Object.keys(files)).not.toContain('c/c.html');
  });

  test('but not those whose sources are gone', async () => {
    const folder = project();
    await publish(folder);
    rmSync(join(folder, 'tei/b.xml'));
    await publish(folder, { paths: ['tei/a.xml'] });
    expect(Object.keys(dist(folder)).filter((path) => path.startsWith('b/'))).toEqual([]);
    expect(dist(folder)['html.index']).toBe('a');
  });

  test('and is the same as a whole build, when nothing has changed', async () => {
    const folder = project({ 'tei/places.xml': places('seoul') });
    await publish(folder);
    const whole = dist(folder);
    await publish(folder, { only: ['html'], paths: ['tei/b.xml'] });
    expect(dist(folder)).toEqual(whole);
  });

  test('an authority file stands for the documents that point into it', async () => {
    const folder = project({
      'tei/a.xml': letter('text one <placeName ref="places.xml#seoul">Seoul</placeName>'),
      'tei/places.xml': places('seoul'),
    });
    const { published } = await publish(folder, { paths: ['tei/places.xml'] });
    expect(published?.documents.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('sources that would meet in one place are an error that names both', () => {
  test.each([
    ['tei/a.xml', 'tei/A.xml'],
    ['tei/1951/a.xml', 'tei/1951/A.xml'],
  ])('%s and %s', async (first, second) => {
    const folder = temporaryFolder({ [first]: letter('one'), [second]: letter('two') });
    const { published, validation } = await publish(folder);
    expect(published).toBeUndefined();
    expect(validation.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'build/same-place',
        expect.stringMatching(new RegExp(`${first}.*would both be published in`)),
      ],
    ]);
  });

  test('so do files of two makers', async () => {
    const folder = temporaryFolder({
      'tei/a.xml': letter('<ref target="index.xml"/>'),
      'tei/index.xml': places('seoul'),
    });
    const clashing: EditionTable = {
      ...table,
      html: async () => ({ name: 'html', make: async () => [{ path: 'index.xml', content: 'x' }] }),
    };
    await expect(publish(folder, {}, clashing)).rejects.toThrow(
      'The html edition of tei/a.xml and The source tei/index.xml would both be published as a/index.xml.',
    );
  });

  test('a file where another has a folder', async () => {
    const folder = project();
    const clashing: EditionTable = {
      ...table,
      html: async () => ({
        name: 'html',
        make: async () => [
          { path: 'notes', content: '' },
          { path: 'notes/1.html', content: '' },
        ],
      }),
    };
    await expect(publish(folder, {}, clashing)).rejects.toMatchObject({ name: 'Failure' });
  });
});

describe('only a folder of ours is replaced', () => {
  const refuses = (folder: string, out: string | undefined, message: string) =>
    expect(publish(folder, { out })).rejects.toMatchObject({
      name: 'Failure',
      message: expect.stringContaining(message),
    });

  test('not one that holds files of somebody else', async () => {
    const folder = project({ 'dist/thesis.docx': 'years of work' });
    await refuses(folder, undefined, 'The folder dist holds files that no build of ours made');
    expect(dist(folder)).toEqual({ 'thesis.docx': 'years of work' });
  });

  test('nor one with a manifest that is not ours', async () => {
    const folder = project({ 'dist/imprimatur.json': '{"files": []}' });
    await refuses(folder, undefined, 'no build of ours made');
  });

  test('not a link, wherever it leads', async () => {
    const folder = project();
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'dist'));
    await refuses(folder, undefined, 'dist is a link');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    await refuses(folder, 'dangling', 'dangling is a link');
  });

  test.each([
    ['.', 'is the project itself or holds it'],
    ['..', 'is the project itself or holds it'],
    ['tei', 'lies in tei/, among the sources'],
    ['tei/out', 'lies in tei/, among the sources'],
    ['xslt/out', 'lies in xslt/, among the sources'],
    ['file', 'file is a file'],
    ['file/out', 'a file is in the way'],
    ['/proc/out', 'The folder'],
  ])('not %s', async (out, message) => {
    await refuses(project({ file: '' }), out, message);
  });

  test('not a folder with a source that was named', async () => {
    const folder = project({ 'other/c.xml': letter('text') });
    await expect(publish(folder, { out: 'other', paths: ['other/c.xml'] })).rejects.toThrow(
      'other holds the source other/c.xml',
    );
  });

  test('an empty folder will do, and one that is not there yet', async () => {
    const folder = project();
    mkdirSync(join(folder, 'empty'));
    await publish(folder, { out: 'empty' });
    await publish(folder, { out: 'deep/down/here' });
    expect(filesIn(join(folder, 'empty'))).toEqual(filesIn(join(folder, 'deep/down/here')));
  });
});

describe('a build that was killed', () => {
  /** The number of a process that is no more: greater than any that the system gives. */
  const pid = 2 ** 22 + 1;

  test('while it wrote leaves a folder beside, which the next takes away', async () => {
    const folder = project();
    await publish(folder);
    writeFiles(folder, { [`.dist.imprimatur-new-${pid}-1/a/a.html`]: 'half' });
    await publish(folder);
    expect(filesIn(folder).filter((path) => path.startsWith('.dist'))).toEqual([]);
  });

  test('while it swapped has moved the old folder away, and the next puts it back', async () => {
    const folder = project();
    await publish(folder);
    const before = dist(folder);
    renameSync(join(folder, 'dist'), join(folder, `.dist.imprimatur-old-${pid}-1`));
    const { published } = await publish(folder, { only: ['text'], paths: ['tei/a.xml'] });
    expect(published?.carriedOver.length).toBeGreaterThan(0);
    expect(dist(folder)).toEqual(before);
  });

  test('what a running one is writing is left alone', async () => {
    const folder = project({ [`.dist.imprimatur-new-${process.ppid}-1/x`]: 'being written' });
    await publish(folder);
    expect(existsSync(join(folder, `.dist.imprimatur-new-${process.ppid}-1/x`))).toBe(true);
  });
});

describe('what cannot be published is a failure', () => {
  test('an edition that there is not, with the near miss', async () => {
    await expect(publish(project(), { only: ['htm'] })).rejects.toMatchObject({
      message: 'There is no edition "htm".',
      help: 'Did you mean html? The editions are html, text and print.',
    });
  });

  test('lists only', async () => {
    await expect(publish(temporaryFolder({ 'tei/places.xml': places('a') }))).rejects.toThrow(
      'the sources hold lists only, no text',
    );
  });

  test('a source that changes while it is being published', async () => {
    const folder = project();
    const changing: EditionTable = {
      ...table,
      html: async () => ({
        name: 'html',
        make: async () => {
          writeFileSync(join(folder, 'tei/a.xml'), letter('text changed'));
          return [];
        },
      }),
    };
    await expect(publish(folder, {}, changing)).rejects.toThrow(
      'was changed while it was being published',
    );
  });
});

test('two builds at once do not hinder each other', async () => {
  const folder = project();
  await Promise.all([publish(folder), publish(folder)]);
  expect(readFileSync(join(folder, 'dist/a/a.html'), 'utf8')).toContain('text one');
  expect(filesIn(folder).filter((path) => path.startsWith('.dist'))).toEqual([]);
});
