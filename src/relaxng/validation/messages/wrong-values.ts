import { nearest } from '../../../problems/index.js';
import type { XmlElement } from '../../../xml/index.js';
import type { Datatype, ValueContext } from '../../datatype-libraries/index.js';
import type { Pattern } from '../../pattern/index.js';
import { exampleOf } from './examples.js';
import { type Repair, repairsOf, spanOf, worded } from './repairs.js';
import type { Telling } from './telling.js';
import { capital, list, quoted, sentenceOf } from './wording.js';

export interface WrongValue {
  readonly value: string;
  readonly pattern: Pattern;
  /** What has the value, in words. */
  readonly what: string;
  /** What to do about an empty value. */
  readonly none: string | undefined;
  /** What the schema says of it, if anything. */
  readonly gloss: string | undefined;
  readonly element: XmlElement;
  /** Whether its element may be given another attribute, with a value. */
  readonly mayBear?: (name: string, value: string) => boolean;
}

/** What is wrong with a value, and what to do. */
export function sentences(
  telling: Telling,
  wrong: WrongValue,
): [message: string, more: { help: string | undefined }] {
  const { value, pattern, what, gloss } = wrong;
  const values = literalsIn(pattern);
  const data = datatypesIn(pattern);
  const allowed = values.length === 0 ? undefined : `Allowed: ${list(values, 'and', 10)}.`;
  const saying = gloss === undefined ? undefined : sentenceOf(gloss);
  const context = telling.context(wrong.element);
  if (value.trim() === '')
    return [
      `${what} is empty.`,
      { help: allowed ?? saying ?? wrong.none ?? fault(value, data, context).help },
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
  if (values.length > 1) {
    const kinds = [...new Set(data.flatMap(({ name }) => called.get(name) ?? []))];
    if (kinds.length > 0)
      return [
        `${quoted(value)} is not one of the values of ${what}.`,
        { help: `Allowed: ${list(values, 'and', 10)}, or ${list(kinds, 'or', 3)}.` },
      ];
  }
  const { says, help, example } = fault(value, data, context);
  const repair = repairIn(telling, wrong, data);
  const spans = fromTo(telling, wrong);
  const more =
    spans !== undefined
      ? [spans]
      : repair !== undefined
        ? [
            repair.kind === 'instance' ? help : undefined,
            worded(repair),
            repair.kind === 'about' && wrong.mayBear?.('cert', 'low')
              ? 'That it is not certain, cert="low" can say.'
              : undefined,
          ]
        : example !== undefined
          ? [saying, /[“"]/.test(saying ?? '') ? undefined : `It is written such as "${example}".`]
          : [help ?? (data.some(({ name }) => isDate(name)) ? undefined : saying) ?? allowed];
  return [
    `${quoted(value)} in ${what} ${says}.`,
    { help: more.filter((one) => one !== undefined).join(' ') || undefined },
  ];
}

/** What to write for a span of time, on an element that may say where it begins and ends. */
function fromTo(telling: Telling, { value, pattern, element, mayBear }: WrongValue) {
  const span = spanOf(value);
  if (span === undefined || mayBear === undefined) return undefined;
  const { machine } = telling.schema;
  const [from, to] = span;
  const isDate = machine.test(machine.valueTest(pattern), from, telling.context(element));
  return isDate && mayBear('from', from) && mayBear('to', to)
    ? `For a span of time write from="${from}" to="${to}".`
    : undefined;
}

/** What to write instead, where that can be told from the value. */
function repairIn(
  telling: Telling,
  { value, pattern, element }: WrongValue,
  data: readonly Datatype[],
): Repair | undefined {
  const { machine } = telling.schema;
  const test = machine.valueTest(pattern);
  const allowed = (one: string) => machine.test(test, one, telling.context(element));
  const datatypes = data.map(({ name }) => name);
  return repairsOf(value, datatypes).find(({ values }) => values.every(allowed));
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

const isDate = (name: string) => /^(?:date|dateTime|time|g[A-Z].*)$/.test(name);

export interface Fault {
  readonly says: string;
  readonly help?: string;
  /** A value of the form that is wanted. */
  readonly example?: string | undefined;
}

/** Why none of several datatypes has a value, by the one that it comes nearest to. */
export function fault(value: string, data: readonly Datatype[], context: ValueContext): Fault {
  const complaints = data.flatMap((datatype) => {
    const complaint = datatype.complaint(value, context);
    return complaint === undefined ? [] : [{ datatype, complaint }];
  });
  const near = complaints.find(({ complaint }) => complaint.kind === 'value');
  const dates = complaints.filter(({ datatype }) => isDate(datatype.name)).length;
  if (near !== undefined) {
    const { name } = near.datatype;
    const aDate = dates > 1 && isDate(name) && name !== 'time';
    const what = aDate ? 'a date' : (called.get(name) ?? 'allowed');
    return { says: `is not ${what}: ${near.complaint.reason}` };
  }
  if (dates > 1)
    return {
      says: /:/.test(value) && !/[-/]/.test(value) ? 'is not a time' : 'is not a date',
      help: 'Write a year, month, day or time that exists: 1951, 1951-01, 1951-01-29, 1951-01-29T14:30:00.',
    };
  const named = complaints.filter(({ datatype }) => called.has(datatype.name));
  const kinds = new Set(named.map(({ datatype }) => called.get(datatype.name)));
  const [first] = named;
  if (first !== undefined && kinds.size === 1) {
    const { name } = first.datatype;
    const { kind, reason } = first.complaint;
    if (kind === 'form') return { says: `is not ${called.get(name)}`, help: `${capital(reason)}.` };
  }
  const [unnamed = first] = complaints.filter(({ datatype }) => !called.has(datatype.name));
  if (unnamed === undefined) return { says: 'is not a value that the schema allows here' };
  const { datatype, complaint } = unnamed;
  if (complaint.kind !== 'pattern') return { says: `is not allowed: ${complaint.reason}` };
  return {
    says: 'does not have the form that is wanted',
    help: `${capital(complaint.reason)}.`,
    example: exampleOf(datatype, context),
  };
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
