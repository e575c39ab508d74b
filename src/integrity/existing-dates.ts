import type { Problem } from '../problems/index.js';
import { readTemporal, repairHelp, type Temporal } from '../relaxng/index.js';
import {
  attribute,
  descendants,
  problemAt,
  relatedPlace,
  sourceOf,
  type XmlAttribute,
  type XmlElement,
} from '../xml/index.js';
import type { IntegrityRule } from './rule.js';
import { isTei } from './tei-element.js';

const names = ['when', 'notBefore', 'notAfter', 'from', 'to'] as const;

/** On these, `@from` and `@to` are pages or pointers and no dates. */
const notDating = new Set(['locus', 'biblScope', 'citedRange', 'rt', 'span', 'app', 'arc', 'path']);

/**
 * Every date exists, as the W3C's datatypes write it (`teidata.temporal.w3c`; TEI Guidelines, sections 3.6.4 and
 * 14.4), and no span of time ends before it begins. Of the `-iso` forms (ISO 8601) those that look like W3C's are
 * checked alike.
 */
export const existingDates: IntegrityRule = {
  codes: ['integrity/no-such-date', 'integrity/date-order'],
  *check({ subject: { document } }): Iterable<Problem> {
    for (const element of descendants(document)) {
      if (element.attributes.length === 0 || notDating.has(element.name.local)) continue;
      if (!isTei(element)) continue;
      for (const suffix of ['', '-iso']) {
        for (const name of names) {
          const given = attribute(element, `${name}${suffix}`);
          if (given !== undefined) yield* checkDate(element, given, suffix !== '');
        }
        yield* checkOrder(element, `from${suffix}`, `to${suffix}`);
        yield* checkOrder(element, `notBefore${suffix}`, `notAfter${suffix}`);
      }
    }
  },
};

function* checkDate(element: XmlElement, given: XmlAttribute, iso: boolean): Iterable<Problem> {
  const value = given.value.trim();
  const read = readTemporal(value);
  const named = `"${value}" in @${given.qname} on <${element.qname}>`;
  if (read === undefined) {
    // ISO 8601 has weeks, ordinal days, intervals and basic forms besides (teidata.temporal.iso).
    if (iso && /^[0-9.,DHMPRSTWYZ/:+-]+$/.test(value)) return;
    yield problemAt(sourceOf(element), given.valueSpan, {
      code: 'integrity/no-such-date',
      message: `${named} is not a date.`,
      help: dateHelp(value),
    });
  } else if ('fault' in read) {
    yield problemAt(sourceOf(element), given.valueSpan, {
      code: 'integrity/no-such-date',
      message: `${named} does not exist: ${read.fault}.`,
      help:
        midnightHelp(value) ??
        'Write the date that is meant; where the source itself errs, keep that in the text.',
    });
  }
}

/** What to write for the 24:00 of a day, which XML Schema's datatypes lack: the beginning of the next. */
function midnightHelp(value: string): string | undefined {
  const found = /^(?:(\d{4}-\d\d-\d\d)[T ])?24:00(?::00(?:\.0+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (found === null) return undefined;
  const [, day, zone = ''] = found;
  if (day === undefined) return `Write "00:00:00${zone}"; in the text the words stay as they are.`;
  const read = readTemporal(day);
  if (!comparable(read)) return undefined;
  const next = new Date(read.last + 1).toISOString().slice(0, 10);
  return `Write "${next}T00:00:00${zone}"; in the text the words stay as they are.`;
}

/** What to write for the commonest other ways of writing a date. */
function dateHelp(value: string): string {
  const numbers = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(value);
  if (numbers !== null) {
    const [, first = '', mark, second = '', year = ''] = numbers;
    const dates = [`${year}-${twoDigits(second)}-${twoDigits(first)}`];
    // With slashes, the month stands first in America.
    if (mark === '/') dates.push(`${year}-${twoDigits(first)}-${twoDigits(second)}`);
    const existing = [...new Set(dates)].filter((date) => comparable(readTemporal(date)));
    if (existing.length > 0)
      return `Write year, month and day: ${existing.map((date) => `"${date}"`).join(' or ')}.`;
  }
  const short = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(value);
  if (short !== null) {
    return `Write "${short.slice(1).filter(Boolean).map(twoDigits).join('-')}".`;
  }
  const midnight = midnightHelp(value);
  if (midnight !== undefined) return midnight;
  const minutes = /^(?:(\d{4}-\d\d-\d\d)[T ])?(\d\d:\d\d)$/.exec(value);
  if (minutes !== null)
    return `Write the seconds too: "${minutes[1] === undefined ? '' : `${minutes[1]}T`}${minutes[2]}:00".`;
  return (
    repairHelp(value, ['date', 'time'], (one) => comparable(readTemporal(one))) ??
    'Write 1951, 1951-01, 1951-01-29, 14:30:00 or 1951-01-29T14:30:00.'
  );
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}

function* checkOrder(element: XmlElement, begin: string, end: string): Iterable<Problem> {
  const from = attribute(element, begin);
  const to = attribute(element, end);
  if (from === undefined || to === undefined) return;
  const first = readTemporal(from.value.trim());
  const last = readTemporal(to.value.trim());
  if (!comparable(first) || !comparable(last) || first.zoned !== last.zoned) return;
  if ((first.kind === 'time') !== (last.kind === 'time') || first.first <= last.last) return;
  yield problemAt(sourceOf(element), to.valueSpan, {
    code: 'integrity/date-order',
    message: `<${element.qname}> ends before it begins: @${end} is ${to.value.trim()}, @${begin} is ${from.value.trim()}.`,
    help: 'Exchange the two, or mend the one that is wrong.',
    related: [relatedPlace(sourceOf(element), from.valueSpan, `@${begin} stands here.`)],
  });
}

/** Dates with a year, and times of day; what recurs every month or year has no order. */
function comparable(read: Temporal | undefined): read is Exclude<Temporal, { fault: string }> {
  return (
    read !== undefined && 'kind' in read && !['gMonth', 'gMonthDay', 'gDay'].includes(read.kind)
  );
}
