// What a change of the encoding does to the edition, for the person who reviews it: words, names, dates, entries of
// registers and permanent addresses that changed, and what no reader sees; and how that is shown. Nothing here prints.
export {
  type AddressChange,
  type Changes,
  type DocumentChange,
  type EntryChange,
  isSeen,
  type NameChange,
  type StructureChange,
  type ValueChange,
  type WordChange,
} from './changes.js';
export { type ChangesOptions, changesSince } from './changes-since.js';
export { changesAsHtml } from './html.js';
export { changesAsJson } from './json.js';
export { changesAsMarkdown } from './markdown.js';
export { changesAsText, type TextPresentation } from './text.js';
