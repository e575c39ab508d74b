import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { githubComplaints, gitlabComplaints } from './ci-services.js';
import { imprimatur, imprimaturWith, shell, telegramProject } from './command-line.js';
import { letter, places, temporaryFolder, writeFiles } from './temporary-project.js';
import { change, commitAll, git, temporaryRepository } from './temporary-repository.js';

const root = resolve(import.meta.dirname, '..');

/** The telegram's edition in a repository of its own. */
function telegramRepository(): string {
  const folder = telegramProject();
  git(folder, 'init', '--quiet');
  commitAll(folder, 'The first edition');
  return folder;
}

type Edits = readonly (readonly [old: string, now: string])[];

/** Edits a file, as an editor would; each edit must find its place. */
function edit(folder: string, path: string, edits: Edits): void {
  let text = readFileSync(join(folder, path), 'utf8');
  for (const [old, now] of edits) {
    if (!text.includes(old)) throw new Error(`${path} has no ${old}`);
    text = text.replace(old, () => now);
  }
  writeFiles(folder, { [path]: text });
}

/** What an editor might do in a week: names are marked, a slip among them; a date is mended; a place is renamed. */
function aWeekOfEditing(): string {
  const folder = telegramRepository();
  edit(folder, 'tei/telegram-112096.xml', [
    [
      'Transporting troops is also inadequate.',
      'Transporting <rs type="force" ref="organisations.xml#our-troops">troop</rs> is also inadequate.',
    ],
    [
      'a unit of <orgName ref="organisations.xml#american-troops">American troops</orgName>',
      'a unit of American troops',
    ],
    [
      'hold <placeName ref="places.xml#jemulpo">Jemulpo</placeName>',
      'hold <placeName ref="places.xml#incheon">Jemulpo</placeName>',
    ],
    [
      'cert="medium" resp="#encoder">Our troops</rs> must',
      'cert="low" resp="#encoder">Our troops</rs> must',
    ],
    [
      '<date when="1951-01-28">28 January 1951</date>, addressed',
      '<date when="1951-01-27">27 January 1951</date>, addressed',
    ],
  ]);
  commitAll(folder, 'Names and a date');
  edit(folder, 'tei/telegram-112096.xml', [
    ['xml:id="point-9"', 'xml:id="ninth-point"'],
    ['A digital edition', 'A critical edition'],
    [
      '<p>I ask you to communicate your opinion.</p>',
      '<p>I ask you to <hi rend="underline">communicate</hi> your opinion.</p>\n<p>Greetings.</p>',
    ],
  ]);
  edit(folder, 'tei/places.xml', [
    ['37.45646 126.70515', '37.45 126.7'],
    [
      '<placeName type="modern" xml:lang="en">Suwon',
      '<placeName type="modern" xml:lang="en">Suweon',
    ],
  ]);
  edit(folder, 'tei/persons.xml', [
    ['<listPerson>', '<listPerson><!-- in the order of the alphabet -->'],
  ]);
  return folder;
}

describe('a week of editing the telegram', () => {
  for (const [format, suffix] of [
    ['text', 'txt'],
    ['markdown', 'md'],
    ['json', 'json'],
    ['html', 'html'],
  ] as const) {
    test(`as ${format}`, async () => {
      const folder = aWeekOfEditing();
      const { status, stdout, stderr } = imprimatur(
        folder,
        'changes',
        'HEAD~1',
        '--format',
        format,
      );
      expect([status, stderr]).toEqual([0, '']);
      await expect(stdout).toMatchFileSnapshot(join(root, `test/golden/changes/week.${suffix}`));
    });
  }

  test('the same from any folder of the project, and each time', () => {
    const folder = aWeekOfEditing();
    const once = imprimatur(folder, 'changes', 'HEAD~1', '--format', 'markdown').stdout;
    expect(imprimatur(folder, 'changes', 'HEAD~1', '--format', 'markdown').stdout).toBe(once);
  });

  test('what is not committed yet, unless a revision is named', () => {
    const { stdout } = imprimatur(aWeekOfEditing(), 'changes');
    expect(stdout).toContain('A [-digital-] {+critical+} edition');
    expect(stdout).not.toContain('January');
  });

  test('two revisions, and from where a branch parted', () => {
    const folder = telegramRepository();
    git(folder, 'switch', '--quiet', '--create', 'names');
    edit(folder, 'tei/persons.xml', [['>I.V. Stalin<', '>J.V. Stalin<']]);
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'main');
    edit(folder, 'tei/telegram-112096.xml', [['EXTREMELY URGENT T', 'EXTREMELY URGENT']]);
    commitAll(folder);
    expect(imprimatur(folder, 'changes', 'main..names').stdout).toContain('URGENT');
    const { stdout } = imprimatur(folder, 'changes', 'main...names');
    expect(stdout).toContain('person renamed: [-I.V. Stalin-] {+J.V. Stalin+}');
    expect(stdout).not.toContain('URGENT');
  });
});

describe('documents', () => {
  const repository = () =>
    temporaryRepository({
      'tei/a.xml': letter('One of many words that stand here.', 'Another paragraph of the letter.'),
      'tei/b.xml': letter('The second letter, and what it says.'),
      'tei/places.xml': places('incheon'),
    });

  test('nothing changed', () => {
    const { status, stdout } = imprimatur(repository(), 'changes');
    expect(stdout).toBe('What changed from HEAD to the working tree\nNothing changed.\n');
    expect(status).toBe(0);
  });

  test('one that came, with its address', () => {
    const folder = repository();
    change(folder, { 'tei/c.xml': letter('A new letter.') });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('tei/c.xml  new document: A letter, 3 words');
    expect(stdout).toContain('new: {+c/+} page');
  });

  test('one that went, with its address', () => {
    const folder = repository();
    change(folder, { 'tei/b.xml': undefined });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('tei/b.xml  document removed: A letter, 7 words');
    expect(stdout).toContain('gone: [-b/-] page');
  });

  test('one under another name: its address moved, its words did not change', () => {
    const folder = repository();
    renameSync(join(folder, 'tei/b.xml'), join(folder, 'tei/second.xml'));
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('tei/second.xml  was tei/b.xml');
    expect(stdout).toContain('moved: [-b/-] {+second/+} page');
    expect(stdout).not.toContain('Words');
  });

  test('one that is not well-formed now is told with its place, and the others are compared', () => {
    const folder = repository();
    change(folder, {
      'tei/a.xml': '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<p></TEI>',
      'tei/b.xml': letter('The second letter, and what he says.'),
    });
    const { status, stdout } = imprimatur(folder, 'changes');
    expect(stdout).toMatch(
      /not compared, since it is not well-formed as it is in the working tree:\s+tei\/a\.xml:2:4/,
    );
    expect(stdout).toContain('and what [-it-] {+he+} says.');
    expect(status).toBe(0);
  });

  test('one that was not well-formed then', () => {
    const folder = temporaryRepository({ 'tei/a.xml': '<TEI>' });
    change(folder, { 'tei/a.xml': letter('Mended.') });
    const { status, stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('not well-formed as it was in HEAD: tei/a.xml:1');
    expect(status).toBe(0);
  });

  test('parts that are included are compared where they are included', () => {
    const whole = (paragraphs: string): string =>
      letter('A first paragraph.').replace(
        '</body>',
        `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${paragraphs}"/></body>`,
      );
    const part = (words: string): string =>
      `<div xmlns="http://www.tei-c.org/ns/1.0"><p>${words}</p></div>\n`;
    const folder = temporaryRepository({
      'tei/whole.xml': whole('part.xml'),
      'tei/part.xml': part('What the part says.'),
    });
    change(folder, { 'tei/part.xml': part('What the part said.') });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('tei/whole.xml\n');
    expect(stdout).toContain('What the part [-says-] {+said+}.');
    expect(stdout).not.toContain('tei/part.xml\n');
  });

  test('a project that is a folder of a repository', () => {
    const folder = temporaryRepository({
      'edition/tei/a.xml': letter('Words of a letter.'),
      'software/tei/b.xml': letter('No part of the edition.'),
    });
    change(folder, {
      'edition/tei/a.xml': letter('Words of the letter.'),
      'software/tei/b.xml': letter('Still no part of the edition.'),
    });
    const { stdout } = imprimatur(join(folder, 'edition'), 'changes');
    expect(stdout).toContain('Words of [-a-] {+the+} letter.');
    expect(stdout).not.toContain('Still');
  });

  test('some of them', () => {
    const folder = repository();
    change(folder, {
      'tei/a.xml': letter('One of few words that stand here.', 'Another paragraph of the letter.'),
      'tei/b.xml': letter('The second letter, and what he says.'),
    });
    const { stdout } = imprimatur(folder, 'changes', 'HEAD', 'tei/b.xml');
    expect(stdout).toContain('{+he+}');
    expect(stdout).not.toContain('{+few+}');
    // The revision may be left out.
    expect(imprimatur(folder, 'changes', 'tei/b.xml').stdout).toBe(stdout);
  });

  test('what nobody can see of letters is made visible', () => {
    const folder = temporaryRepository({ 'tei/a.xml': letter('The café and the cooperation.') });
    change(folder, { 'tei/a.xml': letter('The cafe\u0301 and the co\u00adoperation.') });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('the same letters, composed of other characters');
    expect(stdout).toContain('[-cooperation-] {+co‹U+00AD›operation+}');
  });

  test('stylesheets and schemas are told by name', () => {
    const folder = repository();
    change(folder, { 'xslt/html.xsl': '<x/>', 'schemas/a.rng': '<x/>', 'notes.txt': 'x' });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('No document and no register changed.');
    expect(stdout).toContain('xslt/html.xsl: every page may look otherwise.');
    expect(stdout).toContain('schemas/a.rng: nothing that a reader sees.');
    expect(stdout).toContain('notes.txt: not part of the text.');
  });
});

describe('registers', () => {
  test('an entry under another identifier is no entry that went, and names that follow it are linked as before', () => {
    const named = (id: string): string =>
      letter(`A letter from <placeName ref="places.xml#${id}">there</placeName>.`);
    const entry = (id: string): string =>
      places('seoul').replace(
        '</listPlace>',
        `<place xml:id="${id}"><placeName>Incheon</placeName></place></listPlace>`,
      );
    const folder = temporaryRepository({
      'tei/a.xml': named('jemulpo'),
      'tei/places.xml': entry('jemulpo'),
    });
    change(folder, { 'tei/a.xml': named('incheon'), 'tei/places.xml': entry('incheon') });
    const { stdout } = imprimatur(folder, 'changes');
    expect(stdout).toContain('place Incheon has another identifier: [-#jemulpo-] {+#incheon+}');
    expect(stdout).toContain('gone: [-a/#place-jemulpo-]');
    expect(stdout).toContain('pointer that follows its entry');
    expect(stdout).not.toContain('Names');
  });
});

describe('what cannot be told ends with 2', () => {
  test('a revision that is not there', () => {
    const { status, stderr } = imprimatur(
      temporaryRepository({ 'tei/a.xml': letter('A.') }),
      'changes',
      'mian',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('There is no revision "mian"');
  });

  test('a file that is not there, nor was', () => {
    const folder = temporaryRepository({ 'tei/a.xml': letter('A.') });
    const { status, stderr } = imprimatur(folder, 'changes', 'HEAD', 'tei/b.xml');
    expect(status).toBe(2);
    expect(stderr).toContain('There is no file or folder tei/b.xml, and none was changed');
  });

  test('no repository', () => {
    const { status, stderr } = imprimatur(
      temporaryFolder({ 'tei/a.xml': letter('A.') }),
      'changes',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('no git repository');
  });

  test('no git', () => {
    const folder = temporaryRepository({ 'tei/a.xml': letter('A.') });
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'lib/cli/main.js'), 'changes'],
      { cwd: folder, encoding: 'utf8', env: { PATH: folder } },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('There is no program git on the PATH.');
  });
});

test('in a pull request on GitHub it is compared with the branch that it is to go into', () => {
  const folder = temporaryRepository({ 'tei/a.xml': letter('Words of a letter.') });
  const clone = temporaryFolder();
  git(clone, 'clone', '--quiet', folder, 'clone');
  const here = join(clone, 'clone');
  git(here, 'switch', '--quiet', '--create', 'change');
  change(here, { 'tei/a.xml': letter('Words of the letter.') });
  commitAll(here);
  expect(imprimatur(here, 'changes').stdout).toContain('Nothing changed.');
  const { stdout } = imprimaturWith({ GITHUB_BASE_REF: 'main' }, here, 'changes');
  expect(stdout).toContain('What changed from where HEAD parted from origin/main to HEAD');
  expect(stdout).toContain('Words of [-a-] {+the+} letter.');
});

describe('the recipes of docs/how-to/review-a-change.md', () => {
  const page = readFileSync(join(root, 'docs/how-to/review-a-change.md'), 'utf8');
  const [github = '', gitlab = ''] = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(
    ([, text = '']) => text,
  );

  test('are such as the services take', () => {
    expect(githubComplaints(github)).toEqual([]);
    expect(gitlabComplaints(gitlab)).toEqual([]);
  });

  test('write what they promise', () => {
    const folder = aWeekOfEditing();
    for (const [recipe, beginning] of [
      [github, '### What changed'],
      [gitlab, '<!DOCTYPE html>'],
    ] as const) {
      const [, command = ''] = /- (?:run: )?npx (imprimatur changes .*)/.exec(recipe) ?? [];
      expect(shell(folder, command)).toEqual({ status: 0, stdout: '', stderr: '' });
      const file = /> (\S+)/.exec(command)?.[1] ?? '';
      expect(readFileSync(join(folder, file), 'utf8').startsWith(beginning)).toBe(true);
    }
  });
});

test('colour only where it is wanted', () => {
  const { stdout } = imprimatur(aWeekOfEditing(), 'changes');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
  expect(stdout).not.toMatch(/\u001b/);
});
