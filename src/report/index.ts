// How problems and failures are shown: for people with their source lines, for programs as JSON. One file a format.
// Nothing here prints: each format is a text, in pieces where it may be long.
export { counted, thousands } from './counted.js';
export { failureText } from './failure-text.js';
export { json } from './json.js';
export { type Checked, type Presentation, pretty, prettyProblems } from './pretty.js';
export { withoutSchemaNote } from './without-schema-note.js';
