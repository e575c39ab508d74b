import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur } from './command-line.js';
import { broken, fine } from './small-projects.js';
import { letter, schema, temporaryFolder, writeFiles } from './temporary-project.js';

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
    expect(stderr).toBe(
      'note: No document was checked against a schema. It names none, and there is none in schemas/.\n',
    );
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
