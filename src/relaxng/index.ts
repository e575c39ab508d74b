// Validation by RELAX NG: an engine judges, and our own reading of schema and source says what is wrong and what to do.
// Another engine takes the place of xmllint's by implementing `RelaxNgEngine`.
export { readTemporal, type Temporal, type TemporalKind } from './datatypes/calendar.js';
export type { RelaxNgEngine, SchemaFile } from './engine.js';
export { xmllintEngine } from './xmllint-engine.js';
