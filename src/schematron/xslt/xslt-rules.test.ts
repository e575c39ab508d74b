import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-project.js';
import { Failure } from '../../problems/index.js';
import { parseXml, readSource } from '../../xml/index.js';
import { type LoadSchematronOptions, loadSchematron } from '../load-schematron.js';

const tei = 'http://www.tei-c.org/ns/1.0';

/** A schema with what it holds, after its namespaces. */
const sch = (content: string): string =>
  `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="urn:edition" xmlns:sqf="http://www.schematron-quickfix.com/validator/process" queryBinding="xslt3">
<sch:ns prefix="tei" uri="${tei}"/><sch:ns prefix="e" uri="urn:edition"/>
${content}
</sch:schema>`;

const rule = (context: string, content: string): string =>
  `<sch:pattern><sch:rule context="${context}">${content}</sch:rule></sch:pattern>`;

const letter = (content: string): string => `<TEI xmlns="${tei}">\n${content}\n</TEI>`;

interface Checked {
  /** Where, how much it weighs, in which words, with which help. */
  readonly said: readonly string[];
  readonly broken: readonly string[];
  readonly inXslt: boolean;
}

/** What a schema finds in `letter.xml`; other files lie beside it. */
function checked(
  files: { readonly 'rules.sch': string; readonly 'letter.xml': string; [file: string]: string },
  options: LoadSchematronOptions = {},
): Checked {
  const folder = temporaryFolder(files);
  const schematron = loadSchematron({ path: `${folder}/rules.sch`, file: 'rules.sch' }, options);
  const path = `${folder}/letter.xml`;
  const { document } = parseXml(readSource(path, 'letter.xml'));
  if (schematron === undefined || document === undefined) throw new Error('Both can be read.');
  const { problems, broken } = schematron.check(document, {
    address: pathToFileURL(path).href,
    open: (address) => {
      try {
        return parseXml(readSource(new URL(address).pathname, address)).document;
      } catch {
        return undefined;
      }
    },
  });
  return {
    said: problems.map(
      ({ line, column, endColumn, severity, message, help }) =>
        `${line}:${column}-${endColumn} ${severity}: ${message}${help === undefined ? '' : ` | ${help}`}`,
    ),
    broken: broken.map(
      ({ file, line, column, message, help }) => `${file}:${line}:${column} ${message} ${help}`,
    ),
    inXslt: schematron.xsltRules !== undefined,
  };
}

describe('rules that need XSLT', () => {
  test('call functions of the schema: the order of two dates', () => {
    const inOrder = `<xsl:function name="e:in-order" as="xs:boolean">
  <xsl:param name="early" as="attribute()?"/><xsl:param name="late" as="attribute()?"/>
  <xsl:sequence select="if ($early castable as xs:date and $late castable as xs:date) then xs:date($early) le xs:date($late) else true()"/>
</xsl:function>`;
    const dated = rule(
      'tei:date[@notBefore]',
      `<sch:let name="from" value="@notBefore"/><sch:assert test="e:in-order($from, @notAfter)" role="warning" diagnostics="both">“<sch:value-of select="."/>” in <sch:name path="name(..)"/> ends before it begins.</sch:assert>`,
    );
    const diagnostics =
      '<sch:diagnostics><sch:diagnostic id="both">It is said to be from <sch:value-of select="$from"/> to <sch:value-of select="@notAfter"/>.</sch:diagnostic></sch:diagnostics>';
    const result = checked({
      'rules.sch': sch(inOrder + dated + diagnostics),
      'letter.xml': letter(
        '<p>On <date notBefore="1951-01-30" notAfter="1951-01-28">the 28th</date>\n<date notBefore="1951-01-28" notAfter="1951-01-30"/></p>',
      ),
    });
    expect(result).toEqual({
      said: [
        '2:8-12 warning: “the 28th” in p ends before it begins. | It is said to be from 1951-01-30 to 1951-01-28.',
      ],
      broken: [],
      inXslt: true,
    });
  });

  test('ask a register by a key whose values are made by instructions, and by one of a library', () => {
    const key = `<xsl:import href="xslt/library.xsl"/>
<xsl:key name="place" match="tei:place"><xsl:for-each select="@xml:id"><xsl:sequence select="concat('#', .)"/></xsl:for-each></xsl:key>`;
    const library = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:edition" xmlns:tei="${tei}">
<xsl:include href="more.xsl"/>
<xsl:variable name="register" select="doc('register.xml')"/></xsl:stylesheet>`;
    const more = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:edition" xmlns:tei="${tei}">
<xsl:function name="e:is-known"><xsl:param name="ref"/><xsl:sequence select="exists(key('place', $ref, $register))"/></xsl:function></xsl:stylesheet>`;
    const result = checked({
      'rules.sch': sch(
        key +
          rule(
            'tei:placeName/@ref',
            '<sch:assert test="e:is-known(.)">There is no place <sch:value-of select="."/>.</sch:assert>',
          ),
      ),
      'xslt/library.xsl': library,
      'xslt/more.xsl': more,
      'xslt/register.xml': letter('<place xml:id="incheon"/>'),
      'letter.xml': letter('<p><placeName ref="#incheon"/>\n<placeName ref="#jemulpo"/></p>'),
    });
    expect(result).toEqual({
      said: ['3:12-26 error: There is no place #jemulpo.'],
      broken: [],
      inXslt: true,
    });
  });

  test('name variables whose content is XSLT, and say what instructions make', () => {
    const years = `<xsl:param name="first" select="1949"/>
<sch:let name="years"><xsl:for-each select="$first to 1951"><year n="{.}"/></xsl:for-each></sch:let>`;
    const dated = rule(
      'tei:date',
      `<sch:assert test="@when = $years/year/@n">None of <xsl:for-each select="$years/year"><xsl:if test="position() gt 1">, </xsl:if><xsl:value-of select="@n"/></xsl:for-each>.</sch:assert>`,
    );
    const result = checked({
      'rules.sch': sch(years + dated),
      'letter.xml': letter('<p><date when="1951"/><!-- and --><date when="1952"/></p>'),
    });
    expect(result.broken).toEqual([]);
    expect(result.said).toEqual(['2:36-40 error: None of 1949, 1950, 1951.']);
  });

  test('call functions that only XSLT has, and documents relative to the one that is checked', () => {
    const result = checked({
      'rules.sch': sch(
        rule(
          'tei:date',
          `<sch:report test="format-date(xs:date(@when), '[Y]') = doc('meta/years.xml')//tei:year">The year <sch:value-of select="substring(@when, 1, 4)"/>.</sch:report>`,
        ) +
          rule(
            '/',
            `<sch:report test="matches(., 'TELEGRAM', 'i')" subject="//tei:head/text()">Shouted at.</sch:report>`,
          ),
      ),
      'meta/years.xml': letter('<year>1951</year>'),
      'letter.xml': letter('<head>A <!--x-->Telegram</head><date when="1951-01-29"/>'),
    });
    expect(result.broken).toEqual([]);
    expect(result.said).toEqual(['2:33-37 error: The year 1951.', '2:7-9 error: Shouted at.']);
  });

  test('are embedded in RELAX NG and in an ODD', () => {
    const xslt = `<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="e:is-odd" xmlns:e="urn:edition"><xsl:param name="n"/><xsl:sequence select="$n mod 2 = 1"/></xsl:function>`;
    const rules = `<sch:ns xmlns:sch="http://purl.oclc.org/dsdl/schematron" prefix="e" uri="urn:edition"/><sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:rule context="@n"><sch:report test="e:is-odd(.)">Odd.</sch:report></sch:rule></sch:pattern>`;
    const rng = `<element name="TEI" ns="${tei}" xmlns="http://relaxng.org/ns/structure/1.0">${xslt}${rules}<text/></element>`;
    const odd = `<TEI xmlns="${tei}"><constraintSpec ident="a" scheme="schematron"><constraint>${xslt}${rules}</constraint></constraintSpec></TEI>`;
    for (const schema of [rng, odd]) {
      const { said, broken } = checked({
        'rules.sch': schema,
        'letter.xml': letter('<p n="2"/><p n="3"/>'),
      });
      expect({ said, broken }).toEqual({ said: ['2:14-19 error: Odd.'], broken: [] });
    }
  });

  test('take no part where nothing needs XSLT, whatever stands beside', () => {
    const { said, inXslt } = checked({
      'rules.sch': sch(
        `<xsl:key name="ids" match="*" use="@xml:id"/>${rule('tei:p', `<sch:assert test="key('ids', 'a')">It is there.</sch:assert>`)}`,
      ),
      'letter.xml': letter('<p xml:id="b"/>'),
    });
    expect({ said, inXslt }).toEqual({ said: ['2:2-3 error: It is there.'], inXslt: false });
  });
});

describe('what is broken in XSLT', () => {
  const right = rule('tei:p', '<sch:assert test="e:right(.)">Never.</sch:assert>');
  const rightFunction =
    '<xsl:function name="e:right"><xsl:param name="p"/><xsl:sequence select="false()"/></xsl:function>\n';
  const document = { 'letter.xml': letter('<p n="a"/>') };

  test('is told at its place, and the other rules are carried out: a function that does not compile', () => {
    const { said, broken } = checked({
      'rules.sch': sch(
        `${rightFunction}<xsl:function name="e:wrong">
  <xsl:param name="p"/>
  <xsl:sequence select="$q + 1"/>
</xsl:function>${right}${rule('tei:p', '<sch:assert test="e:wrong(.)">Never this.</sch:assert><sch:assert test="e:right(e:worng(.))">Nor this.</sch:assert>')}`,
      ),
      ...document,
    });
    expect(said).toEqual(['2:2-3 error: Never.']);
    expect(broken).toEqual([
      'rules.sch:7:240 e:right(e:worng(.)) cannot be evaluated: Unknown function e:worng(). Check the name of the function and the number of its arguments.',
      'rules.sch:6:25 $q + 1 in xsl:function e:wrong cannot be evaluated: No binding for variable q. Define the variable with <let> in the schema, the pattern or the rule, or correct its name.',
    ]);
  });

  test('is told with the expression that fails while a document is checked', () => {
    const { said, broken } = checked({
      'rules.sch': sch(
        rightFunction +
          right +
          rule(
            'tei:p',
            `<sch:report test="e:right(.) or xs:integer(@n) gt 1">Never.</sch:report>
<sch:assert test="e:right(.)"><sch:name/> of <sch:value-of select="xs:date(@n)"/>.</sch:assert>`,
          ),
      ),
      ...document,
    });
    expect(said).toEqual(['2:2-3 error: Never.']);
    expect(broken).toEqual([
      'rules.sch:4:171 e:right(.) or xs:integer(@n) gt 1 cannot be evaluated: Supplied value "a" is not a valid xs:integer. Correct the expression; the other rules were carried out.',
      'rules.sch:5:68 xs:date(@n) cannot be evaluated: Supplied value "a" is not a valid xs:date. Correct the expression; the other rules were carried out.',
    ]);
  });

  test('never comes to an end: functions that call one another', () => {
    const { said, broken } = checked({
      'rules.sch': sch(
        `${rightFunction}<xsl:function name="e:again"><xsl:param name="p"/><xsl:sequence select="e:again($p)"/></xsl:function>${right}${rule('tei:p', '<sch:assert test="e:again(.)">Never this.</sch:assert><sch:assert test="e:right(.)">Nor this.</sch:assert>')}`,
      ),
      ...document,
    });
    expect(said).toEqual(['2:2-3 error: Never.', '2:2-3 error: Nor this.']);
    expect(broken).toEqual([
      'rules.sch:4:272 e:again(.) cannot be evaluated: its functions call one another without end. Look for a function that calls itself with nothing to stop it; the other rules were carried out.',
    ]);
  });

  test('costs nothing but the rules that need it: a library that does not compile', () => {
    const { said, broken } = checked({
      'rules.sch': sch(
        `<xsl:include href="library.xsl"/>
<xsl:variable name="late" select="xs:date('soon')"/>
${rule('tei:p', '<sch:assert test="e:lost(.)">Never this.</sch:assert>')}
${rule('tei:p', '<sch:assert test="exists(sort($late))">No day.</sch:assert><sch:report test="exists(sort(@n))">An n.</sch:report>')}`,
      ),
      'library.xsl': `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:edition">
<xsl:function name="e:lost"><xsl:param name="p"/>
  <xsl:sequence select="$p + "/></xsl:function></xsl:stylesheet>`,
      ...document,
    });
    expect(said).toEqual(['2:2-3 error: An n.']);
    expect(broken).toEqual([
      'library.xsl:3:25 the library cannot be evaluated: Unexpected token <eof> at start of expression. Look for a bracket, a quotation mark or an operator that is missing or too many.',
    ]);
  });

  test('is a library that is not there', () => {
    const load = () =>
      checked({ 'rules.sch': sch(`<xsl:include href="library.xsl"/>${right}`), ...document });
    expect(load).toThrow(Failure);
  });
});
