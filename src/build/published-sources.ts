import { readFileSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { Failure } from '../problems/index.js';
import { type Project, type ProjectDocument, pointedDocuments } from '../project/index.js';
import { decodeSource, serialize } from '../xml/index.js';
import { documentFolder } from './document-places.js';

/** A source as it is published. */
export interface PublishedSource {
  /** Relative to `dist/`. */
  readonly path: string;
  readonly document: ProjectDocument;
}

/**
 * Where the source of an edition document is published, and the authority files that it leads to.
 *
 * The source goes to `NAME/NAME.xml`, byte for byte where it is one file, so its pointers, which are relative to where it lies, must find
 * the authority files from there: `places.xml#incheon` in `tei/NAME.xml` leads to `dist/NAME/places.xml`, and
 * `../places.xml#incheon` in `tei/PART/NAME.xml` to `dist/PART/places.xml`. Each authority file is published where
 * such a pointer leads, and those that it points into in turn from there. Whoever downloads the source with the
 * authority files beside it has an encoding that is whole.
 */
export function publishedSources(project: Project, document: ProjectDocument): PublishedSource[] {
  const path = `${documentFolder(document)}/${document.name}.xml`;
  const found = new Map<string, PublishedSource>([[path, { path, document }]]);
  const waiting = [...found.values()];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const target of pointedDocuments(next.document, project)) {
      if (target.kind !== 'authority') continue;
      const way = relative(dirname(next.document.path), target.path).split(sep).join('/');
      const place = posix.join(posix.dirname(next.path), way);
      if (place.startsWith('../') || found.has(place)) continue;
      const published = { path: place, document: target };
      found.set(place, published);
      waiting.push(published);
    }
  }
  return [...found.values()];
}

/**
 * The bytes of a source, which must still be what was validated. One that is made of several files (by XInclude, or
 * external entities) is put together, since it stands alone where it is published.
 *
 * @throws Failure when the file was changed in the meantime
 */
export function sourceBytes({ path, file, source, tree, included }: ProjectDocument): Uint8Array {
  if (tree !== undefined && (included.length > 0 || source.text.includes('XInclude'))) {
    return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${serialize(tree)}`);
  }
  const bytes = readFileSync(path);
  if (decodeSource(bytes, file).text !== source.text) {
    throw new Failure(`${file} was changed while it was being published.`, {
      help: 'Build again.',
    });
  }
  return bytes;
}
