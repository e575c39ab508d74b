// Rules about a document that are written in Schematron (ISO/IEC 19757-3): read, resolved, and checked over the
// project's own tree, so that each finding has its exact place.
export type { Finding, FiredRule } from './findings.js';
export { loadSchematron } from './load-schematron.js';
export { Schematron, type SchematronCheckOptions, type SchematronResult } from './schematron.js';
export { type SvrlOptions, svrl } from './svrl.js';
