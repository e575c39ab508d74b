import { nearest } from '../problems/index.js';
import { type Span, spanInAttribute, type XmlAttribute, type XmlElement } from '../xml/index.js';
import { readTemporal } from './datatypes/calendar.js';
import { type DatatypeFault, datatypeFault } from './datatypes/datatype.js';
import type { Explanation } from './explanation.js';
import type { AttributePattern, Pattern } from './patterns.js';
import { list, quoted, shortGloss } from './wording.js';

/** The single patterns that a value may match: each item of a list apart. */
type ValuePattern = Exclude<
  Pattern,
  {
    kind:
      | 'choice'
      | 'group'
      | 'interleave'
      | 'oneOrMore'
      | 'list'
      | 'ref'
      | 'element'
      | 'attribute';
  }
>;

/** Reports a value that none of an attribute's patterns takes. */
export function explainValue(
  explanation: Explanation,
  element: XmlElement,
  given: XmlAttribute,
  patterns: readonly AttributePattern[],
): void {
  const { derivatives } = explanation.schema;
  const lists = patterns.some(({ content }) => isList(content));
  const options = patterns.flatMap(({ content }) => valuePatterns(content));
  const gloss = shortGloss(patterns.find((pattern) => pattern.gloss !== undefined)?.gloss);
  const say = (value: string, span: Span): void =>
    reportValue(explanation, element, {
      value,
      span,
      what: `@${given.qname} on <${element.qname}>`,
      options,
      gloss,
    });
  if (lists) {
    // The first item that is wrong by itself; where all are right, their number or order is not.
    for (const { 0: item, index } of given.value.matchAll(/[^ \t\n\r]+/g)) {
      if (options.some((option) => derivatives.matchesString(option, item))) continue;
      say(item, spanInAttribute(explanation.document.source, given, index, index + item.length));
      return;
    }
  }
  say(given.value, given.valueSpan);
}

/** Reports the text of an element that holds data. */
export function explainData(
  explanation: Explanation,
  element: XmlElement,
  value: string,
  span: Span,
  content: Pattern,
): void {
  reportValue(explanation, element, {
    value: value.trim(),
    span,
    what: `<${element.qname}>`,
    options: valuePatterns(content),
    gloss: shortGloss(explanation.elementsNamed(element.name)[0]?.gloss),
  });
}

interface WrongValue {
  readonly value: string;
  readonly span: Span;
  /** What has the value, in words. */
  readonly what: string;
  readonly options: readonly ValuePattern[];
  readonly gloss: string | undefined;
}

function reportValue(
  explanation: Explanation,
  element: XmlElement,
  { value, span, what, options, gloss }: WrongValue,
): void {
  const values = [
    ...new Set(options.flatMap((option) => (option.kind === 'value' ? [option.value] : []))),
  ];
  const data = options.filter((option) => option.kind === 'data');
  const near = nearest(value, values);
  const allowed = values.length === 0 ? undefined : `Allowed: ${list(values, 'and', 10)}.`;
  const meant = near === undefined ? undefined : `Did you mean "${near}"?`;
  if (value.trim() === '' && !what.startsWith('<')) {
    const help =
      allowed ??
      (gloss === undefined ? 'Give it a value, or leave the attribute out.' : `${gloss}.`);
    explanation.report(element, span, 'attribute-value', `${what} is empty.`, { help });
    return;
  }
  const code = what.startsWith('<') ? 'element-value' : 'attribute-value';
  if (data.length === 0 || near !== undefined) {
    const message =
      values.length === 1
        ? `${quoted(value)} is not the value of ${what}, which is "${values[0]}".`
        : `${quoted(value)} is not one of the values of ${what}.`;
    const help =
      values.length === 1 ? `Write "${values[0]}".` : [allowed, meant].filter(Boolean).join(' ');
    explanation.report(element, span, code, message, { help: help || undefined });
    return;
  }
  const fault = likeliestFault(value, data);
  explanation.report(element, span, code, sentence(value, what, fault), {
    help: fault.help ?? (gloss === undefined ? allowed : `${gloss}.`),
  });
}

/** `"2023-02-30" in @when is not a date: …` */
function sentence(value: string, what: string, { says }: DatatypeFault): string {
  return `${quoted(value)} in ${what} ${says}.`;
}

/** Of several datatypes, that which the value comes nearest to says what is wrong with it. */
function likeliestFault(value: string, data: readonly ValuePattern[]): DatatypeFault {
  const faults = data.flatMap((option) => {
    if (option.kind !== 'data') return [];
    const fault = datatypeFault(option.datatype, value);
    return fault === undefined ? [] : [{ type: option.datatype.type, fault, gloss: option.gloss }];
  });
  const temporal = readTemporal(value);
  if (temporal !== undefined && 'fault' in temporal) {
    const told = faults.find(({ fault }) => fault.says.includes(temporal.fault));
    if (told !== undefined) return told.fault;
  }
  const dates = faults.filter(
    ({ type }) => type === 'date' || type === 'dateTime' || type.startsWith('g'),
  );
  if (dates.length > 1 && dates.length === faults.length) {
    return {
      says: 'is not a date',
      help: 'Write a year, month, day or time that exists: 1951, 1951-01, 1951-01-29, 1951-01-29T14:30:00.',
    };
  }
  const first = faults[0];
  if (first === undefined) return { says: 'is not a value that the schema allows' };
  if (first.gloss !== undefined) return { ...first.fault, help: `${shortGloss(first.gloss)}.` };
  return first.fault;
}

function isList(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'list':
      return true;
    case 'choice':
    case 'group':
    case 'interleave':
      return isList(pattern.left) || isList(pattern.right);
    case 'oneOrMore':
      return isList(pattern.pattern);
    case 'ref':
      return pattern.definition.pattern !== undefined && isList(pattern.definition.pattern);
    default:
      return false;
  }
}

function valuePatterns(pattern: Pattern): ValuePattern[] {
  switch (pattern.kind) {
    case 'value':
    case 'data':
    case 'text':
    case 'empty':
      return [pattern];
    case 'choice':
    case 'group':
    case 'interleave':
      return [...valuePatterns(pattern.left), ...valuePatterns(pattern.right)];
    case 'oneOrMore':
    case 'list':
      return valuePatterns(pattern.pattern);
    case 'ref':
      return pattern.definition.pattern === undefined
        ? []
        : valuePatterns(pattern.definition.pattern);
    default:
      return [];
  }
}
