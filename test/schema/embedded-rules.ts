import { Schema } from 'node-schematron';
import { type Element, parseXmlDocument, serializeToWellFormedString } from 'slimdom';

const schematron = 'http://purl.oclc.org/dsdl/schematron';

/** The Schematron rules that are embedded in a RELAX NG schema, ready to run. */
export interface EmbeddedRules {
  /** How many asserts and reports there are. */
  readonly count: number;
  /** What a document breaks, in words. */
  check(xml: string): string[];
}

/** Takes the rules out of a schema: every namespace declaration and every pattern, in its order. */
export function embeddedRules(schema: string): EmbeddedRules {
  const document = parseXmlDocument(schema);
  const all = (name: string): Element[] => document.getElementsByTagNameNS(schematron, name);
  const rules = Schema.fromString(
    [
      `<schema xmlns="${schematron}" queryBinding="xslt2">`,
      ...[...all('ns'), ...all('pattern')].map((each) => serializeToWellFormedString(each)),
      '</schema>',
    ].join('\n'),
  );
  return {
    count: all('assert').length + all('report').length,
    check: (xml) =>
      rules
        .validateDocument(parseXmlDocument(xml))
        .map(({ message }) => (message ?? '').replace(/\s+/g, ' ').trim()),
  };
}
