import { Failure } from '../problems/index.js';
import { referencedAddresses } from '../relaxng/index.js';
import { decodeSource, parseXml, type SourceText } from '../xml/index.js';
import { languageByExtension, languageNamespaces, type SchemaLanguage } from './schema-language.js';

/** A schema as it was fetched. */
export interface RecognizedSchema {
  readonly language: SchemaLanguage;
  /** The end that a file of it is named with, without the dot. */
  readonly extension: string;
  readonly source: SourceText;
}

const extensions: Readonly<Record<SchemaLanguage, string>> = {
  relaxng: 'rng',
  xsd: 'xsd',
  dtd: 'dtd',
  schematron: 'sch',
};

/**
 * Finds out in which language a fetched schema is, by what it is rather than by what is said of it.
 *
 * @param expected the language that was asked for, which decides what cannot be told from the content
 * @throws Failure when it is no schema
 */
export function recognizeSchema(
  bytes: Uint8Array,
  address: string,
  expected: SchemaLanguage | undefined,
): RecognizedSchema {
  const source = decodeSource(bytes, address);
  const text = source.text.trimStart();
  const refuse = (message: string, help: string): never => {
    throw new Failure(message, { help });
  };
  const isWebPage = /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html[\s>]/is.test(
    text,
  );
  if (isWebPage)
    refuse(
      `${address} is a web page, not a schema.`,
      'Open it in a browser, and look there for the address of the schema itself, often under “raw” or “download”.',
    );
  if (text === '') refuse(`What lies at ${address} is empty.`, 'Check the address.');
  const isDtd = expected === 'dtd' || languageByExtension(new URL(address).pathname) === 'dtd';
  if (isDtd && /<!(?:ELEMENT|ATTLIST|ENTITY|NOTATION|\[)|%[^\s;]+;/.test(text))
    return { language: 'dtd', extension: 'dtd', source };
  if (!text.startsWith('<')) {
    if (referencedAddresses(source, `${address}.rnc`).problems.length > 0)
      refuse(
        `What lies at ${address} is no schema: neither XML nor the compact syntax of RELAX NG.`,
        'Open it in a browser to see what is there.',
      );
    return { language: 'relaxng', extension: 'rnc', source };
  }
  const { document, problems } = parseXml(source);
  if (document === undefined) {
    const [first] = problems;
    return refuse(
      `What lies at ${address} is not well-formed XML. Line ${first?.line ?? 1}: ${first?.message ?? ''}`,
      'Tell whoever publishes it.',
    );
  }
  const { name, qname } = document.root;
  const language = languageNamespaces.get(name.namespace);
  if (language !== undefined) return { language, extension: extensions[language], source };
  return name.namespace === 'http://www.tei-c.org/ns/1.0'
    ? refuse(
        `${address} is a TEI document, not a schema.`,
        'If it is an ODD, take the schema that was made of it.',
      )
    : refuse(
        `${address} is XML, but no schema that is known here: it begins with <${qname}>.`,
        'Known are RELAX NG, XML Schema (XSD), DTDs and Schematron.',
      );
}
