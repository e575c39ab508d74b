import { escapeAttribute, escapeText } from '../xml/index.js';
import type { Course, Finding, FiredRule, ToldRemark } from './findings.js';
import { fragmentText } from './fragment-text.js';
import { severityOf } from './problem-of-finding.js';
import type { Pattern, Remark, SchematronSchema } from './schema/schema.js';
import { locationOf } from './xpath/location.js';

/** What is said of the check as a whole. */
export interface SvrlOptions {
  /** The document that was checked, as it is shown. */
  readonly document: string;
  /** Leaves out findings that are only warnings or remarks. */
  readonly errorsOnly?: boolean | undefined;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * The course of a check in the Schematron Validation Report Language (ISO/IEC 19757-3:2016, annex D), as one
 * `schematron-output` element. Locations are paths that hold without any prefix declared.
 */
export function svrl(
  schema: SchematronSchema,
  course: Course,
  { document, errorsOnly = false }: SvrlOptions,
): string {
  const isTold = (finding: Finding): boolean => !errorsOnly || severityOf(finding) === 'error';
  const lines: string[] = [];
  const { title, namespaces } = schema;
  lines.push(
    `<svrl:schematron-output${attributes({
      'xmlns:svrl': 'http://purl.oclc.org/dsdl/svrl',
      title,
      phase: course.phase?.id,
      schemaVersion: undefined,
    })}>`,
  );
  for (const [prefix, uri] of Object.entries(namespaces))
    lines.push(`  <svrl:ns-prefix-in-attribute-values${attributes({ prefix, uri })}/>`);
  for (const { pattern, fired } of course.patterns) {
    lines.push(activePattern(pattern, document));
    for (const rule of fired)
      lines.push(firedRule(rule), ...rule.findings.filter(isTold).map(foundCheck));
  }
  lines.push('</svrl:schematron-output>');
  return `${lines.join('\n')}\n`;
}

function activePattern({ id, title }: Pattern, documents: string): string {
  return `  <svrl:active-pattern${attributes({ id, name: title, documents })}/>`;
}

function firedRule({ rule }: FiredRule): string {
  const { id, role, flag, see, context } = rule;
  return `  <svrl:fired-rule${attributes({ id, role, flag, see, context: context.text })}/>`;
}

function foundCheck(finding: Finding): string {
  const { check, subject, diagnostics, properties, text } = finding;
  const name = check.kind === 'assert' ? 'failed-assert' : 'successful-report';
  const { id, flag, see, test, language } = check;
  const severity = severityOf(finding);
  const role = check.role ?? finding.rule.role ?? (severity === 'error' ? undefined : severity);
  const location = locationOf(subject);
  return [
    `  <svrl:${name}${attributes({ id, role, flag, see, location, test: test.text })}>`,
    ...diagnostics.map((told) => remark('diagnostic', told)),
    ...properties.map((told) => remark('property', told)),
    `    <svrl:text${attributes({ 'xml:lang': language })}>${escapeText(text)}</svrl:text>`,
    `  </svrl:${name}>`,
  ].join('\n');
}

function remark(kind: 'diagnostic' | 'property', { remark, text, copies }: ToldRemark): string {
  const { id, language, role, scheme }: Remark = remark;
  const copied = copies.map(fragmentText).join('');
  const words = `<svrl:text${attributes({ 'xml:lang': language })}>${escapeText(text)}</svrl:text>`;
  const named = attributes({ [kind]: id, role, scheme });
  return `    <svrl:${kind}-reference${named}>${words}${copied}</svrl:${kind}-reference>`;
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}
