import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../../test/temporary-project.js';
import { change, commitAll, git, temporaryRepository } from '../../test/temporary-repository.js';
import { Failure } from '../problems/index.js';
import { openRepository, type Repository } from './index.js';

function open(folder: string): Repository {
  const repository = openRepository(folder);
  if (repository === undefined) throw new Error(`${folder} is in no repository`);
  return repository;
}

function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return `${error.message} ${error.help ?? ''}`;
    throw error;
  }
  return '';
}

const lines = (...numbers: number[]) => numbers.map((number) => `line ${number}\n`).join('');
const ten = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a repository', () => {
  it('is found from a folder below its root', () => {
    const folder = temporaryRepository({ 'editions/tei/a.xml': '<a/>' });
    expect(open(join(folder, 'editions/tei')).root).toBe(folder);
    expect(open(folder).root).toBe(folder);
  });

  it('has its root by the path under which the folder was named', () => {
    const folder = temporaryRepository({ 'editions/a.xml': '<a/>' });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(folder, link);
    expect(open(join(link, 'editions')).root).toBe(link);
    const inside = join(temporaryFolder(), 'inside');
    symlinkSync(join(folder, 'editions'), inside);
    expect(realpathSync(open(inside).root)).toBe(folder);
  });

  it('is none where there is none', () => {
    expect(openRepository(temporaryFolder())).toBeUndefined();
    const folder = temporaryRepository();
    expect(openRepository(join(folder, '.git'))).toBeUndefined();
  });

  it('may be a second working tree of another', () => {
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    const second = join(temporaryFolder(), 'second');
    git(folder, 'worktree', 'add', '--quiet', second);
    writeFiles(second, { 'b.xml': '<b/>' });
    expect(open(second).changedFiles('HEAD')).toEqual([{ path: 'b.xml', status: 'added' }]);
    expect(open(folder).changedFiles('HEAD')).toEqual([]);
  });

  it('is found by the folder also from a hook, which is told of another', () => {
    const folder = temporaryRepository({ 'tei/a.xml': '<a/>' });
    vi.stubEnv('GIT_DIR', join(temporaryRepository(), '.git'));
    vi.stubEnv('GIT_INDEX_FILE', '.git/index');
    expect(open(join(folder, 'tei')).filesAt('HEAD')).toEqual(['tei/a.xml']);
  });

  it('of another user of the machine is not opened, and how it can be is said', () => {
    const folder = temporaryRepository();
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    expect(failureOf(() => openRepository(folder))).toContain(
      `git config --global --add safe.directory ${folder}`,
    );
  });

  it('cannot be opened without git', () => {
    const folder = temporaryRepository();
    vi.stubEnv('PATH', temporaryFolder());
    expect(failureOf(() => openRepository(folder))).toBe(
      'There is no program git on the PATH. Install git (https://git-scm.com), or leave out what asks for a revision.',
    );
  });
});

describe('a revision', () => {
  it('is known by a branch, a tag, a hash, and what git reckons from them', () => {
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    const first = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'tag', '-a', 'v1', '-m', 'The first');
    writeFiles(folder, { 'a.xml': '<b/>' });
    commitAll(folder);
    const { revision } = open(folder);
    for (const name of ['v1', 'HEAD~1', first, first.slice(0, 9)])
      expect(revision(name)).toBe(first);
  });

  it.each([
    ['mian', 'Did you mean main?'],
    ['topic', 'Did you mean origin/topic?'],
    ['--help', 'Name a branch, a tag or a commit'],
    ['', 'Name a branch, a tag or a commit'],
    ['0000000000000000000000000000000000000000', 'Name the branch that it parted from'],
    ['HEAD:a.xml', 'Name a branch, a tag or a commit'],
  ])('"%s" is none', (name, help) => {
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    git(folder, 'update-ref', 'refs/remotes/origin/topic', 'HEAD');
    const said = failureOf(() => open(folder).revision(name));
    expect(said).toContain(`There is no revision "${name}" in the repository.`);
    expect(said).toContain(help);
  });

  it('of a repository without commits is HEAD, in which there is nothing', () => {
    const folder = temporaryFolder({ 'a.xml': '<a/>' });
    git(folder, 'init', '--quiet');
    const repository = open(folder);
    const empty = repository.revision('HEAD');
    expect(repository.mergeBase('HEAD')).toBe(empty);
    expect(repository.filesAt(empty)).toEqual([]);
    expect(repository.fileAt('HEAD', 'a.xml')).toBeUndefined();
    expect(repository.changedFiles('HEAD')).toEqual([{ path: 'a.xml', status: 'added' }]);
    git(folder, 'add', 'a.xml');
    expect(repository.changedFiles('HEAD')).toEqual([{ path: 'a.xml', status: 'added' }]);
    expect(failureOf(() => repository.revision('main'))).toContain('It has no commit yet');
  });

  it('beyond a shallow history is told with what to fetch', () => {
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    const first = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'switch', '--quiet', '-c', 'topic');
    writeFiles(folder, { 'a.xml': '<b/>' });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'c.xml': '<c/>' });
    commitAll(folder);
    const clone = join(temporaryFolder(), 'clone');
    const words = ['clone', '--quiet', '--depth=1', '--no-single-branch', '--branch', 'topic'];
    git(folder, ...words, `file://${folder}`, clone);
    expect(failureOf(() => open(clone).revision(first))).toContain('fetch-depth: 0');
    expect(failureOf(() => open(clone).mergeBase('origin/main'))).toContain('fetch-depth: 0');
    git(clone, 'fetch', '--quiet', '--unshallow');
    expect(open(clone).mergeBase('origin/main')).toBe(first);
  });

  it('is its own merge base where histories have nothing in common', () => {
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    const main = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'switch', '--quiet', '--orphan', 'other');
    writeFiles(folder, { 'b.xml': '<b/>' });
    commitAll(folder);
    expect(open(folder).mergeBase('main')).toBe(main);
  });
});

describe('changed files', () => {
  it('are those of the working tree, staged, unstaged and unknown', () => {
    const folder = temporaryRepository({
      'a.xml': ten,
      'b.xml': ten,
      'c.xml': ten,
      '.gitignore': 'dist/',
    });
    change(folder, { 'a.xml': '<a/>', 'd.xml': '<d/>', 'dist/x.html': '' });
    git(folder, 'add', 'a.xml');
    change(folder, { 'b.xml': '<b/>' });
    expect(open(folder).changedFiles('HEAD')).toEqual([
      { path: 'a.xml', status: 'modified' },
      { path: 'b.xml', status: 'modified' },
      { path: 'd.xml', status: 'added' },
    ]);
  });

  it('tell a renamed file, whether git knows of it or not', () => {
    const folder = temporaryRepository({ 'a.xml': ten, 'b.xml': `${ten}${ten}` });
    change(folder, { 'a.xml': undefined, 'moved/a.xml': `${ten}one more\n` });
    git(folder, 'mv', 'b.xml', 'c.xml');
    const before = git(folder, 'status', '--porcelain');
    expect(open(folder).changedFiles('HEAD')).toEqual([
      { path: 'c.xml', status: 'renamed', from: 'b.xml' },
      { path: 'moved/a.xml', status: 'renamed', from: 'a.xml' },
    ]);
    expect(git(folder, 'status', '--porcelain')).toBe(before);
  });

  it('are compared as they lie there, though git is to forget them', () => {
    const folder = temporaryRepository({ 'a.xml': ten });
    git(folder, 'rm', '--quiet', '--cached', 'a.xml');
    expect(open(folder).changedFiles('HEAD')).toEqual([]);
    change(folder, { 'a.xml': `${ten}x` });
    expect(open(folder).changedFiles('HEAD')).toEqual([{ path: 'a.xml', status: 'modified' }]);
  });

  it('may have odd names', () => {
    const names = [
      'a b.xml',
      'Шифр.xml',
      'ein "Wort".xml',
      'new\nline.xml',
      '-n.xml',
      '[a]*.xml',
      '인천.xml',
    ];
    const folder = temporaryRepository(Object.fromEntries(names.map((name) => [name, ten])));
    for (const name of names) change(folder, { [name]: `${name}\n` });
    change(folder, { 'noch\teins.xml': '<a/>' });
    const repository = open(folder);
    expect(repository.changedFiles('HEAD').map(({ path }) => path)).toEqual(
      [...names, 'noch\teins.xml'].sort(),
    );
    const contents = [...repository.filesContent('HEAD', names)];
    expect(contents.map(([path]) => path)).toEqual(names);
    expect(new Set(contents.map(([, content]) => `${content}`))).toEqual(new Set([ten]));
    expect(repository.hunks('HEAD', '[a]*.xml')).toHaveLength(1);
  });

  it('leave out what lies in submodules and in repositories of others', () => {
    const other = temporaryRepository({ 'x.xml': '<x/>' });
    const folder = temporaryRepository({ 'a.xml': '<a/>' });
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'sub');
    commitAll(folder);
    writeFiles(join(folder, 'sub'), { 'x.xml': '<y/>', 'z.xml': '<z/>' });
    mkdirSync(join(folder, 'own'));
    git(join(folder, 'own'), 'init', '--quiet');
    writeFiles(folder, { 'own/a.xml': '<a/>' });
    expect(open(folder).changedFiles('HEAD')).toEqual([]);
    expect(open(folder).filesAt('HEAD')).toEqual(['.gitmodules', 'a.xml']);
  });

  it('do not depend on what a person has set', () => {
    const folder = temporaryRepository({ 'tei/a.xml': ten, 'b.xml': ten });
    for (const [name, value] of Object.entries({
      'color.ui': 'always',
      'diff.external': 'false',
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.renames': 'false',
      'diff.context': '9',
      'core.quotePath': 'true',
      'core.fsmonitor': 'false',
      'status.showUntrackedFiles': 'no',
    })) {
      git(folder, 'config', name, value);
    }
    vi.stubEnv('LANGUAGE', 'de');
    vi.stubEnv('LC_ALL', 'de_DE.UTF-8');
    change(folder, { 'tei/a.xml': undefined, 'ü.xml': ten, 'b.xml': ten.replace('line 4', '4') });
    const repository = open(join(folder, 'tei'));
    expect(repository.changedFiles('HEAD')).toEqual([
      { path: 'b.xml', status: 'modified' },
      { path: 'ü.xml', status: 'renamed', from: 'tei/a.xml' },
    ]);
    expect(repository.hunks('HEAD', 'b.xml')).toHaveLength(1);
  });
});

describe('files as they were', () => {
  it('are read below a folder', () => {
    const folder = temporaryRepository({
      'tei/a.xml': '<a/>',
      'tei/b/c.xml': '<c/>',
      'teia/d.xml': '',
    });
    change(folder, { 'tei/a.xml': '<b/>' });
    const repository = open(folder);
    expect(repository.filesAt('HEAD', 'tei')).toEqual(['tei/a.xml', 'tei/b/c.xml']);
    expect(repository.filesAt('HEAD', 'nothing')).toEqual([]);
    expect(`${repository.fileAt('HEAD', 'tei/a.xml')}`).toBe('<a/>');
    expect(repository.fileAt('HEAD', 'tei/none.xml')).toBeUndefined();
    expect(repository.fileAt('HEAD', 'tei')).toBeUndefined();
  });

  it('are read many at once, with all their bytes', () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 256);
    const names = Array.from({ length: 300 }, (_, index) => `f${index}.bin`);
    const folder = temporaryRepository(Object.fromEntries(names.map((name) => [name, bytes])));
    const contents = [...open(folder).filesContent('HEAD', [...names, 'none'])];
    expect(contents.map(([name]) => name)).toEqual(names);
    for (const [, content] of contents) expect(Buffer.from(content).equals(bytes)).toBe(true);
  });

  it('are as they would lie in the working tree', () => {
    const folder = temporaryRepository({
      '.gitattributes': '*.xml text working-tree-encoding=UTF-16LE-BOM',
      'a.xml': Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le'),
    });
    const content = Buffer.from(open(folder).fileAt('HEAD', 'a.xml') ?? []);
    expect(content.toString('utf16le')).toBe('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a/>');
  });
});

describe('hunks', () => {
  const hunksOf = (text: string) => {
    const folder = temporaryRepository({ 'a.xml': ten });
    change(folder, { 'a.xml': text });
    return open(folder).hunks('HEAD', 'a.xml');
  };

  it.each([
    ['nothing', ten, []],
    [
      'a line that is another',
      ten.replace('line 4', '4'),
      [{ oldStart: 4, oldLines: 1, newStart: 4, newLines: 1 }],
    ],
    [
      'lines before line 4',
      ten.replace('line 4', 'x\ny\nline 4'),
      [{ oldStart: 4, oldLines: 0, newStart: 4, newLines: 2 }],
    ],
    [
      'lines that are gone',
      lines(1, 2, 5, 6, 7, 8, 9, 10),
      [{ oldStart: 3, oldLines: 2, newStart: 3, newLines: 0 }],
    ],
  ])('tell of %s', (_, text, expected) => {
    expect(hunksOf(text)).toEqual(expected);
  });

  it('tell of a file that has another name', () => {
    const folder = temporaryRepository({ 'a.xml': ten });
    change(folder, { 'a.xml': undefined, 'b.xml': ten.replace('line 10', '10') });
    expect(open(folder).hunks('HEAD', 'b.xml', 'a.xml')).toEqual([
      { oldStart: 10, oldLines: 1, newStart: 10, newLines: 1 },
    ]);
  });
});
