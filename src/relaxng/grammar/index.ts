// A schema in either syntax of RELAX NG, read, simplified and checked: the simple form that patterns are made from.

export {
  attributesWithin,
  type IdentifierAttribute,
  type IdentifierType,
  identifierAttributes,
  identifierType,
} from './identifier-attributes.js';
export { compactAnnotations, referencedAddresses, type SchemaFiles } from './load-files.js';
export { type ReadSchema, readSchema } from './read-schema.js';
export type { SimpleAttribute, SimpleElement, SimplePattern } from './simple-form.js';
export * as simpleForm from './simple-form.js';
export { type RestoredSchema, restoreSchema, storedForm, storeSchema } from './stored-schema.js';
