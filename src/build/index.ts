// From a project to `dist/`: validates first, makes the editions, and swaps the folder in whole or not at all.
// A partial build carries over what it did not make.
export { type BuildOptions, type BuildResult, build } from './build.js';
export { documentFolder } from './document-places.js';
export { manifestName } from './manifest.js';
export { discardUnfinished } from './output-folder.js';
export type { Publication } from './publish.js';
export { type PublishedSource, publishedSources } from './published-sources.js';
