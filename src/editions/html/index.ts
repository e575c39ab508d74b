// The web edition: a page for each document, the list of all documents, and what the pages share.
// The pages come from XSLT; here they get their map, their fonts, their style sheet and their script.
export { htmlEdition } from './html-edition.js';
