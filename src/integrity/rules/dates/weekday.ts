import type { XmlElement } from '../../../xml/index.js';
import { canMean } from '../../dates/agreement.js';
import {
  dayNumber,
  julianLag,
  lastJulianYear,
  shownDay,
  weekdayName,
  weekdayOf,
  yearOf,
} from '../../dates/calendar.js';
import { wordsOf } from '../../dates/dated-words.js';
import { encodedDate } from '../../dates/encoded-date.js';
import { readWrittenDate, type WrittenDate } from '../../dates/written-date.js';
import { statedLanguage } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { worded } from './dating.js';

/** The day of the week that the words of a date name is the one that the date fell on, in either calendar. */
export const weekday = defineRule({
  code: 'integrity/weekday',
  severity: 'warning',
  read: ({ report }) => {
    const check = (element: XmlElement): void => {
      const words = wordsOf(element);
      // Names of weekdays have three letters at least, and stand before or after figures, or alone.
      if (words === undefined || words.length > 80 || !/\p{L}{3}/u.test(words)) return;
      const read = readWrittenDate(words, statedLanguage(element));
      if (read?.weekdays === undefined || read.end !== undefined) return;
      const when = encodedDate(element, 'when');
      const day = when?.isDay ? agreed(read, when.first) : writtenDay(read);
      if (day === undefined || possibleWeekdays(day).some((each) => read.weekdays?.has(each)))
        return;
      const said = [...read.weekdays].map(weekdayName).join(' or ');
      const content = {
        start: element.startTag.end,
        end: element.endTag?.start ?? element.startTag.end,
      };
      report(element, when?.isDay ? when.attribute.valueSpan : content, {
        message: `${shownDay(day)} was a ${weekdayName(weekdayOf(day))}, and not a ${said}, as <${element.qname}> reads.`,
        help: 'Check the date and the source. Where the source itself errs, silence this with the reason.',
      });
    };
    return { elements: Object.fromEntries(worded.map((name) => [name, check])) };
  },
});

/** The day that `@when` says, unless the words say another. */
function agreed({ readings, isNight }: WrittenDate, day: number): number | undefined {
  const span = { first: day, last: day };
  const fits = readings.length === 0 || readings.some((each) => canMean(each, span, isNight));
  return fits ? day : undefined;
}

/** The day that the words themselves say, where they say one alone, and in full. */
function writtenDay({ readings }: WrittenDate): number | undefined {
  const [only, other] = readings;
  if (only?.year === undefined || only.year.modulus !== undefined || other !== undefined)
    return undefined;
  if (only.month === undefined || only.day === undefined) return undefined;
  return dayNumber(only.year.number, only.month, only.day);
}

/** The days of the week that a day fell on by the calendars that were in use. */
function possibleWeekdays(day: number): readonly number[] {
  const year = yearOf(day);
  const lags = year > lastJulianYear ? [0] : [0, julianLag(year), -julianLag(year)];
  return lags.map((lag) => weekdayOf(day + lag));
}
