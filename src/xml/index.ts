// Source text in, events or a tree out: every element, attribute, value and text with its exact place, or what is not
// well-formed.
// Lines and columns are reckoned from offsets when somebody asks.
export { attribute, descendants, documentOf, sourceOf, textContent } from './axes.js';
export { Catalog, type CatalogMatch, type ExternalIdentifier } from './catalog/index.js';
export { isName, isNcName } from './characters.js';
export type { XmlEvents } from './events.js';
export type { ExternalEntities } from './external-entities.js';
export { flat, flatProblem } from './flat.js';
export { type FileAccess, isWithin, statsOf } from './local-file.js';
export { type ParsedXml, type ParseOptions, parseXml, readEvents } from './parse.js';
export {
  type PlacedSpan,
  type ProblemText,
  placeAt,
  positionAt,
  problemAt,
  relatedPlace,
} from './position.js';
export { readParts } from './read-parts.js';
export { decodeSource, readSource } from './read-source.js';
export {
  type ReplacedBytes,
  type Replacement,
  type ReplacementOutcome,
  replaceInFile,
} from './replace-in-file.js';
export { type ResolveAddress, type SchemaFile, SchemaSources } from './schema-sources.js';
export { escapeAttribute, escapeText, namespaceDeclarations, serialize } from './serialize.js';
export type { PlacedSource, SourceText } from './source-text.js';
export { streamEvents } from './stream-events.js';
export type {
  Name,
  Position,
  Span,
  XmlAttribute,
  XmlComment,
  XmlDoctype,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from './tree.js';
export { spanInAttribute, spanInText } from './value-places.js';
export { XINCLUDE_NAMESPACE } from './xinclude/include-element.js';
export {
  type IncludeOptions,
  type ResolvedIncludes,
  resolveIncludes,
} from './xinclude/resolve-includes.js';
export { type XPathStep, xpathOf, xpathOfSteps } from './xpath-of.js';
