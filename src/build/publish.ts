import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Edition,
  EditionInput,
  EditionName,
  EditionSource,
  OutputFile,
} from '../editions/index.js';
import { compareText } from '../problems/index.js';
import type { Project, ProjectDocument } from '../project/index.js';
import type { Transformer } from '../transform/index.js';
import { serialize } from '../xml/index.js';
import { documentFolder, wayToRoot } from './document-places.js';
import { makeAhead } from './making-ahead.js';
import type { Manifest, ManifestEntry } from './manifest.js';
import { OutputFolder } from './output-folder.js';
import type { OutputPlace } from './output-place.js';
import { PublishedFiles } from './published-files.js';
import { publishedSources, sourceBytes } from './published-sources.js';

/** What is to be published, where, and with what. */
export interface PublicationTask {
  readonly project: Project;
  /** The documents to publish. */
  readonly chosen: readonly ProjectDocument[];
  readonly editions: readonly Edition[];
  readonly place: OutputPlace;
  readonly transformer: Transformer;
}

/** What is being made of the documents, in their order. */
export type Making = (number: number) => Promise<readonly (readonly OutputFile[])[]>;

/** Documents that are in the making at a time: while one is typeset, the stylesheets run on the next. */
const ahead = 2;

/** The text is nothing but a transformation: it is on its way in another thread before this one draws maps. */
const makingOrder: readonly EditionName[] = ['text', 'html', 'print'];

/** Begins to make the editions of the documents; each comes as the lists of files of its editions. */
export function beginMaking(task: PublicationTask): Making {
  const inputOf = editionInputs(task);
  return makeAhead(
    task.chosen,
    async (document) => {
      const input = inputOf(document);
      const made = new Map<EditionName, Promise<readonly OutputFile[]>>();
      for (const name of makingOrder) {
        const edition = task.editions.find((each) => each.name === name);
        if (edition !== undefined) made.set(name, edition.make(input));
      }
      return Promise.all(task.editions.map(({ name }) => made.get(name) ?? []));
    },
    ahead,
  );
}

export interface Publication {
  /** Path of the folder. */
  readonly folder: string;
  /** The same, as it is shown to a person. */
  readonly shown: string;
  /** The documents that were published, sorted by path. */
  readonly documents: readonly ProjectDocument[];
  readonly editions: readonly EditionName[];
  /** The files that were made, relative to the folder, sorted. */
  readonly files: readonly string[];
  /** The files that an earlier build made and this one kept, sorted. */
  readonly carriedOver: readonly string[];
}

/** Puts the editions of documents that are known to be right into the output folder. */
export async function publish(task: PublicationTask, making: Making): Promise<Publication> {
  const { project, chosen, editions, place } = task;
  const folder = new OutputFolder(place.path, place.shown);
  try {
    const files = new PublishedFiles(folder);
    const sites = beginSites(task);
    for (const [number, document] of chosen.entries()) {
      const made = await making(number);
      for (const [index, edition] of editions.entries()) {
        const documents = [manifestPath(document, project)];
        for (const { path, content } of made[index] ?? []) {
          const file = {
            path: `${documentFolder(document)}/${path}`,
            part: edition.name,
            documents,
          };
          files.add(file, content, `The ${edition.name} edition of ${document.file}`);
        }
      }
      addSources(document, project, files);
      // Between two documents the process gets to hear what it is told from outside.
      await new Promise(setImmediate);
    }
    for (const [index, edition] of editions.entries()) {
      for (const { path, content } of (await sites[index]) ?? []) {
        const file = { path, part: edition.name, documents: [] };
        files.add(file, content, `The ${edition.name} site`);
      }
    }
    const made = files.entries.map(({ path }) => path).sort(compareText);
    const carriedOver = carryOver(task, files);
    folder.replaceTarget(files.entries);
    const { path, shown } = place;
    const names = editions.map(({ name }) => name);
    return { folder: path, shown, documents: chosen, editions: names, files: made, carriedOver };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/**
 * The documents that have a certain edition once the build is done: those that are made now, and those whose edition
 * is carried over.
 */
export function documentsPresent(
  project: Project,
  chosen: readonly ProjectDocument[],
  manifest: Manifest,
  part: EditionName,
): readonly ProjectDocument[] {
  const before = new Set(
    manifest.files.filter((entry) => entry.part === part).flatMap(({ documents }) => documents),
  );
  return project.documents.filter(
    (document) =>
      chosen.includes(document) ||
      (document.kind === 'edition' && before.has(manifestPath(document, project))),
  );
}

/** How a document is named in the manifest. */
function manifestPath({ path }: ProjectDocument, { root }: Project): string {
  return relative(root, path).split(sep).join('/');
}

function editionInputs(task: PublicationTask): (document: ProjectDocument) => EditionInput {
  const sources = new Map<ProjectDocument, EditionSource>();
  const sourceOf = (document: ProjectDocument): EditionSource => {
    let source = sources.get(document);
    if (source === undefined) {
      source = editionSource(document);
      sources.set(document, source);
    }
    return source;
  };
  const registers = task.project.documents.filter(({ kind }) => kind === 'authority').map(sourceOf);
  return (document) => {
    const folder = documentFolder(document);
    return {
      name: document.name,
      folder,
      root: wayToRoot(folder),
      source: sourceOf(document),
      registers,
      transformer: task.transformer,
    };
  };
}

function editionSource({ path, file, source, tree }: ProjectDocument): EditionSource {
  if (tree === undefined) throw new Error(`${file} is published without being well-formed.`);
  // The engine knows neither entities nor inclusions: where there could be some, it gets the text with all in place.
  const text = /<!DOCTYPE|XInclude/.test(source.text) ? serialize(tree) : source.text;
  return { file, uri: pathToFileURL(path).href, text, tree };
}

/** Begins what the documents share, edition by edition; it is made while stylesheets run in other threads. */
function beginSites(task: PublicationTask): readonly Promise<readonly OutputFile[]>[] {
  const { project, chosen, editions, place, transformer } = task;
  const inputOf = editionInputs(task);
  return editions.map((edition) => {
    const present = documentsPresent(project, chosen, place.manifest, edition.name);
    const documents = present.map(inputOf);
    const registers = documents[0]?.registers ?? [];
    const made = Promise.resolve(edition.makeSite?.({ documents, registers, transformer }) ?? []);
    // Where a document fails before, that is told.
    made.catch(() => {});
    return made;
  });
}

function addSources(document: ProjectDocument, project: Project, files: PublishedFiles): void {
  const owner = manifestPath(document, project);
  for (const source of publishedSources(project, document)) {
    const file = { path: source.path, part: 'source' as const, documents: [owner] };
    files.add(file, sourceBytes(source.document), `The source ${source.document.file}`);
  }
}

/** Takes over what the build before made, this one was not asked for, and still belongs to a document there is. */
function carryOver(task: PublicationTask, files: PublishedFiles): string[] {
  const { project, place } = task;
  const made = new Set<string>([...task.editions.map(({ name }) => name), 'source']);
  const inProject = new Set(project.documents.map((each) => manifestPath(each, project)));
  const chosen = new Set(task.chosen.map((each) => manifestPath(each, project)));
  const isKept = ({ part, documents }: ManifestEntry): boolean =>
    documents.length === 0
      ? !made.has(part)
      : documents.some((each) => inProject.has(each) && !(made.has(part) && chosen.has(each)));
  const carried: string[] = [];
  for (const entry of place.manifest.files) {
    if (!isKept(entry) || files.has(entry.path)) continue;
    const content = readIfThere(join(place.path, entry.path));
    if (content === undefined) continue;
    files.add(entry, content, `What ${place.shown} holds of ${entry.documents.join(', ')}`);
    carried.push(entry.path);
  }
  return carried.sort(compareText);
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
