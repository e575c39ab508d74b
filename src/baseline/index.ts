// What was wrong already, recorded in a file or found at a revision of git, so that only what is new since is told.
export { type Baseline, type Recorded, recordBaseline, recordedCount } from './baseline.js';
export { readBaseline, writeBaseline } from './baseline-file.js';
export { type Compared, compareWithBaseline } from './compare-with-baseline.js';
export { discardEarlierFolders } from './earlier-folder.js';
export { type ChangeResult, validateSince } from './validate-since.js';
