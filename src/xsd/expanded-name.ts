import type { XmlElement } from '../xml/index.js';

/** A name with its namespace, which is empty for none. */
export interface ExpandedName {
  readonly namespace: string;
  readonly local: string;
}

/** Reads a name as libxml2 writes it: `{http://www.tei-c.org/ns/1.0}p`, or `xs:date` for what XSD itself has. */
export function readExpandedName(text: string): ExpandedName {
  const braced = /^\{([^}]*)\}(.*)$/s.exec(text);
  if (braced !== null) return { namespace: braced[1] ?? '', local: braced[2] ?? '' };
  return { namespace: '', local: text };
}

/** The key of a name in a map. */
export function nameKey({ namespace, local }: ExpandedName): string {
  return `{${namespace}}${local}`;
}

/** A name as it would be written where an element stands: with the prefix that is declared there. */
export function writtenAt(
  element: XmlElement,
  { namespace, local }: ExpandedName,
  kind: 'element' | 'attribute',
): string {
  if (namespace === '') return local;
  if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${local}`;
  const hidden = new Set<string>();
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) {
    for (const [prefix, bound] of at.namespaces ?? []) {
      const serves = prefix !== '' || kind === 'element';
      if (bound === namespace && serves && !hidden.has(prefix))
        return prefix === '' ? local : `${prefix}:${local}`;
      hidden.add(prefix);
    }
  }
  return local;
}
