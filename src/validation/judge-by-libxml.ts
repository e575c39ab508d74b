import type { Problem } from '../problems/index.js';
import {
  type ProjectDocument,
  readDocument,
  type SchemaReference,
  schemaResolver,
  shownPath,
} from '../project/index.js';
import { fileSchemaCache, relaxNgEngine } from '../relaxng/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { JudgeContext } from './choose-schemas.js';
import type { Judged } from './judged.js';

/** UTF-16 units of documents that libxml2 is given at once: it reads the schema anew each time. */
const enough = 32_000_000;

/**
 * Judges what is left to libxml2: by XSD, and by RELAX NG where its opinion is asked for.
 *
 * @param judged what has been found in the documents so far
 * @returns the same with what libxml2 finds
 * @throws Failure when a schema is not correct
 */
export async function judgeByLibxml(
  documents: readonly ProjectDocument[],
  judged: readonly Judged[],
  context: JudgeContext,
): Promise<readonly Judged[]> {
  const subjects = new Map<string, { schema: SchemaReference; documents: ProjectDocument[] }>();
  const parts = partsAmong(documents, judged);
  for (const [index, { left }] of judged.entries()) {
    const document = documents[index];
    if (document === undefined || parts.has(document)) continue;
    for (const schema of left) {
      const subject = subjects.get(schema.path) ?? { schema, documents: [] };
      subjects.set(schema.path, subject);
      subject.documents.push(document);
    }
  }
  if (subjects.size === 0) return judged;
  const filesOf: FilesOf = new Map();
  const found = new Map<string, Problem[]>();
  for (const { schema, documents } of subjects.values()) {
    for (const trees of inPortions(documents, context, filesOf)) {
      for (const problem of await validateBy(schema, trees, context)) {
        const same = found.get(problem.file);
        if (same === undefined) found.set(problem.file, [problem]);
        else same.push(problem);
      }
    }
  }
  return judged.map((each, index) => {
    const files = filesOf.get(documents[index] as ProjectDocument) ?? [];
    const more = files.flatMap((file) => found.get(file) ?? []);
    return more.length === 0 ? each : { ...each, problems: [...each.problems, ...more] };
  });
}

/** The documents that others include as parts: a part is judged where it is included. */
function partsAmong(
  documents: readonly ProjectDocument[],
  judged: readonly Judged[],
): ReadonlySet<ProjectDocument> {
  const mayBeParts = documents.filter(
    (_, index) => judged[index]?.isFragment && judged[index].left.length > 0,
  );
  if (mayBeParts.length === 0) return new Set();
  const included = new Set(documents.flatMap((document) => document.included));
  return new Set(mayBeParts.filter(({ path }) => included.has(path)));
}

/** The files that a document is made of, as they are shown: itself, and what it includes. */
type FilesOf = Map<ProjectDocument, readonly string[]>;

/** The documents as trees, as many at once as need not too much memory; notes of what files they are made. */
function* inPortions(
  documents: readonly ProjectDocument[],
  context: JudgeContext,
  filesOf: FilesOf,
): Generator<readonly XmlDocument[]> {
  let trees: XmlDocument[] = [];
  let size = 0;
  for (const document of documents) {
    const { tree, included } = document.isRead ? document : readAgain(document, context);
    if (tree === undefined) continue;
    const others = included.map((path) => shownPath(path, context.workingDirectory));
    filesOf.set(document, [document.file, ...others]);
    trees.push(tree);
    size += tree.source.text.length;
    if (size < enough) continue;
    yield trees;
    trees = [];
    size = 0;
  }
  if (trees.length > 0) yield trees;
}

/** Reads a document that nobody else needs as a tree. */
function readAgain({ path, file }: ProjectDocument, context: JudgeContext) {
  const { document, included } = readDocument(path, file, context);
  return { tree: document, included };
}

async function validateBy(
  schema: SchemaReference,
  trees: readonly XmlDocument[],
  context: JudgeContext,
): Promise<readonly Problem[]> {
  const resolve = schemaResolver(context);
  if (schema.language === 'xsd') {
    const { validateByXsd } = await import('../xsd/index.js');
    return validateByXsd(trees, schema, { resolve });
  }
  const engine = await relaxNgEngine(context.engine);
  const cache = fileSchemaCache(context.cacheFolder);
  return engine.validate(trees, schema, { cache, resolve });
}
