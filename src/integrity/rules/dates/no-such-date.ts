import { readTemporal, repairHelp } from '../../../relaxng/index.js';
import type { XmlAttribute, XmlElement } from '../../../xml/index.js';
import { defineRule, type RuleDocument } from '../../rule.js';
import { datingAttributes, isComparable, isDating } from './dating.js';

type Report = RuleDocument<unknown>['report'];

/**
 * Every date exists, as the W3C's datatypes write it (`teidata.temporal.w3c`; TEI Guidelines, sections 3.6.4 and
 * 14.4). Of the `-iso` forms (ISO 8601) those that look like W3C's are checked alike.
 */
export const noSuchDate = defineRule({
  code: 'integrity/no-such-date',
  severity: 'error',
  read: ({ report }) => ({
    attributes: Object.fromEntries(
      datingAttributes.map((name) => [
        name,
        (given: XmlAttribute, element: XmlElement) => checkDate(given, element, report),
      ]),
    ),
  }),
});

function checkDate(given: XmlAttribute, element: XmlElement, report: Report): void {
  if (!isDating(element)) return;
  const iso = given.qname.endsWith('-iso');
  const value = given.value.trim();
  const read = readTemporal(value);
  const named = `"${value}" in @${given.qname} on <${element.qname}>`;
  if (read === undefined) {
    // ISO 8601 has weeks, ordinal days, intervals and basic forms besides (teidata.temporal.iso).
    if (iso && /^[0-9.,DHMPRSTWYZ/:+-]+$/.test(value)) return;
    const help = dateHelp(value);
    report(element, given.valueSpan, {
      message: `${named} is not a date.`,
      help,
      fix: /^Write[^"]*"([^"]+)"[^"]*$/.exec(help)?.[1],
    });
  } else if ('fault' in read) {
    report(element, given.valueSpan, {
      message: `${named} does not exist: ${read.fault}.`,
      help: 'Write the date that is meant; where the source itself errs, keep that in the text.',
    });
  }
}

/** What to write for the commonest other ways of writing a date. */
function dateHelp(value: string): string {
  const numbers = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(value);
  if (numbers !== null) {
    const [, first = '', mark, second = '', year = ''] = numbers;
    const dates = [`${year}-${twoDigits(second)}-${twoDigits(first)}`];
    // With slashes, the month stands first in America.
    if (mark === '/') dates.push(`${year}-${twoDigits(first)}-${twoDigits(second)}`);
    const existing = [...new Set(dates)].filter((date) => isComparable(readTemporal(date)));
    if (existing.length > 0)
      return `Write year, month and day: ${existing.map((date) => `"${date}"`).join(' or ')}.`;
  }
  const short = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(value);
  if (short !== null) {
    return `Write "${short.slice(1).filter(Boolean).map(twoDigits).join('-')}".`;
  }
  const minutes = /^(?:(\d{4}-\d\d-\d\d)[T ])?(\d\d:\d\d)$/.exec(value);
  if (minutes !== null)
    return `Write the seconds too: "${minutes[1] === undefined ? '' : `${minutes[1]}T`}${minutes[2]}:00".`;
  return (
    repairHelp(value, ['date', 'time'], (one) => isComparable(readTemporal(one))) ??
    'Write 1951, 1951-01, 1951-01-29, 14:30:00 or 1951-01-29T14:30:00.'
  );
}

function twoDigits(number: string): string {
  return number.padStart(2, '0');
}
