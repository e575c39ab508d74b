import { describe, expect, it, test } from 'vitest';
import { imprimatur } from './command-line.js';
import { schematronCases, unmet, writeSchematronCase } from './schematron-cases.js';
import { temporaryFolder } from './temporary-project.js';

const rules = (...checks: string[]) =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><title>Dates</title>
<pattern id="dates"><rule context="p">${checks.join('')}</rule></pattern></schema>`;
const dated = '<assert id="dated" test="@when">A paragraph has a date.</assert>';
const short = '<report role="warning" test="string-length() lt 3">It is short.</report>';
const schema = rules(dated, short);
const letter = '<letter>\n<p when="1951">Three</p>\n<p>&lt;</p>\n</letter>';

describe('validate --format svrl', () => {
  const run = (files: Record<string, string>, ...words: string[]) =>
    imprimatur(temporaryFolder(files), 'validate', '--format', 'svrl', ...words);

  test('is the report itself where there is one document and one schema with rules', () => {
    const { status, stdout, stderr } = run({ 'schemas/dates.sch': schema, 'tei/a.xml': letter });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl" title="Dates">
  <svrl:active-pattern id="dates" documents="tei/a.xml"/>
  <svrl:fired-rule context="p"/>
  <svrl:fired-rule context="p"/>
  <svrl:failed-assert id="dated" location="/Q{}letter[1]/Q{}p[2]" test="@when">
    <svrl:text>A paragraph has a date.</svrl:text>
  </svrl:failed-assert>
  <svrl:successful-report role="warning" location="/Q{}letter[1]/Q{}p[2]" test="string-length() lt 3">
    <svrl:text>It is short.</svrl:text>
  </svrl:successful-report>
</svrl:schematron-output>
`);
  });

  test('is one document with all reports where there are several documents or schemas', () => {
    const { status, stdout } = run({
      'schemas/dates.sch': rules(dated),
      'schemas/lengths.sch': rules(short),
      'tei/a.xml': letter,
      'tei/b.xml': '<letter/>',
    });
    expect(status).toBe(1);
    expect(stdout.match(/<report .*>|<svrl:(failed|successful)-\S+/g)).toEqual([
      '<report document="tei/a.xml" schema="schemas/dates.sch">',
      '<svrl:failed-assert',
      '<report document="tei/a.xml" schema="schemas/lengths.sch">',
      '<svrl:successful-report',
      '<report document="tei/b.xml" schema="schemas/dates.sch">',
      '<report document="tei/b.xml" schema="schemas/lengths.sch">',
    ]);
    expect(stdout).toMatch(/^<\?xml .*\?>\n<reports xmlns="urn:imprimatur:svrl">\n/);
    expect(stdout).toMatch(/<\/report>\n<\/reports>\n$/);
  });

  test('--quiet leaves out what is only a warning', () => {
    const { status, stdout } = run(
      { 'schemas/a.sch': rules(short), 'tei/a.xml': letter },
      '--quiet',
    );
    expect(stdout).toContain('fired-rule');
    expect(stdout).not.toContain('successful-report');
    expect(status).toBe(0);
  });

  test('what SVRL cannot tell stands on standard error', () => {
    const { status, stdout, stderr } = run({
      'schemas/a.sch': rules(short),
      'tei/a.xml': letter,
      'tei/b.xml': '<letter>',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('<svrl:active-pattern id="dates" documents="tei/a.xml"/>');
    expect(stdout).not.toContain('tei/b.xml');
    expect(stderr).toContain('tei/b.xml:1:9: error: ');
    expect(stderr).not.toContain('It is short.');
    const broken = run({
      'schemas/a.sch': rules('<assert test="@when = $then">Never.</assert>'),
      'tei/a.xml': letter,
    });
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain('The variable then is not in scope.');
    expect(broken.stdout).toContain('<svrl:fired-rule context="p"/>');
  });

  test('says so where there are no rules, or they are not to be checked', () => {
    expect(run({ 'tei/a.xml': letter }, '--checks', 'schematron')).toMatchObject({
      status: 0,
      stdout: '<?xml version="1.0" encoding="UTF-8"?>\n<reports xmlns="urn:imprimatur:svrl"/>\n',
      stderr: expect.stringContaining(
        'note: There are no rules in Schematron for these documents.',
      ),
    });
    expect(run({ 'tei/a.xml': letter }, '--checks', 'integrity')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Add schematron to --checks, or leave --checks out.'),
    });
  });
});

describe.skipIf(schematronCases.length === 0)('ISO Schematron by the command line', () => {
  const statuses: Readonly<Record<string, number>> = { valid: 0, invalid: 1, error: 2 };

  it.each(schematronCases)('%s', (name) => {
    const folder = temporaryFolder();
    const one = writeSchematronCase(name, folder);
    const phase = one.phase === undefined ? [] : ['--phase', one.phase];
    const words = ['--checks', 'schematron', '--schema', one.schema, ...phase, one.document];
    const run = imprimatur(folder, 'validate', '--format', 'svrl', ...words);
    expect(run.status).toBe(statuses[one.expected]);
    expect(unmet(one, run.stdout)).toEqual([]);
  });
});
