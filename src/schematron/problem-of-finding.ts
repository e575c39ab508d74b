import type { Problem, RelatedPlace, Severity } from '../problems/index.js';
import {
  problemAt,
  relatedPlace,
  type Span,
  sourceOf,
  type XmlDocument,
  type XmlElement,
  xpathOf,
} from '../xml/index.js';
import type { Finding, ToldFix } from './findings.js';
import { NodeType, type ViewNode } from './xpath/view.js';

/** A finding as a problem of the document, at the node that is to blame. */
export function problemOf(finding: Finding, schema: string): Problem {
  const { subject, check, text } = finding;
  return problemAt(sourceOf(bearerOf(subject)), spanOf(subject), {
    severity: severityOf(finding),
    code: check.kind === 'assert' ? 'schematron/failed-assertion' : 'schematron/report',
    message: text === '' ? unsaid(finding) : text,
    help: helpOf(finding),
    schema,
    xpath: xpathOfNode(subject),
  });
}

/** What is said where the schema says nothing. */
function unsaid({ check }: Finding): string {
  const test = check.test.text.replace(/\s+/g, ' ').trim();
  return check.kind === 'assert'
    ? `This should hold, and does not: ${test}.`
    : `This holds: ${test}.`;
}

function helpOf({ diagnostics, fixes }: Finding): string | undefined {
  const said = [...diagnostics.map(({ text }) => text), ...fixes.map(fixText)].filter(
    (text) => text !== '',
  );
  return said.length === 0 ? undefined : said.join(' ');
}

function fixText({ title, description, isDefault }: ToldFix): string {
  const name = isDefault ? 'Recommended quick fix' : 'Quick fix';
  return [`${name}: ${sentence(title)}`, sentence(description)].filter(Boolean).join(' ');
}

function sentence(text: string): string {
  return text === '' || /[.!?…:]$/.test(text) ? text : `${text}.`;
}

/** An error unless the severity, the role or the flag of the check, or of its rule, says otherwise. */
export function severityOf({ check, rule }: Finding): Severity {
  for (const said of [
    check.severity,
    check.role,
    check.flag,
    rule.severity,
    rule.role,
    rule.flag,
  ]) {
    const severity = said === undefined ? undefined : severities.get(said.toLowerCase());
    if (severity !== undefined) return severity;
  }
  return 'error';
}

const severities = new Map<string, Severity>([
  ['error', 'error'],
  ['fatal', 'error'],
  ['warn', 'warning'],
  ['warning', 'warning'],
  ['nonfatal', 'warning'],
  ['info', 'info'],
  ['information', 'info'],
  ['hint', 'info'],
]);

function bearerOf(node: ViewNode): XmlElement | XmlDocument {
  switch (node.nodeType) {
    case NodeType.element:
    case NodeType.document:
      return node.node;
    default:
      return node.parentNode.node;
  }
}

/** The place of a node, of which another problem speaks. */
export function placeOfNode(node: ViewNode, message: string): RelatedPlace {
  return relatedPlace(sourceOf(bearerOf(node)), spanOf(node), message);
}

function xpathOfNode(node: ViewNode): string {
  return node.nodeType === NodeType.attribute
    ? xpathOf(node.parentNode.node, node.node)
    : xpathOf(node.node);
}

/** Of an element its name; of the document the name of its root. */
function spanOf(node: ViewNode): Span {
  switch (node.nodeType) {
    case NodeType.element:
      return node.node.nameSpan;
    case NodeType.document:
      return node.node.root.nameSpan;
    case NodeType.attribute:
      return { start: node.node.nameSpan.start, end: node.node.end };
    default:
      return node.node;
  }
}
