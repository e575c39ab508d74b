import { describe, expect, test } from 'vitest';
import type { Problem } from '../../problems/index.js';
import { type ReportContext, reports } from '../index.js';

const problem: Problem = {
  file: 'tei/letter.xml',
  line: 2,
  column: 4,
  endLine: 2,
  endColumn: 13,
  severity: 'error',
  code: 'relaxng/unknown-element',
  message: 'There is no element <placename>.',
};

const source = '<p>\n\t<<placename>Anju</placename>\n</p>\n';

const context: ReportContext = {
  version: '1.2.3',
  documents: ['tei/letter.xml'],
  complete: true,
  schemas: [],
  checksIntegrity: true,
  withoutSchema: [],
  errorsOnly: false,
  notes: [],
  pathOf: (file) => file,
  read: () => [source],
};

const html = (problems: readonly Problem[], more: Partial<ReportContext> = {}): string =>
  [...reports.html(problems, { ...context, ...more })]
    .join('')
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');

/** What stands in the elements that a pattern begins. */
const contents = (page: string, begin: RegExp, end: string): string[] =>
  page
    .split(begin)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf(end)));

describe('a fault', () => {
  test('has its lines, without the indentation of all of them, and the place marked', () => {
    expect(contents(html([problem]), /<div class="here">/, '</pre>')).toEqual([
      '<p><a class="at" href="#relaxng/unknown-element.1">tei/letter.xml:2:4</a></p>\n' +
        '<pre><code><i>1</i>&lt;p&gt;\n<i>2</i>\t&lt;&lt;<mark>placename</mark>&gt;Anju&lt;/placename&gt;\n' +
        '<i>3</i>&lt;/p&gt;\n</code>',
    ]);
  });

  test('over several lines is marked to the end of its first, and on the next', () => {
    const page = html([{ ...problem, line: 1, column: 2, endLine: 2, endColumn: 3 }]);
    expect(page).toContain('<i>1</i>&lt;<mark>p&gt;</mark>\n');
    expect(page).toContain('<i>2</i>\t<mark>&lt;</mark>&lt;placename');
  });

  test('at an empty place has a mark all the same', () => {
    expect(html([{ ...problem, endColumn: 4 }])).toContain(
      '&lt;&lt;<mark class="point"></mark>placename',
    );
  });

  test('in a long line has a piece of it', () => {
    const read = () => [`${'a'.repeat(1000)}X${'b'.repeat(1000)}\nnext`];
    const at = { line: 1, column: 1001, endLine: 1, endColumn: 1002 };
    expect(
      contents(html([{ ...problem, ...at }], { read }), /<pre>(?=<code><i>)/, '</pre>'),
    ).toEqual([`<code><i>1</i>…${'a'.repeat(160)}<mark>X</mark>${'b'.repeat(159)}…\n</code>`]);
  });

  test('in a file that cannot be read has its place alone', () => {
    expect(html([problem], { read: () => undefined })).not.toContain('<pre><code><i>');
  });

  test('says what --fix would write, and in place of what', () => {
    const fix = { line: 2, column: 4, endLine: 2, endColumn: 13, text: 'placeName' };
    expect(html([{ ...problem, fix }])).toContain(
      `<p class="help fix"><b>Fix</b> <code>imprimatur validate --fix</code> writes &quot;placeName&quot; here.</p>
<pre class="fixed"><code>&lt;&lt;<del>placename</del><ins>placeName</ins>&gt;Anju&lt;/placename&gt;</code></pre>`,
    );
  });

  test('has the places that it speaks of', () => {
    const related = [
      { file: 'tei/letter.xml', line: 1, column: 2, message: '<p> is opened here.' },
    ];
    expect(html([{ ...problem, related }])).toContain(
      '<p class="related"><b>See</b> <span class="at">tei/letter.xml:1:2</span> &lt;p&gt; is opened here.</p>\n' +
        '<pre><code><i>1</i>&lt;<mark class="point"></mark>p&gt;\n</code></pre>',
    );
  });

  test('cannot bring markup of its own into the page', () => {
    const hostile = '"><script>alert(1)</script>&amp;\u202e\u0007';
    const page = html(
      [
        {
          ...problem,
          ...{ file: hostile, code: hostile, message: hostile, help: hostile, schema: hostile },
          ...{ xpath: hostile, fix: { ...problem, text: hostile } },
          related: [{ file: hostile, line: 1, column: 1, message: hostile }],
        },
      ],
      { documents: [hostile], schemas: [hostile], notes: [hostile], read: () => ['', hostile] },
    );
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('\u202e');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;\ufffd␇');
  });
});

describe('nothing is left out', () => {
  const told = (page: string): string[] =>
    [...page.matchAll(/(?:class="at"[^>]*|<li><span)>(tei\/[^<]*:\d+:\d+)</g)].map(
      ([, place = '']) => place,
    );
  const places = (problems: readonly Problem[]): string[] =>
    problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
  const many = (count: number, each: (index: number) => Partial<Problem>): Problem[] =>
    Array.from({ length: count }, (_, index) => ({ ...problem, line: index + 1, ...each(index) }));

  test('of what is alike: the first is shown, the others are listed with their lines', () => {
    const problems = many(30, () => ({ line: 2 })).map((each, index) => ({
      ...each,
      file: `tei/${index + 10}.xml`,
    }));
    const page = html(problems);
    expect(told(page)).toEqual(places(problems));
    expect(page).toContain('<summary>29 more like this, in 29 files</summary>');
    expect(contents(page, /<ul class="places">\n/, '\n')[0]).toBe(
      '<li><span>tei/11.xml:2:4</span> <code>&lt;&lt;<mark>placename</mark>&gt;Anju&lt;/placename&gt;</code></li>',
    );
  });

  test('of what is of one kind: ten are shown, the others are listed with their messages', () => {
    const problems = many(30, (index) => ({
      message: `There is no "${index}".`,
      help: index === 20 ? 'Other help.' : 'Help.',
    }));
    const page = html(problems);
    expect(told(page).sort()).toEqual(places(problems).sort());
    expect(page).toContain('<summary>20 more of this kind, in 1 file</summary>');
    expect(page).toContain('<b>There is no &quot;19&quot;.</b>');
    expect(page).toContain('<b>There is no &quot;20&quot;. Other help.</b>');
  });

  test('of what is all different: 200 of a code are shown in full, the others in short', () => {
    const word = (index: number): string =>
      index.toString(36).replace(/\d/g, (digit) => `z${'abcdefghij'[Number(digit)]}`);
    const problems = many(700, (index) => ({
      message: `There is no ${word(index)}.`,
      severity: index === 650 ? 'warning' : 'error',
      help: 'Help.',
    }));
    const page = html(problems);
    expect(told(page).sort()).toEqual(places(problems).sort());
    expect(contents(page, /<li class="fault error" id="[^"]*">\n<h3>/, '</h3>').at(-1)).toBe(
      '<b class="severity">error</b> 499 more, in short',
    );
    expect(page).toContain(`<b>There is no ${word(650)}. Help.</b>`);
    expect(page).toContain('<h1>699 errors, 1 warning</h1>');
  });
});

describe('rules', () => {
  test('come with the gravest first, then those that are broken most often', () => {
    const of = (code: string, severity: Problem['severity'], times: number): Problem[] =>
      Array.from({ length: times }, (_, index) => ({
        ...problem,
        code,
        severity,
        line: index + 1,
      }));
    const page = html([
      ...of('xml/not-closed', 'error', 1),
      ...of('integrity/double-space', 'warning', 3),
      ...of('relaxng/unknown-element', 'error', 2),
      ...of('schematron/report', 'info', 4),
    ]);
    expect(contents(page, /<h2 id="/, '"')).toEqual([
      'relaxng/unknown-element',
      'xml/not-closed',
      'integrity/double-space',
      'schematron/report',
    ]);
  });

  test('have the page that explain prints', () => {
    const page = html([problem]);
    expect(page).toContain('<summary>The schema has no element of this name.</summary>');
    expect(page).toContain('<strong>What to do.</strong>');
    expect(page).toContain('<code>imprimatur explain relaxng/unknown-element</code>');
  });

  test('that have no page are told all the same', () => {
    expect(html([{ ...problem, code: 'no/such-code' }])).toContain('<code>no/such-code</code>');
  });
});

test('the page says what was checked, and what was not', () => {
  expect(html([])).toContain('<h1>Nothing was found</h1>');
  expect(html([], { known: [problem] })).toContain('<h1>Nothing new was found</h1>');
  expect(html([], { schemas: ['a.rng', 'b.sch'] })).toContain(
    'checked by <code>a.rng</code>, <code>b.sch</code> and the rules of <code>integrity</code>.',
  );
  expect(html([], { checksIntegrity: false })).toContain('was checked to be well-formed.');
  expect(html([], { complete: false })).toContain('Not everything could be checked');
  expect(html([], { notes: ['12 known problems.'] })).toContain(
    '<p class="note">12 known problems.</p>',
  );
});

test('the page can be written without keeping it: many pieces, none of them large', () => {
  const problems = Array.from({ length: 2000 }, (_, index) => ({ ...problem, line: index + 1 }));
  const pieces = [...reports.html(problems, context)].slice(1, -1);
  expect(pieces.length).toBeGreaterThan(2000);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
});
