import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../xml/index.js';
import { FullProcessor } from '../full-processor.js';
import { QueryError } from '../query.js';
import { ViewDocument, type ViewNode } from '../view.js';
import { type Items, isNode, NotPlain, plainExpression, textOfItem } from './index.js';

// A plain expression has the answer that fontoxpath has, or none.

const prefixes: Readonly<Record<string, string>> = { t: 'urn:t' };
const namespaceOf = (prefix: string) => prefixes[prefix];
const text = `<?go on?><t:a xmlns:t="urn:t" xml:id="a"><t:p n="1"><q/><t:p><q n="1">x<t:p/></q></t:p></t:p>
  <b xmlns="urn:t" when="1951-01-28"><p n="2"/><q/><p><p n="10"/> y&#10;z </p></b><p n="1">y<!--c-->7</p><and><p/></and></t:a>`;
const { document } = parseXml({ file: 'a.xml', text });
if (document === undefined) throw new Error('It is well-formed.');
const view = new ViewDocument(document);
const surroundings = { keys: [], open: () => undefined, addressOf: () => 'file:///a.xml' };
const full = new FullProcessor(namespaceOf, surroundings);
const at = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const nodes = view.nodes.flatMap((node): ViewNode[] =>
  'attributes' in node ? [node, ...node.attributes] : [node],
);

function plainly<Answer>(ask: () => Answer): Answer | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** An answer in words, nodes by their numbers; `undefined` where it is an error. */
function fully(ask: () => Items | boolean): string | undefined {
  try {
    return shown(ask());
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function shown(answer: Items | boolean): string {
  if (typeof answer === 'boolean') return `${answer}`;
  return answer
    .map((item) => (isNode(item) ? `#${nodes.indexOf(item)}` : textOfItem(item)))
    .join(' | ');
}

/** Where plain answers differ from those of fontoxpath; and whether there were some. */
function compared(expression: string): { readonly plain: boolean; readonly differences: string[] } {
  const plain = plainExpression(expression, namespaceOf);
  const differences: string[] = [];
  if (plain === undefined) return { plain: false, differences };
  const query = { text: expression, at };
  for (const node of nodes) {
    const outside = { current: node, surroundings, variable: () => [] };
    const items = plainly(() => plain.items(node, outside));
    const truth = plainly(() => plain.truth(node, outside));
    const check = (name: string, mine: Items | boolean | undefined, ask: () => Items | boolean) => {
      if (mine === undefined) return;
      const found = plainly(() => shown(mine));
      const wanted = fully(ask);
      // XPath lets a processor see an error or not, where it need not look (XPath 3.1, 2.3.4).
      if (found !== undefined && wanted !== undefined && found !== wanted)
        differences.push(
          `${name} of ${expression} at #${nodes.indexOf(node)}: ${found}, not ${wanted}`,
        );
    };
    check('truth', truth, () => full.boolean(query, node, {}));
    if (items?.every(isNode)) check('nodes', items, () => full.nodes(query, node, {}));
    check('texts', items?.map(textOfItemOrNone), () => full.strings(query, node, {}));
  }
  return { plain: true, differences };
}

function textOfItemOrNone(item: Items[number]): string {
  return plainly(() => textOfItem(item)) ?? '?';
}

describe('plain expressions', () => {
  test.each([
    '.',
    '..',
    '/',
    '/t:a',
    '//p',
    '//t:p/q',
    'count(//t:p) = 6',
    '//p[1]',
    '//p[last()]',
    '(//p)[last()]',
    '//*',
    '//@n',
    '//text()',
    '//comment()',
    '//processing-instruction()',
    '//processing-instruction(go)',
    '*:p',
    't:*',
    '@*',
    './/t:p',
    'descendant::t:p',
    'descendant-or-self::p',
    'ancestor::t:p',
    'ancestor::*[1]',
    '(ancestor::*)[1]',
    'ancestor-or-self::node()',
    'following-sibling::*[1]',
    'preceding-sibling::node()[1]',
    'preceding-sibling::*',
    'parent::t:p',
    'self::t:p',
    'self::text()',
    'node()[last()]',
    'node()[last() - 1][self::*]',
    'p[@n]',
    '//p[@n = 1]',
    "//p[@n = '1']",
    '//t:p[@n = 1]/..',
    '//t:p//q',
    'ancestor::*//q',
    '(//p | //t:p)[2]',
    '//p | //q | .',
    '@n | ..',
    '@n = 1',
    '@n != 1',
    '@n < 2',
    '@n >= 2',
    '@n eq "1"',
    '@n = ("1", "2")',
    '1 < 2',
    '"a" < "b"',
    'not(@n)',
    'boolean(@n) and not(q)',
    '@n or q',
    'true()',
    'exists(q)',
    'empty(q)',
    'count(*)',
    'position()',
    'last()',
    'string()',
    'string(@n)',
    'normalize-space()',
    'normalize-space(.)',
    'string-length()',
    "string-length('조선')",
    'number(@n)',
    'number()',
    'number(@n) + 1',
    'count(*) - 1',
    "contains(., 'y')",
    "starts-with(name(), 't:')",
    "ends-with(., 'z ')",
    "matches(., '^\\s*y')",
    "matches(., '[xy]')",
    "substring-before(@when, '-')",
    "substring-after(@when, '-')",
    'substring(@when, 1, 4)',
    'substring(@when, 9)',
    'substring("abc", 0, 2)',
    "translate(@when, '-5', '/')",
    "replace(@when, '-', '')",
    "tokenize(@when, '-')",
    'tokenize(.)',
    "string-join(//@n, '+')",
    'distinct-values(//@n)',
    'count(//@n) = count(distinct-values(//@n))',
    'name()',
    'name(..)',
    'local-name()',
    'namespace-uri()',
    'concat(name(), "-", @n)',
    'name() || @n',
    "upper-case('aß')",
    "lower-case('AÉ')",
    'data(@n)',
    'if (@n) then "yes" else ()',
    'some $x in //@n satisfies $x = "10"',
    'every $x in *, $y in * satisfies $x is $y',
    'for $x in *, $y in @* return concat(name($x), $y)',
    'let $x := @n, $y := $x return $y',
    '* ! name()',
    '(1, 2) ! (. + 1)',
    '1 to 3',
    'for $i in 1 to count(*) return *[$i]',
    '(//p)[1] << .',
    '. is (//p)[1]',
    '. >> (//q)[1]',
    '-1',
    '()',
    '(1, "a")',
    "id('a')",
    "id('b a', /)",
    'root()',
    'base-uri()',
    '*/name()',
    '//p/(@n, .)',
    '*/(..)',
    "'it''s'",
    '"a""b"',
    "//*[local-name() = 'p'][2]",
    '//q[..[@n]]',
    '//p[q or @n][1]',
    '//*[count(*) > 1][@n or q]',
    "@when = '1951-01-28'",
  ])('%s', (expression) => {
    expect(compared(expression).differences).toEqual([]);
  });

  test('put together at random', () => {
    const { expression } = fc.letrec<{ expression: string; step: string }>((tie) => ({
      step: fc.oneof(
        fc.constantFrom(
          'p',
          't:p',
          '*',
          'q',
          '@n',
          '..',
          '.',
          'text()',
          'node()',
          'ancestor::*',
          'descendant::p',
          'self::t:p',
          'following-sibling::*',
          'preceding-sibling::node()',
        ),
        fc
          .tuple(fc.constantFrom('p', '*', 't:p', 'ancestor::*', '@*', 'node()'), tie('expression'))
          .map(([step, inner]) => `${step}[${inner}]`),
      ),
      expression: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'expression' },
        fc.constantFrom('1', '2', "'1'", "''", 'position()', 'last()', 'true()', '()', 'name()'),
        tie('step'),
        fc
          .tuple(
            fc.constantFrom('', '//', '/t:a/', './/'),
            tie('step'),
            fc.constantFrom('/', '//'),
            tie('step'),
          )
          .map((all) => all.join('')),
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom(
              ' = ',
              ' != ',
              ' < ',
              ' eq ',
              ' and ',
              ' or ',
              ' | ',
              ' + ',
              ', ',
              ' is ',
              ' << ',
            ),
            tie('expression'),
          )
          .map(([a, by, b]) => `(${a})${by}(${b})`),
        fc
          .tuple(
            fc.constantFrom(
              'not',
              'count',
              'exists',
              'string',
              'boolean',
              'normalize-space',
              'number',
              'distinct-values',
              'data',
            ),
            tie('expression'),
          )
          .map(([name, inner]) => `${name}(${inner})`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a})[${b}]`),
        fc
          .tuple(tie('expression'), tie('expression'))
          .map(([a, b]) => `(for $x in (${a}) return (${b}))`),
      ),
    }));
    let plain = 0;
    fc.assert(
      fc.property(expression, (one) => {
        const result = compared(one);
        if (result.plain) plain++;
        expect(result.differences).toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});

test.each([
  'xs:date(@when)',
  'key("k", @n)',
  'following::p',
  '1.5',
  '2 * 3',
  '1 idiv 1',
  '. instance of node()',
  '@n cast as xs:integer',
  'element()',
  '(: a :) p',
  'u:p',
  'p except q',
  'max(@n)',
  '$x:y',
  'map { }',
  "p['",
  'p[',
  'a b',
  '@n = ',
  'f()',
  '-p',
  'p => f()',
])('%s is not plain', (expression) => {
  expect(compared(expression).differences).toEqual([]);
  expect(plainExpression(expression, namespaceOf)).toBe(undefined);
});

test('what nests deeper than can be read is not plain', () => {
  const deep = `${'('.repeat(100_000)}1${')'.repeat(100_000)}`;
  expect(plainExpression(deep, namespaceOf)).toBe(undefined);
});
