import { expect, test } from 'vitest';
import { parseXml, type XmlNode, xpathOf } from './index.js';

const text =
  '<?a b?><!--c--><?a d?><tei:TEI xmlns:tei="t">one<![CDATA[ two]]><p/>three<q/><p x:id="1" xmlns:x="x"/><!--e--></tei:TEI>';
const { document } = parseXml({ file: 'a.xml', text });
if (document === undefined) throw new Error('It is well-formed.');

test('the XPath of a node numbers each step but the root, and text as XPath sees it', () => {
  const paths = (nodes: readonly XmlNode[]) => nodes.map((node) => xpathOf(node));
  expect(xpathOf(document)).toBe('/');
  expect(paths(document.children)).toEqual([
    '/processing-instruction(a)[1]',
    '/comment()[1]',
    '/processing-instruction(a)[2]',
    '/tei:TEI',
  ]);
  const inside = paths(document.root.children);
  expect([...new Set(inside)]).toEqual([
    '/tei:TEI/text()[1]',
    '/tei:TEI/p[1]',
    '/tei:TEI/text()[2]',
    '/tei:TEI/q[1]',
    '/tei:TEI/p[2]',
    '/tei:TEI/comment()[1]',
  ]);
});

test('the XPath of an attribute is that of its element and its name', () => {
  const p = document.root.children.find((node) => xpathOf(node) === '/tei:TEI/p[2]');
  if (p?.kind !== 'element') throw new Error('There is a second p.');
  expect(xpathOf(p, p.attributes[0])).toBe('/tei:TEI/p[2]/@x:id');
});
