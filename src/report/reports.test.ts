import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../problems/index.js';
import { visible } from './excerpt.js';
import { type ReportContext, reports } from './index.js';

const { resolve } = createRequire(import.meta.url);

const problem: Problem = {
  file: 'tei/letter.xml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  severity: 'error',
  code: 'relaxng/unknown-element',
  message: 'There is no element <placename>.',
  help: 'Write <placeName>.',
};

const context: ReportContext = {
  version: '1.2.3',
  documents: ['tei/letter.xml'],
  schemas: ['schemas/letter.rng'],
  checksIntegrity: true,
  withoutSchema: [],
  errorsOnly: false,
  notes: [],
  complete: true,
  pathOf: (file) => file,
  read: () => undefined,
};

function written(
  format: keyof typeof reports,
  problems: readonly Problem[],
  more: Partial<ReportContext> = {},
): string {
  return [...reports[format](problems, { ...context, ...more })].join('');
}

/** What breaks formats: their own marks, line ends, controls, characters beyond the first plane, halves of them. */
const hostile = [
  'a\nb\r\nc\td',
  '100%, ::error file=x::y, %0A, %25, :: , a:b',
  ']]> <!-- & &amp; </failure> "quoted" \'quoted\'',
  '\u0000\u0007\u001b[31m\u007f\u0085\u202e\u2066',
  'Peng 彭德怀 👩🏽‍🚀 \ud83d \udc00 \ufffe\uffff',
  '[here](1) {0} \\ `$HOME`',
];

/** What is read of them where XML cannot hold them; the others are read as they were written. */
const readBack: Readonly<Record<number, string>> = {
  3: '␀␇␛[31m\ufffd\ufffd\ufffd\ufffd',
  4: 'Peng 彭德怀 👩🏽‍🚀 \ufffd \ufffd \ufffd\ufffd',
};

const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);

const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    file: anyText.filter((text) => text !== ''),
    line: fc.integer({ min: 1, max: 50 }),
    column: fc.integer({ min: 1, max: 50 }),
    lines: fc.integer({ min: 0, max: 2 }),
    severity: fc.constantFrom('error', 'warning', 'info'),
    code: fc.constantFrom('relaxng/unknown-element', 'xml/not-closed', 'no/such-code'),
    message: anyText,
    help: fc.option(anyText, { nil: undefined }),
    xpath: fc.constantFrom(undefined, '/TEI/text[1]/p[2]', '/TEI/text[1]/@n'),
    fix: fc.option(fc.record({ text: anyText, units: fc.nat(9) }), { nil: undefined }),
    related: fc.option(
      fc.array(
        fc.record({ file: anyText, line: fc.constant(2), column: fc.nat(9), message: anyText }),
      ),
      { nil: undefined },
    ),
  })
  .map(({ lines, help, xpath, fix, related, ...rest }) => ({
    ...rest,
    severity: rest.severity as Problem['severity'],
    endLine: rest.line + lines,
    endColumn: rest.column + 1,
    ...(help === undefined ? {} : { help }),
    ...(xpath === undefined ? {} : { xpath }),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            ...{ line: rest.line, column: rest.column, endLine: rest.line, text: fix.text },
            endColumn: rest.column + fix.units,
          },
        }),
    ...(related === undefined
      ? {}
      : { related: related.map((place) => ({ ...place, column: place.column + 1 })) }),
  }));

const someProblems = fc.array(anyProblem, { maxLength: 6 });

/** The elements of a document, with the text each has; the parser refuses what is not well-formed. */
function elements(
  xml: string,
): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each(Object.keys(reports) as (keyof typeof reports)[])('%s', (format) => {
  test('says the same whatever order problems come in, and each time', () => {
    fc.assert(
      fc.property(someProblems, (problems) => {
        const once = written(format, problems);
        expect(written(format, problems)).toBe(once);
        const distinct = new Set(problems.map(({ line, column }) => `${line}:${column}`));
        if (distinct.size === problems.length)
          expect(written(format, [...problems].reverse())).toBe(once);
      }),
      { numRuns: 50 },
    );
  });

  test('tells files by the paths that it is given', () => {
    const text = written(format, [problem], { pathOf: (file) => `edition/${file}` });
    expect(text).toContain('edition/tei/letter.xml');
    expect(text.replaceAll('edition/tei/letter.xml', '')).not.toContain('tei/letter.xml');
  });
});

describe('sarif', () => {
  const schemaFile = resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new Ajv({ schemaId: 'auto', meta: false });
  ajv.addMetaSchema(
    JSON.parse(readFileSync(resolve('ajv/lib/refs/json-schema-draft-04.json'), 'utf8')),
  );
  const isSarif = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

  test('is valid by the schema of SARIF 2.1.0, whatever problems say', () => {
    fc.assert(
      fc.property(someProblems, (problems) => {
        isSarif(JSON.parse(written('sarif', problems)));
        expect(isSarif.errors ?? []).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  const runOf = (problems: readonly Problem[], more: Partial<ReportContext> = {}) =>
    JSON.parse(written('sarif', problems, more)).runs[0];

  test('has a rule for each code, with its page as help', () => {
    const { tool, results } = runOf([
      problem,
      { ...problem, line: 4, endLine: 4, code: 'xml/include' },
    ]);
    expect(tool.driver).toMatchObject({ name: 'imprimatur', semanticVersion: '1.2.3' });
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'relaxng/unknown-element',
      'xml/include',
    ]);
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    const [rule] = tool.driver.rules;
    expect(rule.help.markdown).toContain('**What to do.**');
    expect(rule.help.text).toContain('What to do.');
    expect(rule.help.text).not.toContain('**');
    expect(rule.shortDescription.text).toMatch(/^[^\n]+\.$/);
  });

  test('a result has its level, its place in UTF-16 units, its element', () => {
    const run = runOf([{ ...problem, severity: 'info', xpath: '/TEI/text[1]/@n' }]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0]).toMatchObject({
      level: 'note',
      message: { text: 'There is no element <placename>. Write <placeName>.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'tei/letter.xml' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
          },
          logicalLocations: [{ fullyQualifiedName: '/TEI/text[1]/@n', kind: 'attribute' }],
        },
      ],
    });
  });

  test('a fix is a replacement in the same file', () => {
    const fix = { line: 3, column: 5, endLine: 3, endColumn: 9, text: 'placeName' };
    expect(runOf([{ ...problem, fix }]).results[0].fixes).toEqual([
      {
        description: { text: 'imprimatur validate --fix writes "placeName" here' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'tei/letter.xml' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
                insertedContent: { text: 'placeName' },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('related places are linked in the message; what only looks like a link is none', () => {
    const related = [{ file: 'tei/a b.xml', line: 1, column: 2, message: 'It is [opened] here.' }];
    const [result] = runOf([
      { ...problem, message: 'See [this](1).', help: 'Go.', related },
    ]).results;
    expect(result.message.text).toBe('See \\[this](1). Go. [It is \\[opened\\] here.](1)');
    expect(result.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'tei/a%20b.xml' },
          region: { startLine: 1, startColumn: 2 },
        },
        message: { text: 'It is [opened] here.' },
      },
    ]);
  });

  test('says when not all could be checked', () => {
    expect(runOf([], { complete: false }).invocations).toEqual([{ executionSuccessful: false }]);
  });
});

describe('github', () => {
  test('is a workflow command for each problem', () => {
    expect(
      written('github', [problem, { ...problem, line: 9, endLine: 12, severity: 'info' }]),
    ).toBe(
      '::error file=tei/letter.xml,line=3,endLine=3,col=5,endColumn=9,title=relaxng/unknown-element' +
        '::There is no element <placename>.%0AWrite <placeName>.\n' +
        '::notice file=tei/letter.xml,line=9,endLine=12,title=relaxng/unknown-element' +
        '::There is no element <placename>.%0AWrite <placeName>.\n',
    );
  });

  test('the runner reads what was written', () => {
    fc.assert(
      fc.property(anyProblem, (one) => {
        const lines = written('github', [one]).split('\n');
        expect(lines).toHaveLength(2);
        const [, properties = '', data = ''] = /^::[a-z]+ (.*?)::(.*)$/.exec(lines[0] ?? '') ?? [];
        const undone = (text: string): string =>
          text
            .replaceAll('%0D', '\r')
            .replaceAll('%0A', '\n')
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ',')
            .replaceAll('%25', '%');
        const [file = ''] = properties.split(',');
        expect(undone(file)).toBe(`file=${visible(one.file)}`);
        const told = one.help === undefined ? one.message : `${one.message}\n${one.help}`;
        const shown = told.split('\n').map(visible).join('\n');
        expect(data.replaceAll('%0A', '\n').replaceAll('%25', '%')).toBe(shown);
      }),
    );
  });

  test('shows the first of each kind before the others: no more than ten of a step are shown', () => {
    const again = { ...problem, line: 4, endLine: 4 };
    const other = { ...problem, line: 5, endLine: 5, message: 'Something else.' };
    const order = [...written('github', [problem, again, other]).matchAll(/,line=(\d)/g)];
    expect(order.map(([, line]) => line)).toEqual(['3', '5', '4']);
  });
});

describe('gitlab', () => {
  test('is an entry for each problem, no two of them with one fingerprint', () => {
    fc.assert(
      fc.property(someProblems, (problems) => {
        const entries = JSON.parse(written('gitlab', [...problems, ...problems]));
        expect(entries).toHaveLength(2 * problems.length);
        const names = new Set(
          entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
        );
        expect(names.size).toBe(entries.length);
      }),
      { numRuns: 50 },
    );
  });

  test('has the properties that GitLab asks for', () => {
    const severities = (['error', 'warning', 'info'] as const).map((severity, index) => ({
      ...problem,
      severity,
      line: index + 1,
    }));
    const entries = JSON.parse(written('gitlab', severities));
    expect(entries[0]).toEqual({
      description: 'There is no element <placename>. Write <placeName>.',
      check_name: 'relaxng/unknown-element',
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
      severity: 'major',
      location: { path: 'tei/letter.xml', lines: { begin: 1, end: 3 } },
    });
    expect(entries.map(({ severity }: { severity: string }) => severity)).toEqual([
      'major',
      'minor',
      'info',
    ]);
    expect(written('gitlab', [])).toBe('[]\n');
  });
});

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test('is well-formed, whatever problems say', () => {
    fc.assert(
      fc.property(someProblems, (problems) => {
        elements(written(format, problems));
      }),
      { numRuns: 200 },
    );
  });

  test.each(hostile.map((message, index) => [message, readBack[index] ?? message]))(
    'keeps what XML can hold of %j',
    (message, expected) => {
      const found = elements(written(format, [{ ...problem, message }]));
      const texts = found.flatMap(({ attributes, text }) => [attributes.message ?? '', text]);
      expect(texts.some((text) => text.includes(expected))).toBe(true);
    },
  );
});

describe('junit', () => {
  test('a document is a suite, a code in it a test with one failure', () => {
    const problems: Problem[] = [
      problem,
      { ...problem, line: 8, endLine: 8 },
      { ...problem, severity: 'warning', code: 'relaxng/second-opinion', message: 'Doubtful.' },
    ];
    const found = elements(
      written('junit', problems, { documents: ['tei/a.xml', 'tei/letter.xml'] }),
    );
    const counts = (name: string) =>
      found
        .filter((element) => element.name === name)
        .map(({ attributes }) => [attributes.name, attributes.tests, attributes.failures]);
    expect(counts('testsuites')).toEqual([['imprimatur', '3', '1']]);
    expect(counts('testsuite')).toEqual([
      ['tei/a.xml', '1', '0'],
      ['tei/letter.xml', '2', '1'],
    ]);
    const names = found
      .filter(({ name }) => name === 'testcase')
      .map((each) => each.attributes.name);
    expect(names).toEqual(['no errors', 'relaxng/second-opinion', 'relaxng/unknown-element']);
    const [failure, ...others] = found.filter(({ name }) => name === 'failure');
    expect(others).toEqual([]);
    expect(failure?.attributes.message).toBe('There is no element <placename>. And 1 more error.');
    expect(failure?.text.split('\n')).toEqual([
      'tei/letter.xml:3:5: error: There is no element <placename>. Write <placeName>.',
      'tei/letter.xml:8:5: error: There is no element <placename>. Write <placeName>.',
    ]);
    expect(found.find(({ name }) => name === 'system-out')?.text).toContain('warning: Doubtful.');
  });
});
