// The datatypes that RELAX NG patterns speak of: which literals belong to them, which are equal, and why one is not.
// The built-in library, XML Schema Part 2's with facets, and those of DTD Compatibility.
export { monthNames, readTemporal, type Temporal, type TemporalKind } from './calendar.js';
export { compatibilityDatatypes } from './compatibility-library.js';
export {
  bareContext,
  type Complaint,
  type Datatype,
  type DatatypeLibrary,
  type Parameter,
  type ValueContext,
  WrongParameter,
} from './datatype.js';
export { datatypeLibrary } from './libraries.js';
export { RegularExpression, WrongExpression } from './regular-expression.js';
export { collapse, isBlank, tokens, trim } from './white-space.js';
export { XmlSchemaDatatype, xmlSchemaDatatypes } from './xml-schema-library.js';
