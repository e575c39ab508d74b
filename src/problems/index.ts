// What can be wrong, and where: the Problem that every room reports, and the Failure that ends a run.
// The nearest of a list of names, for "did you mean". Errors as plain data, for threads.
export { Failure } from './failure.js';
export { nearest } from './nearest.js';
export {
  compareProblems,
  compareText,
  type Fix,
  type Place,
  type Problem,
  type RelatedPlace,
  type Severity,
} from './problem.js';
export { packError, type Thrown, unpackError } from './thrown.js';
