import fontoxpath from 'fontoxpath';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../xml/index.js';
import { viewFacade } from './facade.js';
import { withIndexedElements } from './indexed-elements.js';
import { Processor } from './processor.js';
import { ViewDocument, type ViewNode } from './view.js';

const prefixes: Readonly<Record<string, string>> = { t: 'urn:t' };
const prepared = (text: string) =>
  withIndexedElements(text, (prefix) => prefixes[prefix]).replaceAll(/Q\{[^}]*\}/g, 'f:');

describe('steps that ask for elements of a name ask the index', () => {
  test.each([
    ['//t:p', 'f:elements(., "urn:t", "p")'],
    [
      'count(//t:p/t:q) = count( //p )',
      'count(f:elements(., "urn:t", "p")/t:q) = count( f:elements(., "", "p") )',
    ],
    ['@a or //t:p', '@a or f:elements(., "urn:t", "p")'],
    ["//p[@n = '//q']/r", 'f:elements(., "", "p")[@n = \'//q\']/r'],
    ['$a[ancestor::t:p]', '$a[f:ancestors(., "urn:t", "p")]'],
    ['a/descendant::p', 'a/f:descendants(., "", "p")'],
    ['(.//t:p)[1]', '(f:descendants(., "urn:t", "p"))[1]'],
  ])('%s', (written, evaluated) => {
    expect(prepared(written)).toBe(evaluated);
  });

  test.each([
    '//p[1]',
    '//p[last()]',
    '//p[@n][2]',
    '//p[@n + 1]',
    '//*',
    '//@n',
    '//text()',
    '//u:p',
    'a//p',
    'a[1]//p',
    '$a//p',
    'doc("a")//p',
    '..//p',
    'and//p',
    'ancestor::p[1]',
    'ancestor::node()',
    'descendant::t:*',
    '"//p"',
    '(: //p (: :) :) //p',
  ])('but not %s', (written) => {
    expect(prepared(written)).toBe(written);
  });
});

test('the answers are those that the processor gives to what is written', () => {
  const text = `<t:a xmlns:t="urn:t"><t:p n="1"><q/><t:p><q n="1">x<t:p/></q></t:p></t:p>
    <b xmlns="urn:t"><p n="2"/><q/><p><p n="1"/></p></b><p n="1">y<!--c--></p><and><p/></and></t:a>`;
  const { document } = parseXml({ file: 'a.xml', text });
  if (document === undefined) throw new Error('It is well-formed.');
  const view = new ViewDocument(document);
  const surroundings = { keys: [], open: () => undefined, addressOf: () => undefined };
  const processor = new Processor(prefixes, surroundings);
  const at = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const nodes = view.nodes.flatMap((node): ViewNode[] =>
    'attributes' in node ? [node, ...node.attributes] : [node],
  );
  for (const axis of [
    '//',
    './/',
    './/t:p//',
    'ancestor::',
    'descendant::',
    '../descendant::',
    't:p/ancestor::',
    '(//t:p)[2]//',
    '@n | //',
    'and//',
  ])
    for (const name of ['p', 't:p', 'q', 't:q', 'none'])
      for (const after of ['', '[@n]', "[@n = '1']", '[1]', '[@n][1]', '/..', '/q', '/@n', '//p']) {
        const query = { text: `${axis}${name}${after}`, at };
        for (const node of nodes) {
          const options = {
            namespaceResolver: (prefix: string) => prefixes[prefix] ?? null,
            language: fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE,
          };
          const wanted = fontoxpath.evaluateXPathToNodes(
            query.text,
            node,
            viewFacade,
            null,
            options,
          );
          const found = processor.nodes(query, node, {});
          if (
            found.length !== wanted.length ||
            found.some((one, i) => one !== (wanted[i] as unknown))
          )
            expect.fail(`${query.text} has another answer at ${nodes.indexOf(node)}`);
        }
      }
});
