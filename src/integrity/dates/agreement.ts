import { dayNumber, daysOf, julianLag, lastJulianYear, lastOldYear, yearOf } from './calendar.js';
import { type DaySpan, meet } from './encoded-date.js';
import type { WrittenDay, WrittenYear } from './written-date.js';

/** More years than this between two bounds say too little of a year whose century is left out. */
const yearsTried = 120;

/**
 * Whether a date as written can mean a day of a stretch: what is left out counts for nothing, and so do ten to thirteen
 * days, as long as the Julian calendar was in use, and a year that began in March.
 *
 * @param isNight whether the next day may be meant
 */
export function canMean(written: WrittenDay, span: DaySpan, isNight: boolean): boolean {
  if (!Number.isFinite(span.first) && !Number.isFinite(span.last)) return true;
  return meanings(written, span).some((days) => {
    if (meet(days, span)) return true;
    if (isNight && meet({ ...days, last: days.last + 1 }, span)) return true;
    const year = yearOf(days.first);
    if (year > lastJulianYear || written.day === undefined) return false;
    // The Julian year 1700 has the lag of the century before until its end of February.
    return [julianLag(year), julianLag(year - 1)].some((lag) =>
      [lag, -lag].some((by) => meet({ first: days.first + by, last: days.last + by }, span)),
    );
  });
}

/** The stretches of days that a date as written can mean near a stretch. */
function meanings({ year, month, day }: WrittenDay, span: DaySpan): readonly DaySpan[] {
  const years = yearsMeant(year, span);
  if (years === undefined) return [span];
  if (day !== undefined && month === undefined) {
    return years.flatMap((y) =>
      Array.from({ length: 12 }, (_, index) => daysMeant(y, index + 1, day)).flat(),
    );
  }
  return years.flatMap((y) => {
    const found = daysMeant(y, month, day);
    const isEarly = month !== undefined && (month <= 3 || (month === 12 && (day ?? 25) >= 25));
    return isEarly && y <= lastOldYear
      ? [...found, ...daysMeant(y + 1, month, day), ...daysMeant(y - 1, month, day)]
      : found;
  });
}

function daysMeant(
  year: number,
  month: number | undefined,
  day: number | undefined,
): readonly DaySpan[] {
  if (month === undefined || day === undefined) return [daysOf(year, month)];
  // 29 February 1900 was a day of the Julian calendar.
  const number =
    dayNumber(year, month, day) ?? (month === 2 && day === 29 ? dayNumber(year, 3, 1) : undefined);
  return number === undefined ? [] : [{ first: number, last: number }];
}

/** The years that can be meant near a stretch; `undefined` where too many can. */
function yearsMeant(year: WrittenYear | undefined, span: DaySpan): readonly number[] | undefined {
  if (year !== undefined && year.modulus === undefined) return [year.number];
  if (!Number.isFinite(span.first) || !Number.isFinite(span.last)) return undefined;
  const [first, last] = [yearOf(span.first) - 1, yearOf(span.last) + 1];
  if (last - first > yearsTried) return undefined;
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return year === undefined ? all : all.filter((one) => one % (year.modulus ?? 1) === year.number);
}
