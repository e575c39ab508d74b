// Validation by DTD: the declarations, read with all that they draw in, as patterns of our own engine, which judges by
// the names that stand in the tags.
export { DtdJudge } from './dtd-judge.js';
export { type DoctypeOf, doctypeText, type LoadedDtd, loadDtd } from './load-dtd.js';
export { type DtdOptions, problemsByDtd, validateByDtd } from './validate-by-dtd.js';
