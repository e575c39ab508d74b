// Finds a project in its folder: the documents and what kind they are, their schemas, its own stylesheets.
// A project is what lay there when it was loaded. Nothing here writes but `fetchSchemas`, which keeps copies of schemas.
export { cacheFolder } from './cache-folder.js';
export { type Configuration, configurationFile, defaultConfiguration } from './configuration.js';
export { documentKind } from './document-kind.js';
export { type FetchedAddress, type FetchOptions, fetchSchemas } from './fetch-schemas.js';
export { type LoadOptions, loadProject, namedFiles } from './load-project.js';
export { type Composition, isFragment, Parts } from './parts.js';
export { pointedDocuments } from './pointed-documents.js';
export type { DocumentKind, Project, ProjectDocument } from './project.js';
export { type Prolog, prologOf } from './prolog.js';
export {
  mayInclude,
  parseOptions,
  type ReadDocument,
  type ReadingContext,
  readDocument,
} from './read-document.js';
export { type AssociatedSchemas, associatedSchemas } from './schema-association.js';
export { schemaResolver } from './schema-copies.js';
export type { SchemaLanguage } from './schema-language.js';
export {
  type SchemaContext,
  type SchemaReference,
  schemaReference,
} from './schema-reference.js';
export { shownPath } from './shown-path.js';
