// `validate --since`: what a change brought.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { imprimatur, type Run, startImprimatur } from './command-line.js';
import { fine } from './small-projects.js';
import { letter, places, temporaryFolder, writeFiles } from './temporary-project.js';
import { change, commitAll, git, temporaryRepository } from './temporary-repository.js';

const wrong = (name: string) => `In <placename>${name}</placename>.`;
const seoul = 'From <placeName ref="places.xml#seoul">Seoul</placeName>.';

/** A letter with an error of old, one without, and their register, in a commit. */
const files = {
  ...fine,
  'imprimatur.config.json': '{ "rules": { "unused-entry": "off" } }',
  'tei/old.xml': letter(wrong('Pusan'), 'More.'),
  'tei/places.xml': places('seoul', 'inchon'),
};

function since(folder: string, ...words: string[]): Run {
  return imprimatur(folder, 'validate', '--since', 'HEAD', ...words);
}

/** The places and codes of what is told, the shown path first. */
function told(run: Run): string[] {
  const { problems } = JSON.parse(run.stdout) as {
    problems: { file: string; line: number; code: string }[];
  };
  return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

function toldOf(
  changes: Readonly<Record<string, string | undefined>>,
  before: Readonly<Record<string, string>> = files,
): string[] {
  const folder = temporaryRepository(before);
  change(folder, changes);
  return told(since(folder, '--format', 'json'));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('since a revision', () => {
  test('nothing is wrong where nothing has changed', () => {
    const folder = temporaryRepository(files);
    const { status, stdout } = since(folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^No new problems in 0 documents\.\nNothing has changed since HEAD \([0-9a-f]{8}\)\.\n$/,
    );
  });

  test('what lies beside the edition is no matter, and an image of it is', () => {
    const graphic = '<graphic url="page.png"/>';
    const before = { ...files, 'tei/old.xml': letter(graphic), 'tei/page.png': 'PNG' };
    const folder = temporaryRepository(before);
    change(folder, {
      'README.md': 'Read me.',
      'xslt/more.xsl': '<x/>',
      '.github/x.yml': 'on: push',
    });
    expect(since(folder).stdout).toMatch(
      /^No new problems in 0 documents\.\n3 files changed since HEAD \([0-9a-f]{8}\)\.\n$/,
    );
    change(folder, { 'tei/page.png': undefined });
    expect(told(since(folder, '--checks', 'integrity', '--format', 'json'))).toEqual([
      'tei/old.xml:5 integrity/missing-file',
    ]);
  });

  test('what was wrong before is not told, though the file changes around it', () => {
    const folder = temporaryRepository(files);
    change(folder, { 'tei/old.xml': letter('A new paragraph.', `Now: ${wrong('Pusan')}`) });
    const { status, stdout } = since(folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^No new problems in 1 document\.\n1 file changed since HEAD \([0-9a-f]{8}\)\. 1 problem left out that was there before\.\n$/,
    );
  });

  test('what the change brings is told, and no more', () => {
    const folder = temporaryRepository(files);
    change(folder, { 'tei/old.xml': letter(wrong('Pusan'), wrong('Taegu')) });
    const { status, stdout } = since(folder);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^tei\/old\.xml:6:/);
    expect(stdout).toContain('\n1 new error in 1 document.\n1 file changed since HEAD');
  });

  test('files that git does not know yet are checked', () => {
    expect(toldOf({ 'tei/new.xml': letter(wrong('Taegu')) })).toEqual([
      'tei/new.xml:5 relaxng/unknown-element',
    ]);
  });

  test('a file that was renamed keeps its old problems', () => {
    expect(
      toldOf({ 'tei/old.xml': undefined, 'tei/moved.xml': letter(wrong('Pusan'), 'More.') }),
    ).toEqual([]);
  });

  test('a document that points at what is taken away is told, though it has not changed', () => {
    expect(toldOf({ 'tei/places.xml': places('inchon') })).toEqual([
      'tei/letter.xml:5 integrity/dangling-pointer',
      'tei/places.xml:5 integrity/lost-identifier',
    ]);
    expect(toldOf({ 'tei/places.xml': undefined })).toContain(
      'tei/letter.xml:5 integrity/missing-file',
    );
  });

  test('a document that names places which do not exist yet is right when they come with it', () => {
    expect(
      toldOf({
        'tei/places.xml': places('seoul', 'inchon', 'taegu'),
        'tei/new.xml': letter('In <placeName ref="places.xml#taegu">Taegu</placeName>.'),
      }),
    ).toEqual([]);
  });

  test('a changed schema touches all that it judges', () => {
    const schema = files['schemas/letter.rng'].replace(
      '<optional><attribute name="ref"/></optional>',
      '<attribute name="key"/>',
    );
    expect(toldOf({ 'schemas/letter.rng': schema })).toEqual([
      'tei/letter.xml:5 relaxng/unknown-attribute',
    ]);
  });

  test('a changed schema in a folder above the project touches all that it judges', () => {
    const named = (text: string) => `<?xml-model href="../../rules/letter.rng"?>\n${text}`;
    const before = {
      'rules/letter.rng': files['schemas/letter.rng'],
      'edition/tei/letter.xml': named(letter(wrong('Pusan'), '<placeName>Seoul</placeName>')),
    };
    const folder = temporaryRepository(before);
    change(folder, {
      'rules/letter.rng': before['rules/letter.rng'].replace(
        '<attribute name="ref"/></optional>',
        '<attribute name="ref"/></optional><attribute name="key"/>',
      ),
    });
    expect(told(since(join(folder, 'edition'), '--format', 'json'))).toEqual([
      'tei/letter.xml:7 relaxng/missing-attribute',
    ]);
  });

  test('schemas outside the repository judge both versions', () => {
    const outside = temporaryFolder({ 'rules/letter.rng': files['schemas/letter.rng'] });
    const repository = join(outside, 'repository');
    const named = (text: string) => `<?xml-model href="../../rules/letter.rng"?>\n${text}`;
    writeFiles(repository, { 'tei/letter.xml': named(letter(wrong('Pusan'))) });
    git(repository, 'init', '--quiet');
    commitAll(repository);
    change(repository, { 'tei/letter.xml': named(letter(wrong('Pusan'), wrong('Taegu'))) });
    expect(told(since(repository, '--format', 'json'))).toEqual([
      'tei/letter.xml:7 relaxng/unknown-element',
    ]);
  });

  test('a changed configuration touches all documents', () => {
    const before = {
      ...files,
      'imprimatur.config.json': '{ "rules": { "dangling-pointer": "off", "unused-entry": "off" } }',
      'tei/letter.xml': letter(seoul, 'A <placeName ref="places.xml#x">place</placeName>.'),
    };
    expect(toldOf({ 'imprimatur.config.json': files['imprimatur.config.json'] }, before)).toEqual([
      'tei/letter.xml:6 integrity/dangling-pointer',
    ]);
  });

  test('a changed part touches the documents that include it', () => {
    const whole = letter(seoul).replace(
      '</body>',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml"/></body>',
    );
    const part = (text: string) => `<p xmlns="http://www.tei-c.org/ns/1.0">${text}</p>\n`;
    const before = { ...files, 'tei/letter.xml': whole, 'tei/part.xml': part('Fine.') };
    expect(toldOf({ 'tei/part.xml': part(wrong('Taegu')) }, before)).toEqual([
      'tei/part.xml:1 relaxng/unknown-element',
    ]);
    expect(toldOf({ 'tei/part.xml': undefined }, before)).toEqual([
      expect.stringMatching(/^tei\/letter\.xml:6 xml\//),
    ]);
  });

  test('is since the commit at which a branch parted from another', () => {
    const folder = temporaryRepository(files);
    git(folder, 'switch', '--quiet', '-c', 'topic');
    change(folder, { 'tei/letter.xml': letter(seoul, wrong('Taegu')) });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'main');
    change(folder, { 'tei/old.xml': letter('Mended.'), 'tei/more.xml': letter('More.') });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'topic');
    expect(told(imprimatur(folder, 'validate', '--since', 'main', '--format', 'json'))).toEqual([
      'tei/letter.xml:6 relaxng/unknown-element',
    ]);
  });

  test('before the first commit everything is new', () => {
    const folder = temporaryFolder(files);
    git(folder, 'init', '--quiet');
    expect(told(since(folder, '--format', 'json'))).toEqual([
      'tei/old.xml:5 relaxng/unknown-element',
    ]);
  });

  test('what was no project can be one now', () => {
    const folder = temporaryRepository({ 'README.md': 'Soon.' });
    writeFiles(folder, { ...fine, 'tei/letter.xml': letter(wrong('Pusan')) });
    expect(since(folder).status).toBe(1);
  });

  test('the earlier version is not to blame where it cannot be judged: all is told, and why', () => {
    const folder = temporaryRepository({ ...files, 'schemas/letter.rng': '<grammar' });
    change(folder, { 'schemas/letter.rng': fine['schemas/letter.rng'] });
    const { status, stdout } = since(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('What was there cannot be judged, and all that was found is told: ');
  });

  describe('what has not changed is judged as if all of the earlier version were', () => {
    const before: Record<string, string> = {
      ...files,
      'imprimatur.config.json': '{}',
      'tei/dangling.xml': letter('At <placeName ref="places.xml#taegu">Taegu</placeName>.'),
      'tei/broken.xml': '<TEI>',
    };
    const cases: Record<string, Readonly<Record<string, string | undefined>>> = {
      'an entry goes': { 'tei/places.xml': places('inchon') },
      'an entry comes': { 'tei/places.xml': places('seoul', 'inchon', 'taegu') },
      'a register goes': { 'tei/places.xml': undefined },
      'a register breaks': { 'tei/places.xml': '<TEI>' },
      'a letter is mended': { 'tei/broken.xml': letter('Whole.') },
      'an entry is used no more': { 'tei/letter.xml': letter('Nothing.') },
      'a register is renamed': {
        'tei/places.xml': undefined,
        'tei/towns.xml': places('seoul', 'inchon'),
      },
    };

    test.each(Object.entries(cases))('%s', (_, changes) => {
      const schema = `${files['schemas/letter.rng']}<!-- All documents are touched. -->\n`;
      expect(toldOf(changes, before)).toEqual(
        toldOf({ ...changes, 'schemas/letter.rng': schema }, before),
      );
    });
  });

  test('named files alone are checked, from any folder of the project', () => {
    const folder = temporaryRepository(files);
    change(folder, {
      'tei/letter.xml': letter(wrong('Taegu')),
      'tei/old.xml': letter(wrong('Pusan'), wrong('Taegu')),
    });
    expect(told(since(join(folder, 'tei'), 'old.xml', '--format', 'json'))).toEqual([
      'old.xml:6 relaxng/unknown-element',
    ]);
    expect(told(since(folder, '--checks', 'integrity', '--format', 'json'))).toEqual([]);
    expect(told(since(folder, '--schema', 'schemas/letter.rng', '--format', 'json'))).toHaveLength(
      2,
    );
  });

  test('the earlier version leaves nothing behind', () => {
    const folder = temporaryRepository(files);
    change(folder, { 'tei/letter.xml': letter(wrong('Taegu')) });
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    expect(since(folder).status).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
    expect(git(folder, 'status', '--porcelain')).toBe(' M tei/letter.xml');
  });
});

describe('an identifier that is lost', () => {
  const at = (...ids: string[]) => places(...ids);

  test('is told where it was, with what may have become of it', () => {
    const folder = temporaryRepository({ ...files, 'tei/letter.xml': letter('Nothing.') });
    change(folder, { 'tei/places.xml': at('Seoul', 'inchon') });
    const { status, stdout } = since(folder);
    expect(status).toBe(1);
    expect(stdout).toContain(
      'tei/places.xml:5:22: error: The identifier "seoul" of <place>, which was here in HEAD, is lost: published addresses end in #seoul. [integrity/lost-identifier]',
    );
    expect(stdout).toContain(
      'help: "Seoul" is new: if that is the same thing, let it keep xml:id="seoul".',
    );
  });

  test('is a warning where it is in another file now', () => {
    const folder = temporaryRepository({ ...files, 'tei/letter.xml': letter('Nothing.') });
    change(folder, { 'tei/places.xml': at('inchon'), 'tei/towns.xml': at('seoul') });
    const { status, stdout } = since(folder);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'warning: The identifier "seoul" of <place>, which was here in HEAD, is in tei/towns.xml now.',
    );
  });

  test('is told of a file that is gone', () => {
    expect(toldOf({ 'tei/places.xml': undefined, 'tei/letter.xml': letter('Nothing.') })).toEqual([
      'tei/places.xml:5 integrity/lost-identifier',
      'tei/places.xml:6 integrity/lost-identifier',
    ]);
  });

  test('is told of the files that are asked for alone', () => {
    const before = { ...files, 'tei/letter.xml': letter('Nothing.') };
    const folder = temporaryRepository(before);
    change(folder, { 'tei/places.xml': at('inchon'), 'tei/letter.xml': letter('Less.') });
    expect(told(since(folder, 'tei/letter.xml', '--format', 'json'))).toEqual([]);
    expect(told(since(folder, 'tei/places.xml', '--format', 'json'))).toHaveLength(1);
    change(folder, { 'tei/places.xml': undefined });
    expect(told(since(folder, 'tei/letter.xml', '--format', 'json'))).toEqual([]);
    expect(told(since(folder, 'tei', '--format', 'json'))).toHaveLength(2);
  });

  test('is none where the file has another name, or is not well-formed for now', () => {
    const before = { ...files, 'tei/letter.xml': letter('Nothing.') };
    expect(
      toldOf({ 'tei/places.xml': undefined, 'tei/towns.xml': at('seoul', 'inchon') }, before),
    ).toEqual([]);
    expect(toldOf({ 'tei/places.xml': '<TEI>' }, before)).toEqual([
      expect.stringMatching(/^tei\/places\.xml:\d+ xml\//),
    ]);
  });

  test('may go where that is said, or where the rule is off', () => {
    const before = { ...files, 'tei/letter.xml': letter('Nothing.') };
    expect(
      toldOf(
        {
          'tei/places.xml': `<?imprimatur ignore lost-identifier: never published?>\n${at('inchon')}`,
        },
        before,
      ),
    ).toEqual([]);
    expect(
      toldOf(
        {
          'tei/places.xml': at('inchon'),
          'imprimatur.config.json': '{"rules":{"lost-identifier":"off","unused-entry":"off"}}',
        },
        before,
      ),
    ).toEqual([]);
  });

  test('is not looked for without a revision, nor is silencing it told as vain', () => {
    const folder = temporaryFolder({
      ...fine,
      'tei/places.xml': `<?imprimatur ignore lost-identifier: never published?>\n${at('seoul')}`,
    });
    expect(imprimatur(folder, 'validate')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('since a revision, with', () => {
  const changed = () => {
    const folder = temporaryRepository(files);
    change(folder, { 'tei/old.xml': letter(wrong('Pusan'), wrong('Taegu')) });
    return folder;
  };

  test('--baseline, what neither was there nor is recorded is told', () => {
    const folder = temporaryRepository(files);
    imprimatur(folder, 'validate', '--baseline', 'known.txt', '--write-baseline');
    commitAll(folder);
    change(folder, { 'tei/old.xml': letter(wrong('Pusan'), wrong('Taegu')) });
    const run = since(folder, '--baseline', 'known.txt', '--format', 'json');
    expect(told(run)).toEqual(['tei/old.xml:6 relaxng/unknown-element']);
    expect(JSON.parse(run.stdout).summary).toEqual({
      documents: 1,
      errors: 1,
      warnings: 0,
      known: 1,
    });
    expect(since(folder, '--baseline', 'none.txt')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--since sees too little to begin one'),
    });
  });

  test('SARIF, known results are marked', () => {
    const { results } = JSON.parse(since(changed(), '--format', 'sarif').stdout).runs[0];
    expect(results.map((each: { baselineState: string }) => each.baselineState)).toEqual([
      'unchanged',
      'new',
    ]);
  });

  test('no repository, it says so', () => {
    expect(since(temporaryFolder(files))).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: This folder lies in no repository of git, so nothing can be told since a revision.\n' +
        'help: Leave out --since, or put the project under version control: git init.\n',
    });
  });

  test('no such revision, it says which may be meant', () => {
    expect(imprimatur(changed(), 'validate', '--since', 'mian')).toMatchObject({
      status: 2,
      stderr: 'error: There is no revision "mian" in the repository.\nhelp: Did you mean main?\n',
    });
  });

  test('broken rules, it ends with 2 though they were broken before', () => {
    const rules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
      <pattern><rule context="p"><assert test="count((">x</assert></rule></pattern></schema>`;
    const folder = temporaryRepository({ ...files, 'schemas/rules.sch': rules });
    change(folder, { 'tei/letter.xml': letter(seoul, 'More.') });
    expect(since(folder)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining('schematron/broken-rule'),
    });
  });

  test('Ctrl-C, nothing is left', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`tei/l${index}.xml`, letter(wrong('Pusan'))]),
    );
    const folder = temporaryRepository({ ...files, ...many });
    const schema = files['schemas/letter.rng'];
    change(folder, { 'schemas/letter.rng': schema.replace('<mixed>', '<mixed> ') });
    const temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    const running = startImprimatur(folder, 'validate', '--since', 'HEAD');
    const ended = new Promise<number | null>((done) => running.once('exit', done));
    while (readdirSync(temporary).length === 0 && running.exitCode === null) await setTimeout(5);
    running.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
