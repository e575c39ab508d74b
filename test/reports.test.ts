import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imprimatur } from './command-line.js';
import { broken, fine } from './small-projects.js';
import { letter, temporaryFolder } from './temporary-project.js';

/** Errors of several kinds, one of them in two places, a warning, a remark, and paths that formats must escape. */
const project = {
  ...broken,
  'schemas/rules.sch': `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern>
    <rule context="tei:p[contains(., '100%')]">
      <report role="info" test="true()">A share: is it exact, or about "100%"?</report>
    </rule>
  </pattern>
</schema>
`,
  'tei/brief 2, für Péng.xml': letter('彭德怀 <placename>Seoul</placename>', '100% &lt;sure&gt;'),
  'tei/not-closed.xml': letter('From <placeName>Seoul'),
  'tei/oxygen.xml': `<?oxygen RNGSchema="letter.rng"?>\n${letter('x')}`,
};

const formats = {
  sarif: 'sarif.json',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
  checkstyle: 'checkstyle.xml',
} as const;

describe('validate --format', () => {
  test.each(Object.entries(formats))('%s', async (format, name) => {
    const folder = temporaryFolder(project);
    const run = imprimatur(folder, 'validate', '--format', format);
    expect(run.status).toBe(1);
    expect(run.stdout).not.toContain(folder);
    expect(imprimatur(folder, 'validate', '--format', format, '--jobs', '2')).toEqual(run);
    await expect(run.stdout).toMatchFileSnapshot(
      resolve(import.meta.dirname, 'golden/report', name),
    );
  });

  test.each(Object.keys(formats))('%s tells paths from the root of the repository', (format) => {
    const folder = temporaryFolder(
      Object.fromEntries(Object.entries(broken).map(([path, text]) => [`edition/${path}`, text])),
    );
    mkdirSync(join(folder, '.git'));
    const { stdout } = imprimatur(join(folder, 'edition'), 'validate', '--format', format);
    expect(stdout).toContain('edition/tei/letter.xml');
    expect(stdout).not.toContain(folder);
  });

  test('a format that there is not ends with 2 and names those there are', () => {
    const { status, stderr } = imprimatur(temporaryFolder(fine), 'validate', '--format', 'xml');
    expect(status).toBe(2);
    expect(stderr).toContain('pretty, json, sarif, junit, github, gitlab, checkstyle');
  });
});

describe('warnings', () => {
  const doubtful = {
    ...fine,
    'tei/oxygen.xml': `<?oxygen RNGSchema="letter.rng"?>\n${letter('x')}`,
  };

  test('--quiet does not tell of them, and ends as without', () => {
    const folder = temporaryFolder(doubtful);
    expect(imprimatur(folder, 'validate').stdout).toContain('1 warning in 3 documents.');
    const { status, stdout } = imprimatur(folder, 'validate', '--quiet');
    expect(stdout).toBe('No errors in 3 documents, valid by schemas/letter.rng.\n');
    expect(status).toBe(0);
    const json = imprimatur(folder, 'validate', '--quiet', '--format', 'json').stdout;
    expect(JSON.parse(json).problems).toEqual([]);
  });

  test('--max-warnings lets so many pass, and no more', () => {
    const folder = temporaryFolder(doubtful);
    expect(imprimatur(folder, 'validate', '--max-warnings', '1').status).toBe(0);
    const run = imprimatur(folder, 'validate', '--max-warnings', '0', '--quiet');
    expect(run.status).toBe(1);
    expect(run.stderr).toBe('error: There is 1 warning; --max-warnings allows 0.\n');
  });

  test('--max-warnings takes a whole number', () => {
    const run = imprimatur(temporaryFolder(doubtful), 'validate', '--max-warnings', 'few');
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('A whole number from 0 on is wanted.');
  });
});
