import type { XmlElement } from '../../xml/index.js';
import { statedLanguage } from '../language-of.js';
import { dayNumber, daysOf, lastJulianYear } from './calendar.js';
import { wordsOf } from './dated-words.js';
import { type DaySpan, datingOf } from './encoded-date.js';
import { readWrittenDate, type WrittenDay } from './written-date.js';

/** As many days as a date as written may be away from what it means, where its calendar is not said. */
const calendars = 13;

/**
 * The days between which what an element tells of lies (a birth, a letter's being sent): as its attributes say, or the
 * dates in it, or the words of these.
 */
export function daysSaidBy(element: XmlElement): DaySpan | undefined {
  const own = datingOf(element)?.span;
  if (own !== undefined) return own;
  const dates = element.children.flatMap((child) =>
    child.kind === 'element' && child.name.local === 'date' ? (daysSaidBy(child) ?? []) : [],
  );
  return hull(dates) ?? daysInWords(element);
}

/** The shortest stretch that holds all. */
export function hull(spans: readonly DaySpan[]): DaySpan | undefined {
  if (spans.length === 0) return undefined;
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  };
}

function daysInWords(element: XmlElement): DaySpan | undefined {
  const words = wordsOf(element);
  if (words === undefined || !/\d{4}/.test(words)) return undefined;
  const read = readWrittenDate(words, statedLanguage(element));
  if (read === undefined) return undefined;
  const days = [...read.readings, ...(read.end ?? [])].map(daysMeant);
  const known = days.filter((each) => each !== undefined);
  return known.length < days.length ? undefined : hull(known);
}

/** The days that a date as written in full can mean. */
export function daysMeant({ year, month, day }: WrittenDay): DaySpan | undefined {
  if (year === undefined || year.modulus !== undefined) return undefined;
  if (month === undefined && day !== undefined) return undefined;
  const exact =
    month === undefined || day === undefined ? undefined : dayNumber(year.number, month, day);
  if (day !== undefined && exact === undefined) return undefined;
  const { first, last } =
    exact === undefined ? daysOf(year.number, month) : { first: exact, last: exact };
  const doubt = year.number <= lastJulianYear ? calendars : 0;
  return { first: first - doubt, last: last + doubt };
}
