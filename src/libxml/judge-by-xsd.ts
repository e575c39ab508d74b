import type { Problem } from '../problems/index.js';
import {
  attribute,
  descendants,
  problemAt,
  type ResolveAddress,
  type SchemaFile,
  type XmlDocument,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import { type LibxmlJudge, libxmlJudge, type SchemaLanguage } from './libxml-judge.js';
import { xmlNamespaceSchema } from './xml-namespace-schema.js';

export const xsdNamespace = 'http://www.w3.org/2001/XMLSchema';

const xsd: SchemaLanguage = {
  name: 'xsd',
  namespace: xsdNamespace,
  // XML Schema Part 1, sections 4.2.1 to 4.2.3.
  elements: new Map([
    ['include', 'schemaLocation'],
    ['redefine', 'schemaLocation'],
    ['import', 'schemaLocation'],
  ]),
  code: 'xsd/schema',
  // Deeper documents libxml2 does not read.
  deepest: 2048,
  // Section 4.2.3: a processor may do without the location of an import.
  isOptional: ({ name }) => name.local === 'import',
  substitute: (element) =>
    element.name.local === 'import' &&
    attribute(element, 'namespace')?.value === 'http://www.w3.org/XML/1998/namespace'
      ? xmlNamespaceSchema
      : undefined,
  isAnnotation: (node: XmlElement | XmlText) =>
    node.kind === 'text'
      ? node.value.trim() === ''
      : node.name.namespace === xsdNamespace && node.name.local === 'annotation',
  // Section 4.3.2: they are hints, and the schema is known.
  isHidden: ({ qname }) => /^[^:]+:(?:noNamespaceSchemaLocation|schemaLocation)$/.test(qname),
  explainRefusal: laterConstructs,
};

/** What XSD 1.1 has and XSD 1.0 has not (XML Schema 1.1 Part 1, appendix G). */
const later = new Set([
  'assert',
  'assertion',
  'alternative',
  'override',
  'openContent',
  'defaultOpenContent',
]);

function laterConstructs(documents: readonly XmlDocument[]): Problem[] {
  return documents.flatMap((document) =>
    [...descendants(document)].flatMap((element) => {
      const what = laterConstruct(element);
      if (what === undefined) return [];
      return problemAt(document.source, element.nameSpan, {
        code: 'xsd/schema',
        message: `${what} is of XSD 1.1, and libxml2 judges by XSD 1.0.`,
        help: 'Say it in Schematron, or validate by RELAX NG.',
      });
    }),
  );
}

function laterConstruct(element: XmlElement): string | undefined {
  const { name, parent } = element;
  if (name.namespace !== xsdNamespace) return undefined;
  if (later.has(name.local)) return `<${element.qname}>`;
  const isOfAll = parent.kind === 'element' && parent.name.local === 'all';
  return isOfAll && !/^\s*[01]\s*$/.test(attribute(element, 'maxOccurs')?.value ?? '1')
    ? `That <${element.qname}> may stand several times within <${parent.qname}>`
    : undefined;
}

/**
 * Has libxml2 judge documents by an XSD 1.0 schema.
 *
 * @param resolve gives the path of a copy of what has an `http` or `https` address
 * @throws Failure when a file of the schema is missing, or not well-formed
 */
export function xsdJudge(schema: SchemaFile, resolve?: ResolveAddress): LibxmlJudge {
  return libxmlJudge(schema, xsd, resolve);
}
