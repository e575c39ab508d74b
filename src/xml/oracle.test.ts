import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { type Document, type Element, Node, parseXmlDocument } from 'slimdom';
import { describe, expect, it } from 'vitest';
import { descendants, parseXml, serialize, type XmlDocument, type XmlElement } from './index.js';

// slimdom and saxes as oracles, on documents that a grammar makes and on the ruins that mutation makes of them.

const names = fc.constantFrom('p', 'div', 'tei:hi', 'persName', 'é', 'x-1.2');
const attributeNames = fc.constantFrom('n', 'xml:id', 'ref', 'tei:n', 'rend');
const characters = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '&lt;',
  '&amp;',
  '&#x1F600;',
  '&#10;',
  '"',
  '서',
  ']',
  '>',
  '&e;',
  '&m;',
);
const inText = fc
  .array(characters, { maxLength: 6 })
  .map((parts) => parts.join('').replaceAll(']]>', ']]'));
const inValue = fc
  .array(characters, { maxLength: 4 })
  .map((parts) => parts.join('').replace(/["&]m?;?$|"|&m;/g, ''));
const attributes = fc
  .uniqueArray(fc.tuple(attributeNames, inValue), { selector: ([name]) => name, maxLength: 3 })
  .map((pairs) => pairs.map(([name, value]) => ` ${name}="${value.replace(/&$/, '')}"`).join(''));

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(names, attributes, tie('content'))
    .map(([name, given, content]) =>
      content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name} >`,
    ),
  content: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        inText,
        fc.constantFrom('<!-- c -->', '<?pi d?>', '<![CDATA[<&]]>', '<?q?>'),
        tie('element'),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('').replaceAll(']]>]', ']]>')),
}));

const document = element.map(
  (root) =>
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e "t&#x74;"><!ENTITY m "<b>&e;</b>">]>\n<r xmlns:tei="urn:t">${root}</r>`,
);

/** A document with one piece taken out, doubled, or exchanged for a character that means something. */
const ruin = fc
  .tuple(
    document,
    fc.nat(),
    fc.nat(6),
    fc.constantFrom('', '<', '>', '&', '"', ']]>', ' ', '--', '/', 'x', '\u0000', ':'),
  )
  .map(([text, at, length, put]) => {
    const start = at % text.length;
    return text.slice(0, start) + put + text.slice(start + length);
  })
  // slimdom lets the local part of a name begin with what no NCName begins with (Namespaces in XML 1.0, [4]).
  .filter((text) => !/:[-.0-9]/.test(text));

function slimdomReads(text: string): Document | undefined {
  try {
    return parseXmlDocument(text);
  } catch {
    return undefined;
  }
}

/** What both trees hold, in one form: text joined, attributes without namespace declarations and sorted. */
function theirs(node: Node): unknown[] {
  const listed: unknown[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') listed.push(text);
    text = '';
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
      text += child.nodeValue ?? '';
      continue;
    }
    if (child.nodeType === Node.DOCUMENT_TYPE_NODE) continue;
    flush();
    if (child.nodeType !== Node.ELEMENT_NODE) {
      listed.push([child.nodeName, child.nodeValue]);
      continue;
    }
    const element = child as Element;
    const given = element.attributes
      .filter(({ namespaceURI }) => namespaceURI !== 'http://www.w3.org/2000/xmlns/')
      .map(({ namespaceURI, localName, value }) =>
        [namespaceURI ?? '', localName, value].join(' '),
      );
    listed.push([element.namespaceURI ?? '', element.nodeName, given.sort(), theirs(element)]);
  }
  flush();
  return listed;
}

function ours(node: XmlDocument | XmlElement): unknown[] {
  return node.children.map((child) => {
    if (child.kind === 'text') return child.value;
    if (child.kind === 'comment') return ['#comment', child.value];
    if (child.kind === 'processing-instruction') return [child.target, child.value];
    const given = child.attributes.map(({ name, value }) =>
      [name.namespace, name.local, value].join(' '),
    );
    return [child.name.namespace, child.qname, given.sort(), ours(child)];
  });
}

describe('slimdom and we', () => {
  it('read the same from well-formed documents', () => {
    fc.assert(
      fc.property(document, (text) => {
        const expected = slimdomReads(text);
        const { document, problems } = parseXml({ file: 'a.xml', text });
        if (expected === undefined) {
          expect(document).toBeUndefined();
          return;
        }
        expect(problems).toEqual([]);
        if (document === undefined) return;
        expect(ours(document)).toEqual(theirs(expected));
        const again = slimdomReads(serialize(document));
        expect(again && theirs(again)).toEqual(theirs(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('agree on what is well-formed', () => {
    fc.assert(
      fc.property(ruin, (text) => {
        const { document, problems } = parseXml({ file: 'a.xml', text });
        expect(document !== undefined).toBe(slimdomReads(text) !== undefined);
        expect(document === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('saxes and we', () => {
  it('find the same elements and attributes', () => {
    fc.assert(
      fc.property(element, (root) => {
        const text = `<r xmlns:tei="urn:t">${root.replace(/&[em];/g, '')}</r>`;
        const heard: string[] = [];
        let failed = false;
        const parser = new SaxesParser({ xmlns: true });
        parser.on('opentag', ({ uri, local, attributes: given }) => {
          const listed = Object.values(given)
            .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
            .map(({ uri: namespace, local: name, value }) => `${namespace} ${name}=${value}`);
          heard.push(`<${uri} ${local} ${listed.join(' ')}`);
        });
        parser.on('error', () => {
          failed = true;
        });
        parser.write(text).close();
        const { document } = parseXml({ file: 'a.xml', text });
        expect(document === undefined).toBe(failed);
        if (document === undefined) return;
        const found = [...descendants(document)].map(({ name, attributes: given }) => {
          const listed = given.map((one) => `${one.name.namespace} ${one.name.local}=${one.value}`);
          return `<${name.namespace} ${name.local} ${listed.join(' ')}`;
        });
        expect(found).toEqual(heard);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever the text', () => {
  it('there is an answer, and problems lie within the text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        'a',
        '="',
        '"',
        '&',
        ';',
        '<!',
        '--',
        '[',
        ']]>',
        '<![CDATA[',
        '<!DOCTYPE a [',
        '<!ENTITY e ',
        '%',
        '#',
        '<?',
        '?>',
        ' ',
        '\n',
        'xml',
        ':',
        "'",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const { document, problems } = parseXml({ file: 'a.xml', text });
        expect(document === undefined).toBe(problems.length > 0);
        const lines = text.split('\n').length;
        for (const { line, column, endLine } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(endLine).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
