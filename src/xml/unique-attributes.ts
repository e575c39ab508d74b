import type { AttributeNode } from './nodes.js';
import type { StartTagContext } from './start-tag.js';

/** WFC Unique Att Spec [40], and Namespaces in XML, section 6.3. */
export function rejectRepeated(
  attributes: readonly AttributeNode[],
  element: string,
  { complaints }: StartTagContext,
): void {
  // Few attributes are compared in pairs; many by a map, or a tag with thousands would take for ever.
  const seen = attributes.length > 12 ? new Map<string, AttributeNode>() : undefined;
  for (let i = seen === undefined ? 1 : 0; i < attributes.length; i++) {
    const attribute = attributes[i] as AttributeNode;
    let first: AttributeNode | undefined;
    if (seen === undefined) {
      for (let j = 0; j < i && first === undefined; j++) {
        const other = attributes[j] as AttributeNode;
        if (sameName(other, attribute)) first = other;
      }
    } else {
      const { namespace, local } = attribute.name;
      const key = namespace === '' ? attribute.qname : `${namespace} ${local}`;
      first = seen.get(key);
      if (first === undefined) seen.set(key, attribute);
    }
    if (first === undefined) continue;
    const same = first.qname === attribute.qname;
    complaints.report(attribute.nameSpan, {
      code: 'xml/duplicate-attribute',
      message: same
        ? `@${attribute.qname} stands twice on <${element}>.`
        : `@${attribute.qname} and @${first.qname} on <${element}> are the same attribute: their prefixes stand for one namespace.`,
      help: 'Keep one of them; several values may stand in one attribute, parted by spaces, where TEI allows it.',
      related: [complaints.place(first.nameSpan, `The first @${first.qname}.`)],
    });
  }
}

function sameName(a: AttributeNode, b: AttributeNode): boolean {
  // Equal names are one object, unless their prefix is not bound.
  if (a.name === b.name) return true;
  if (a.name.prefix === '' && b.name.prefix === '') return a.qname === b.qname;
  return (
    a.qname === b.qname ||
    (a.name.namespace !== '' &&
      a.name.local === b.name.local &&
      a.name.namespace === b.name.namespace)
  );
}
