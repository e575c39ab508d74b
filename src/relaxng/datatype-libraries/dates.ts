import { monthNames } from './calendar.js';
import { withoutTrailingZeros } from './numbers.js';
import type { Order, ValueSpace } from './value-space.js';

// 3.2.7 dateTime to 3.2.14 gMonth: the proleptic Gregorian calendar, where each date must exist.

/** A moment: the beginning of the time that a literal names, in seconds from 1 January 1 BCE, 00:00. */
export interface Moment {
  /** In UTC when there is a time zone, in whatever zone when there is none. */
  readonly seconds: bigint;
  readonly fraction: string;
  readonly zoned: boolean;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const zone = '(Z|[+-][0-9]{2}:[0-9]{2})?';
const year = '(?<year>-?[0-9]{4,})';
const month = '(?<month>[0-9]{2})';
const day = '(?<day>[0-9]{2})';
const clock =
  '(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\\.(?<fraction>[0-9]+))?';

/** Whether a year has 366 days; years before 1 CE are 0, -1, … here, as astronomers count. */
export function isLeap(astronomical: bigint): boolean {
  return (astronomical % 4n === 0n && astronomical % 100n !== 0n) || astronomical % 400n === 0n;
}

function daysIn(monthNumber: number, leap: boolean): number {
  return monthNumber === 2 && leap ? 29 : (lengths[monthNumber - 1] ?? 0);
}

/** Days from 1 January of the astronomical year 0. */
export function dayNumber(astronomical: bigint, monthNumber: number, dayOfMonth: number): bigint {
  const before = astronomical - 1n;
  let days =
    astronomical * 365n +
    floorDivide(before, 4n) -
    floorDivide(before, 100n) +
    floorDivide(before, 400n) +
    1n;
  const leap = isLeap(astronomical);
  for (let earlier = 1; earlier < monthNumber; earlier++) days += BigInt(daysIn(earlier, leap));
  return days + BigInt(dayOfMonth - 1);
}

/** Division rounded down. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Year 1 BCE is written -0001 and there is no year 0 (XML Schema Part 2, second edition, 3.2.7.1). */
function astronomicalYear(written: string): bigint {
  const number = BigInt(written);
  return number < 0n ? number + 1n : number;
}

interface Reading {
  readonly moment?: Moment;
  readonly complaint?: string;
}

function read(expression: RegExp, form: string, literal: string): Reading {
  const match = expression.exec(literal);
  if (match === null) {
    if (literal === '') return { complaint: 'it is empty' };
    return { complaint: form };
  }
  const { groups = {} } = match;
  const written = groups.year;
  if (written !== undefined) {
    if (/^-?0+$/.test(written)) return { complaint: 'there is no year 0: 1 BCE is written -0001' };
    if (/^-?0[0-9]{4}/.test(written))
      return { complaint: 'a year of more than four digits does not begin with 0' };
  }
  // Without a year, 29 February may exist; without a month or day, the first is meant; time alone has any day.
  const inYear = written === undefined ? 2000n : astronomicalYear(written);
  const inMonth = Number(groups.month ?? 1);
  const onDay = Number(groups.day ?? 1);
  if (inMonth < 1 || inMonth > 12) return { complaint: `there is no month ${groups.month}` };
  const most = groups.month === undefined ? 31 : daysIn(inMonth, isLeap(inYear));
  if (onDay < 1 || onDay > most) {
    const name = monthNames[inMonth - 1];
    const which = written === undefined ? name : `${name} ${written.replace(/^-0*(.*)/, '$1 BCE')}`;
    return {
      complaint:
        groups.month === undefined ? 'a month has at most 31 days' : `${which} has ${most} days`,
    };
  }
  const hour = Number(groups.hour ?? 0);
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  const fraction = withoutTrailingZeros(groups.fraction ?? '');
  if (minute > 59) return { complaint: `an hour has no minute ${groups.minute}` };
  if (second > 59) return { complaint: `a minute has no second ${groups.second}` };
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0 || fraction !== '')))
    return { complaint: 'a day ends at 24:00:00' };
  const offset = offsetOf(match[match.length - 1]);
  if (offset === undefined) return { complaint: 'a time zone is Z, or between -14:00 and +14:00' };
  const seconds =
    dayNumber(inYear, inMonth, onDay) * 86400n +
    BigInt(hour * 3600 + minute * 60 + second) -
    BigInt(offset.minutes * 60);
  return { moment: { seconds, fraction, zoned: offset.zoned } };
}

function offsetOf(written: string | undefined): { minutes: number; zoned: boolean } | undefined {
  if (written === undefined) return { minutes: 0, zoned: false };
  if (written === 'Z') return { minutes: 0, zoned: true };
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(4));
  if (minutes > 840 || Number(written.slice(4)) > 59) return undefined;
  return { minutes: written.startsWith('-') ? -minutes : minutes, zoned: true };
}

const furthest = 14n * 3600n;

/** 3.2.7.4: a moment without a time zone may lie up to 14 hours to either side. */
function compareMoments(a: Moment, b: Moment): Order {
  if (a.zoned === b.zoned) return order(a.seconds, a.fraction, b.seconds, b.fraction);
  const shifted = (shift: bigint) =>
    a.zoned
      ? order(a.seconds, a.fraction, b.seconds + shift, b.fraction)
      : order(a.seconds + shift, a.fraction, b.seconds, b.fraction);
  const early = shifted(-furthest);
  const late = shifted(furthest);
  return early === late && early !== 0 ? early : undefined;
}

function order(a: bigint, aFraction: string, b: bigint, bFraction: string): -1 | 0 | 1 {
  if (a !== b) return a < b ? -1 : 1;
  return aFraction < bFraction ? -1 : aFraction > bFraction ? 1 : 0;
}

function momentSpace(name: string, pattern: string, form: string): ValueSpace<Moment> {
  const expression = new RegExp(`^${pattern}${zone}$`);
  // Times in zones are the same if they are the same in UTC, on whatever day.
  const daily = name === 'time';
  const within = (moment: Moment): Moment =>
    daily
      ? { ...moment, seconds: moment.seconds - floorDivide(moment.seconds, 86400n) * 86400n }
      : moment;
  return {
    name,
    whiteSpace: 'collapse',
    parse(literal) {
      const { moment } = read(expression, form, literal);
      return moment === undefined ? undefined : within(moment);
    },
    key: ({ seconds, fraction, zoned }) => `${seconds}.${fraction}${zoned ? 'Z' : ''}`,
    complaint: (literal) => read(expression, form, literal).complaint ?? '',
    nearly: (literal) => expression.test(literal),
    compare: compareMoments,
  };
}

export const dateSpaces: readonly ValueSpace<Moment>[] = [
  momentSpace(
    'dateTime',
    `${year}-${month}-${day}T${clock}`,
    'a date with a time is written YYYY-MM-DDThh:mm:ss',
  ),
  momentSpace('date', `${year}-${month}-${day}`, 'a date is written YYYY-MM-DD'),
  momentSpace('time', clock, 'a time is written hh:mm:ss'),
  momentSpace('gYearMonth', `${year}-${month}`, 'a month of a year is written YYYY-MM'),
  momentSpace('gYear', year, 'a year is written in at least four digits, YYYY'),
  momentSpace('gMonthDay', `--${month}-${day}`, 'a day of any year is written --MM-DD'),
  momentSpace('gDay', `---${day}`, 'a day of any month is written ---DD'),
  momentSpace('gMonth', `--${month}`, 'a month of any year is written --MM'),
];
