import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  attribute,
  decodeSource,
  parseXml,
  positionAt,
  readEvents,
  spanInAttribute,
  streamEvents,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
  type XmlEvents,
} from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-stream-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with a text in it. */
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, 'letter.xml');
  writeFileSync(path, content);
  return path;
}

function shown({ name, qname, value, start, end, nameSpan, valueSpan }: XmlAttribute): unknown[] {
  return [name.namespace, qname, value, start, end, nameSpan, valueSpan];
}

/** Writes down what it is told, adjoining pieces of text as one. */
class Listener implements XmlEvents {
  readonly heard: unknown[][] = [];

  startElement(element: XmlElement): void {
    const { name, qname, start, startTag, nameSpan, attributes, namespaces } = element;
    expect(element.children).toEqual([]);
    let depth = 0;
    for (let at: XmlElement | XmlDocument = element; at.kind === 'element'; at = at.parent) depth++;
    this.heard.push(['<', depth, name.namespace, qname, start, startTag, nameSpan]);
    this.heard.push([...attributes.map(shown), ...(namespaces ?? [])]);
  }

  endElement({ qname, endTag, end }: XmlElement): void {
    this.heard.push(['>', qname, endTag, end]);
  }

  text({ value, start, end, parent, blank }: Parameters<XmlEvents['text']>[0]): void {
    expect(blank).toBe(/^[ \t\r\n]*$/.test(value));
    const last = this.heard.at(-1);
    if (last?.[0] === 'text') {
      last[2] += value;
      last[4] = end;
    } else this.heard.push(['text', parent.qname, value, start, end]);
  }

  comment({ value, start, end, parent }: Parameters<Required<XmlEvents>['comment']>[0]): void {
    this.heard.push(['--', value, start, end, parent.kind]);
  }

  processingInstruction({
    target,
    value,
    start,
    end,
  }: Parameters<Required<XmlEvents>['processingInstruction']>[0]): void {
    this.heard.push(['?', target, value, start, end]);
  }
}

/** What would be told of a tree. */
function told(node: XmlDocument | XmlElement, listener: Listener): void {
  for (const child of node.children) {
    if (child.kind === 'element') {
      listener.startElement({ ...spread(child), children: [] });
      told(child, listener);
      listener.endElement(child);
    } else if (child.kind === 'text') listener.text(child);
    else if (child.kind === 'comment') listener.comment(child);
    else listener.processingInstruction(child);
  }
}

function spread(element: XmlElement): XmlElement {
  const { kind, name, qname, attributes, children, parent, namespaces } = element;
  const { nameSpan, startTag, endTag, start, end } = element;
  return {
    ...{ kind, name, qname, attributes, children, parent, namespaces },
    ...{ nameSpan, startTag, endTag, start, end },
  };
}

function streamed(content: string | Uint8Array, part: number): [Listener, readonly unknown[]] {
  const listener = new Listener();
  const problems = streamEvents(fileOf(content), 'letter.xml', () => listener, { part });
  return [listener, problems];
}

const piece = fc.constantFrom(
  ...['<p>', '</p>', '<p n="1">', '<hi rend="a &amp; b\n\'c" xml:id="서울">', '</hi>', '<pb/>'],
  ...['text', ' ', '\n', '\r\n', '\r', '\t', 'é', '서', '😀', ']]>', ']', '&', '&lt;', '&#x1F600;'],
  ...[
    '<!-- note -->',
    '<!-- a -- b -->',
    '<?pi d?>',
    '<?pi?>',
    '<![CDATA[<&]]>',
    '<![CDATA[a]]b]]>',
  ],
  ...[
    '<tei:p xmlns:tei="urn:t" tei:n="2">',
    '</tei:p>',
    '<svg xmlns="urn:s">',
    '</svg>',
    '&e;',
    '&m;',
  ],
  ...[
    '<',
    '>',
    '"',
    "'",
    '<p n=1>',
    '<p n="1>',
    '<p n',
    '</p',
    '</ p>',
    '< p>',
    '<p / >',
    '<!-- ',
    '-->',
  ],
  ...[
    '<p n="1"n="2">',
    '&nope;',
    '<!x>',
    '<?x',
    '<![CDATA[',
    '\u0001',
    'a'.repeat(100),
    '<x:y/>',
    '</>',
  ],
  ...['<!-- <!-- -->', '<p n=“a b”>', '<?xml version="1.0"?>'],
);
const prolog = fc.constantFrom(
  '',
  '',
  '<?xml version="1.0"?>\r\n',
  ' ',
  'oops',
  '<!DOCTYPE r [<!ENTITY e "t&#x74;"><!ENTITY m "<b>&e;</b>"><!ATTLIST p k CDATA "d" n NMTOKEN #IMPLIED>]>',
);
const epilog = fc.constantFrom('', '', '', '\n', '<!-- end -->\n', 'oops', '<r/>', '</r>');
const document = fc
  .tuple(prolog, fc.array(piece, { maxLength: 14 }), epilog)
  .map(([before, parts, after]) => `${before}<r>${parts.join('')}</r>${after}`);

describe('a file read in parts', () => {
  it('tells the same events and problems as its text read as a whole, and as its tree', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 40 }), (text, part) => {
        const whole = new Listener();
        const source = { file: 'letter.xml', text };
        const problems = readEvents(source, whole);
        const [parts, problemsInParts] = streamed(text, part);
        expect(problemsInParts).toEqual(problems);
        expect(parts.heard).toEqual(whole.heard);
        const parsed = parseXml(source);
        expect(parsed.problems).toEqual(problems);
        if (parsed.document === undefined) return;
        const tree = new Listener();
        told(parsed.document, tree);
        expect(tree.heard).toEqual(whole.heard);
      }),
      { numRuns: 500, examples: [["<r>'<![CDATA[]]></r>", 1]] },
    );
  });

  it.each([
    ['UTF-8 with a byte order mark', '\uFEFF<r>é\n서</r>', 'utf8'],
    ['UTF-16', '\uFEFF<?xml version="1.0" encoding="UTF-16"?>\r\n<r>é\r\n😀</r>', 'utf16le'],
    ['Latin-1', '<?xml version="1.0" encoding="ISO-8859-1"?><r>é\r</r>\r', 'latin1'],
    ['Windows-1252', '<?xml version="1.0" encoding="windows-1252"?><r>\x80\n</r>', 'latin1'],
    ['another', '<?xml version="1.0" encoding="ISO-8859-2"?><r>\xB1</r>', 'latin1'],
    ['bytes that are not UTF-8', '<r>\n\n\xE9</r>', 'latin1'],
    ['half a character at the end', '<r>\n</r>\xC3', 'latin1'],
    ['bytes that are not ASCII', '<?xml version="1.0" encoding="US-ASCII"?><r>\xE9</r>', 'latin1'],
    ['UTF-16 with a byte too few', '\uFEFF<r/>x', 'utf16le-1'],
    ['a false declaration', '<?xml version="1.0" encoding="UTF-16"?><r/>', 'utf8'],
    ['an unknown encoding', '<?xml version="1.0" encoding="none"?><r/>', 'utf8'],
    ['nothing', '', 'utf8'],
  ])('is decoded like the whole: %s', (_, text, encoding) => {
    const [name, cut] = encoding.split('-') as [BufferEncoding, string?];
    let bytes = Buffer.from(text, name);
    if (cut !== undefined) bytes = bytes.subarray(0, bytes.length - 1);
    const source = decodeSource(bytes, 'letter.xml');
    const whole = new Listener();
    const problems = readEvents(source, whole);
    for (const part of [1, 2, 3, 7, 4096]) {
      const [parts, problemsInParts] = streamed(bytes, part);
      expect(problemsInParts).toEqual(problems);
      if (source.problems === undefined) expect(parts.heard).toEqual(whole.heard);
    }
  });

  it('knows the line and column of each place, and what stands there while it is told', () => {
    const text = `<r>\n${'<p n="a&amp;b"/>\r\n'.repeat(1000)}${'x'.repeat(300)}<q/>\n</r>`;
    const places: unknown[] = [];
    streamEvents(
      fileOf(text),
      'letter.xml',
      (source) => ({
        startElement(element) {
          const n = attribute(element, 'n');
          if (n !== undefined) expect(spanInAttribute(source, n, 2, 3).start).toBe(n.end - 2);
          places.push(positionAt(source, element.start));
        },
        endElement() {},
        text() {},
      }),
      { part: 50 },
    );
    const source = { file: 'letter.xml', text };
    const expected: unknown[] = [];
    readEvents(source, {
      startElement: (element) => expected.push(positionAt(source, element.start)),
      endElement() {},
      text() {},
    });
    expect(places).toEqual(expected);
    expect(places.at(-1)).toEqual({ line: 1002, column: 301 });
  });

  it('holds no element but the ancestors, and a long text only in pieces', () => {
    let longest = 0;
    let open = 0;
    const text = `<r>${'<p>x</p>'.repeat(10_000)}${'x'.repeat(1_000_000)}</r>`;
    const problems = streamEvents(fileOf(text), 'letter.xml', () => ({
      startElement() {
        open++;
      },
      endElement(element) {
        open--;
        expect(element.children).toEqual([]);
      },
      text({ value }) {
        longest = Math.max(longest, value.length);
      },
    }));
    expect(problems).toEqual([]);
    expect(open).toBe(0);
    expect(longest).toBeLessThan(200_000);
  });

  it('is a failure where there is no file', () => {
    expect(() => streamEvents(join(folder, 'none.xml'), 'none.xml', () => new Listener())).toThrow(
      'There is no file none.xml.',
    );
    expect(() => streamEvents(folder, 'folder', () => new Listener())).toThrow(
      'folder is a folder, where a file is wanted.',
    );
  });
});
