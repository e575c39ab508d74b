import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schematronCases, writeSchematronCase } from '../../../test/schematron-cases.js';
import { temporaryFolder } from '../../../test/temporary-project.js';
import { compareProblems } from '../../problems/index.js';
import { parseXml, readSource, type XmlDocument } from '../../xml/index.js';
import { svrl } from '../index.js';
import { loadSchematron } from '../load-schematron.js';
import type { Schematron } from '../schematron.js';

// What XSLT carries out finds what XPath alone finds: the same nodes, in the same words.

const letters = join(import.meta.dirname, '../../../../shared/corpus/letters');

function read(path: string): XmlDocument | undefined {
  return parseXml(readSource(path, 'document.xml')).document;
}

/** All that comes of a check. */
function found(schematron: Schematron, path: string, phase?: string) {
  const document = read(path);
  if (document === undefined) throw new Error(path);
  const { problems, broken, course } = schematron.check(document, {
    phase,
    address: pathToFileURL(path).href,
    open: (address) => read(new URL(address).pathname),
  });
  return {
    problems: [...problems].sort(compareProblems),
    broken: broken.map(({ file, line, column }) => `${file}:${line}:${column}`),
    // Where a context has several paths, its nodes may be fired in another order.
    report: svrl(schematron.schema, course, { document: 'document.xml' }).split('\n').sort(),
  };
}

function bothWays(path: string): { readonly byXpath: Schematron; readonly byXslt: Schematron } {
  const file = { path, file: 'schema.sch' };
  const byXpath = loadSchematron(file);
  const byXslt = loadSchematron(file, { everythingInXslt: true });
  if (byXpath === undefined || byXslt === undefined) throw new Error(path);
  return { byXpath, byXslt };
}

/** Cases in which each kind of node, variable and message takes part. */
const telling = schematronCases.filter((name) =>
  /context-(?:attribute|comment)|let-value-element|subordinate-document-01|property-copy-of|key-element/.test(
    name,
  ),
);

describe.skipIf(telling.length === 0)('by XSLT as by XPath', () => {
  test.each(telling)('%s', (name) => {
    const { schema, document, phase } = writeSchematronCase(name, temporaryFolder());
    const { byXpath, byXslt } = bothWays(schema);
    expect(found(byXslt, document, phase)).toEqual(found(byXpath, document, phase));
  });
});

test('quick fixes, subjects and phases by XSLT as by XPath', () => {
  const prefixes =
    'xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:sqf="http://www.schematron-quickfix.com/validator/process"';
  const folder = temporaryFolder({
    'schema.sch': `<schema ${prefixes} queryBinding="xslt2" defaultPhase="early">
<let name="day" value="'29'"/>
<phase id="early"><let name="most" value="2"/><active pattern="dates"/></phase>
<phase id="late"><active pattern="none"/></phase>
<pattern id="dates"><let name="years" value="//@year"/>
<rule context="note | p[@n = $day]" role="info"><assert test="count($years) gt $most" sqf:fix="take drop">Few are <value-of select="$years"/> in <name/>.</assert>
<sqf:fix id="take" use-for-each="$years"><sqf:description><sqf:title>Take <value-of select="$sqf:current"/></sqf:title><sqf:p>As in <name/>.</sqf:p></sqf:description></sqf:fix>
<sqf:fix id="drop" use-when="@n"><sqf:description><sqf:title>Drop</sqf:title></sqf:description></sqf:fix></rule>
<rule context="p" subject="@n"><report test="true()">Here.</report></rule>
<rule context="text()"><report test="matches(., '^\\s')">It begins with space.</report></rule>
<rule context="*"><report test="xs:date(@n)">Broken.</report></rule></pattern>
<pattern id="none"><rule context="/"><report test="true()">Late.</report></rule></pattern>
</schema>`,
    'a.xml':
      '<r><p n="29" year="1950"/><p n="28">\u00a0a</p><!--c--><note year="1951">&#32;a</note></r>',
  });
  const { byXpath, byXslt } = bothWays(join(folder, 'schema.sch'));
  for (const phase of [undefined, 'late']) {
    const expected = found(byXpath, join(folder, 'a.xml'), phase);
    expect(expected.problems.length).toBeGreaterThan(0);
    expect(found(byXslt, join(folder, 'a.xml'), phase)).toEqual(expected);
  }
});

const editions = join(letters, 'editions');

test.skipIf(!existsSync(editions))(
  'the letters by their own schema, by XSLT as by XPath',
  { timeout: 120_000 },
  () => {
    const { byXpath, byXslt } = bothWays(join(letters, 'meta/schnitzler-briefe-schematron.sch'));
    for (const name of readdirSync(editions).sort()) {
      const path = join(editions, name);
      expect(found(byXslt, path)).toEqual(found(byXpath, path));
    }
  },
);
