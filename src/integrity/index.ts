// What no schema language sees: pointers, identifiers, numbering, languages, dates and coordinates that hold together.
// One file a rule; `rules.ts` lists them.
export { checkIntegrity } from './check-integrity.js';
export type { IntegrityDocument, IntegrityOptions } from './documents.js';
export { integrityRules } from './rules.js';
export { toldOnce } from './told-once.js';
