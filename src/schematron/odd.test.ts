import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml } from '../xml/index.js';
import { loadSchematron } from './index.js';

// The Schematron of an ODD (TEI Guidelines, chapter Documentation Elements, “Additional Constraints”).

const tei = 'http://www.tei-c.org/ns/1.0';

/** What the rules of an ODD say of a letter: where, and what. */
function said(declarations: string, letter: string): readonly string[] {
  const folder = temporaryFolder({
    'letter.odd': `<TEI xmlns="${tei}" xmlns:sch="http://purl.oclc.org/dsdl/schematron">${declarations}</TEI>`,
  });
  const schematron = loadSchematron({ path: join(folder, 'letter.odd'), file: 'letter.odd' });
  const text = `<TEI xmlns="${tei}">${letter}</TEI>`;
  const { document } = parseXml({ file: 'letter.xml', text });
  if (schematron === undefined || document === undefined) throw new Error('Both can be read.');
  const { problems, broken } = schematron.check(document, {});
  return [...problems, ...broken].map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

const constraint = (rules: string, more = ''): string =>
  `<constraintSpec ident="c" scheme="schematron"${more}><constraint>${rules}</constraint></constraintSpec>`;
const undated =
  '<sch:rule context="tei:p"><sch:assert test="@when">Undated.</sch:assert></sch:rule>';

describe('the rules of an ODD', () => {
  test('stand in a constraint by themselves, with prefixes that need no declaration', () => {
    expect(said(constraint(undated), '<p/>')).toEqual(['1:43 Undated.']);
  });

  test('have the variables of their constraint, each its own', () => {
    const least = (number: number): string =>
      constraint(
        `<sch:let name="n" value="${number}"/><sch:rule context="tei:p"><sch:report test="@n = $n">It is <sch:value-of select="$n"/>.</sch:report></sch:rule>`,
      );
    expect(said(least(1) + least(2), '<p n="2"/>')).toEqual(['1:43 It is 2.']);
  });

  test('are asked of the element in whose declaration assertions stand alone', () => {
    const asked = constraint('<sch:assert test="@when">Undated.</sch:assert>');
    const p = `<elementSpec ident="p" mode="change">${asked}</elementSpec>`;
    expect(said(p, '<p/><q/><p xmlns=""/>')).toEqual(['1:43 Undated.']);
    const other = `<schemaSpec ns="urn:t">${p}</schemaSpec>`;
    expect(said(other, '<p/><p xmlns="urn:t"/>')).toEqual(['1:47 Undated.']);
  });

  test('and of the attribute', () => {
    const asked = constraint(`<sch:report test="contains(., ' ')">Several.</sch:report>`);
    const p = `<elementSpec ident="p"><attList><attDef ident="n">${asked}</attDef></attList></elementSpec>`;
    expect(said(p, '<p n="a b" rend="a b"/>')).toEqual(['1:45 Several.']);
  });

  test('stand in a pattern, too', () => {
    expect(said(constraint(`<sch:pattern>${undated}</sch:pattern>`), '<p/>')).toEqual([
      '1:43 Undated.',
    ]);
  });

  test('count only in Schematron, and not where they are deleted or examples', () => {
    const others = [
      constraint(undated, ' mode="delete"'),
      `<elementSpec ident="p" mode="delete">${constraint(undated)}</elementSpec>`,
      `<constraintSpec ident="c" scheme="private"><constraint>${undated}</constraint></constraintSpec>`,
      `<exemplum>${constraint(undated)}</exemplum>`,
    ];
    const one = constraint(
      '<sch:rule context="tei:q"><sch:assert test="@when">q</sch:assert></sch:rule>',
    );
    expect(said(others.join('') + one, '<p/><q/>')).toEqual(['1:47 q']);
  });

  test('are missed where there are none', () => {
    expect(() => said('<schemaSpec ident="letter"/>', '<p/>')).toThrow(
      'There are no rules in Schematron in letter.odd.',
    );
  });

  test('are not misspelt unnoticed', () => {
    const misspelt = '<sch:rule context="tei:p"><sch:assrt test="@when"/></sch:rule>';
    expect(() => said(constraint(misspelt), '<p/>')).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            message: '<sch:assrt> is no element of Schematron.',
            help: 'Did you mean <assert>?',
          }),
        ],
      }),
    );
  });
});
