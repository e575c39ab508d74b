import { isName, isNcName } from '../../xml/index.js';
import type { Datatype, Facet } from '../patterns.js';
import { readTemporal, type TemporalKind } from './calendar.js';
import { matchesPattern } from './pattern-facet.js';

/** Why a value is not of a datatype: `"…"` followed by these words is a sentence. */
export interface DatatypeFault {
  readonly says: string;
  readonly help?: string;
  /** Set where the help is an expression, to be shown when the schema has no words of its own. */
  readonly technical?: boolean;
}

export const XSD = 'http://www.w3.org/2001/XMLSchema-datatypes';

/**
 * What keeps a value from belonging to a datatype of XML Schema Part 2.
 *
 * @returns nothing when it belongs, or when the type is not known here: the engine has judged, this finds the reason
 */
export function datatypeFault(datatype: Datatype, lexical: string): DatatypeFault | undefined {
  const value = keepsSpace(datatype) ? lexical : lexical.trim().replace(/[ \t\n\r]+/g, ' ');
  return typeFault(datatype.type, value) ?? facetsFault(datatype.facets, value);
}

/** Whether two lexical forms are the same value of a datatype. */
export function sameValue(datatype: Datatype, a: string, b: string): boolean {
  if (keepsSpace(datatype)) return a === b;
  return a.trim().replace(/[ \t\n\r]+/g, ' ') === b.trim().replace(/[ \t\n\r]+/g, ' ');
}

function keepsSpace({ type }: Datatype): boolean {
  return type === 'string' || type === 'normalizedString';
}

const integers: Readonly<
  Record<string, readonly [least: bigint | undefined, most: bigint | undefined]>
> = {
  integer: [undefined, undefined],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-32768n, 32767n],
  byte: [-128n, 127n],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 65535n],
  unsignedByte: [0n, 255n],
};

const temporalHelp: Readonly<Record<TemporalKind, string>> = {
  date: 'Write year, month and day: 1951-01-29.',
  dateTime: 'Write date and time: 1951-01-29T14:30:00.',
  time: 'Write hours, minutes and seconds: 14:30:00.',
  gYear: 'Write the year with four digits: 1951.',
  gYearMonth: 'Write year and month: 1951-01.',
  gMonth: 'Write the month after two hyphens: --01.',
  gMonthDay: 'Write month and day after two hyphens: --01-29.',
  gDay: 'Write the day after three hyphens: ---29.',
};

const temporalNames: Readonly<Record<TemporalKind, string>> = {
  date: 'a date',
  dateTime: 'a date with a time',
  time: 'a time',
  gYear: 'a year',
  gYearMonth: 'a year and month',
  gMonth: 'a month',
  gMonthDay: 'a month and day',
  gDay: 'a day of the month',
};

/** Types whose values are told by an expression alone. */
const lexicalForms: Readonly<Record<string, readonly [form: RegExp, says: string, help?: string]>> =
  {
    boolean: [/^(true|false|1|0)$/, 'is neither true nor false', 'Write "true" or "false".'],
    decimal: [
      /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
      'is not a number',
      'Write digits, with a point before decimals: 12.5.',
    ],
    float: [/^([+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?|-?INF|NaN)$/, 'is not a number'],
    double: [/^([+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?|-?INF|NaN)$/, 'is not a number'],
    language: [
      /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/,
      'is not a language tag',
      'Language tags are written like "ko-Hang" (BCP 47).',
    ],
    NMTOKEN: [
      /^[^\s,;!?"'()[\]{}<>&/\\|@#$%^*+=~`]+$/,
      'is not a single word of name characters',
      'Leave out spaces and other signs than letters, digits, . - _ :',
    ],
    NMTOKENS: [/^[^,;!?"'()[\]{}<>&/\\|@#$%^*+=~`]+$/, 'is not a list of words of name characters'],
    duration: [
      /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
      'is not a duration',
      'Write a duration as P10D (days), P2M (months), PT24H (hours).',
    ],
  };

function typeFault(type: string, value: string): DatatypeFault | undefined {
  if (type in temporalHelp) return temporalFault(type as TemporalKind, value);
  const form = lexicalForms[type];
  if (form !== undefined) {
    const [expression, says, help] = form;
    return expression.test(value) ? undefined : { says, ...(help === undefined ? {} : { help }) };
  }
  const range = integers[type];
  if (range !== undefined) return integerFault(value, range);
  switch (type) {
    case 'ID':
    case 'IDREF':
    case 'NCName':
      if (isNcName(value)) return undefined;
      return {
        says: 'is not an XML name without a colon',
        help: 'Begin with a letter and go on with letters, digits, hyphens and dots.',
      };
    case 'Name':
      return isName(value) ? undefined : { says: 'is not an XML name' };
    case 'anyURI':
      if (!/[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/.test(value)) return undefined;
      return { says: 'is not an address', help: 'Write a space as %20; a % by itself as %25.' };
    default:
      return undefined;
  }
}

/** Why a value is not of one of the date and time types. */
export function temporalFault(type: TemporalKind, value: string): DatatypeFault | undefined {
  const read = readTemporal(value);
  const says = `is not ${temporalNames[type]}`;
  if (read === undefined) return { says, help: temporalHelp[type] };
  if ('fault' in read) return { says: `${says}: ${read.fault}` };
  if (read.kind === type) return undefined;
  return { says: `${says}, but ${temporalNames[read.kind]}`, help: temporalHelp[type] };
}

function integerFault(
  value: string,
  [least, most]: readonly [bigint | undefined, bigint | undefined],
): DatatypeFault | undefined {
  if (!/^[+-]?\d+$/.test(value))
    return { says: 'is not a whole number', help: 'Write digits alone.' };
  const number = BigInt(value.replace(/^\+/, ''));
  if (least !== undefined && number < least)
    return { says: `is less than ${least}, the least allowed` };
  if (most !== undefined && number > most)
    return { says: `is more than ${most}, the most allowed` };
  return undefined;
}

function facetsFault(facets: readonly Facet[], value: string): DatatypeFault | undefined {
  for (const { name, value: limit } of facets) {
    const fault = facetFault(name, limit, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function facetFault(name: string, limit: string, value: string): DatatypeFault | undefined {
  const length = [...value].length;
  switch (name) {
    case 'pattern':
      if (matchesPattern(limit, value)) return undefined;
      return {
        says: 'does not have the form that is wanted',
        help: `It must match ${limit}`,
        technical: true,
      };
    case 'minLength':
      if (length >= Number(limit)) return undefined;
      return limit === '1' ? { says: 'is empty' } : { says: `is shorter than ${limit} characters` };
    case 'maxLength':
      return length <= Number(limit) ? undefined : { says: `is longer than ${limit} characters` };
    case 'length':
      return length === Number(limit) ? undefined : { says: `is not ${limit} characters long` };
    case 'minInclusive':
      return compare(value, limit) >= 0
        ? undefined
        : { says: `is less than ${limit}, the least allowed` };
    case 'maxInclusive':
      return compare(value, limit) <= 0
        ? undefined
        : { says: `is more than ${limit}, the most allowed` };
    case 'minExclusive':
      return compare(value, limit) > 0 ? undefined : { says: `is not more than ${limit}` };
    case 'maxExclusive':
      return compare(value, limit) < 0 ? undefined : { says: `is not less than ${limit}` };
    default:
      return undefined;
  }
}

/** Order of two numbers or two dates; 0 where they have none. */
function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => {
    const read = readTemporal(text);
    return read !== undefined && 'first' in read && !/^[+-]?[\d.]+$/.test(text)
      ? read.first
      : Number(text);
  });
  if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) return 0;
  return x - y;
}
