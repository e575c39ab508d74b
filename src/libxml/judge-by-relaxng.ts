import type { ResolveAddress, SchemaFile, XmlElement, XmlText } from '../xml/index.js';
import { type LibxmlJudge, libxmlJudge, type SchemaLanguage } from './libxml-judge.js';

const namespace = 'http://relaxng.org/ns/structure/1.0';

const relaxNg: SchemaLanguage = {
  name: 'relaxng',
  namespace,
  elements: new Map([
    ['include', 'href'],
    ['externalRef', 'href'],
  ]),
  code: 'relaxng/schema',
  // libxml2's recursion would take it to 2048 at most, and WebAssembly's stack is used up before that; it gives
  // documents that it does not trust 256.
  deepest: 256,
  isOptional: () => false,
  // What simplification takes away first (RELAX NG specification, sections 4.1 and 4.2).
  isAnnotation(node: XmlElement | XmlText): boolean {
    if (node.kind === 'element') return node.name.namespace !== namespace;
    const { local } = node.parent.name;
    return local !== 'value' && local !== 'param' && node.value.trim() === '';
  },
};

/**
 * Has libxml2 judge documents by a RELAX NG schema in the XML syntax, the only one it reads.
 *
 * @param resolve gives the path of a copy of what has an `http` or `https` address
 * @throws Failure when a file of the schema is missing, or not well-formed
 */
export function relaxNgJudge(schema: SchemaFile, resolve?: ResolveAddress): LibxmlJudge {
  return libxmlJudge(schema, relaxNg, resolve);
}
