import { type DocumentVerdict, relaxNgJudge } from '../libxml/index.js';
import { compareProblems, Failure, type Problem } from '../problems/index.js';
import {
  problemAt,
  type SchemaFile,
  sourceOf,
  type XmlDocument,
  type XmlElement,
} from '../xml/index.js';
import { Judge } from './derivative-engine.js';
import type { RelaxNgEngine } from './engine.js';
import { loadSchema } from './load-schema.js';
import { type Schema, tellEvents } from './validation/index.js';

/**
 * libxml2 as a second opinion, through the WebAssembly build of its `xmllint`. It tells lines only, in words for
 * programmers; so where both judges find a document invalid, our own engine says what is wrong with it. What only one
 * of the two finds is a warning: one of them is mistaken.
 */
export const xmllintEngine: RelaxNgEngine = {
  name: 'xmllint',

  async *judge(documents, file, options) {
    if (/\.rnc$/i.test(file.path)) {
      throw new Failure(
        `libxml2 does not read the compact syntax of RELAX NG, in which ${file.file} is.`,
        { help: 'Leave --engine xmllint out: our own engine reads it.' },
      );
    }
    const schema = loadSchema(file, options);
    try {
      const { verdicts } = relaxNgJudge(file, options?.resolve);
      for await (const verdict of verdicts(documents))
        yield [...compared(verdict, schema, file)].sort(compareProblems);
    } catch (error) {
      throw error instanceof Failure ? withoutOpinion(error, file) : error;
    }
  },
};

/** Our own engine has found nothing wrong with the schema by now, so what libxml2 finds is for it to answer for. */
function withoutOpinion({ message, problems }: Failure, { file }: SchemaFile): Failure {
  return new Failure(
    `libxml2 gives no second opinion by ${file}, in which our own engine finds nothing wrong. ${message}`,
    { help: 'Leave --engine xmllint out to have our own engine judge alone.', problems },
  );
}

/** What both judges find, and what only one of them does. */
function compared(verdict: DocumentVerdict, schema: Schema, file: SchemaFile): readonly Problem[] {
  const { document, valid, stopped, tooDeep } = verdict;
  const ours = ourOpinion(document, schema, file);
  if (tooDeep !== undefined) {
    const { element, depth } = tooDeep;
    return [
      ...ours.map(({ problem }) => problem),
      differing(
        element,
        file,
        `<${element.qname}> lies ${depth} elements deep, and libxml2 reaches ${depth - 1}: it gives no second opinion of this document.`,
        'Look for an element that is opened again and again and never closed.',
      ),
    ];
  }
  if (stopped) {
    return [
      ...ours.map(({ problem }) => problem),
      differing(
        document.root,
        file,
        'libxml2 stopped at an internal error of its own: it gives no second opinion of this document.',
        'Leave --engine xmllint out to have our own engine judge alone.',
      ),
    ];
  }
  if (valid) return ours.map(({ problem }) => alone(problem));
  return [
    ...ours.map(({ problem }) => problem),
    ...libxml2Alone(
      verdict,
      file,
      ours.map(({ element }) => element),
    ),
  ];
}

interface OurMistake {
  readonly element: XmlElement;
  readonly problem: Problem;
}

function ourOpinion(document: XmlDocument, schema: Schema, file: SchemaFile): OurMistake[] {
  const found: OurMistake[] = [];
  const judge = new Judge(document.source, schema, file.file, (problem, element) =>
    found.push({ element, problem }),
  );
  tellEvents(document, judge);
  return found;
}

/** What our own engine finds in a document in which libxml2 finds nothing. */
function alone(problem: Problem): Problem {
  return {
    ...problem,
    severity: 'warning',
    code: 'relaxng/second-opinion',
    message: `The two judges differ: libxml2 finds the document valid, our own engine does not. ${problem.message}`,
  };
}

/** What libxml2 complains of where our own engine has nothing to say, neither near it nor above it. */
function libxml2Alone(
  { document, complaints }: DocumentVerdict,
  file: SchemaFile,
  concerned: readonly XmlElement[],
): Problem[] {
  const problems: Problem[] = [];
  const kin = new Set<XmlElement>();
  const said = new Set(concerned);
  for (const element of said) addWithAncestors(element, kin);
  for (const { element, message } of complaints) {
    if (kin.has(element) || hasAncestorIn(element, said)) continue;
    said.add(element);
    addWithAncestors(element, kin);
    problems.push(
      differing(
        element,
        file,
        `The two judges differ: our own engine finds nothing wrong with <${element.qname}>. libxml2 says: ${message.replace(/\.$/, '')}.`,
      ),
    );
  }
  if (problems.length > 0 || said.size > 0) return problems;
  const message =
    'The two judges differ: our own engine finds the document valid. libxml2 does not, and does not say where.';
  return [differing(document.root, file, message)];
}

function differing(element: XmlElement, file: SchemaFile, message: string, help?: string): Problem {
  return problemAt(sourceOf(element), element.nameSpan, {
    severity: 'warning',
    code: 'relaxng/second-opinion',
    message,
    schema: file.file,
    help:
      help ?? 'One of the two is mistaken: ask a third, such as jing, and tell us if it is ours.',
  });
}

function addWithAncestors(element: XmlElement, set: Set<XmlElement>): void {
  let node: XmlElement | XmlDocument = element;
  for (; node.kind === 'element' && !set.has(node); node = node.parent) set.add(node);
}

function hasAncestorIn(element: XmlElement, set: ReadonlySet<XmlElement>): boolean {
  for (let up = element.parent; up.kind === 'element'; up = up.parent) if (set.has(up)) return true;
  return false;
}
