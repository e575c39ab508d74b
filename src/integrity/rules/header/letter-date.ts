import {
  descendants,
  relatedPlace,
  sourceOf,
  textContent,
  type XmlElement,
} from '../../../xml/index.js';
import { canMean } from '../../dates/agreement.js';
import { shownDay } from '../../dates/calendar.js';
import { onOneLine, wordsOf } from '../../dates/dated-words.js';
import { datesInText } from '../../dates/dates-in-text.js';
import { type DaySpan, datingOf, meet } from '../../dates/encoded-date.js';
import { readWrittenDate } from '../../dates/written-date.js';
import { statedLanguage } from '../../language-of.js';
import {
  actionsOf,
  type CorrespondenceAction,
  daysUnderWay,
  titlesOf,
} from '../../letters/correspondence.js';
import { Letters } from '../../letters/letter-text.js';
import { defineRule, type RuleDocument } from '../../rule.js';

type Report = RuleDocument<unknown>['report'];

interface Dated {
  readonly element: XmlElement;
  readonly said: string;
  /** Whether it can be of a day in a stretch. */
  readonly fits: (span: DaySpan) => boolean;
}

/**
 * The date in the title and that of the dateline are those of the `correspDesc`: the days from the letter's being sent
 * to its being received (TEI Guidelines, sections 2.4.6 and 4.2.2). One that fits is enough: a letter may have been
 * written on several days.
 */
export const letterDate = defineRule({
  code: 'integrity/letter-date',
  severity: 'warning',
  read: ({ identifiers, report }) => {
    const letters = new Letters(identifiers);
    return letters.listeners(['dateline'], () => {
      const parts = letters.parts();
      for (const description of letters.descriptions) {
        const actions = actionsOf(description);
        const sent = actions.find(({ type }) => type === 'sent');
        const days = daysUnderWay(actions);
        if (sent?.days === undefined || days === undefined) continue;
        const known = {
          first: sent.days.first,
          last: Number.isFinite(days.last) ? days.last : Number.POSITIVE_INFINITY,
        };
        const datelines = parts.filter((each) => each.description === description);
        const inText = datelines.flatMap(({ element }) => datesOf(element));
        check(inText, known, sent, 'dateline', report);
        if (letters.descriptions.length === 1)
          check(titleDates(description), known, sent, 'title', report);
      }
    });
  },
});

function check(
  dates: readonly Dated[],
  known: DaySpan,
  sent: CorrespondenceAction,
  where: string,
  report: Report,
): void {
  const [first] = dates;
  if (first === undefined || dates.some(({ fits }) => fits(known))) return;
  const { element, said } = first;
  report(element, element.startTag, {
    message: `The ${where} has ${said}; by the correspDesc the letter was sent ${sentOn(sent)}.`,
    help: 'Mend the date that is wrong.',
    related: [relatedPlace(sourceOf(sent.element), sent.element.startTag, 'It is sent here.')],
  });
}

function sentOn({ days }: CorrespondenceAction): string {
  if (days === undefined) return 'at another time';
  const { first, last } = days;
  if (first === last) return `on ${shownDay(first)}`;
  if (!Number.isFinite(first)) return `by ${shownDay(last)}`;
  if (!Number.isFinite(last)) return `after ${shownDay(first - 1)}`;
  return `between ${shownDay(first)} and ${shownDay(last)}`;
}

/** What stands beside the date of another day than that of sending. */
const receipt =
  /\b(received|rec'?d|recd|answered|erhalten|empfangen|eingegangen|eingelangt|praes|beantwortet|reçue?|répondu|ricevut[ao]|recibid[ao]|ontvangen)\b|получен|поступил/iu;

/** The dates in a dateline that can be read. */
function datesOf(dateline: XmlElement): readonly Dated[] {
  if (receipt.test(textContent(dateline))) return [];
  return [...descendants(dateline)].flatMap((element) => {
    if (element.name.local !== 'date') return [];
    const text = onOneLine(textContent(element));
    const said = text === '' ? 'a date' : `"${text}"`;
    const own = datingOf(element)?.span;
    if (own !== undefined) return [{ element, said, fits: (span: DaySpan) => meet(own, span) }];
    const words = wordsOf(element);
    const read = words === undefined ? undefined : readWrittenDate(words, statedLanguage(element));
    if (read === undefined || read.readings.length === 0 || read.end !== undefined) return [];
    const fits = (span: DaySpan) =>
      read.readings.some((reading) => canMean(reading, span, read.isNight));
    return [{ element, said, fits }];
  });
}

/** Titles of these levels are of what the letter appears in. */
const larger = new Set(['s', 'j', 'm']);

/** The dates in the titles of the edition that a `correspDesc` belongs to. */
function titleDates(description: XmlElement): readonly Dated[] {
  return titlesOf(description).flatMap((element) => {
    if (element.attributes.some(({ qname, value }) => qname === 'level' && larger.has(value)))
      return [];
    const own = datingOf(element)?.span;
    if (own !== undefined) {
      const said = `"${onOneLine(textContent(element))}"`;
      return [{ element, said, fits: (span: DaySpan) => meet(own, span) }];
    }
    return datesInText(textContent(element), statedLanguage(element)).map(({ text, reading }) => ({
      element,
      said: `"${onOneLine(text)}"`,
      fits: (span: DaySpan) => canMean(reading, span, false),
    }));
  });
}
