// Validation by XSD 1.0: libxml2 judges, and what it says is put at its place and into words for those who encode.
export { judgeByXsd, validateByXsd, type XsdOptions } from './validate-by-xsd.js';
