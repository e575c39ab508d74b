import { spawnSync } from 'node:child_process';
import type { Schema } from '../src/relaxng/validation/index.js';
import { type Mistake, validateDocument } from '../src/relaxng/validation/index.js';
import {
  positionAt,
  type Span,
  type XmlDocument,
  type XmlElement,
  type XmlNode,
} from '../src/xml/index.js';

// jing as an oracle: what it says of documents, and how that differs from what we say.

/** Whether jing is installed; what needs it is left out where it is not. */
export const hasJing = spawnSync('jing', ['-v']).error === undefined;

export interface JingError {
  readonly line: number;
  readonly message: string;
}

/** What jing says of files, by their names; it stops at the first that it cannot read. */
export function jing(schema: string, files: readonly string[]): Map<string, JingError[]> {
  const options = schema.endsWith('.rnc') ? ['-i', '-c'] : ['-i'];
  const run = spawnSync('jing', [...options, schema, ...files], {
    maxBuffer: 2 ** 29,
    encoding: 'utf8',
  });
  if (run.stderr.includes('Exception')) throw new Error(run.stderr.slice(0, 500));
  const said = new Map<string, JingError[]>(files.map((file) => [file, []]));
  for (const line of run.stdout.split('\n')) {
    const match = /^(.*?):(\d+):\d+: (error|fatal): (.*)$/.exec(line);
    if (match === null) continue;
    if (match[3] === 'fatal' || match[1] === schema) throw new Error(line);
    said.get(match[1] ?? '')?.push({ line: Number(match[2]), message: match[4] ?? '' });
  }
  return said;
}

/** A mistake, which tells what it is about only until the next, and the lines on which jing may tell of it. */
export interface Found {
  readonly kind: Mistake['kind'];
  readonly element: XmlElement;
  /** What must go to do away with it. */
  readonly span: Span;
  readonly lines: readonly [first: number, last: number];
}

export function mistakesIn(document: XmlDocument, schema: Schema): Found[] {
  const found: Found[] = [];
  validateDocument(document, schema, (mistake) => {
    const element = 'element' in mistake ? mistake.element : mistake.parent.element;
    const span =
      'attribute' in mistake ? mistake.attribute : mistake.kind === 'text' ? mistake.span : element;
    const { start, end } = placeOf(mistake, element);
    const lines = [lineOf(document, start), lineOf(document, end)] as const;
    found.push({ kind: mistake.kind, element, span: { start: span.start, end: span.end }, lines });
  });
  return found;
}

function placeOf(mistake: Mistake, element: XmlElement): Span {
  switch (mistake.kind) {
    case 'incomplete':
    case 'element-value':
      return element.endTag ?? element.startTag;
    case 'text':
      // jing waits for the tag after it.
      return { start: mistake.span.start, end: tagAfter(mistake.span, element) };
    default:
      // jing knows the end of a start tag alone.
      return element.startTag;
  }
}

function tagAfter({ start }: Span, parent: XmlElement): number {
  const next = parent.children.find(
    (node: XmlNode) => node.kind === 'element' && node.start > start,
  );
  return next?.kind === 'element' ? next.startTag.end : parent.end;
}

function lineOf(document: XmlDocument, offset: number): number {
  return positionAt(document.source, offset).line;
}

/**
 * What one of the two says and the other does not, in words; nothing where they agree: each of our mistakes is on a tag
 * where jing has an error, and the other way round. Inside an element that was refused each goes on in its own way, and
 * so it does in the tags of its parent that follow: jing misses there what the element was perhaps meant to be.
 */
export function differences(
  document: XmlDocument,
  mistakes: readonly Found[],
  errors: readonly JingError[],
): string[] {
  if (mistakes.length > 0 !== errors.length > 0)
    return [`jing: ${errors[0]?.message ?? 'valid'}; we: ${mistakes[0]?.kind ?? 'valid'}`];
  const line = (offset: number) => lineOf(document, offset);
  const refusals = mistakes.filter(({ kind }) => kind.endsWith('-element') || kind === 'too-early');
  const within = refusals.map(({ element }) => [line(element.start), line(element.end)] as const);
  const after = refusals.flatMap(({ element }) => tagsAfter(element).map(({ end }) => line(end)));
  const excused = (at: number) =>
    after.includes(at) || within.some(([first, last]) => at >= first && at <= last);
  return [
    ...errors
      .filter((error) => !excused(error.line))
      .filter((error) => !mistakes.some(({ lines: [a, b] }) => error.line >= a && error.line <= b))
      .map((error) => `jing alone, line ${error.line}: ${error.message}`),
    ...mistakes
      .filter(({ lines: [a, b] }) => !errors.some((error) => error.line >= a && error.line <= b))
      .filter(({ element, lines: [a] }) => !isRefusedWithin(element, refusals) && !excused(a))
      .map(({ kind, element, lines: [a] }) => `we alone, line ${a}: ${kind} <${element.qname}>`),
  ];
}

/** The start tags of the siblings behind an element, and the end tag of its parent. */
function tagsAfter(element: XmlElement): Span[] {
  const { parent } = element;
  if (parent.kind === 'document') return [];
  const behind = parent.children.flatMap((node) =>
    node.kind === 'element' && node.start > element.start ? [node.startTag] : [],
  );
  return [...behind, parent.endTag ?? parent.startTag];
}

function isRefusedWithin(element: XmlElement, refusals: readonly Found[]): boolean {
  let at = element.parent;
  while (at.kind === 'element') {
    const outer = at;
    if (refusals.some((refusal) => refusal.element === outer)) return true;
    at = at.parent;
  }
  return false;
}
