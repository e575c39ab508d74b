// The editions of a document, one module each: from its source to the files that are published.
// `editionTable` says which there are and loads one only when it is asked for.
export {
  type Edition,
  type EditionInput,
  type EditionName,
  type EditionSource,
  editionNames,
  type OutputFile,
  type SiteInput,
} from './edition.js';
export { editionTable } from './edition-table.js';
export { type Anchor, anchorsOf, entryAnchor } from './html/anchors.js';
