import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../test/temporary-project.js';
import type { Failure } from '../problems/index.js';
import {
  createTransformer,
  readyEntry,
  type SourceDocument,
  type Transformation,
} from './index.js';

/** A stylesheet with the declarations of the test. */
const stylesheet = (declarations: string): string => `<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all" expand-text="yes">
${declarations}
</xsl:stylesheet>
`;

const source: SourceDocument = {
  file: 'tei/letter.xml',
  uri: 'file:///project/tei/letter.xml',
  text: '<TEI><p>Andong</p></TEI>',
};

interface Setting {
  readonly folder: string;
  readonly messages: string[];
  run(transformation?: Transformation): ReturnType<ReturnType<typeof createTransformer>['run']>;
}

/** Files of stylesheets, of which `xslt/html.xsl` is run; `built-in/` holds the built-in ones. */
function setting(files: Record<string, string>, cache = 'cache'): Setting {
  const folder = temporaryFolder(files);
  const messages: string[] = [];
  return {
    folder,
    messages,
    run: (transformation = { source }) =>
      transformerIn(folder, messages, cache).run('html', transformation),
  };
}

function transformerIn(folder: string, messages: string[], cache = 'cache') {
  const entry = join(folder, 'xslt/html.xsl');
  return createTransformer({
    entries: { html: entry, text: entry, print: entry },
    builtIn: join(folder, 'built-in'),
    shipped: [],
    cache: join(folder, cache),
    show: (path) => path.slice(folder.length + 1),
    onMessage: ({ text, file }) => messages.push(`${file}: ${text}`),
  });
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const failure = await promise.then(
    () => undefined,
    (error: Failure) => error,
  );
  expect(failure?.name).toBe('Failure');
  return failure as Failure;
}

const places = (failure: Failure): string[] =>
  failure.problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );

describe('a stylesheet is run', () => {
  test('on a source, with registers and parameters, and its results are given back as text', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet(`<xsl:param name="registers" as="document-node()*"/>
<xsl:param name="paths" as="xs:string*"/>
<xsl:output method="html" html-version="5" indent="no"/>
<xsl:template match="/"><p>{.} {count($registers)} {string-join($paths, '|')} {base-uri(.)}</p>
<xsl:result-document href="cite/letter.bib" method="text">@misc{{한}}</xsl:result-document></xsl:template>`),
    });
    const register = {
      file: 'tei/places.xml',
      uri: 'file:///project/tei/places.xml',
      text: '<a/>',
    };
    const result = await run({ source, registers: [register], parameters: { paths: ['a', 'b'] } });
    expect(result.principal).toBe('<p>Andong 1 a|b file:///project/tei/letter.xml</p>');
    expect([...result.results]).toEqual([['cite/letter.bib', '@misc{한}']]);
  });

  test('from an initial template without a source', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet(
        '<xsl:template name="index"><xsl:value-of select="1"/></xsl:template>',
      ),
    });
    expect((await run({ initialTemplate: 'index' })).principal).toContain('1');
  });

  test('that imports the built-in one by its fixed address', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet(
        '<xsl:import href="imprimatur:html.xsl"/>\n<xsl:template match="p"><b>{.}</b></xsl:template>',
      ),
      'built-in/html.xsl': stylesheet(
        '<xsl:include href="html/p.xsl"/><xsl:output omit-xml-declaration="yes"/>',
      ),
      'built-in/html/p.xsl': stylesheet('<xsl:template match="p"><i>{.}</i></xsl:template>'),
    });
    expect((await run()).principal).toBe('<b>Andong</b>');
  });

  test('and a document is found beside the module that asks for it', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet('<xsl:import href="imprimatur:html.xsl"/>'),
      'built-in/html.xsl': stylesheet('<xsl:include href="html/labels.xsl"/>'),
      'built-in/html/labels.xsl': stylesheet(
        '<xsl:template match="/"><xsl:value-of select="doc(\'labels.xml\')"/></xsl:template>',
      ),
      'built-in/html/labels.xml': '<labels>Contents</labels>',
    });
    expect((await run()).principal).toContain('Contents');
  });

  test('with entities of its own', async () => {
    const { run } = setting({
      'xslt/html.xsl': `<!DOCTYPE xsl:stylesheet [<!ENTITY dash "&#x2014;">]>${stylesheet(
        '<xsl:template match="/"><xsl:text>a&dash;b</xsl:text></xsl:template>',
      )}`,
    });
    expect((await run()).principal).toContain('a—b');
  });

  test('and finds registers by their addresses, never the network', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet(`<xsl:template match="/">
<xsl:value-of select="doc(resolve-uri('places.xml', base-uri(.)))"/>
<xsl:value-of select="doc-available('http://localhost:9/x.xml'), unparsed-text-available('https://localhost:9/')"/>
</xsl:template>`),
    });
    const register = {
      file: 'places.xml',
      uri: 'file:///project/tei/places.xml',
      text: '<a>Suwon</a>',
    };
    const { principal } = await run({ source, registers: [register] });
    expect(principal).toContain('Suwon');
    expect(principal).toContain('false false');
  });
});

describe('what a stylesheet says is heard', () => {
  test('by xsl:message', async () => {
    const { run, messages } = setting({
      'xslt/html.xsl': stylesheet(
        '<xsl:template match="/"><xsl:message>one</xsl:message><xsl:message>two</xsl:message></xsl:template>',
      ),
    });
    await run();
    expect(messages).toEqual(['tei/letter.xml: one', 'tei/letter.xml: two']);
  });

  test('what it stops with is the failure, not a message', async () => {
    const { run, messages } = setting({
      'xslt/html.xsl': stylesheet(
        '<xsl:template match="/">\n<xsl:message>one</xsl:message>\n<xsl:message terminate="yes">No title.</xsl:message></xsl:template>',
      ),
    });
    const failure = await failureOf(run());
    expect(failure.message).toBe(
      'The stylesheet xslt/html.xsl stopped the transformation of tei/letter.xml.',
    );
    expect(places(failure)).toEqual(['xslt/html.xsl:6:2: No title']);
    expect(messages).toEqual(['tei/letter.xml: one']);
  });

  test('a dynamic error names the stylesheet, the source and the reason', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet('<xsl:include href="a/dates.xsl"/>'),
      'xslt/a/dates.xsl': stylesheet(
        '<xsl:template match="/">\n  <xsl:sequence select="xs:date(string(.))"/>\n</xsl:template>',
      ),
    });
    const failure = await failureOf(run());
    expect(failure.message).toBe('The stylesheet xslt/html.xsl fails on tei/letter.xml.');
    expect(places(failure)).toEqual([
      expect.stringMatching(/^xslt\/a\/dates\.xsl:[45]:\d+: .*Andong.*\(FORG0001\)$/),
    ]);
  });
});

describe('a result that would leave the folder of its document is refused', () => {
  test.each([
    '../c.xml',
    '/etc/c.xml',
    'a/../../c.xml',
    'file:///tmp/c.xml',
    'a%2F..%2F..%2Fc.xml',
    'a/',
  ])('%s', async (href) => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet(
        `<xsl:template match="/"><xsl:result-document href="${href}"><a/></xsl:result-document></xsl:template>`,
      ),
    });
    const failure = await failureOf(run());
    expect(failure.message).toMatch(/writes a result of tei\/letter\.xml to .*outside the folder/);
  });
});

describe('a stylesheet that does not compile is told with its place', () => {
  test.each([
    [
      '<xsl:template match="p["/>',
      '4:22: Expected an expression, but reached the end of the input (XTSE0340)',
    ],
    [
      '<xsl:template match="p">{count($regiters)}</xsl:template>',
      '4:26: No binding for variable regiters (XPST0008)',
    ],
    ['<xsl:fi/>', '4:2: xsl:stylesheet cannot contain element xsl:fi (XTSE0010)'],
    ['<xsl:param name="a" as="xs:strin"/>', '4:25: Unknown atomic type xs:strin (XPST0051)'],
    [
      '<xsl:template match="p" bogus="x"/>',
      '4:25: xsl:template must not have attribute @bogus (XTSE0090)',
    ],
    [
      '\n\n<xsl:template match="p"><xsl:apply-templates select="tei:p"/></xsl:template>',
      "6:54: No namespace binding for prefix 'tei' (XPST0081)",
    ],
  ])('%s', async (declaration, place) => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet('<xsl:include href="a/p.xsl"/>'),
      'xslt/a/p.xsl': stylesheet(declaration),
    });
    const failure = await failureOf(run());
    expect(failure.message).toBe('The stylesheet xslt/html.xsl does not compile.');
    expect(places(failure)).toEqual([`xslt/a/p.xsl:${place}`]);
  });

  test('a module that is not there', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet('<xsl:import href="imprimatur:htm.xsl"/>'),
    });
    const failure = await failureOf(run());
    expect(places(failure)).toEqual([
      'xslt/html.xsl:4:19: The xsl:import of "imprimatur:htm.xsl" fails: there is no built-in stylesheet htm.xsl.',
    ]);
  });

  test('a module in the network', async () => {
    const { run } = setting({
      'xslt/html.xsl': stylesheet('<xsl:import href="https://example.org/a.xsl"/>'),
    });
    expect(places(await failureOf(run()))[0]).toContain('read from files only');
  });

  test('a module that is not well-formed', async () => {
    const { run } = setting({ 'xslt/html.xsl': '<xsl:stylesheet><a></xsl:stylesheet>' });
    const failure = await failureOf(run());
    expect(failure.message).toBe('The stylesheet xslt/html.xsl is not well-formed XML.');
    expect(failure.problems[0]?.line).toBe(1);
  });

  test('no stylesheet at all', async () => {
    const failure = await failureOf(setting({}).run());
    expect(failure.message).toBe('There is no file xslt/html.xsl.');
  });
});

describe('a stylesheet is compiled once', () => {
  const files = {
    'xslt/html.xsl': stylesheet('<xsl:include href="a.xsl"/>'),
    'xslt/a.xsl': stylesheet('<xsl:template match="/">{static-base-uri()}</xsl:template>'),
  };

  test('and kept by what it is made from', async () => {
    const { run, folder } = setting(files);
    await run();
    const [kept, ...more] = readdirSync(join(folder, 'cache'));
    expect(more).toEqual([]);
    // Had it been compiled again, another file would be in its place.
    const path = join(folder, 'cache', kept ?? '');
    const { ino } = statSync(path);
    expect((await run()).principal).toContain(pathToFileURL(join(folder, 'xslt/a.xsl')).href);
    expect(statSync(path).ino).toBe(ino);
    // A module that is changed makes another stylesheet.
    writeFiles(folder, {
      'xslt/a.xsl': stylesheet('<xsl:template match="/">changed</xsl:template>'),
    });
    expect((await run()).principal).toContain('changed');
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(2);
  });

  test('anew where what was kept is cut short', async () => {
    const { run, folder } = setting(files);
    await run();
    const path = join(folder, 'cache', readdirSync(join(folder, 'cache'))[0] ?? '');
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 1000));
    expect((await run()).principal).toContain('a.xsl');
  });

  test('and where nothing can be kept, all the same', async () => {
    const { run } = setting({ ...files, cache: 'a file is in the way' });
    expect((await run()).principal).toContain('a.xsl');
  });

  test('to the same bytes wherever and whenever, with no path and no date', async () => {
    const compiled = await Promise.all(
      [1, 2].map(() => {
        const folder = temporaryFolder(files);
        return readyEntry(join(folder, 'xslt/html.xsl'), folder, (path) => path).compile();
      }),
    );
    expect(compiled[0]).toBe(compiled[1]);
    expect(compiled[0]).not.toMatch(/file:|imprimatur-test|buildDateTime/);
  });
});
