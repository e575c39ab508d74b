import type { ResolveAddress, SchemaFile, XmlDocument, XmlElement, XmlText } from '../xml/index.js';
import { type Judgement, judgeDocuments, type SchemaLanguage } from './judge-documents.js';

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
 * What libxml2 says of documents by a RELAX NG schema in the XML syntax, the only one it reads.
 *
 * @param resolve gives the path of a copy of what has an `http` or `https` address
 * @throws Failure when libxml2 does not take the schema, or gives up
 */
export function judgeByRelaxNg(
  documents: readonly XmlDocument[],
  schema: SchemaFile,
  resolve?: ResolveAddress,
): Promise<Judgement> {
  return judgeDocuments(documents, schema, relaxNg, resolve);
}
