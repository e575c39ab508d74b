import { type DocumentVerdict, xsdJudge } from '../libxml/index.js';
import { compareProblems, type Problem } from '../problems/index.js';
import type { ResolveAddress, SchemaFile, XmlDocument, XmlElement } from '../xml/index.js';
import { type Complaint, readComplaint } from './complaint.js';
import { Declarations } from './declarations.js';
import {
  abstractElement,
  childOfChildless,
  incomplete,
  misplacedText,
  unexpectedElement,
  withoutDeclaration,
  wrongRoot,
} from './element-messages.js';
import { writtenAt } from './expanded-name.js';
import { Telling } from './telling.js';
import {
  meantAttribute,
  missingAttribute,
  unknownAttribute,
  wrongKey,
  wrongValue,
} from './value-messages.js';

export interface XsdOptions {
  /** Gives the path of a copy of what has an `http` or `https` address. */
  readonly resolve?: ResolveAddress | undefined;
}

/**
 * Validates documents by an XSD 1.0 schema. libxml2 judges; what it says is put where it belongs, and into words for
 * those who encode. In an element with a wrong child it looks no further, and neither does this.
 *
 * @param documents asked for as they are needed
 * @returns the problems of all documents, sorted by file and place; none when all are valid
 * @throws Failure when the schema is not one, with its own problems
 */
export async function validateByXsd(
  documents: Iterable<XmlDocument>,
  schema: SchemaFile,
  options: XsdOptions = {},
): Promise<Problem[]> {
  const all: Problem[] = [];
  for await (const problems of judgeByXsd(documents, schema, options)) {
    for (const problem of problems) all.push(problem);
  }
  return all.sort(compareProblems);
}

/** The same for each document by itself, in their order. */
export async function* judgeByXsd(
  documents: Iterable<XmlDocument>,
  schema: SchemaFile,
  { resolve }: XsdOptions = {},
): AsyncIterable<readonly Problem[]> {
  const judge = xsdJudge(schema, resolve);
  const telling = new Telling(new Declarations(judge.schema), schema.file);
  for await (const verdict of judge.verdicts(documents))
    yield problemsOf(verdict, telling).sort(compareProblems);
}

function problemsOf(verdict: DocumentVerdict, telling: Telling): Problem[] {
  const { document, valid, stopped, complaints, tooDeep } = verdict;
  if (tooDeep !== undefined) {
    const { element, depth } = tooDeep;
    const message = `<${element.qname}> lies ${depth} elements deep; validation by XSD reaches ${depth - 1}.`;
    const help = 'Look for an element that is opened again and again and never closed.';
    return [telling.problem(element, element.nameSpan, 'xsd/too-deep', message, { help })];
  }
  if (valid) return [];
  const told = new Set<string>();
  const problems: Problem[] = [];
  const read = complaints.map(({ element, message }) => ({
    element,
    complaint: readComplaint(message),
  }));
  for (const { element, complaint } of read) {
    if (isMisspelt(telling, element, complaint, read)) continue;
    const problem = problemOf(telling, element, complaint);
    // libxml2 says of one value that it breaks a facet, and that it is not of the type with the facet.
    const key = `${problem.line}:${problem.column} ${problem.code}`;
    if (complaint.kind === 'value' && told.has(key)) continue;
    told.add(key);
    problems.push(problem);
  }
  if (problems.length > 0 && !stopped) return problems;
  const { root } = document;
  const message = stopped
    ? 'libxml2 stopped at an internal error of its own: this document has not been judged to its end.'
    : 'The document does not match the schema, and libxml2 does not say where.';
  const help = 'Validate parts of it to find the place.';
  return [...problems, telling.problem(root, root.nameSpan, 'xsd/invalid', message, { help })];
}

/** Whether an attribute is missing because its name is misspelt, which is told of the misspelt one. */
function isMisspelt(
  telling: Telling,
  element: XmlElement,
  complaint: Complaint,
  all: readonly { readonly element: XmlElement; readonly complaint: Complaint }[],
): boolean {
  if (complaint.kind !== 'missing-attribute') return false;
  const missing = writtenAt(element, complaint.attribute, 'attribute');
  return all.some(
    (other) =>
      other.element === element &&
      other.complaint.kind === 'unknown-attribute' &&
      meantAttribute(telling, element, other.complaint.attribute) === missing,
  );
}

function problemOf(telling: Telling, element: XmlElement, complaint: Complaint): Problem {
  switch (complaint.kind) {
    case 'unexpected-element':
      return unexpectedElement(telling, element, complaint.expected);
    case 'incomplete':
      return incomplete(telling, element, complaint.expected);
    case 'no-declaration':
      return withoutDeclaration(telling, element);
    case 'no-root':
      return wrongRoot(telling, element);
    case 'unknown-attribute':
      return unknownAttribute(telling, element, complaint.attribute);
    case 'missing-attribute':
      return missingAttribute(telling, element, complaint.attribute);
    case 'text':
      return misplacedText(telling, element, complaint);
    case 'child-element':
      return childOfChildless(telling, element, complaint);
    case 'value':
      return wrongValue(telling, element, complaint);
    case 'duplicate-key':
    case 'dangling-key':
      return wrongKey(telling, element, complaint);
    case 'missing-key':
      return telling.problem(
        element,
        element.nameSpan,
        'xsd/missing-key',
        `<${element.qname}> lacks a value that is its key by the schema's rule "${complaint.rule}".`,
      );
    case 'abstract':
      return abstractElement(telling, element);
    case 'other':
      return telling.problem(
        element,
        element.nameSpan,
        'xsd/invalid',
        `<${element.qname}> does not match the schema. libxml2 says: ${complaint.message.replace(/\.$/, '')}.`,
        { help: 'Compare it, and what it holds, with what the schema says of such an element.' },
      );
  }
}
