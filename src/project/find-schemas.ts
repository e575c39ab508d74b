import { basename, extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareText } from '../problems/index.js';
import { readSource } from '../xml/index.js';
import { languageByExtension, schemaExtensions } from './schema-language.js';
import type { SchemaReference } from './schema-reference.js';
import { schemaReferences } from './schema-references.js';
import { findFiles, isFolder } from './source-files.js';

/**
 * The schemas of a folder, sorted by path: those of all languages that are known. What another one there draws in is
 * a part of that and none by itself; of one schema in both syntaxes of RELAX NG the compact one is left out, and an ODD
 * where there is RELAX NG.
 *
 * @param show how a path is shown to a person
 * @throws Failure when a folder or file cannot be read
 */
export function findSchemas(
  folder: string,
  show: (path: string) => string,
): readonly SchemaReference[] {
  if (!isFolder(folder)) return [];
  const paths = findFiles(folder, schemaExtensions, show);
  // RELAX NG that was made of an ODD has its rules.
  const isMade = paths.some((path) => languageByExtension(path) === 'relaxng');
  const schemas = paths
    .filter((path) => extname(path) !== '.rnc' || !paths.includes(`${path.slice(0, -1)}g`))
    .filter((path) => !isMade || extname(path).toLowerCase() !== '.odd')
    .flatMap((path) => {
      const language = languageByExtension(path);
      return language === undefined ? [] : { path, file: show(path), language };
    });
  const parts = partsOf(
    new Map(schemas.map((each) => [each.path, drawnIn(each, paths).map(pathOf)])),
  );
  return schemas.filter(({ path }) => !parts.has(path));
}

function pathOf(address: string): string {
  return address.startsWith('file:') ? fileURLToPath(address) : address;
}

/**
 * The files that others draw in, directly or not. Of several that draw in one another, as schemas of XSD may, the
 * first by path is no part.
 *
 * @param drawnIn by path, the paths of what each draws in
 */
function partsOf(drawnIn: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const parts = new Set<string>();
  const reached = new Map([...drawnIn.keys()].map((path) => [path, reach(path, drawnIn)]));
  for (const [path, within] of reached) {
    for (const [other, withinOther] of reached) {
      const isPart = other !== path && withinOther.has(path);
      if (isPart && (!within.has(other) || compareText(other, path) < 0)) parts.add(path);
    }
  }
  return parts;
}

function reach(start: string, drawnIn: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const other of drawnIn.get(next) ?? []) {
      if (reached.has(other)) continue;
      reached.add(other);
      waiting.push(other);
    }
  }
  return reached;
}

/** The addresses that a schema draws in. It is parsed only if it speaks of another file of the folder at all. */
function drawnIn(
  { path, file, language }: SchemaReference,
  paths: readonly string[],
): readonly string[] {
  const others = paths.filter((other) => other !== path).map((other) => basename(other));
  if (others.length === 0) return [];
  const source = readSource(path, file);
  if (!others.some((name) => source.text.includes(name) || source.text.includes(encodeURI(name))))
    return [];
  return schemaReferences(source, pathToFileURL(path).href, language).addresses;
}
