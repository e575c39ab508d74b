// The XSLT engine: entry stylesheets are compiled once, kept by content hash, and run.
// Other rooms hand it XML as text and get serialised results; nothing else of the engine is seen.
export {
  builtInEntry,
  builtInFolder,
  keptCodeFolder,
  shippedFolder,
  stylesheetEntries,
} from './built-in.js';
export {
  type CompiledText,
  compileInnerStylesheet,
  InnerStylesheet,
  innerStylesheetForm,
  StylesheetError,
} from './inner-stylesheet.js';
export { type LoadedModule, loadWithKeptCode } from './kept-code.js';
export { createTransformer, readyEntry } from './saxon-transformer.js';
export { compiledName } from './stylesheet-cache.js';
export { createThreadedTransformer } from './threaded-transformer.js';
export type {
  ParameterValue,
  SourceDocument,
  StylesheetEntry,
  Transformation,
  TransformationResult,
  Transformer,
} from './transformer.js';
export type {
  StylesheetMessage,
  StylesheetPlaces,
  TransformerListeners,
  TransformerOptions,
} from './transformer-options.js';
