import { monthNames } from '../../relaxng/index.js';
import type { DaySpan } from './encoded-date.js';

const dayLength = 86_400_000;

/** The number of a day of the Gregorian calendar, from 1 January 1970; `undefined` when there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.getTime() / dayLength : undefined;
}

/** The days of a year or of a month. */
export function daysOf(year: number, month: number | undefined): DaySpan {
  const first = dayNumber(year, month ?? 1, 1) ?? 0;
  const next =
    month === undefined || month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return { first, last: (next ?? first) - 1 };
}

/** The year in which a day lies. */
export function yearOf(day: number): number {
  return new Date(day * dayLength).getUTCFullYear();
}

/** 0 for Sunday to 6 for Saturday; 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** By how many days the Julian calendar is behind the Gregorian in a year: 10 in the 16th, 13 in the 20th century. */
export function julianLag(year: number): number {
  return Math.floor(year / 100) - Math.floor(year / 400) - 2;
}

/** The year after which nobody dated by the Julian calendar any more in civil life: Greece gave it up in 1923. */
export const lastJulianYear = 1930;

/** The year in which England began its years on 1 January for the first time; in 1751 and before, on 25 March. */
export const lastOldYear = 1752;

/** A day as it is shown to a person: 28 January 1951. */
export function shownDay(day: number): string {
  const date = new Date(day * dayLength);
  const year = date.getUTCFullYear();
  const shown = year > 0 ? `${year}` : `${1 - year} BC`;
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${shown}`;
}

const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The English name of a day of the week, Sunday being 0. */
export function weekdayName(weekday: number): string {
  return weekdayNames[weekday] ?? '';
}
