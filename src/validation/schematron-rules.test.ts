import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { loadProject } from '../project/index.js';
import { type ValidateOptions, type ValidationResult, validate } from './validate.js';

function validated(
  files: Record<string, string>,
  options: ValidateOptions = {},
): Promise<ValidationResult> {
  const project = loadProject('.', { workingDirectory: temporaryFolder(files) });
  return validate(project, { checks: ['relaxng', 'schematron'], ...options });
}

/** What is said: where, how much it weighs, and in which words. */
const said = ({ problems }: ValidationResult): string[] =>
  problems.map(
    ({ file, line, column, severity, message }) =>
      `${file}:${line}:${column} ${severity}: ${message}`,
  );

const sch = (content: string, attributes = '') =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"${attributes}>${content}</schema>`;
const dated =
  '<pattern><rule context="p"><assert test="@when">A paragraph has a date.</assert></rule></pattern>';
const letter = '<letter>\n<p when="1951"/>\n<p/>\n</letter>';

describe('rules in Schematron', () => {
  test('stand alone in schemas/, and their findings have the place of the node', async () => {
    const result = await validated({ 'schemas/rules.sch': sch(dated), 'tei/a.xml': letter });
    expect(said(result)).toEqual(['tei/a.xml:3:2 error: A paragraph has a date.']);
    expect(result.schemas.map(({ file }) => file)).toEqual(['schemas/rules.sch']);
    expect(result.problems[0]?.xpath).toBe('/letter/p[2]');
  });

  test('are found in a RELAX NG schema that embeds them, once even if it is named twice', async () => {
    const rng = `<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
      <oneOrMore><element name="p"><optional><attribute name="when"/></optional></element></oneOrMore>
      <sch:pattern><sch:rule context="letter"><sch:report role="warning" test="p[not(@when)]">Some have no date.</sch:report></sch:rule></sch:pattern>
    </element>`;
    const twice =
      '<?xml-model href="../letter.rng"?><?xml-model href="../letter.rng" schematypens="http://purl.oclc.org/dsdl/schematron"?>';
    const result = await validated({ 'letter.rng': rng, 'tei/a.xml': twice + letter });
    expect(said(result)).toEqual([
      'tei/a.xml:1:130 warning: Some have no date.'.replace('130', `${twice.length + 2}`),
    ]);
    expect(
      said(
        await validated(
          { 'letter.rng': rng, 'tei/a.xml': twice + letter },
          { checks: ['relaxng'] },
        ),
      ),
    ).toEqual([]);
  });

  test('are found in the compact syntax too', async () => {
    const rnc = `namespace sch = "http://purl.oclc.org/dsdl/schematron"
sch:pattern [ sch:rule [ context = "p" sch:assert [ test = "@when" "A paragraph has a date." ] ] ]
start = element letter { element p { attribute when { text }? }* }`;
    expect(said(await validated({ 'schemas/letter.rnc': rnc, 'tei/a.xml': letter }))).toEqual([
      'tei/a.xml:3:2 error: A paragraph has a date.',
    ]);
  });

  test('have phases, which a document or a person chooses', async () => {
    const phases =
      '<phase id="early"><active pattern="a"/></phase><phase id="late"><active pattern="b"/></phase>' +
      ['a', 'b']
        .map(
          (id) =>
            `<pattern id="${id}"><rule context="letter"><report test="true()">${id}</report></rule></pattern>`,
        )
        .join('');
    const files = {
      'rules.sch': sch(phases),
      'tei/a.xml': `<?xml-model href="../rules.sch" phase="late"?>\n${letter}`,
    };
    expect(said(await validated(files))).toEqual(['tei/a.xml:2:2 error: b']);
    expect(said(await validated(files, { phase: 'early' }))).toEqual(['tei/a.xml:2:2 error: a']);
    expect(said(await validated(files, { phase: '#ALL' }))).toHaveLength(2);
    await expect(validated(files, { phase: 'lat' })).rejects.toMatchObject({
      message: 'The schema rules.sch has no phase lat.',
      help: 'Did you mean late? Its phases are early, late, and #ALL for all patterns.',
    });
  });

  test('that are broken are told at their own place, and the others are carried out', async () => {
    const broken =
      '<pattern><rule context="p"><assert test="@when = $then">Never.</assert></rule></pattern>';
    const result = await validated({
      'schemas/rules.sch': sch(`\n${broken}\n${dated}`),
      'tei/a.xml': letter,
    });
    expect(said(result)).toEqual([
      'schemas/rules.sch:2:42 error: @when = $then cannot be evaluated: The variable then is not in scope.',
      'tei/a.xml:3:2 error: A paragraph has a date.',
    ]);
    expect(result.brokenRules).toHaveLength(1);
  });

  test('that cannot be applied to one node are applied to the others', async () => {
    const early =
      '<pattern><rule context="p"><let name="day" value="@when"/><assert test="@when">Undated.</assert><report test="xs:integer($day) lt 1951">Early: <value-of select="$day"/></report></rule></pattern>';
    const result = await validated({
      'schemas/rules.sch': sch(early),
      'tei/a.xml': '<letter>\n<p when="1950"/>\n<p when="soon"/>\n<p/>\n</letter>',
    });
    expect(said(result)).toEqual([
      expect.stringMatching(
        /^schemas\/rules\.sch:1:\d+ error: xs:integer\(\$day\) lt 1951 cannot be evaluated: /,
      ),
      'tei/a.xml:2:2 error: Early: 1950',
      'tei/a.xml:4:2 error: Undated.',
    ]);
  });

  test('that cannot be applied to many nodes are told once, with the first of them', async () => {
    const early =
      '<pattern><rule context="p"><report test="xs:integer(.) lt 1951">Early.</report></rule></pattern>';
    const result = await validated({
      'schemas/rules.sch': sch(early),
      'tei/a.xml': '<letter>\n<p>soon</p>\n<p>late</p>\n<p>1950</p>\n</letter>',
      'tei/b.xml': '<letter>\n<p>never</p>\n</letter>',
    });
    expect(said(result)).toEqual([
      'schemas/rules.sch:1:116 error: xs:integer(.) lt 1951 cannot be evaluated: Cannot cast never to xs:integer, pattern validation failed.',
      'tei/a.xml:4:2 error: Early.',
    ]);
    expect(result.brokenRules).toMatchObject([
      { related: [{ file: 'tei/b.xml', line: 2, message: 'It fails here, for one.' }] },
    ]);
  });

  test('see other files of the project, and variables, keys and the current node', async () => {
    const register = '<list><place id="seoul"/></list>';
    const rules = `<let name="places" value="doc('places.xml')//place"/>
      <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="p" match="p" use="@ref"/>
      <pattern><rule context="p[@ref]">
        <let name="ref" value="@ref"/>
        <assert test="$places[@id = current()/@ref]"><name/> points to <value-of select="$ref"/>, which is nowhere.</assert>
        <report test="count(key('p', @ref)) > 1" role="info">Twice.</report>
      </rule></pattern>`;
    const result = await validated({
      'schemas/rules.sch': sch(rules),
      'tei/a.xml': '<letter><p ref="seoul"/><p ref="busan"/><p ref="seoul"/></letter>',
      'tei/places.xml': register,
    });
    expect(said(result)).toEqual([
      'tei/a.xml:1:10 info: Twice.',
      'tei/a.xml:1:26 error: p points to busan, which is nowhere.',
      'tei/a.xml:1:42 info: Twice.',
    ]);
  });

  test('have the keys of their own schema', async () => {
    const keyed = (match: string, message: string) =>
      sch(
        `<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="k" match="${match}" use="@when"/><pattern><rule context="/"><assert test="key('k', '1951')">${message}</assert></rule></pattern>`,
      );
    const result = await validated({
      'schemas/a.sch': keyed('p', 'No p.'),
      'schemas/b.sch': keyed('q', 'No q.'),
      'tei/a.xml': letter,
    });
    expect(said(result)).toEqual(['tei/a.xml:1:2 error: No q.']);
  });

  test('reach a certain depth, and say so of a document that is nothing but depth', async () => {
    const deep = `<letter>${'<div>'.repeat(50_000)}<p/>${'</div>'.repeat(50_000)}</letter>`;
    const result = await validated({ 'schemas/rules.sch': sch(dated), 'tei/a.xml': deep });
    expect(said(result)).toEqual([
      'tei/a.xml:1:5000 error: <div> lies 1000 elements deep, and the rules of schemas/rules.sch reach no further.',
    ]);
  });

  test('are the same from one thread and from many', async () => {
    const files: Record<string, string> = { 'schemas/rules.sch': sch(dated) };
    for (let number = 0; number < 9; number++) files[`tei/${number}.xml`] = letter;
    const one = await validated(files, { jobs: 1 });
    expect(said(one)).toHaveLength(9);
    expect((await validated(files, { jobs: 3 })).problems).toEqual(one.problems);
  });

  test('that need XSLT are the same from one thread and from many, and from what is kept', async () => {
    const inXslt = `<ns prefix="e" uri="urn:edition"/>
      <function xmlns="http://www.w3.org/1999/XSL/Transform" name="e:year" xmlns:e="urn:edition">
        <param name="date"/><sequence select="$date + 1"/></function>
      <pattern><rule context="p"><report test="e:year(@when)">Then <value-of select="e:year(@when)"/>.</report></rule></pattern>`;
    const files: Record<string, string> = { 'schemas/rules.sch': sch(inXslt + dated) };
    for (let number = 0; number < 5; number++) files[`tei/${number}.xml`] = letter;
    const folder = temporaryFolder(files);
    const run = (jobs: number): Promise<ValidationResult> =>
      validate(loadProject('.', { workingDirectory: folder }), { checks: ['schematron'], jobs });
    const one = await run(1);
    expect(said(one).slice(0, 2)).toEqual([
      'tei/0.xml:2:2 error: Then 1952.',
      'tei/0.xml:3:2 error: A paragraph has a date.',
    ]);
    expect(one.brokenRules).toEqual([]);
    expect((await run(1)).problems).toEqual(one.problems);
    expect((await run(3)).problems).toEqual(one.problems);
    const compiled = readdirSync(join(folder, '.imprimatur/cache')).filter((name) =>
      readFileSync(join(folder, '.imprimatur/cache', name), 'utf8').includes('"N\\":'),
    );
    expect(compiled).toHaveLength(1);
  });

  test('that need XSLT reach no deeper than the others', async () => {
    const deep = `<letter>${'<div>'.repeat(50_000)}<p/>${'</div>'.repeat(50_000)}</letter>`;
    const rules = `<pattern><rule context="letter"><report test="count(sort(.//*/name())) = 999">Deep.</report></rule></pattern>`;
    const result = await validated({ 'schemas/rules.sch': sch(rules), 'tei/a.xml': deep });
    expect(said(result)).toEqual([
      'tei/a.xml:1:2 error: Deep.',
      'tei/a.xml:1:5000 error: <div> lies 1000 elements deep, and the rules of schemas/rules.sch reach no further.',
    ]);
  });
});
