import type { Order, ValueSpace } from './value-space.js';

// 3.2.3 decimal, the integers derived from it (3.3.13–3.3.25), 3.2.4 float and 3.2.5 double.

/** A decimal number of any size: its digits without zeros that say nothing. */
export interface Decimal {
  readonly negative: boolean;
  /** Empty below one. */
  readonly integer: string;
  readonly fraction: string;
}

const decimalLiteral = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))$/;
const integerLiteral = /^[+-]?[0-9]+$/;

/** The value of a decimal literal, or `undefined` if it is none. */
export function parseDecimal(literal: string): Decimal | undefined {
  const match = decimalLiteral.exec(literal);
  if (match === null) return undefined;
  const integer = withoutLeadingZeros(match[2] ?? '');
  const fraction = withoutTrailingZeros(match[3] ?? match[4] ?? '');
  return { negative: match[1] === '-' && (integer !== '' || fraction !== ''), integer, fraction };
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start++;
  return digits.slice(start);
}

/** Digits after the point without zeros at the end. */
export function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size =
    a.integer.length - b.integer.length ||
    compareDigits(a.integer, b.integer) ||
    compareDigits(a.fraction, b.fraction);
  if (size === 0) return 0;
  return size < 0 === a.negative ? 1 : -1;
}

function compareDigits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decimalSpace(
  name: string,
  belongs: (literal: string, value: Decimal) => boolean,
  complaint: (literal: string) => string,
): ValueSpace<Decimal> {
  return {
    name,
    whiteSpace: 'collapse',
    parse(literal) {
      const value = parseDecimal(literal);
      return value !== undefined && belongs(literal, value) ? value : undefined;
    },
    key: ({ negative, integer, fraction }) => `${negative ? '-' : ''}${integer}.${fraction}`,
    complaint,
    nearly: (literal) => integerLiteral.test(literal),
    compare: compareDecimals,
    digits: ({ integer, fraction }) => ({
      total: Math.max(1, integer === '' ? fraction.length : integer.length + fraction.length),
      fraction: fraction.length,
    }),
  };
}

function integerSpace(name: string, least?: string, most?: string): ValueSpace<Decimal> {
  const low = least === undefined ? undefined : parseDecimal(least);
  const high = most === undefined ? undefined : parseDecimal(most);
  return decimalSpace(
    name,
    (literal, value) =>
      integerLiteral.test(literal) &&
      (low === undefined || compareDecimals(value, low) >= 0) &&
      (high === undefined || compareDecimals(value, high) <= 0),
    (literal) => {
      if (literal === '') return 'it is empty';
      const value = parseDecimal(literal);
      if (value === undefined || !integerLiteral.test(literal))
        return value === undefined
          ? 'it must be a whole number, written in digits'
          : 'it must be a whole number';
      if (low !== undefined && compareDecimals(value, low) < 0)
        return `it must be at least ${least}`;
      return `it must be at most ${most}`;
    },
  );
}

const floatLiteral = /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/;

function floatSpace(name: string, round: (value: number) => number): ValueSpace<number> {
  return {
    name,
    whiteSpace: 'collapse',
    parse: (literal) =>
      floatLiteral.test(literal) ? round(Number(literal.replace('INF', 'Infinity'))) : undefined,
    key: (value) => String(value === 0 ? 0 : value),
    complaint: (literal) =>
      literal === ''
        ? 'it is empty'
        : 'a number is written such as 12, -0.5 or 1.5e3, with a point',
    compare: (a, b): Order => (a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined),
  };
}

export const decimalSpaces: readonly ValueSpace<Decimal>[] = [
  decimalSpace(
    'decimal',
    () => true,
    (literal) =>
      literal === ''
        ? 'it is empty'
        : literal.includes(',')
          ? 'decimals are set off by a point, and nothing else divides the digits'
          : 'write digits, with a point before decimals: 12.5',
  ),
  integerSpace('integer'),
  integerSpace('nonPositiveInteger', undefined, '0'),
  integerSpace('negativeInteger', undefined, '-1'),
  integerSpace('nonNegativeInteger', '0'),
  integerSpace('positiveInteger', '1'),
  integerSpace('long', '-9223372036854775808', '9223372036854775807'),
  integerSpace('int', '-2147483648', '2147483647'),
  integerSpace('short', '-32768', '32767'),
  integerSpace('byte', '-128', '127'),
  integerSpace('unsignedLong', '0', '18446744073709551615'),
  integerSpace('unsignedInt', '0', '4294967295'),
  integerSpace('unsignedShort', '0', '65535'),
  integerSpace('unsignedByte', '0', '255'),
];

export const floatSpaces: readonly ValueSpace<number>[] = [
  floatSpace('float', Math.fround),
  floatSpace('double', (value) => value),
];
