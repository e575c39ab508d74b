// Validation by RELAX NG: an engine judges, and our own reading of schema and source says what is wrong and what to do.
// There are two engines behind one interface, `RelaxNgEngine`: our own and libxml2.
export type { SchemaFile } from '../xml/index.js';
export { datatypeFault } from './datatype-fault.js';
export {
  bareContext,
  datatypeLibrary,
  monthNames,
  readTemporal,
  type Temporal,
  type TemporalKind,
  xmlSchemaDatatypes,
} from './datatype-libraries/index.js';
export { Judge, problemsIn } from './derivative-engine.js';
export type { RelaxNgEngine } from './engine.js';
export { type EngineName, engineNames, relaxNgEngine } from './engines.js';
export {
  compactAnnotations,
  referencedAddresses,
  type SimpleElement,
  type SimplePattern,
  simpleForm,
} from './grammar/index.js';
export { type LoadSchemaOptions, loadSchema } from './load-schema.js';
export { fileSchemaCache, type SchemaCache } from './schema-cache.js';
export { list, quoted, repairHelp, Schema, tellEvents } from './validation/index.js';
