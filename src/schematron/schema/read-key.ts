import type { XmlElement } from '../../xml/index.js';
import type { Key } from './schema.js';
import { placeOf, query } from './schema-parts.js';

/** An `xsl:key` whose value is an expression or plain text (XSLT 2.0, 16.3.1), compared as it is. */
export function readKey(element: XmlElement): Key | undefined {
  if (element.name.local !== 'key') return undefined;
  const match = query(element, 'match');
  const name = element.attributes.find(({ qname }) => qname === 'name')?.value;
  if (match === undefined || name === undefined) return undefined;
  if (query(element, 'composite') !== undefined || query(element, 'collation') !== undefined)
    return undefined;
  const use = query(element, 'use') ?? constructed(element);
  return use && { name, match, use };
}

/** A sequence constructor of text and `xsl:sequence` or `xsl:value-of` alone, as an expression. */
function constructed(element: XmlElement) {
  const items: string[] = [];
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (child.value.trim() !== '') items.push(literal(child.value));
    } else if (child.kind === 'element') {
      const select = query(child, 'select');
      const text = child.children.map((one) => (one.kind === 'text' ? one.value : '')).join('');
      if (child.name.local === 'text') items.push(literal(text));
      else if (select !== undefined && valued.has(child.name.local)) items.push(`(${select.text})`);
      else return undefined;
    }
  }
  return { text: `(${items.join(', ')})`, at: placeOf(element) };
}

const valued = new Set(['sequence', 'value-of', 'copy-of']);

function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
