// Patterns, immutable and interned; their derivatives; and the machine that keeps every derivative it has reckoned.
export { afterText, forgivingAttributes } from './derivatives.js';
export {
  type Expected,
  type ExpectedName,
  elementsWithin,
  expectedAttributes,
  expectedElements,
  requiredAttributes,
  requiredElements,
} from './expected.js';
export { GrammarMachine, type MachineLimits } from './grammar-machine.js';
export { contains, isOpen, listedNames, type NameClass, overlap } from './name-class.js';
export type { NumberedName } from './name-table.js';
export {
  type AttributePattern,
  Contains,
  type ElementPattern,
  type Pattern,
  type ValuePattern,
} from './pattern.js';
export { PatternPool } from './pattern-pool.js';
export type { AttributeOpening, Opening, State } from './state.js';
export { afterToken } from './strings.js';
