import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml } from '../xml/index.js';
import { loadSchematron } from './index.js';

const prefixes =
  'xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:sqf="http://www.schematron-quickfix.com/validator/process"';
const fix = (id: string, title: string, attributes = '', more = '') =>
  `<sqf:fix id="${id}" ${attributes}><sqf:description><sqf:title>${title}</sqf:title>${more}</sqf:description><sqf:delete/></sqf:fix>`;
const rule = (names: string, ...fixes: string[]) =>
  `<sch:pattern><sch:rule context="p"><sch:let name="day" value="@n"/><sch:assert test="@when" ${names}>It has a date.</sch:assert>${fixes.join('')}</sch:rule></sch:pattern>`;
const schema = (...content: string[]) =>
  `<sch:schema ${prefixes} queryBinding="xslt2">${content.join('\n')}</sch:schema>`;

/** What is shown as help of the first finding, and what is doubtful or broken in the schema. */
function checked(text: string, document = '<letter><p n="28"/></letter>', file = 'schema.sch') {
  const folder = temporaryFolder({ [file]: text });
  const schematron = loadSchematron({ path: `${folder}/${file}`, file });
  const { document: tree } = parseXml({ file: 'a.xml', text: document });
  if (schematron === undefined || tree === undefined) throw new Error('Both can be read.');
  const { problems, broken } = schematron.check(tree);
  return {
    help: problems[0]?.help,
    doubts: schematron.doubts.map(
      ({ line, column, endColumn, severity, message, help }) =>
        `${line}:${column}-${endColumn} ${severity}: ${message} ${help}`,
    ),
    broken: broken.map(({ message }) => message),
  };
}

const none = { doubts: [], broken: [] };

describe('quick fixes are shown as help', () => {
  test('those of the rule, with what their titles and descriptions reckon', () => {
    const add = fix(
      'add',
      'Add the day <sch:value-of select="$day"/> to <sch:name/>',
      '',
      '<sqf:p>The day stands in @n.</sqf:p><sqf:p>It is <sch:value-of select="@n"/>.</sqf:p>',
    );
    expect(checked(schema(rule('sqf:fix="add"', add)))).toEqual({
      ...none,
      help: 'Quick fix: Add the day 28 to p. The day stands in @n. It is 28.',
    });
  });

  test('those of the schema, unless the rule has one of the same name', () => {
    const shared = `<sqf:fixes>${fix('add', 'Add it')}${fix('delete', 'Delete it')}</sqf:fixes>`;
    expect(checked(schema(shared, rule('sqf:fix="add delete"')))).toEqual({
      ...none,
      help: 'Quick fix: Add it. Quick fix: Delete it.',
    });
    expect(checked(schema(rule('sqf:fix="add"', fix('add', 'Add the day!')), shared)).help).toBe(
      'Quick fix: Add the day!',
    );
  });

  test('all of a group, in the rule or in the schema, where the group is used', () => {
    const group = (attributes: string) =>
      `<sqf:group id="dates" ${attributes}>${fix('add', 'Add it')}${fix('copy', 'Copy it', 'use-when="@n"')}</sqf:group>`;
    const both = 'Quick fix: Add it. Quick fix: Copy it.';
    expect(checked(schema(rule('sqf:fix="dates"', group('')))).help).toBe(both);
    expect(
      checked(schema(`<sqf:fixes>${group('')}</sqf:fixes>`, rule('sqf:fix="dates"'))).help,
    ).toBe(both);
    expect(checked(schema(rule('sqf:fix="dates"', group('use-when="not(@n)"')))).help).toBe(
      undefined,
    );
    expect(checked(schema(rule('sqf:fix="copy"', group('')))).help).toBe('Quick fix: Copy it.');
  });

  test('only where use-when holds of the node', () => {
    const text = schema(rule('sqf:fix="add"', fix('add', 'Add it', 'use-when="$day = 28"')));
    expect(checked(text).help).toBe('Quick fix: Add it.');
    expect(checked(text, '<p n="29"/>').help).toBe(undefined);
  });

  test('once for each item of use-for-each, which the title may name', () => {
    const title = 'Take <sch:value-of select="$sqf:current"/>';
    const text = (each: string) =>
      schema(rule('sqf:fix="take"', fix('take', title, `use-for-each="${each}"`)));
    const letter = '<letter><p/><date>1950</date><date>1951</date></letter>';
    expect(checked(text('//date'), letter)).toEqual({
      ...none,
      help: 'Quick fix: Take 1950. Quick fix: Take 1951.',
    });
    expect(checked(text('1 to 3')).help).toBe(
      'Quick fix: Take 1. Quick fix: Take 2. Quick fix: Take 3.',
    );
    expect(checked(text('//nothing')).help).toBe(undefined);
    expect(checked(text('1 to 1000')).help?.match(/Take/g)).toHaveLength(10);
  });

  test('the default one first', () => {
    const fixes = [fix('add', 'Add it'), fix('delete', 'Delete it')];
    expect(
      checked(schema(rule('sqf:fix="add delete" sqf:default-fix="delete"', ...fixes))),
    ).toEqual({
      ...none,
      help: 'Recommended quick fix: Delete it. Quick fix: Add it.',
    });
  });

  test('with the variables and parameters of the fix; what a person is asked for is no title', () => {
    const asks = `<sqf:fix id="add"><sqf:param name="unit" default="'day'"/>
      <sqf:user-entry name="value" default="$unit"><sqf:description><sqf:title>Which?</sqf:title></sqf:description></sqf:user-entry>
      <sch:let name="all" value="concat($day, ' ', $unit, ' ', $value)"/>
      <sqf:description><sqf:title>Add <sch:value-of select="$all"/></sqf:title></sqf:description></sqf:fix>`;
    expect(checked(schema(rule('sqf:fix="add"', asks)))).toEqual({
      ...none,
      help: 'Quick fix: Add 28 day day.',
    });
  });

  test('also those of abstract rules and patterns, with the parameters put in', () => {
    const pattern = `<sch:pattern abstract="true" id="dated">
        <sch:rule abstract="true" id="base">${fix('add', 'Add to <sch:value-of select="$what/@n"/>')}</sch:rule>
        <sch:rule context="$what"><sch:extends rule="base"/><sch:assert test="@when" sqf:fix="add">It has a date.</sch:assert></sch:rule>
      </sch:pattern>
      <sch:pattern is-a="dated"><sch:param name="what" value="//p"/></sch:pattern>`;
    expect(checked(schema(pattern))).toEqual({ ...none, help: 'Quick fix: Add to 28.' });
  });

  test('also in a schema in RELAX NG', () => {
    const rng = `<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0" ${prefixes}>
      <sqf:fixes>${fix('add', 'Add it')}</sqf:fixes>${rule('sqf:fix="add"')}<zeroOrMore><element name="p"><empty/></element></zeroOrMore></element>`;
    expect(checked(rng, '<p/>', 'schema.rng')).toEqual({ ...none, help: 'Quick fix: Add it.' });
  });
});

describe('what is named and not there is told, and everything else is checked', () => {
  test('a quick fix, with the one that was likely meant', () => {
    const text = schema(rule('sqf:fix="ad"', fix('add', 'Add it'), fix('delete', 'Delete it')));
    const column = text.indexOf('sqf:fix="ad"') + 'sqf:fix="'.length + 1;
    expect(checked(text)).toEqual({
      ...none,
      help: undefined,
      doubts: [
        `1:${column}-${column + 2} warning: There is no quick fix ad for this assert. Did you mean add? The quick fixes that can be named here are add, delete.`,
      ],
    });
  });

  test('a default quick fix, where there is none at all', () => {
    const { doubts } = checked(schema(rule('sqf:default-fix="add"')));
    expect(doubts).toEqual([
      expect.stringMatching(
        /There is no quick fix add for this assert\. Define it with <sqf:fix> in the rule, or in <sqf:fixes> of the schema; there is none yet\.$/,
      ),
    ]);
  });

  test('diagnostics and properties', () => {
    const diagnostics =
      '<sch:diagnostics><sch:diagnostic id="why">Because.</sch:diagnostic></sch:diagnostics>';
    const text = schema(rule('diagnostics="why wy" properties="p"'), diagnostics);
    expect(checked(text)).toMatchObject({
      help: 'Because.',
      doubts: [
        expect.stringContaining(
          'There is no diagnostic wy for this assert. Those of the schema are why.',
        ),
        expect.stringContaining(
          'There is no property p for this assert. The schema has none: define it in <properties>.',
        ),
      ],
    });
  });

  test('a variable in the title of a quick fix: the finding stands', () => {
    const title = 'Add <sch:value-of select="$nothing"/>';
    const { help, broken } = checked(schema(rule('sqf:fix="add"', fix('add', title))));
    expect(help).toBe(undefined);
    expect(broken).toEqual(['$nothing cannot be evaluated: The variable nothing is not in scope.']);
  });
});
