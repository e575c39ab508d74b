// What was wrong already, recorded in a file, so that only what is new since then is told.
export { type Baseline, type Recorded, recordBaseline, recordedCount } from './baseline.js';
export { readBaseline, writeBaseline } from './baseline-file.js';
export { type Compared, compareWithBaseline } from './compare-with-baseline.js';
