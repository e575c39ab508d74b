// What is known of the vocabularies that people encode with, apart from any schema: how TEI is used, what people write
// who are used to HTML or to an older TEI, and which of the names of a schema was probably meant.
export { foreignHabitsOf, type Habit, habitsOf } from './habits.js';
export { likelyAttribute, likelyElement } from './likely-name.js';
export {
  likeliestAttributes,
  likeliestChildren,
  likeliestOwners,
  likeliestParents,
  timesInside,
  timesUsed,
} from './usage.js';
export { tei, teiModule, vocabularyOf } from './vocabularies.js';
