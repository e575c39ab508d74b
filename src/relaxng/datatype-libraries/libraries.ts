import { builtInLibrary } from './built-in-library.js';
import { compatibilityDatatypes, compatibilityLibrary } from './compatibility-library.js';
import type { DatatypeLibrary } from './datatype.js';
import { xmlSchemaDatatypes, xmlSchemaLibrary } from './xml-schema-library.js';

const libraries = new Map<string, DatatypeLibrary>([
  ['', builtInLibrary],
  [xmlSchemaDatatypes, xmlSchemaLibrary],
  // The address that some schemas give instead.
  ['http://www.w3.org/2001/XMLSchema', xmlSchemaLibrary],
  [compatibilityDatatypes, compatibilityLibrary],
]);

/** The library of an address; '' is the built-in one. */
export function datatypeLibrary(address: string): DatatypeLibrary | undefined {
  return libraries.get(address);
}
