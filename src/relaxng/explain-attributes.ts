import { nearest } from '../problems/index.js';
import type { XmlAttribute, XmlElement } from '../xml/index.js';
import type { ExpandedName } from './derivatives.js';
import type { Task } from './explain.js';
import { explainValue } from './explain-value.js';
import type { Explanation } from './explanation.js';
import { type AttributePattern, contains, listedNames, type Pattern } from './patterns.js';
import { list, shortGloss } from './wording.js';

/**
 * Reports attributes that do not belong, have wrong values, or are missing.
 *
 * @returns the content of the element once its attributes have been read
 */
export function explainAttributes(explanation: Explanation, { element, content }: Task): Pattern {
  const { derivatives } = explanation.schema;
  const allowed = derivatives.attributes(content);
  let left = content;
  for (const given of element.attributes) {
    const patterns = allowed.filter(({ name }) =>
      contains(name, given.name.namespace, given.name.local),
    );
    if (patterns.length === 0) {
      const meant = reportUnknown(explanation, element, given, allowed);
      const taken = meant && derivatives.afterAttribute(left, meant, undefined);
      if (taken !== undefined && taken.kind !== 'notAllowed') left = taken;
      continue;
    }
    const after = derivatives.afterAttribute(left, given.name, given.value);
    if (after.kind !== 'notAllowed') {
      left = after;
      continue;
    }
    const wrong = patterns.every(
      (pattern) => !derivatives.matchesString(pattern.content, given.value),
    );
    if (wrong) explainValue(explanation, element, given, patterns);
    else reportConflict(explanation, element, given);
    const forgiven = derivatives.afterAttribute(left, given.name, undefined);
    if (forgiven.kind !== 'notAllowed') left = forgiven;
  }
  const closed = derivatives.withoutAttributes(left, false);
  if (closed.kind !== 'notAllowed') return closed;
  for (const missing of derivatives.missingAttributes(left) ?? [])
    reportMissing(explanation, element, missing);
  return derivatives.withoutAttributes(left, true);
}

function namesOf(explanation: Explanation, patterns: readonly AttributePattern[]): string[] {
  return [
    ...new Set(
      patterns
        .flatMap(({ name }) => listedNames(name))
        .map((name) => explanation.wording.name(name)),
    ),
  ];
}

/** @returns the name that was probably meant */
function reportUnknown(
  explanation: Explanation,
  element: XmlElement,
  given: XmlAttribute,
  allowed: readonly AttributePattern[],
): ExpandedName | undefined {
  const names = namesOf(explanation, allowed);
  const free = names.filter((name) => !element.attributes.some(({ qname }) => qname === name));
  const near =
    free.find((name) => name === `xml:${given.qname}` || name === given.name.local) ??
    nearest(given.qname, free);
  const owners = bearers(explanation, given);
  const help =
    near !== undefined
      ? `Did you mean @${near}?`
      : names.length === 0
        ? `<${element.qname}> has no attributes in this schema.`
        : names.length === 1
          ? `Its one attribute is @${names[0]}.`
          : `Its attributes are ${list(
              names.map((name) => `@${name}`),
              'and',
              8,
            )}.`;
  explanation.report(
    element,
    given.nameSpan,
    'relaxng/unknown-attribute',
    owners.length > 0 && near === undefined
      ? `@${given.qname} cannot stand on <${element.qname}>; it belongs to ${list(owners, 'and', 5)}.`
      : `@${given.qname} is not an attribute of <${element.qname}>.`,
    { help },
  );
  return allowed
    .flatMap(({ name }) => listedNames(name))
    .find((name) => explanation.wording.name(name) === near);
}

/** The elements that bear an attribute of this name elsewhere in the schema. */
function bearers(explanation: Explanation, { name }: XmlAttribute): string[] {
  const { derivatives, grammar } = explanation.schema;
  const patterns = grammar.elements.filter(({ content }) =>
    derivatives.attributes(content).some((one) => contains(one.name, name.namespace, name.local)),
  );
  return explanation.wording.namesOf(patterns).map((one) => explanation.wording.element(one));
}

/** The attribute is right by itself, and stands beside another with which it cannot stand. */
function reportConflict(explanation: Explanation, element: XmlElement, given: XmlAttribute): void {
  const { derivatives } = explanation.schema;
  const others = element.attributes.filter((other) => other !== given);
  const rival = others.find((other) => {
    let left = explanation.contentOf(explanation.elementsNamed(element.name));
    for (const attribute of others) {
      if (attribute !== other && left !== undefined) {
        left = derivatives.afterAttribute(left, attribute.name, attribute.value);
      }
    }
    return (
      left !== undefined &&
      derivatives.afterAttribute(left, given.name, given.value).kind !== 'notAllowed'
    );
  });
  explanation.report(
    element,
    given.nameSpan,
    'relaxng/attribute-conflict',
    rival === undefined
      ? `@${given.qname} cannot stand on <${element.qname}> together with its other attributes.`
      : `@${given.qname} and @${rival.qname} cannot both stand on <${element.qname}> as they are.`,
    { help: rival === undefined ? undefined : `Keep @${given.qname} or @${rival.qname}.` },
  );
}

function reportMissing(
  explanation: Explanation,
  element: XmlElement,
  missing: AttributePattern,
): void {
  const names = namesOf(explanation, [missing]);
  const name = list(
    names.map((one) => `@${one}`),
    'or',
    4,
  );
  const gloss = shortGloss(missing.gloss);
  const values = explanation.schema.derivatives.hasData(missing.content)
    ? allowedValues(missing.content)
    : [];
  const help =
    values.length > 0
      ? `Its values are ${list(
          values.map((value) => `"${value}"`),
          'and',
          8,
        )}.`
      : gloss === undefined
        ? `Add ${names[0] ?? ''}="…".`
        : `${name}: ${gloss}.`;
  explanation.report(
    element,
    element.nameSpan,
    'relaxng/missing-attribute',
    `<${element.qname}> must have ${name || 'another attribute'}.`,
    { help },
  );
}

/** The values that a pattern lists. */
export function allowedValues(pattern: Pattern): string[] {
  switch (pattern.kind) {
    case 'value':
      return [pattern.value];
    case 'choice':
    case 'group':
    case 'interleave':
      return [...allowedValues(pattern.left), ...allowedValues(pattern.right)];
    case 'oneOrMore':
    case 'list':
      return allowedValues(pattern.pattern);
    case 'ref':
      return pattern.definition.pattern === undefined
        ? []
        : allowedValues(pattern.definition.pattern);
    default:
      return [];
  }
}
