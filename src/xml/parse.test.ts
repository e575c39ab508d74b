import { describe, expect, it } from 'vitest';
import {
  attribute,
  descendants,
  parseXml,
  serialize,
  spanInAttribute,
  spanInText,
  textContent,
  type XmlDocument,
  type XmlElement,
} from './index.js';

function parsed(text: string): XmlDocument {
  const { document, problems } = parseXml({ file: 'letter.xml', text });
  expect(problems).toEqual([]);
  if (document === undefined) throw new Error('no document');
  return document;
}

/** Line, column, code and message of each problem, and the help. */
function said(text: string): string[] {
  return parseXml({ file: 'letter.xml', text }).problems.map(
    ({ line, column, code, message, help }) =>
      `${line}:${column} ${code} ${message}${help === undefined ? '' : ` | ${help}`}`,
  );
}

function find(document: XmlDocument, qname: string): XmlElement {
  for (const element of descendants(document)) if (element.qname === qname) return element;
  throw new Error(`no <${qname}>`);
}

describe('the tree', () => {
  const text =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><p n = "a &amp; b">To <hi>you</hi>!</p><pb/></TEI>';
  const document = parsed(text);
  const at = (span: { start: number; end: number } | undefined): string =>
    span === undefined ? '' : text.slice(span.start, span.end);

  it('knows the exact place of everything', () => {
    const p = find(document, 'p');
    const n = attribute(p, 'n');
    expect(at(p)).toBe('<p n = "a &amp; b">To <hi>you</hi>!</p>');
    expect(at(p.startTag)).toBe('<p n = "a &amp; b">');
    expect(at(p.nameSpan)).toBe('p');
    expect(at(p.endTag)).toBe('</p>');
    expect(n && at(n)).toBe('n = "a &amp; b"');
    expect(at(n?.nameSpan)).toBe('n');
    expect(at(n?.valueSpan)).toBe('a &amp; b');
    expect(p.children.map((child) => at(child))).toEqual(['To ', '<hi>you</hi>', '!']);
    expect(find(document, 'pb').endTag).toBeUndefined();
  });

  it('expands names by the namespaces in force', () => {
    const inner = parsed(
      '<a xmlns="urn:a" xmlns:b="urn:b"><b:c b:d="" d="" xml:id="e"/><f xmlns=""/></a>',
    );
    const c = find(inner, 'b:c');
    expect(c.name).toEqual({ prefix: 'b', local: 'c', namespace: 'urn:b' });
    expect(c.attributes.map(({ name }) => name.namespace)).toEqual([
      'urn:b',
      '',
      'http://www.w3.org/XML/1998/namespace',
    ]);
    expect(find(inner, 'f').name.namespace).toBe('');
    expect(find(inner, 'a').attributes).toEqual([]);
  });

  it('joins text, references and CDATA sections into one text', () => {
    const p = parsed('<p>a&#x42;&lt;<![CDATA[<&]]>\r\nz</p>').root;
    expect(p.children).toHaveLength(1);
    expect(textContent(p)).toBe('aB<<&\nz');
  });

  it('normalises white space in attributes, and only there', () => {
    const p = parsed('<p n="a\r\n\tb&#10;c">\td</p>').root;
    expect(attribute(p, 'n')?.value).toBe('a  b\nc');
    expect(textContent(p)).toBe('\td');
  });

  it('takes 100,000 elements within each other', () => {
    const document = parsed(`${'<a>'.repeat(100_000)}x${'</a>'.repeat(100_000)}`);
    expect([...descendants(document)]).toHaveLength(100_000);
    expect(textContent(document.root)).toBe('x');
    expect(serialize(document).length).toBe(700_002);
  });
});

describe('places within values', () => {
  it('finds each pointer of a list, whatever stands before it', () => {
    const text = '<p ref="a.xml#b&#x20;&amp;c  #d"/>';
    const document = parsed(text);
    const ref = attribute(document.root, 'ref');
    if (ref === undefined) throw new Error('no @ref');
    const index = ref.value.indexOf('#d');
    const { start, end } = spanInAttribute(document.source, ref, index, index + 2);
    expect(text.slice(start, end)).toBe('#d');
  });

  it('finds a word in a text with references and line ends', () => {
    const text = '<p>&lt;\r\n&#x1F600; 37.5 126.9</p>';
    const document = parsed(text);
    const node = document.root.children[0];
    if (node?.kind !== 'text') throw new Error('no text');
    const index = node.value.indexOf('126.9');
    const { start, end } = spanInText(document.source, node, index, index + 5);
    expect(text.slice(start, end)).toBe('126.9');
  });
});

describe('the internal subset', () => {
  it('gives entities their text, markup included, and attributes their defaults', () => {
    const document = parsed(
      '<!DOCTYPE p [<!ENTITY who "<persName>Stalin</persName>&end;"><!ENTITY end "!">\n' +
        '<!ATTLIST persName type NMTOKEN " usual " xml:lang CDATA #IMPLIED>]><p>To &who;</p>',
    );
    expect(serialize(document)).toBe('<p>To <persName type="usual">Stalin</persName>!</p>\n');
  });

  it('places what comes from an entity at the reference', () => {
    const text = '<!DOCTYPE p [<!ENTITY e "<b/>">]><p>x&e;</p>';
    const b = find(parsed(text), 'b');
    expect(text.slice(b.start, b.end)).toBe('&e;');
  });

  it('reads parameter entities between declarations', () => {
    const text = `<!DOCTYPE p [<!ENTITY % all '<!ENTITY a "A">'>%all;]><p>&a;</p>`;
    expect(textContent(parsed(text).root)).toBe('A');
  });

  it('follows the example of appendix D of the specification', () => {
    const text = `<?xml version='1.0'?>
<!DOCTYPE test [
<!ELEMENT test (#PCDATA) >
<!ENTITY % xx '&#37;zz;'>
<!ENTITY % zz '&#60;!ENTITY tricky "error-prone" >' >
%xx;
]>
<test>This sample shows a &tricky; method.</test>`;
    expect(textContent(parsed(text).root)).toBe('This sample shows a error-prone method.');
  });

  it('stops what would grow without measure', () => {
    const declarations = Array.from({ length: 12 }, (_, n) =>
      n === 0 ? '<!ENTITY a0 "ha">' : `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`,
    );
    expect(said(`<!DOCTYPE p [${declarations.join('')}]><p>&a11;</p>`)).toEqual([
      '1:653 xml/entity-limit The entities of this document expand to more than 10,000,000 characters. | ' +
        'An entity that refers to others many times over grows without measure; write the text out.',
    ]);
  });

  it('stops an entity that contains itself', () => {
    expect(said('<!DOCTYPE p [<!ENTITY a "&b;"><!ENTITY b "&a;">]><p>&a;</p>')).toEqual([
      '1:53 xml/recursive-entity The entity &a; contains itself: a → b → a. | Take the reference out of the declaration.',
    ]);
  });

  it('draws in no files', () => {
    expect(said('<!DOCTYPE p [<!ENTITY a SYSTEM "a.xml">]><p>&a;</p>')).toEqual([
      '1:45 xml/external-entity &a; stands for the file a.xml, which entities cannot bring in here. | ' +
        'Put the text into this document.',
    ]);
    expect(said('<!DOCTYPE p SYSTEM "tei.dtd"><p>&a;</p>')[0]).toBe(
      '1:33 xml/undeclared-entity The entity &a; is not declared in this file, and the external DTD tei.dtd is not read. | ' +
        'Write &amp; for the sign itself, or declare <!ENTITY a "…"> in the DOCTYPE.',
    );
  });
});

describe('after a mistake it goes on as far as what follows is certain', () => {
  it('tells several mistakes in one go', () => {
    expect(said('<p n="1" n="2">\n&nope; a & b\n<b>bold</p>')).toEqual([
      '1:10 xml/duplicate-attribute @n stands twice on <p>. | Keep one of them; several values may stand in one attribute, parted by spaces, where TEI allows it.',
      '2:1 xml/undeclared-entity The entity &nope; is not declared; XML itself knows &lt; &gt; &amp; &quot; &apos; alone. | Write &amp; for the sign itself, or declare <!ENTITY nope "…"> in the DOCTYPE.',
      '2:10 xml/bare-ampersand An & by itself: in XML it begins a reference such as &amp; or &#233;. | Write &amp; for the sign itself.',
      '3:8 xml/not-closed </p> comes while <b>, opened on line 3, is not closed. | Write </b> before </p>.',
    ]);
  });

  it('tells overlapping elements once', () => {
    expect(said('<a><i><b></i></b></a>')).toEqual([
      '1:10 xml/not-closed </i> comes while <b>, opened on line 1, is not closed. | Write </b> before </i>.',
    ]);
  });

  it('tells an end tag meant for the open element once', () => {
    expect(said('<a><b>x</hi></a>')).toHaveLength(1);
  });

  it('points at where an element was opened', () => {
    const { problems } = parseXml({ file: 'letter.xml', text: '<div>\n<p>x\n</div>' });
    expect(problems[0]?.related).toEqual([
      { file: 'letter.xml', line: 2, column: 1, message: '<p> is opened here.' },
    ]);
  });
});

describe('what is not well-formed is told by name', () => {
  it.each([
    [
      '',
      '1:1 xml/not-well-formed The file is empty. | An XML document is one element, and all that is in it: in TEI a <TEI> element.',
    ],
    [
      '<!-- x -->',
      '1:1 xml/not-well-formed The file has no root element. | An XML document is one element, and all that is in it: in TEI a <TEI> element.',
    ],
    [
      '<p rend=“italic”>x</p>',
      '1:9 xml/not-well-formed The value of @rend on <p> is not in quotation marks: typographic ones do not count. | Write rend="italic".',
    ],
    ['<p rend>x</p>', '1:4 xml/not-well-formed @rend on <p> has no value. | Write rend="…".'],
    [
      '<p a="1"b="2"/>',
      '1:9 xml/not-well-formed White space is missing before @b on <p>. | Attributes are parted by a space.',
    ],
    [
      '<p a="<"/>',
      '1:7 xml/not-well-formed A < cannot stand in the value of an attribute. | Write &lt; for the sign itself.',
    ],
    [
      '<p\n<b/></p>',
      '1:1 xml/not-well-formed The tag <p is not closed with >. | Write > where the tag of <p> ends.',
    ],
    [
      '<p>]]></p>',
      '1:4 xml/not-well-formed ]]> cannot stand in text: it ends a CDATA section, and none is open. | Write ]]&gt;.',
    ],
    [
      '<p>&#0;</p>',
      '1:4 xml/character-reference &#0; names no character that XML allows. | Control characters and a few others cannot stand in XML: leave it out.',
    ],
    [
      '<p>&#X41;</p>',
      '1:4 xml/character-reference &#X41; is not a character reference: the x before a hexadecimal number is small. | Write &#233; (decimal) or &#xE9; (hexadecimal).',
    ],
    [
      '\n<?xml version="1.0"?><p/>',
      '2:1 xml/not-well-formed An XML declaration can stand only at the very beginning of the file. | Delete what stands before it, white space too.',
    ],
    [
      '<?xml version="2.0"?><p/>',
      '1:16 xml/not-well-formed "2.0" is no version of XML. | Write version="1.0".',
    ],
    [
      '<?xml encoding="UTF-8"?><p/>',
      '1:1 xml/not-well-formed The XML declaration does not begin with its version. | Write <?xml version="1.0" encoding="UTF-8"?>.',
    ],
    [
      '<a:p xmlns:a=""/>',
      '1:6 xml/namespace The prefix a is bound to nothing, which Namespaces in XML 1.0 forbids. | Change or delete the declaration.',
    ],
    [
      '<a xmlns:b="u" xmlns:c="u" b:d="" c:d=""/>',
      '1:35 xml/duplicate-attribute @c:d and @b:d on <a> are the same attribute: their prefixes stand for one namespace. | Keep one of them; several values may stand in one attribute, parted by spaces, where TEI allows it.',
    ],
    [
      '<p/><p/>',
      '1:6 xml/not-well-formed <p> begins a second root; a document has one, and <p> has ended. | Move it into <p>.',
    ],
    [
      '<p><!DOCTYPE p></p>',
      '1:4 xml/not-well-formed A DOCTYPE stands once, before the root element. | Delete this one, or move it there.',
    ],
    [
      '<p>\uFFFE</p>',
      '1:4 xml/forbidden-character The character U+FFFE stands here, which no XML document may contain. | Delete it: it shows nothing, and often comes along when text is pasted.',
    ],
    [
      '<p>\uD800</p>',
      '1:4 xml/forbidden-character The character U+D800 stands here, which no XML document may contain. | Delete it: it shows nothing, and often comes along when text is pasted.',
    ],
  ])('%j', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});
