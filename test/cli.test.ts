import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  imprimatur,
  imprimaturWith,
  shell,
  startImprimatur,
  telegramProject,
} from './command-line.js';
import {
  contentsOf,
  letter,
  places,
  schema,
  temporaryFolder,
  writeFiles,
} from './temporary-project.js';

const fine = {
  'schemas/letter.rng': schema,
  'tei/letter.xml': letter('From <placeName ref="places.xml#seoul">Seoul</placeName>.'),
  'tei/places.xml': places('seoul'),
};
const broken = {
  ...fine,
  'tei/letter.xml': letter('From <placename ref="places.xml#soul">Seoul</placename>.'),
};

/** A stylesheet that makes a page of the text, so that a test need not wait for the whole edition. */
const page = (declarations = '') => `<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" expand-text="yes">
  <xsl:template match="/" name="index"><html><body>{.}</body></html></xsl:template>
${declarations}
</xsl:stylesheet>
`;
const withPage = { ...fine, 'xslt/html.xsl': page().replace('{.}', 'a page') };

describe('validate', () => {
  test('says that there are no problems, and ends with 0', () => {
    expect(imprimatur(temporaryFolder(fine), 'validate')).toEqual({
      status: 0,
      stdout: 'No problems in 2 documents, valid by schemas/letter.rng.\n',
      stderr: '',
    });
  });

  test('shows each problem with its line, and ends with 1', () => {
    const { status, stdout, stderr } = imprimatur(temporaryFolder(broken), 'validate');
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^tei\/letter\.xml:5:\d+: error: .*placename.* \[relaxng\/[a-z-]+\]$/m);
    expect(stdout).toContain(
      '  5 |       <p>From <placename ref="places.xml#soul">Seoul</placename>.</p>',
    );
    expect(stdout).toMatch(/^ {4}\| +\^+$/m);
    expect(stdout).toContain('placeName');
    expect(stdout).toMatch(/\n2 errors in 2 documents\.\n$/);
  });

  test('tells paths as seen from the folder in which it is called', () => {
    const folder = temporaryFolder(broken);
    expect(imprimatur(join(folder, 'tei'), 'validate').stdout).toMatch(/^letter\.xml:5:/m);
    mkdirSync(join(folder, 'notes'));
    expect(imprimatur(join(folder, 'notes'), 'validate').stdout).toMatch(
      /^\.\.\/tei\/letter\.xml:5:/m,
    );
  });

  test('checks single files; the registers still resolve', () => {
    const { status, stdout } = imprimatur(temporaryFolder(fine), 'validate', 'tei/letter.xml');
    expect(stdout).toContain('No problems in 1 document,');
    expect(status).toBe(0);
  });

  test('--checks chooses', () => {
    const run = (checks: string) =>
      imprimatur(temporaryFolder(broken), 'validate', '--checks', checks);
    expect(run('integrity').stdout).toMatch(/integrity\/dangling-pointer[\s\S]*1 error in/);
    expect(run('relaxng').stdout).not.toContain('integrity/');
    expect(run('relaxng,integrity').stdout).toContain('2 errors');
  });

  test('--schema takes the place of schemas/, and may be repeated', () => {
    const folder = temporaryFolder({
      ...fine,
      'other.rng': schema.replace('"placeName"', '"name"'),
    });
    expect(imprimatur(folder, 'validate', '--schema', 'other.rng').status).toBe(2);
    writeFiles(folder, {
      'other.rng': schema.replace('<element name="placeName">', '<element name="name">'),
    });
    expect(imprimatur(folder, 'validate', '--schema', 'other.rng').status).toBe(1);
    const both = imprimatur(
      folder,
      'validate',
      '--schema',
      'schemas/letter.rng',
      '--schema',
      'other.rng',
    );
    expect(both.status).toBe(1);
  });

  test('where there is no schema, it says so', () => {
    const { status, stderr } = imprimatur(
      temporaryFolder({ 'tei/letter.xml': letter('x') }),
      'validate',
    );
    expect(stderr).toBe('note: There is no schema in schemas/, so none was checked against.\n');
    expect(status).toBe(0);
  });
});

describe('validate --format json', () => {
  test('prints one object by the contract, sorted, and nothing else', () => {
    const { status, stdout, stderr } = imprimatur(
      temporaryFolder(broken),
      'validate',
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['version', 'summary', 'problems']);
    expect(report.version).toBe(1);
    expect(report.summary).toEqual({ documents: 2, errors: 2, warnings: 0 });
    for (const problem of report.problems) {
      expect(problem).toMatchObject({
        file: 'tei/letter.xml',
        line: 5,
        column: expect.any(Number),
        endLine: 5,
        endColumn: expect.any(Number),
        severity: 'error',
        code: expect.stringMatching(/^(relaxng|integrity)\/[a-z-]+$/),
        message: expect.any(String),
      });
    }
    const columns = report.problems.map(({ column }: { column: number }) => column);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
  });

  test('prints it when there is nothing to tell, too', () => {
    const { stdout } = imprimatur(temporaryFolder(fine), 'validate', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      summary: { documents: 2, errors: 0, warnings: 0 },
      problems: [],
    });
  });
});

describe('what keeps the tool from its work is one clear line, and 2', () => {
  const ends = (folder: string, words: string[], line: string | RegExp) => {
    const { status, stdout, stderr } = imprimatur(folder, ...words);
    const lines = stderr.split('\n').filter((each) => !each.startsWith('Compiling '));
    expect(lines[0]).toMatch(line);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(status).toBe(2);
    return stderr;
  };

  test('no such file', () => {
    ends(
      temporaryFolder(fine),
      ['validate', 'tei/lettre.xml'],
      /^error: There is no file or folder tei\/lettre\.xml\.$/,
    );
    ends(
      temporaryFolder(fine),
      ['build', 'tei/lettre.xml'],
      /^error: There is no file or folder tei\/lettre\.xml\.$/,
    );
  });

  test('no tei/', () => {
    ends(
      temporaryFolder(),
      ['validate'],
      /^error: There is no folder tei\/ in this folder, nor in one above it\.$/,
    );
    ends(temporaryFolder(), ['build'], /^error: There is no folder tei\//);
  });

  test('nothing in it', () => {
    const folder = temporaryFolder({ 'tei/readme.txt': '' });
    ends(folder, ['validate'], /^error: There is no XML file in tei\/\.$/);
  });

  test('lists only, and no text to publish', () => {
    const folder = temporaryFolder({ 'tei/places.xml': places('seoul') });
    ends(folder, ['build'], /^error: There is nothing to publish: the sources hold lists only/);
  });

  test('a schema that is not there', () => {
    ends(
      temporaryFolder(fine),
      ['validate', '--schema', 'x.rng'],
      /^error: There is no schema x\.rng\.$/,
    );
  });

  test.each([
    ['not well-formed', '<grammar'],
    ['not a schema', '<TEI/>'],
    ['refers to what is not there', schema.replace('name="p"', 'name="q"')],
  ])('a schema that is not one: %s', (_, text) => {
    const folder = temporaryFolder({ ...fine, 'schemas/letter.rng': text });
    const stderr = ends(folder, ['validate'], /^error: .*schemas\/letter\.rng/);
    expect(stderr).toMatch(/schemas\/letter\.rng:\d+:\d+/);
  });

  test('a stylesheet that does not compile, with its place', () => {
    const folder = temporaryFolder({
      ...fine,
      'xslt/html.xsl': page('<xsl:include href="own/names.xsl"/>'),
      'xslt/own/names.xsl': page('<xsl:template match="x">{$regiters}</xsl:template>').replace(
        ' name="index"',
        '',
      ),
    });
    const stderr = ends(
      folder,
      ['build', '--only', 'html'],
      /^error: The stylesheet xslt\/html\.xsl does not compile\.$/,
    );
    expect(stderr).toContain(
      `xslt/own/names.xsl:4:26: error: No binding for variable regiters (XPST0008) [transform/does-not-compile]
  4 | <xsl:template match="x">{$regiters}</xsl:template>
    |                          ^^^^^^^^^
`,
    );
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('a stylesheet that fails, with its place and the document', () => {
    const folder = temporaryFolder({
      ...fine,
      'xslt/html.xsl': page()
        .replace('{.}', '{xs:date("x")}')
        .replace('xmlns:xsl', 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsl'),
    });
    const stderr = ends(
      folder,
      ['build', '--only', 'html'],
      /^error: The stylesheet xslt\/html\.xsl (fails on tei\/letter\.xml|does not compile)\.$/,
    );
    expect(stderr).toMatch(/xslt\/html\.xsl:3:\d+: error: .*\(FORG0001\)/);
  });

  test('a folder that is not ours', () => {
    const folder = temporaryFolder({ ...withPage, 'dist/thesis.txt': 'years of work' });
    ends(
      folder,
      ['build', '--only', 'html'],
      /^error: The folder dist holds files that no build of ours made/,
    );
    expect(readFileSync(join(folder, 'dist/thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('a link', () => {
    const folder = temporaryFolder(withPage);
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'dist'));
    ends(
      folder,
      ['build', '--only', 'html'],
      /^error: dist is a link; what it leads to is not replaced\.$/,
    );
  });

  test('a folder that cannot be written', () => {
    const folder = temporaryFolder({ ...withPage, file: '' });
    ends(
      folder,
      ['build', '--out', 'file/dist'],
      /^error: The folder file\/dist cannot be written: a file is in the way\.$/,
    );
    ends(
      folder,
      ['build', '--only', 'html', '--out', '/proc/dist'],
      /^error: The folder .*proc\/dist cannot be written: /,
    );
  });

  test.each<[string[], RegExp]>([
    [['vaildate'], /^error: unknown command 'vaildate'$/],
    [['validate', '--formt', 'json'], /^error: unknown option '--formt'$/],
    [
      ['validate', '--format', 'xml'],
      /^error: option '--format <format>' argument 'xml' is invalid/,
    ],
    [['validate', '--schema'], /^error: option '--schema <file>' argument missing$/],
    [['validate', '--checks', 'relaxgn'], /^error: There is no check "relaxgn"\.$/],
    [['build', '--only', 'htm'], /^error: There is no edition "htm"\.$/],
  ])('%j', (words, line) => {
    const stderr = ends(temporaryFolder(fine), words, line);
    expect(stderr).toMatch(/Did you mean|Allowed choices|--help/);
  });

  test('nothing typed at all: the help', () => {
    const { status, stderr } = imprimatur(temporaryFolder());
    expect(stderr).toContain('Usage: imprimatur');
    expect(status).toBe(2);
  });
});

describe('help and version', () => {
  test.each([
    [['--help'], ['validate', 'build', 'Exit codes']],
    [
      ['help', 'validate'],
      ['--schema', '--checks', '--format', 'Examples'],
    ],
    [
      ['validate', '--help'],
      ['--schema', '--checks', '--format', 'Examples'],
    ],
    [
      ['build', '--help'],
      ['--only', '--out', 'Examples'],
    ],
  ])('%j', (words, parts) => {
    const { status, stdout } = imprimatur(temporaryFolder(), ...words);
    for (const part of parts) expect(stdout).toContain(part);
    expect(stdout.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(status).toBe(0);
  });

  test('--version is that of the package', () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
    );
    expect(imprimatur(temporaryFolder(), '--version').stdout).toBe(`${version}\n`);
  });
});

describe('on a terminal and off it', () => {
  const inTerminal = (folder: string, variables: string) =>
    shell(
      folder,
      `script -qec '${variables} "${process.execPath}" "${join(import.meta.dirname, '../lib/cli/main.js')}" validate' /dev/null`,
    );
  const hasScript = shell('/', 'script --version').status === 0;

  test('a pipe gets no colours', () => {
    expect(imprimatur(temporaryFolder(broken), 'validate').stdout).not.toContain('\u001b');
  });

  test.skipIf(!hasScript)('a terminal gets them, unless NO_COLOR says no', () => {
    const folder = temporaryFolder(broken);
    expect(inTerminal(folder, 'env -u NO_COLOR TERM=xterm').stdout).toContain('\u001b[31m');
    expect(inTerminal(folder, 'env NO_COLOR=1 TERM=xterm').stdout).not.toContain('\u001b');
    expect(inTerminal(folder, 'env -u NO_COLOR TERM=dumb').stdout).not.toContain('\u001b');
  });

  test('whoever reads no further is not told off', () => {
    const folder = temporaryFolder({
      ...fine,
      'tei/letter.xml': letter(...Array(3000).fill('<hi/>')),
    });
    const { stdout, stderr } = shell(folder, 'imprimatur validate --format json | head -n 1');
    expect(stdout).toBe('{\n');
    expect(stderr).toBe('');
  });
});

describe('build', () => {
  test('says what was published and where', () => {
    expect(imprimatur(temporaryFolder(withPage), 'build', '--only', 'html')).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Published letter as html in dist\/: \d+ files\.\n$/),
      stderr: 'Compiling xslt/html.xsl; it is kept for the next time.\n',
    });
  });

  test('while there are errors it shows them, publishes nothing, and ends with 1', () => {
    const folder = temporaryFolder(broken);
    const { status, stdout, stderr } = imprimatur(folder, 'build');
    expect(stderr).toContain('tei/letter.xml:5:');
    expect(stderr).toMatch(/\nNothing was published\.\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  test('passes on what a stylesheet says', () => {
    const folder = temporaryFolder({
      ...fine,
      'xslt/html.xsl': page().replace('<html>', '<xsl:message>Half way.</xsl:message><html>'),
    });
    const { stderr } = imprimatur(folder, 'build', '--only', 'html');
    expect(stderr).toContain('html tei/letter.xml: Half way.\n');
  });

  test('keeps a compiled stylesheet of the project for the next time', () => {
    const folder = temporaryFolder(withPage);
    imprimatur(folder, 'build', '--only', 'html');
    expect(readdirSync(join(folder, '.imprimatur/cache'))).toEqual([
      expect.stringMatching(/^html\.[0-9a-f]{32}\.sef\.json$/),
    ]);
    expect(imprimatur(folder, 'build', '--only', 'html').stderr).toBe('');
  });

  test('the telegram comes out whole, the same on every machine, and a partial build keeps the rest', () => {
    const [one, two] = [telegramProject(), telegramProject()];
    expect(imprimatur(one, 'build').stdout).toMatch(
      /^Published telegram-112096 as html, text, print in dist\/: \d+ files\.\n$/,
    );
    const first = contentsOf(join(one, 'dist'));
    for (const path of [
      'index.html',
      'telegram-112096/index.html',
      'telegram-112096/telegram-112096.txt',
      'telegram-112096/telegram-112096.pdf',
      'telegram-112096/telegram-112096.xml',
    ]) {
      expect(Object.keys(first)).toContain(path);
    }
    imprimaturWith({ TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, two, 'build');
    expect(contentsOf(join(two, 'dist'))).toEqual(first);
    const partial = imprimatur(two, 'build', '--only', 'text', 'tei/telegram-112096.xml');
    expect(partial.stdout).toMatch(/as text in dist\/: 5 files made, \d+ kept\.\n$/);
    expect(contentsOf(join(two, 'dist'))).toEqual(first);
  });
});

describe('a build that is ended before its time leaves what was published', () => {
  /** Starts a build that writes for a while, and ends it as soon as it has begun to write. */
  async function endedWhileWriting(folder: string, signal: NodeJS.Signals): Promise<number | null> {
    const child = startImprimatur(folder, 'build', '--only', 'html');
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const isWriting = () =>
      readdirSync(folder).some((name) => name.startsWith('.dist.imprimatur-new-'));
    while (!isWriting() && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 2));
    expect(child.exitCode).toBeNull();
    child.kill(signal);
    return ended;
  }

  function manyLetters(): string {
    const letters = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [
        `tei/letter-${number}.xml`,
        letter(`Letter ${number}.`),
      ]),
    );
    return temporaryFolder({ ...withPage, ...letters });
  }

  test('killed: the next build clears up', async () => {
    const folder = manyLetters();
    imprimatur(folder, 'build', '--only', 'html');
    const before = contentsOf(join(folder, 'dist'));
    await endedWhileWriting(folder, 'SIGKILL');
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(imprimatur(folder, 'build', '--only', 'html').status).toBe(0);
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });

  test('interrupted: it clears up itself, and ends with 130', async () => {
    const folder = manyLetters();
    imprimatur(folder, 'build', '--only', 'html');
    const before = contentsOf(join(folder, 'dist'));
    expect(await endedWhileWriting(folder, 'SIGINT')).toBe(130);
    expect(contentsOf(join(folder, 'dist'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});
