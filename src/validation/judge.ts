import { pathToFileURL } from 'node:url';
import { problemsByDtd } from '../dtd/index.js';
import { compareProblems, type Problem } from '../problems/index.js';
import { isFragment, parseOptions, prologOf, readDocument } from '../project/index.js';
import { problemsIn } from '../relaxng/index.js';
import { readEvents, readSource, streamEvents, type XmlDocument } from '../xml/index.js';
import { chooseSchemas, type JudgeContext } from './choose-schemas.js';
import { EventJudge, NeedsText, NeedsTree } from './event-judge.js';
import { type Judged, judgedBy, notWellFormed } from './judged.js';
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
}

/** Bytes from which on a file is not read into memory as a whole. */
const large = 8_000_000;

/**
 * Judges one document by itself: whether it is well-formed, and valid by its schemas. Nothing of it is kept: it is
 * judged as its events come, unless it is one that only its tree can tell all of.
 *
 * @throws Failure when it cannot be read, or a schema is not correct
 */
export function judge(subject: Subject, context: JudgeContext, means: JudgingMeans): Judged {
  const { path, file } = subject;
  try {
    return judgeEvents(subject, context, means);
  } catch (error) {
    if (error instanceof NeedsText) return judge({ ...subject, size: 0 }, context, means);
    if (!(error instanceof NeedsTree)) throw error;
    const { document, problems } = readDocument(path, file, context);
    return judgeTree({ path, tree: document, problems }, context, means);
  }
}

function judgeEvents(
  { path, file, size }: Subject,
  context: JudgeContext,
  means: JudgingMeans,
): Judged {
  const judge = new EventJudge(path, context, means);
  const options = parseOptions(path, context);
  let problems: readonly Problem[];
  if (size >= large) problems = streamEvents(path, file, (source) => judge.begin(source), options);
  else {
    const source = readSource(path, file);
    problems = readEvents(source, judge.begin(source), options);
  }
  return problems.length > 0 ? notWellFormed(problems) : judge.judged;
}

/** The same of a document that is there as a tree. */
export function judgeTree(
  subject: ParsedSubject,
  context: JudgeContext,
  means: JudgingMeans,
): Judged {
  const { tree, problems } = subject;
  if (tree === undefined) return notWellFormed(problems);
  const prolog = prologOf(tree, subject.path);
  const chosen = chooseSchemas(prolog, context);
  const found = [...problems, ...chosen.problems];
  for (const schema of chosen.here) {
    const problems =
      schema.language === 'dtd'
        ? problemsByDtd(tree, means.dtds.of(schema, prolog))
        : problemsIn(tree, means.schemas.of(schema), schema.file);
    for (const problem of problems) found.push(problem);
  }
  if (means.schematrons !== undefined && chosen.rules.length > 0) {
    const address = pathToFileURL(subject.path).href;
    const problems = means.schematrons.check(tree, address, chosen.rules);
    for (const problem of problems) found.push(problem);
  }
  const kept = found.map(means.strings.problem).sort(compareProblems);
  return judgedBy(chosen, subject.path, kept, isFragment(tree.root));
}
