import { nearest, type Problem } from '../../../problems/index.js';
import { type Span, spanInAttribute, type XmlElement } from '../../../xml/index.js';
import { type Datatype, tokens, type ValueContext } from '../../datatype-libraries/index.js';
import { afterToken, type Pattern } from '../../pattern/index.js';
import { ElementContext } from '../element-context.js';
import type { Mistake } from '../mistake.js';
import type { Telling } from './telling.js';
import { list, quoted, sentenceOf, shortGloss } from './wording.js';

type Of<Kind extends Mistake['kind']> = Extract<Mistake, { kind: Kind }>;

/** A value that an attribute cannot have. */
export function wrongAttributeValue(telling: Telling, mistake: Of<'attribute-value'>): Problem {
  const { parent, attribute, opening } = mistake;
  const { element } = parent;
  const pattern = telling.schema.machine.pool.choice(
    opening.values.map(({ value }) => value.pattern),
  );
  const gloss = shortGloss(
    opening.values.find((one) => one.attribute.documentation !== undefined)?.attribute
      .documentation,
  );
  const item = wrongItem(telling, pattern, attribute.value, element);
  const span = item
    ? spanInAttribute(
        telling.sourceOf(element),
        attribute,
        item.start,
        item.start + item.value.length,
      )
    : attribute.valueSpan;
  return telling.problem(
    parent,
    span,
    'relaxng/attribute-value',
    ...sentences({
      value: item?.value ?? attribute.value,
      pattern: item?.pattern ?? pattern,
      what: `@${attribute.qname} on <${element.qname}>`,
      none: 'Give it a value, or leave the attribute out.',
      gloss,
      element,
    }),
  );
}

/** The text of an element that must be a value, and is not that. */
export function wrongElementValue(telling: Telling, mistake: Of<'element-value'>): Problem {
  const { parent, state, text, span } = mistake;
  const { element } = parent;
  const pattern = telling.schema.machine.pool.choice(
    state.alternatives.map((alternative) => alternative.pattern),
  );
  const documented = parent.patterns.find((one) => one.documentation !== undefined);
  const gloss = shortGloss(documented?.documentation);
  const item = wrongItem(telling, pattern, text, element);
  return telling.problem(
    parent,
    placeOf(element, text, span, item),
    text.trim() === '' ? 'relaxng/missing-text' : 'relaxng/element-value',
    ...sentences({
      value: item?.value ?? text.trim(),
      pattern: item?.pattern ?? pattern,
      what: `<${element.qname}>`,
      none: undefined,
      gloss: text.trim() === '' && gloss !== undefined ? `<${element.qname}>: ${gloss}` : gloss,
      element,
    }),
  );
}

/** Where a text stands, without the white space around it, if the source says just what it means. */
function placeOf(
  element: XmlElement,
  text: string,
  span: Span | undefined,
  item: { readonly value: string; readonly start: number } | undefined,
): Span {
  if (span === undefined) return element.endTag ?? element.startTag;
  if (span.end - span.start !== text.length) return { start: span.start, end: span.end };
  const value = item?.value ?? text.trim();
  const start = span.start + (item?.start ?? text.length - text.trimStart().length);
  return { start, end: start + value.length };
}

interface WrongValue {
  readonly value: string;
  readonly pattern: Pattern;
  /** What has the value, in words. */
  readonly what: string;
  /** What to do about an empty value. */
  readonly none: string | undefined;
  readonly gloss: string | undefined;
  readonly element: XmlElement;
}

/** What is wrong with a value, and what to do. */
function sentences(wrong: WrongValue): [message: string, more: { help: string | undefined }] {
  const { value, pattern, what, gloss } = wrong;
  const values = literalsIn(pattern);
  const data = datatypesIn(pattern);
  const allowed = values.length === 0 ? undefined : `Allowed: ${list(values, 'and', 10)}.`;
  const saying = gloss === undefined ? undefined : sentenceOf(gloss);
  if (value.trim() === '')
    return [
      `${what} is empty.`,
      {
        help: allowed ?? saying ?? wrong.none ?? fault(value, data, contextOf(wrong.element)).help,
      },
    ];
  const near = nearest(value, values);
  if (data.length === 0 || near !== undefined) {
    const [only] = values;
    if (values.length === 1)
      return [
        `${quoted(value)} is not the value of ${what}, which is "${only}".`,
        { help: `Write "${only}".` },
      ];
    const meant = near === undefined ? undefined : `Did you mean "${near}"?`;
    return [
      `${quoted(value)} is not one of the values of ${what}.`,
      { help: [allowed, meant].filter((one) => one !== undefined).join(' ') || undefined },
    ];
  }
  const { says, help, technical } = fault(value, data, contextOf(wrong.element));
  return [
    `${quoted(value)} in ${what} ${says}.`,
    { help: (technical ? (saying ?? help) : (help ?? saying)) ?? allowed },
  ];
}

function contextOf(element: XmlElement): ValueContext {
  const context = new ElementContext();
  context.element = element;
  return context;
}

/** What the datatypes are called in a sentence. */
const called = new Map([
  ['date', 'a date'],
  ['dateTime', 'a date with a time'],
  ['time', 'a time'],
  ['gYear', 'a year'],
  ['gYearMonth', 'a month of a year'],
  ['gMonthDay', 'a day of a month'],
  ['gDay', 'a day'],
  ['gMonth', 'a month'],
  ['duration', 'a duration'],
  ['anyURI', 'an address'],
  ['ID', 'an identifier'],
  ['IDREF', 'an identifier'],
  ['NCName', 'a name'],
  ['Name', 'a name'],
  ['QName', 'a name'],
  ['NMTOKEN', 'a name token'],
  ['language', 'a language tag'],
  ['boolean', 'true or false'],
  ['decimal', 'a number'],
  ['float', 'a number'],
  ['double', 'a number'],
]);

export interface Fault {
  readonly says: string;
  readonly help?: string;
  /** The help is an expression, for those to whom the schema says nothing in words. */
  readonly technical?: boolean;
}

/** Why none of several datatypes has a value, by the one that it comes nearest to. */
export function fault(value: string, data: readonly Datatype[], context: ValueContext): Fault {
  const complaints = data.flatMap((datatype) => {
    const complaint = datatype.complaint(value, context);
    return complaint === undefined ? [] : [{ datatype, complaint }];
  });
  const near = complaints.find(({ complaint }) => complaint.kind !== 'form');
  const { datatype, complaint } = near ?? complaints[0] ?? {};
  if (datatype === undefined || complaint === undefined)
    return { says: 'is not a value that the schema allows here' };
  const name = called.get(datatype.name);
  switch (complaint.kind) {
    case 'pattern':
      return {
        says: 'does not have the form that is wanted',
        help: `${capital(complaint.reason)}.`,
        technical: true,
      };
    case 'value':
      return { says: `is not ${name ?? 'allowed'}: ${complaint.reason}` };
    case 'form': {
      const dates = complaints.every((one) =>
        /^(?:date|time|dateTime|g[A-Z].*)$/.test(one.datatype.name),
      );
      if (dates && complaints.length > 1)
        return {
          says: 'is not a date',
          help: 'Write a year, month, day or time that exists: 1951, 1951-01, 1951-01-29, 1951-01-29T14:30:00.',
        };
      if (name === undefined) return { says: `is not allowed: ${complaint.reason}` };
      return { says: `is not ${name}`, help: `${capital(complaint.reason)}.` };
    }
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Of a list, the first word that cannot stand at its place, and what could. */
function wrongItem(
  telling: Telling,
  pattern: Pattern,
  text: string,
  element: XmlElement,
): { readonly value: string; readonly start: number; readonly pattern: Pattern } | undefined {
  const { pool } = telling.schema.machine;
  const content = listIn(pattern);
  if (content === undefined || tokens(text).length === 0) return undefined;
  let left = content;
  for (const { 0: value, index } of text.matchAll(/[^ \t\n\r]+/g)) {
    const after = afterToken(pool, left, value, contextOf(element));
    if (after.kind === 'notAllowed') return { value, start: index, pattern: left };
    left = after;
  }
  return undefined;
}

function listIn(pattern: Pattern): Pattern | undefined {
  switch (pattern.kind) {
    case 'list':
      return pattern.content;
    case 'choice':
      return pattern.choices.map(listIn).find((found) => found !== undefined);
    case 'group':
    case 'interleave':
      return listIn(pattern.left) ?? listIn(pattern.right);
    case 'oneOrMore':
      return listIn(pattern.content);
    default:
      return undefined;
  }
}

/** The values that a pattern lists, as the schema writes them. */
export function literalsIn(pattern: Pattern): string[] {
  return leaves(pattern).flatMap((leaf) => (leaf.kind === 'value' ? [leaf.lexical.trim()] : []));
}

function datatypesIn(pattern: Pattern): Datatype[] {
  return leaves(pattern).flatMap((leaf) => (leaf.kind === 'data' ? [leaf.datatype] : []));
}

function leaves(pattern: Pattern): Pattern[] {
  switch (pattern.kind) {
    case 'choice':
      return pattern.choices.flatMap(leaves);
    case 'group':
    case 'interleave':
      return [...leaves(pattern.left), ...leaves(pattern.right)];
    case 'oneOrMore':
    case 'list':
      return leaves(pattern.content);
    default:
      return [pattern];
  }
}
