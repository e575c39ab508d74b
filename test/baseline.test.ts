// `validate --baseline`: what was wrong already is not told again.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimaturWith, type Run } from './command-line.js';
import { fine as small } from './small-projects.js';
import { contentsOf, letter, temporaryFolder, writeFiles } from './temporary-project.js';

/** Runs the program as on an editor's machine. */
function run(folder: string, ...words: string[]): Run {
  const nowhere = { CI: '', CONTINUOUS_INTEGRATION: '', TF_BUILD: '', JENKINS_URL: '' };
  return imprimaturWith({ ...nowhere, TEAMCITY_VERSION: '' }, folder, 'validate', ...words);
}

function inCi(folder: string, ...words: string[]): Run {
  return imprimaturWith({ CI: 'true' }, folder, 'validate', ...words);
}

const wrong = (name: string) => `In <placename>${name}</placename>.`;
const right = (name: string) => `In <placeName>${name}</placeName>.`;
/** A project in which nothing is wrong; that nobody speaks of a place is no problem here. */
const fine = {
  ...small,
  'imprimatur.config.json': '{ "rules": { "unused-entry": "off" } }',
};

const known = { ...fine, 'tei/letter.xml': letter(wrong('Seoul'), wrong('Inchon')) };

/** A project with two known problems, both recorded. */
function recorded(): string {
  const folder = temporaryFolder(known);
  expect(run(folder, '--baseline', 'known.txt').status).toBe(0);
  return folder;
}

const baseline = (folder: string): string => readFileSync(join(folder, 'known.txt'), 'utf8');

describe('a baseline', () => {
  test('is written where it is not there, and says so', () => {
    const folder = temporaryFolder(known);
    expect(run(folder, '--baseline', 'known.txt')).toEqual({
      status: 0,
      stdout:
        'No new problems in 2 documents.\n' +
        'Recorded 2 problems in known.txt: from now on only new ones are told. Put the file under version control.\n',
      stderr: '',
    });
    expect(baseline(folder)).toMatch(
      /^imprimatur baseline 1\n(?:# .*\n)+file tei\/letter\.xml\n relaxng\/unknown-element\n(?: {2}[0-9a-f]{10}-[0-9a-f]{4}-[0-9a-f]{4}\n){2}$/,
    );
  });

  test('is the same, byte by byte, wherever and from whatever folder it is written', () => {
    const [one, other] = [recorded(), temporaryFolder(known)];
    expect(run(join(other, 'tei'), '--baseline', '../known.txt').status).toBe(0);
    expect(baseline(other)).toBe(baseline(one));
  });

  test('keeps what it records from being told, though lines are moved', () => {
    const folder = recorded();
    const before = baseline(folder);
    writeFiles(folder, {
      'tei/letter.xml': letter('A paragraph.', 'Another.', wrong('Seoul'), wrong('Inchon')),
    });
    expect(run(folder, '--baseline', 'known.txt')).toEqual({
      status: 0,
      stdout: 'No new problems in 2 documents.\n2 known problems left out (known.txt).\n',
      stderr: '',
    });
    expect(baseline(folder)).toBe(before);
  });

  test('knows a problem again when other words of its line change', () => {
    const folder = recorded();
    writeFiles(folder, { 'tei/letter.xml': letter(`Today. ${wrong('Seoul')}`, wrong('Inchon')) });
    expect(run(folder, '--baseline', 'known.txt').status).toBe(0);
  });

  test('lets only what is new fail, and tells of nothing else', () => {
    const folder = recorded();
    writeFiles(folder, {
      'tei/letter.xml': letter(wrong('Seoul'), wrong('Pusan'), wrong('Inchon')),
    });
    const { status, stdout } = run(folder, '--baseline', 'known.txt');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^tei\/letter\.xml:6:/);
    expect(stdout).toContain(
      '\n1 new error in 2 documents.\n2 known problems left out (known.txt).\n',
    );
  });

  test('counts problems that are equal', () => {
    const twice = `${wrong('Seoul')} ${wrong('Seoul')}`;
    const oneLine = (...parts: string[]) => ({ ...fine, 'tei/letter.xml': letter(parts.join('')) });
    const folder = temporaryFolder(oneLine(twice));
    run(folder, '--baseline', 'known.txt');
    expect(run(folder, '--baseline', 'known.txt').stdout).toContain('2 known problems left out');
    writeFiles(folder, oneLine(twice, ' ', wrong('Seoul')));
    const { status, stdout } = run(folder, '--baseline', 'known.txt');
    expect(status).toBe(1);
    expect(stdout).toContain('1 new error in 2 documents.\n2 known problems left out');
  });

  test('shrinks by itself as problems are fixed', () => {
    const folder = recorded();
    writeFiles(folder, { 'tei/letter.xml': letter(right('Seoul'), wrong('Inchon')) });
    expect(run(folder, '--baseline', 'known.txt')).toEqual({
      status: 0,
      stdout:
        'No new problems in 2 documents.\n' +
        '1 known problem left out (known.txt). 1 known problem fixed: known.txt has shrunk to 1 problem.\n',
      stderr: '',
    });
    writeFiles(folder, known);
    expect(run(folder, '--baseline', 'known.txt').status).toBe(1);
    writeFiles(folder, fine);
    expect(run(folder, '--baseline', 'known.txt').stdout).toContain(
      '1 known problem fixed: nothing is left in known.txt. Delete it, and leave out --baseline.',
    );
  });

  test('does not shrink while there is something new: it may hide what is known', () => {
    const folder = recorded();
    const before = baseline(folder);
    writeFiles(folder, { 'tei/letter.xml': '<TEI>' });
    const { status, stdout } = run(folder, '--baseline', 'known.txt');
    expect(status).toBe(1);
    expect(stdout).toContain(
      '2 known problems not found any more. known.txt shrinks once there is no new error.',
    );
    expect(baseline(folder)).toBe(before);
  });

  test('does not shrink by a run that checks less than the one that wrote it', () => {
    const folder = recorded();
    const before = contentsOf(folder);
    for (const words of [['--checks', 'integrity'], ['tei/places.xml']]) {
      expect(run(folder, ...words, '--baseline', 'known.txt')).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('No known problem of known.txt was found.'),
      });
    }
    expect(contentsOf(folder)).toEqual(before);
  });

  test('does not shrink because a schema is gone', () => {
    const folder = temporaryFolder(known);
    run(folder, '--baseline', 'known.txt');
    const before = baseline(folder);
    const without = temporaryFolder({
      'tei/letter.xml': known['tei/letter.xml'],
      'known.txt': before,
    });
    expect(run(without, '--baseline', 'known.txt').status).toBe(0);
    expect(baseline(without)).toBe(before);
  });

  test('shrinks by a run of the same paths and schemas as wrote it', () => {
    const folder = temporaryFolder({
      ...known,
      'schemas/letter.rng': '',
      'a.rng': known['schemas/letter.rng'],
    });
    const words = ['--schema', 'a.rng', 'tei/letter.xml', '--baseline', 'known.txt'];
    run(folder, ...words);
    writeFiles(folder, { 'tei/letter.xml': letter(right('Seoul'), wrong('Inchon')) });
    expect(run(folder, ...words).stdout).toContain('known.txt has shrunk to 1 problem.');
  });

  test('knows the problems of a file that was renamed', () => {
    const folder = recorded();
    const renamed = {
      ...known,
      'known.txt': baseline(folder),
      'tei/moved.xml': known['tei/letter.xml'],
    };
    const other = temporaryFolder(
      Object.fromEntries(Object.entries(renamed).filter(([path]) => path !== 'tei/letter.xml')),
    );
    expect(run(other, '--baseline', 'known.txt')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(
        '2 known problems left out (known.txt). It knows renamed files by their new names now.',
      ),
    });
    expect(baseline(other)).toBe(baseline(folder).replace('tei/letter.xml', 'tei/moved.xml'));
  });

  test('does not take a copy of a file for the file renamed', () => {
    const folder = recorded();
    writeFiles(folder, { 'tei/copy.xml': known['tei/letter.xml'] });
    expect(run(folder, '--baseline', 'known.txt').stdout).toContain('2 new errors in 3 documents');
  });

  test('is written anew where that is asked for', () => {
    const folder = recorded();
    writeFiles(folder, {
      'tei/letter.xml': letter(wrong('Seoul'), wrong('Pusan'), wrong('Inchon')),
    });
    expect(inCi(folder, '--baseline', 'known.txt', '--write-baseline').stdout).toContain(
      'Recorded 3 problems',
    );
    expect(run(folder, '--baseline', 'known.txt').status).toBe(0);
    expect(run(folder, '--write-baseline')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--write-baseline does not say into which file.'),
    });
  });

  test('and never from what a change brought alone', () => {
    const folder = recorded();
    expect(
      run(folder, '--baseline', 'known.txt', '--write-baseline', '--since', 'HEAD'),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--since sees only what a change brought'),
    });
  });
});

describe('in CI a baseline', () => {
  test('is never begun', () => {
    const folder = temporaryFolder(known);
    expect(inCi(folder, '--baseline', 'known.txt')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: There is no baseline known.txt, and none is begun in CI, where it would pass everything.\n' +
        'help: Run `imprimatur validate --baseline known.txt` on your own machine and commit the file; or ask for it with --write-baseline.\n',
    });
    expect(existsSync(join(folder, 'known.txt'))).toBe(false);
  });

  test('does not change, and what could go from it is told', () => {
    const folder = recorded();
    const before = baseline(folder);
    writeFiles(folder, { 'tei/letter.xml': letter(right('Seoul'), wrong('Inchon')) });
    expect(inCi(folder, '--baseline', 'known.txt')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(
        '1 known problem fixed. Run `imprimatur validate --baseline known.txt` on your own machine and commit the file, which does not change in CI.',
      ),
    });
    expect(baseline(folder)).toBe(before);
  });
});

describe('a file that cannot serve as a baseline', () => {
  const failing = (text: string | ((right: string) => string)) => {
    const folder = recorded();
    writeFiles(folder, { 'known.txt': typeof text === 'string' ? text : text(baseline(folder)) });
    const { status, stderr } = run(folder, '--baseline', 'known.txt');
    expect(status).toBe(2);
    return stderr;
  };

  test.each([
    ['<TEI/>', 'known.txt is not a baseline'],
    ['', 'known.txt is not a baseline'],
    ['imprimatur baseline 2\n', 'was written by a later release of imprimatur'],
    ['imprimatur baseline 1\nfile a\n  aec588f853-50e4-5699\n', 'is damaged on line 3'],
    ['imprimatur baseline 1\nfile a\n xml/x\n  aec588f853-50e4-5699 x0\n', 'is damaged on line 4'],
    ['imprimatur baseline 1\ntei/letter.xml\n', 'is damaged on line 2'],
    ['imprimatur baseline 1\nfile "tei\n', 'is damaged on line 2'],
    ['imprimatur baseline 1\nfile a\n<<<<<<< HEAD\n', 'has a merge that is not settled, on line 3'],
  ])('%j is told: %s', (text, message) => {
    expect(failing(text)).toContain(message);
  });

  test('is told where it was cut off', () => {
    expect(failing((text) => text.slice(0, -4))).toContain('is damaged on line 7');
  });

  test('is a folder', () => {
    expect(run(recorded(), '--baseline', 'tei').stderr).toContain('tei is a folder');
  });
});

test('baselines of two branches can be put together as union merges do', () => {
  const folder = recorded();
  const text = baseline(folder);
  writeFiles(folder, {
    'known.txt': `${text}${text.slice(text.indexOf('file '))}`.replaceAll('\n', '\r\n'),
  });
  expect(run(folder, '--baseline', 'known.txt').status).toBe(0);
  writeFiles(folder, { 'tei/letter.xml': letter(wrong('Seoul'), wrong('Seoul'), wrong('Inchon')) });
  expect(run(folder, '--baseline', 'known.txt').status).toBe(1);
});

test('broken rules are never known, and nothing is recorded beside them', () => {
  const rules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
    <pattern><rule context="p"><assert test="count((">x</assert></rule></pattern></schema>`;
  const folder = temporaryFolder({ ...known, 'schemas/rules.sch': rules });
  const { status, stdout } = run(folder, '--baseline', 'known.txt');
  expect(status).toBe(2);
  expect(stdout).toContain('Nothing was recorded in known.txt');
  expect(existsSync(join(folder, 'known.txt'))).toBe(false);
  const other = recorded();
  writeFiles(other, { 'schemas/rules.sch': rules });
  expect(run(other, '--baseline', 'known.txt')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('schematron/broken-rule'),
  });
});

describe('with a baseline', () => {
  const changed = () => {
    const folder = recorded();
    writeFiles(folder, {
      'tei/letter.xml': letter(wrong('Pusan'), wrong('Seoul'), right('Inchon')),
    });
    return folder;
  };
  const format = (name: string) => inCi(changed(), '--baseline', 'known.txt', '--format', name);

  test('JSON has what is new, and numbers of the rest', () => {
    const { status, stdout, stderr } = format('json');
    const { summary, problems } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(summary).toEqual({ documents: 2, errors: 1, warnings: 0, known: 1, fixed: 1 });
    expect(problems).toMatchObject([{ line: 5 }]);
    expect(stderr).toContain(
      '1 known problem left out (known.txt). 1 known problem not found any more.\n',
    );
  });

  test('SARIF marks what is known', () => {
    const { results } = JSON.parse(format('sarif').stdout).runs[0];
    expect(
      results.map((each: { baselineState: string; suppressions: unknown }) => [
        each.baselineState,
        each.suppressions,
      ]),
    ).toEqual([
      ['new', undefined],
      ['unchanged', [{ kind: 'external', status: 'accepted' }]],
    ]);
  });

  test.each([
    ['junit', /failures="1"/],
    ['github', /^::error [^\n]*\n$/],
  ])('%s has only what is new', (name, text) => {
    expect(format(name).stdout).toMatch(text);
  });

  test('GitLab and Checkstyle have only what is new', () => {
    expect(JSON.parse(format('gitlab').stdout)).toHaveLength(1);
    expect(format('checkstyle').stdout.match(/<error /g)).toHaveLength(1);
  });

  test('--max-warnings counts new warnings, and --quiet leaves them out', () => {
    const rules = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
      <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern>
      <rule context="t:p"><report test="contains(., '!')" role="warning">Not so loud.</report></rule>
      </pattern></schema>`;
    const folder = temporaryFolder({
      ...fine,
      'schemas/rules.sch': rules,
      'tei/letter.xml': letter('Come!'),
    });
    const words = ['--baseline', 'known.txt', '--max-warnings', '0'];
    expect(run(folder, ...words).status).toBe(0);
    expect(run(folder, ...words).status).toBe(0);
    writeFiles(folder, { 'tei/letter.xml': letter('Come!', 'Go!') });
    expect(run(folder, ...words)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is 1 warning; --max-warnings allows 0.'),
    });
    expect(run(folder, ...words, '--quiet').stdout).toContain('No new errors in 2 documents.\n');
  });
});
