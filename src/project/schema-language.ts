import { extname } from 'node:path';

/** The languages of schemas: RELAX NG in both its syntaxes, W3C XML Schema, DTD, ISO Schematron. */
export type SchemaLanguage = 'relaxng' | 'xsd' | 'dtd' | 'schematron';

const byExtension: ReadonlyMap<string, SchemaLanguage> = new Map([
  ['.rng', 'relaxng'],
  ['.rnc', 'relaxng'],
  ['.xsd', 'xsd'],
  ['.dtd', 'dtd'],
  ['.sch', 'schematron'],
  ['.odd', 'schematron'],
]);

/** The namespaces of schema languages that are XML, by which `schematypens` names them. */
export const languageNamespaces: ReadonlyMap<string, SchemaLanguage> = new Map([
  ['http://relaxng.org/ns/structure/1.0', 'relaxng'],
  ['http://www.w3.org/2001/XMLSchema', 'xsd'],
  ['http://purl.oclc.org/dsdl/schematron', 'schematron'],
]);

/** The media types that tell a language, whether it has a namespace or not. */
const byMediaType: ReadonlyMap<string, SchemaLanguage> = new Map([
  ['application/relax-ng-compact-syntax', 'relaxng'],
  ['application/xml-dtd', 'dtd'],
]);

/** The ends of the names of schemas. */
export const schemaExtensions: readonly string[] = [...byExtension.keys()];

/** The language that the end of a name tells: `undefined` where it tells none. */
export function languageByExtension(name: string): SchemaLanguage | undefined {
  return byExtension.get(extname(name).toLowerCase());
}

/** The language that a media type tells, its parameters passed over. */
export function languageByMediaType(type: string): SchemaLanguage | undefined {
  return byMediaType.get(type.replace(/;.*$/s, '').trim().toLowerCase());
}
