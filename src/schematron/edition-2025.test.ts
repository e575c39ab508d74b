import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml } from '../xml/index.js';
import { loadSchematron } from './index.js';

// What the edition of 2025 (ISO/IEC 19757-3:2025) adds, as far as it is known here.

/** What a schema says of a document, by either way of evaluating it: severity, line and message. */
function said(
  schema: string,
  text: string,
  everythingInXslt: boolean,
  phase?: string,
): readonly string[] {
  const folder = temporaryFolder({
    's.sch': `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">${schema}</schema>`,
  });
  const file = { path: join(folder, 's.sch'), file: 's.sch' };
  const schematron = loadSchematron(file, { everythingInXslt });
  const { document } = parseXml({ file: 'a.xml', text });
  if (schematron === undefined || document === undefined) throw new Error('Both can be read.');
  const { problems, broken } = schematron.check(document, { phase });
  return [...problems, ...broken].map(
    ({ severity, line, message }) => `${severity} ${line} ${message}`,
  );
}

const rules =
  '<rule context="p"><assert test="@n">No number.</assert></rule><rule context="p[@when]"><report test="true()">A date.</report></rule>';
const text = '<text>\n<p when="1951"/></text>';

describe.each([false, true])('everything in XSLT: %s', (everythingInXslt) => {
  test('in a pattern a node is asked by its first rule, in a group by each', () => {
    expect(said(`<pattern>${rules}</pattern>`, text, everythingInXslt)).toEqual([
      'error 2 No number.',
    ]);
    expect(said(`<group>${rules}</group>`, text, everythingInXslt)).toEqual([
      'error 2 No number.',
      'error 2 A date.',
    ]);
  });

  test('phases choose groups as they choose patterns', () => {
    const phases = '<phase id="all"><active pattern="g"/></phase>';
    const schema = `${phases}<group id="g">${rules}</group><pattern id="p">${rules}</pattern>`;
    expect(said(schema, text, everythingInXslt)).toHaveLength(3);
    expect(said(schema, text, everythingInXslt, 'all')).toHaveLength(2);
  });

  test('a severity says how much an assertion weighs, or all of a rule', () => {
    const check = (of: string, more: string): string =>
      `<pattern><rule context="p"${of}><assert test="@n"${more}>No number.</assert></rule></pattern>`;
    expect(said(check('', ' severity="warning"'), text, everythingInXslt)).toEqual([
      'warning 2 No number.',
    ]);
    expect(said(check(' severity="info"', ''), text, everythingInXslt)).toEqual([
      'info 2 No number.',
    ]);
    expect(said(check(' severity="info"', ' severity="error"'), text, everythingInXslt)).toEqual([
      'error 2 No number.',
    ]);
  });
});
