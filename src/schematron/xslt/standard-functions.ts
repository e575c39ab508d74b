/**
 * Functions without a prefix that an XSLT processor has (XPath functions 3.1; XSLT 3.0, section 20) and the processor of
 * XPath has not, with that number of arguments or with any.
 */
const functions = new Set(
  `accumulator-after accumulator-before adjust-date-to-timezone adjust-dateTime-to-timezone
  adjust-time-to-timezone analyze-string apply available-environment-variables available-system-properties
  collation-key collection contains-token copy-of current-group current-grouping-key current-output-uri
  default-collation default-language element-available element-with-id environment-variable
  escape-html-uri for-each-pair format-date format-dateTime format-integer format-number format-time
  function-available in-scope-prefixes json-doc json-to-xml matches namespace-uri-for-prefix nilled
  parse-ietf-date parse-json parse-xml parse-xml-fragment regex-group resolve-QName resolve-uri serialize
  snapshot sort static-base-uri substring-after substring-before system-property transform type-available
  unparsed-entity-public-id unparsed-entity-uri unparsed-text unparsed-text-available unparsed-text-lines
  uri-collection xml-to-json`.split(/\s+/),
);

const prefixed = new Map([
  ['http://www.w3.org/2005/xpath-functions', functions],
  ['http://www.w3.org/2005/xpath-functions/map', new Set(['find'])],
  ['http://www.w3.org/2005/xpath-functions/array', new Set(['sort'])],
]);

/** Whether an XSLT processor knows a function that the processor of XPath does not. */
export function isStandardFunction(namespace: string, local: string): boolean {
  return prefixed.get(namespace)?.has(local) === true;
}
