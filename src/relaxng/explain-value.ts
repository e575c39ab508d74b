import { nearest } from '../problems/index.js';
import {
  type Span,
  spanInAttribute,
  spanInText,
  type XmlAttribute,
  type XmlElement,
  type XmlText,
} from '../xml/index.js';
import { readTemporal } from './datatypes/calendar.js';
import { type DatatypeFault, datatypeFault } from './datatypes/datatype.js';
import type { Derivatives } from './derivatives.js';
import type { Task } from './explain.js';
import type { Explanation } from './explanation.js';
import type { AttributePattern, Pattern, ValuePattern } from './patterns.js';
import { list, quoted, shortGloss } from './wording.js';

/** Reports a value that none of an attribute's patterns takes. */
export function explainValue(
  explanation: Explanation,
  element: XmlElement,
  given: XmlAttribute,
  patterns: readonly AttributePattern[],
): void {
  const { derivatives } = explanation.schema;
  const what = `@${given.qname} on <${element.qname}>`;
  const gloss = shortGloss(patterns.find((pattern) => pattern.gloss !== undefined)?.gloss);
  const { source } = explanation.document;
  const item = patterns.map(({ content }) => wrongItem(derivatives, content, given.value))[0];
  if (item !== undefined) {
    const span = spanInAttribute(source, given, item.start, item.start + item.value.length);
    reportValue(explanation, element, { ...item, span, what, gloss });
    return;
  }
  const options = patterns.flatMap(({ content }) => valuePatterns(content));
  reportValue(explanation, element, {
    value: given.value,
    span: given.valueSpan,
    what,
    options,
    gloss,
  });
}

/** Reports the text of an element that holds data. */
export function explainData(
  explanation: Explanation,
  { element, content, gloss }: Task,
  text: XmlText | undefined,
): void {
  const what = `<${element.qname}>`;
  const { source } = explanation.document;
  const value = text?.value ?? '';
  const start = value.length - value.trimStart().length;
  const place = (from: number, to: number): Span =>
    text === undefined ? element.startTag : spanInText(source, text, from, to);
  const item = wrongItem(explanation.schema.derivatives, content, value);
  const short = shortGloss(gloss);
  if (item !== undefined) {
    const span = place(item.start, item.start + item.value.length);
    reportValue(explanation, element, { ...item, span, what, gloss: short });
    return;
  }
  reportValue(explanation, element, {
    value: value.trim(),
    span: place(start, start + value.trim().length),
    what,
    options: valuePatterns(content),
    gloss: short,
  });
}

/** Of a list, the first item that cannot stand at its place, and what could. */
function wrongItem(
  derivatives: Derivatives,
  content: Pattern,
  text: string,
): { value: string; start: number; options: readonly ValuePattern[] } | undefined {
  const list = listPattern(content);
  if (list === undefined) return undefined;
  let left = list;
  for (const { 0: value, index } of text.matchAll(/[^ \t\n\r]+/g)) {
    const after = derivatives.afterString(left, value);
    if (after.kind === 'notAllowed') {
      return { value, start: index, options: derivatives.firstData(left) };
    }
    left = after;
  }
  return undefined;
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
  if (value.trim() === '' && what.startsWith('<')) {
    const help =
      allowed ?? (gloss === undefined ? likeliestFault(value, data).help : `${what}: ${gloss}.`);
    explanation.report(element, span, 'relaxng/missing-text', `${what} is empty.`, { help });
    return;
  }
  if (value.trim() === '') {
    const help =
      allowed ??
      (gloss === undefined ? 'Give it a value, or leave the attribute out.' : `${gloss}.`);
    explanation.report(element, span, 'relaxng/attribute-value', `${what} is empty.`, { help });
    return;
  }
  const code = what.startsWith('<') ? 'relaxng/element-value' : 'relaxng/attribute-value';
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
    help: helpWith(fault, gloss === undefined ? undefined : `${gloss}.`) ?? allowed,
  });
}

/** An expression helps only those to whom the schema says nothing in words. */
function helpWith(fault: DatatypeFault, gloss: string | undefined): string | undefined {
  return fault.technical === true ? (gloss ?? fault.help) : (fault.help ?? gloss);
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
    return fault === undefined ? [] : [{ type: option.datatype.type, fault }];
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
  return first.fault;
}

/** What a list holds, where a value is to be one. */
function listPattern(pattern: Pattern): Pattern | undefined {
  switch (pattern.kind) {
    case 'list':
      return pattern.pattern;
    case 'choice':
    case 'group':
    case 'interleave':
      return listPattern(pattern.left) ?? listPattern(pattern.right);
    case 'oneOrMore':
      return listPattern(pattern.pattern);
    case 'ref':
      return pattern.definition.pattern && listPattern(pattern.definition.pattern);
    default:
      return undefined;
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
