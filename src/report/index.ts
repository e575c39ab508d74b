// How problems and failures are shown: for people with their source lines, for programs in the form they read. One file a format.
// Nothing here prints: each format is a text, in pieces where it may be long.

export { codeList, codePageText, explainHint } from './code-page-text.js';
export { type CodePage, codePages } from './code-pages.js';
export { counted, thousands } from './counted.js';
export { visible } from './excerpt.js';
export { failureText } from './failure-text.js';
export { fingerprints, steadyMessage, surroundings } from './fingerprint.js';
export { json } from './json.js';
export { type Mending, mendedText } from './mended-text.js';
export { type Checked, type Presentation, pretty, prettyProblems } from './pretty.js';
export type { ReportContext } from './report.js';
export { reports } from './reports.js';
export type { ReadPieces } from './source-lines.js';
export { svrlDocument } from './svrl.js';
export { withoutSchemaNote } from './without-schema-note.js';
export { wrap } from './wrap.js';
export { xmlText } from './xml-text.js';
