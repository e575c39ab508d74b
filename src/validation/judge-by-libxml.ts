import type { Problem } from '../problems/index.js';
import {
  type ProjectDocument,
  readDocument,
  type SchemaReference,
  schemaResolver,
} from '../project/index.js';
import { fileSchemaCache, relaxNgEngine } from '../relaxng/index.js';
import type { XmlDocument } from '../xml/index.js';
import type { JudgeContext } from './choose-schemas.js';
import type { Judged } from './judged.js';

/**
 * Judges what is left to libxml2: all documents of a schema together, since it reads the schema anew each time.
 *
 * @param judged what has been found in each of the documents by itself
 * @throws Failure when a schema cannot be used
 */
export async function judgeByLibxml<Kept extends Judged>(
  documents: readonly ProjectDocument[],
  judged: readonly Kept[],
  context: JudgeContext,
): Promise<readonly Kept[]> {
  const subjects = new Map<string, { schema: SchemaReference; documents: number[] }>();
  const parts = partsAmong(documents, judged);
  for (const [index, { left }] of judged.entries()) {
    const document = documents[index];
    if (document === undefined || parts.has(document)) continue;
    for (const schema of left) {
      const subject = subjects.get(schema.path) ?? { schema, documents: [] };
      subjects.set(schema.path, subject);
      subject.documents.push(index);
    }
  }
  const found = judged.map((): Problem[] => []);
  for (const { schema, documents: indexes } of subjects.values()) {
    const asked: number[] = [];
    const trees = treesOf(documents, indexes, context, asked);
    let next = 0;
    for await (const problems of await judgements(trees, schema, context)) {
      const all = found[asked[next++] ?? 0];
      for (const problem of problems) all?.push(problem);
    }
  }
  return judged.map((each, index) => {
    const more = found[index] ?? [];
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
  const included = new Set(judged.flatMap((each) => each.included));
  return new Set(mayBeParts.filter(({ path }) => included.has(path)));
}

async function judgements(
  trees: Iterable<XmlDocument>,
  schema: SchemaReference,
  context: JudgeContext,
): Promise<AsyncIterable<readonly Problem[]>> {
  const resolve = schemaResolver(context);
  if (schema.language === 'xsd') {
    const { judgeByXsd } = await import('../xsd/index.js');
    return judgeByXsd(trees, schema, { resolve });
  }
  const engine = await relaxNgEngine(context.engine);
  return engine.judge(trees, schema, { cache: fileSchemaCache(context.cacheFolder), resolve });
}

/**
 * The trees of documents, one after the other: one that is not in memory yet does not stay there.
 *
 * @param asked is given the index of each document of which there is a tree
 */
function* treesOf(
  documents: readonly ProjectDocument[],
  indexes: readonly number[],
  context: JudgeContext,
  asked: number[],
): IterableIterator<XmlDocument> {
  for (const index of indexes) {
    const document = documents[index];
    if (document === undefined) continue;
    const { path, file } = document;
    const tree = document.isRead ? document.tree : readDocument(path, file, context).document;
    if (tree === undefined) continue;
    asked.push(index);
    yield tree;
  }
}
