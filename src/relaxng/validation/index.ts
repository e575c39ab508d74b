// A schema against the events of a document: what is wrong, told once, and what would have been right.
export {
  type Fault,
  fault,
  list,
  problemOf,
  quoted,
  repairHelp,
  Telling,
} from './messages/index.js';
export type { Mistake, OpenElement } from './mistake.js';
export { Schema } from './schema.js';
export { Soundness } from './soundness.js';
export { tellEvents } from './tell-events.js';
export { Validation, validateDocument } from './validation.js';
