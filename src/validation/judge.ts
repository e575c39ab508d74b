import { pathToFileURL } from 'node:url';
import { problemsByDtd } from '../dtd/index.js';
import { compareProblems, type Problem } from '../problems/index.js';
import { isFragment, parseOptions, prologOf, readDocument } from '../project/index.js';
import { problemsIn } from '../relaxng/index.js';
import {
  readEvents,
  readSource,
  type SourceText,
  streamEvents,
  type XmlDocument,
} from '../xml/index.js';
import { chooseSchemas, type JudgeContext } from './choose-schemas.js';
import { EventJudge, NeedsText, NeedsTree } from './event-judge.js';
import { type Judged, type Judgement, judgedBy, notWellFormed } from './judged.js';
import type { JudgingMeans } from './judging-means.js';

/** A document to be judged. */
export interface Subject {
  readonly path: string;
  readonly file: string;
  /** Bytes of the file. */
  readonly size: number;
}

/** What somebody who has a document as a tree has of it. */
export interface ParsedSubject {
  readonly path: string;
  readonly tree: XmlDocument | undefined;
  readonly problems: readonly Problem[];
  /** Absolute paths of the other files that it is made of. */
  readonly included: readonly string[];
}

/** Bytes from which on a file is not read into memory as a whole. */
const large = 8_000_000;

/**
 * Judges one document by itself: whether it is well-formed, valid by its schemas, and sound. It is read once, and
 * nothing of it is kept but what is found and what the judgement of all documents together needs. It is judged as its
 * events come where these tell all that is asked.
 *
 * @throws Failure when it cannot be read, or a schema is not correct
 */
export function judge(subject: Subject, context: JudgeContext, means: JudgingMeans): Judgement {
  if (means.integrity !== undefined) return judgeAsTree(subject, context, means);
  if (subject.size >= large) return judgeStream(subject, context, means);
  return judgeText(subject, context, means);
}

/** Judges a document that is read into memory as a whole, as its events come if they tell all. */
function judgeText(subject: Subject, context: JudgeContext, means: JudgingMeans): Judgement {
  const { path, file } = subject;
  const source = readSource(path, file);
  const judge = new EventJudge(path, context, means);
  const included = new Set<string>();
  try {
    const options = parseOptions(path, context, (external) => included.add(external));
    const problems = readEvents(source, judge.begin(source), options);
    return judgementOf(judge, problems, included);
  } catch (error) {
    if (error instanceof NeedsTree) return judgeAsTree(subject, context, means, source);
    throw error;
  }
}

/** Judges a document that is read part by part, if that tells all. */
function judgeStream(subject: Subject, context: JudgeContext, means: JudgingMeans): Judgement {
  const { path, file } = subject;
  const judge = new EventJudge(path, context, means);
  const included = new Set<string>();
  try {
    const options = parseOptions(path, context, (external) => included.add(external));
    const problems = streamEvents(path, file, (source) => judge.begin(source), options);
    return judgementOf(judge, problems, included);
  } catch (error) {
    if (error instanceof NeedsText) return judgeText(subject, context, means);
    if (error instanceof NeedsTree) return judgeAsTree(subject, context, means);
    throw error;
  }
}

function judgementOf(
  judge: EventJudge,
  problems: readonly Problem[],
  included: ReadonlySet<string>,
): Judged {
  return problems.length > 0 ? notWellFormed(problems, [...included]) : judge.judged([...included]);
}

function judgeAsTree(
  { path, file }: Subject,
  context: JudgeContext,
  means: JudgingMeans,
  source?: SourceText,
): Judgement {
  const { document, problems, included } = readDocument(path, file, context, source);
  return judgeTree({ path, tree: document, problems, included }, context, means);
}

/** The same of a document that is there as a tree. */
export function judgeTree(
  subject: ParsedSubject,
  context: JudgeContext,
  means: JudgingMeans,
): Judgement {
  const { path, tree, included } = subject;
  if (tree === undefined) return notWellFormed(subject.problems, included);
  const prolog = prologOf(tree, path);
  const chosen = chooseSchemas(prolog, context);
  const found = [...subject.problems, ...chosen.problems];
  for (const schema of chosen.here) {
    const problems =
      schema.language === 'dtd'
        ? problemsByDtd(tree, means.dtds.of(schema, prolog))
        : problemsIn(tree, means.schemas.of(schema), schema.file);
    for (const problem of problems) found.push(problem);
  }
  if (means.schematrons !== undefined && chosen.rules.length > 0) {
    const address = pathToFileURL(path).href;
    for (const problem of means.schematrons.check(tree, address, chosen.rules)) found.push(problem);
  }
  const problems = found.map(means.strings.problem).sort(compareProblems);
  const judged = judgedBy(chosen, path, { problems, isFragment: isFragment(tree.root), included });
  return { ...judged, facts: means.integrity?.read(tree, path) };
}
