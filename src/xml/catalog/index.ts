// XML Catalogs (OASIS Standard 1.1): where the copy of what has an address or a public identifier lies.
// Only files are read; nothing is fetched.
export { Catalog, type CatalogMatch, type ExternalIdentifier } from './catalog.js';
