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

/** What a literal of the right form says, or why it says nothing that can be. */
type Reading = { readonly complaint: string } | Parts;

interface Parts {
  readonly complaint?: undefined;
  readonly year: string | undefined;
  readonly month: number;
  readonly day: number;
  /** Seconds since the beginning of the day. */
  readonly clock: number;
  readonly fraction: string;
  readonly offset: { readonly minutes: number; readonly zoned: boolean };
}

function read(expression: RegExp, form: string, literal: string): Reading {
  const match = expression.exec(literal);
  if (match === null) return { complaint: literal === '' ? 'it is empty' : form };
  const { groups = {} } = match;
  const { year } = groups;
  if (year !== undefined && (year.startsWith('0') || year.startsWith('-'))) {
    if (/^-?0+$/.test(year)) return { complaint: 'there is no year 0: 1 BCE is written -0001' };
    if (/^-?0[0-9]{4}/.test(year))
      return { complaint: 'a year of more than four digits does not begin with 0' };
  }
  // Without a month or day, the first is meant.
  const month = Number(groups.month ?? 1);
  const day = Number(groups.day ?? 1);
  if (month < 1 || month > 12) return { complaint: `there is no month ${groups.month}` };
  if (day < 1 || day > 28) {
    // Time alone has any day.
    const most = groups.month === undefined ? 31 : daysIn(month, isLeap(yearOf(year)));
    if (day < 1 || day > most) {
      const name = monthNames[month - 1];
      const which = year === undefined ? name : `${name} ${year.replace(/^-0*(.*)/, '$1 BCE')}`;
      return {
        complaint:
          groups.month === undefined ? 'a month has at most 31 days' : `${which} has ${most} days`,
      };
    }
  }
  const hour = Number(groups.hour ?? 0);
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  const fraction = withoutTrailingZeros(groups.fraction ?? '');
  if (minute > 59) return { complaint: `an hour has no minute ${groups.minute}` };
  // A leap second (XML Schema Part 2, appendix D.1), which counts to the minute that follows.
  if (second > 60) return { complaint: `a minute has no second ${groups.second}` };
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0 || fraction !== '')))
    return { complaint: 'a day ends at 24:00:00' };
  const offset = offsetOf(match[match.length - 1]);
  if (offset === undefined) return { complaint: 'a time zone is Z, or between -14:00 and +14:00' };
  return { year, month, day, clock: hour * 3600 + minute * 60 + second, fraction, offset };
}

/** Without a year, 29 February may exist. */
function yearOf(written: string | undefined): bigint {
  return written === undefined ? 2000n : astronomicalYear(written);
}

function momentOf({ year, month, day, clock, fraction, offset }: Parts): Moment {
  const seconds =
    dayNumber(yearOf(year), month, day) * 86400n + BigInt(clock - offset.minutes * 60);
  return { seconds, fraction, zoned: offset.zoned };
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
      const reading = read(expression, form, literal);
      return reading.complaint === undefined ? within(momentOf(reading)) : undefined;
    },
    has: (literal) => read(expression, form, literal).complaint === undefined,
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
