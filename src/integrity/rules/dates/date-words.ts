import { attribute, type XmlElement } from '../../../xml/index.js';
import { canMean } from '../../dates/agreement.js';
import { onOneLine, wordsOf } from '../../dates/dated-words.js';
import { type Dating, datingOf, type EncodedDate } from '../../dates/encoded-date.js';
import { readWrittenDate, type WrittenDate, type WrittenDay } from '../../dates/written-date.js';
import { statedLanguage } from '../../language-of.js';
import { defineRule } from '../../rule.js';
import { worded } from './dating.js';

/**
 * The words of a date and its attributes say the same, as far as both can be read (TEI Guidelines, section 14.4): what
 * only one of the two says is no contradiction.
 */
export const dateWords = defineRule({
  code: 'integrity/date-words',
  severity: 'warning',
  read: ({ report }) => {
    const check = (element: XmlElement): void => {
      const dating = datingOf(element);
      // That a span ends before it begins is told by date-order.
      if (dating === undefined || dating.span.first > dating.span.last || !isCivil(element)) return;
      const words = wordsOf(element);
      const read =
        words === undefined ? undefined : readWrittenDate(words, statedLanguage(element));
      if (read === undefined || read.readings.length === 0) return;
      const wrong = contradicted(read, dating);
      if (wrong === undefined) return;
      const { date, reading } = wrong;
      const value = date.attribute.value.trim();
      const part = read.end === undefined ? differing(reading, value) : undefined;
      report(element, date.attribute.valueSpan, {
        message: `<${element.qname}> reads "${onOneLine(words ?? '')}", @${date.attribute.qname} says ${value}${part === undefined ? '' : `: another ${part}`}.`,
        help: 'Check the source, and mend the one that is wrong. Where the source itself errs, silence this with the reason.',
      });
    };
    return { elements: Object.fromEntries(worded.map((name) => [name, check])) };
  },
});

/** Whether the attributes are of the Gregorian calendar and the words of this one or the Julian. */
function isCivil(element: XmlElement): boolean {
  const calendar = attribute(element, 'calendar');
  return calendar === undefined || /greg|jul|iul|old.?style/i.test(calendar.value);
}

interface Contradiction {
  readonly date: EncodedDate;
  readonly reading: WrittenDay | undefined;
}

function contradicted(
  { readings, end, isNight }: WrittenDate,
  { when, from, to, notBefore, notAfter }: Dating,
): Contradiction | undefined {
  const fits = (days: readonly WrittenDay[], first: number, last: number) =>
    days.some((day) => canMean(day, { first, last }, isNight));
  const [lower, upper] = [from ?? notBefore, to ?? notAfter];
  if (end !== undefined) {
    if (when !== undefined) {
      const around =
        fits(readings, Number.NEGATIVE_INFINITY, when.last) &&
        fits(end, when.first, Number.POSITIVE_INFINITY);
      return around ? undefined : { date: when, reading: readings[0] };
    }
    if (lower !== undefined && !fits(readings, lower.first, lower.last))
      return { date: lower, reading: readings[0] };
    if (upper !== undefined && !fits(end, upper.first, upper.last))
      return { date: upper, reading: end[0] };
    return undefined;
  }
  const [reading] = readings;
  if (when !== undefined)
    return fits(readings, when.first, when.last) ? undefined : { date: when, reading };
  const [first, last] = [
    lower?.first ?? Number.NEGATIVE_INFINITY,
    upper?.last ?? Number.POSITIVE_INFINITY,
  ];
  if (fits(readings, first, last)) return undefined;
  const isEarly = lower !== undefined && !fits(readings, first, Number.POSITIVE_INFINITY);
  const date = isEarly ? lower : (upper ?? lower);
  return date === undefined ? undefined : { date, reading };
}

/** The greatest part in which a date as written differs from a date as encoded. */
function differing(written: WrittenDay | undefined, value: string): string | undefined {
  const [, year, month, day] = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?/.exec(value) ?? [];
  if (written === undefined) return undefined;
  const y = written.year;
  if (y !== undefined && Number(year) % (y.modulus ?? Number.POSITIVE_INFINITY) !== y.number)
    return 'year';
  if (written.month !== undefined && month !== undefined && Number(month) !== written.month)
    return 'month';
  if (written.day !== undefined && day !== undefined && Number(day) !== written.day) return 'day';
  return undefined;
}
