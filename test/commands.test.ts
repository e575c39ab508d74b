import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur, shell } from './command-line.js';
import { broken, fine, page, withPage } from './small-projects.js';
import { letter, places, schema, temporaryFolder } from './temporary-project.js';

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
