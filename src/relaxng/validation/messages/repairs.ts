import { list } from './wording.js';

// What was probably meant by a value that cannot be: each suggestion is tried on the schema before it is told.

/** What may be written instead of a wrong value. */
export interface Repair {
  /** One to write, or several of which one was meant. */
  readonly values: readonly string[];
  /**
   * How sure it is: the same in the form that is wanted; that without a sign of doubt; one of many that would do; or with
   * less in it, what was meant of the rest being unknown.
   */
  readonly kind: 'same' | 'about' | 'instance' | 'less';
}

const same = (...values: string[]): Repair => ({ values, kind: 'same' });

/** What is tried for a wrong value of a datatype of XML Schema. */
const byDatatype: readonly (readonly [datatypes: RegExp, repairs: (text: string) => Repair[]])[] = [
  [/^(?:date|dateTime|gYear|gYearMonth)$/, dates],
  [/^time$/, times],
  [/^(?:duration|token)$/, durations],
  [/^(?:decimal|float|double|integer|\w*Integer|int|short|long|byte)$/, numbers],
  [/^boolean$/, truths],
  [/^language$/, tags],
  [/^anyURI$/, pointers],
  [/^(?:ID|IDREF|NCName|Name|NMTOKEN|token|string)$/, names],
];

/** What was probably meant by a value that none of several datatypes allows, likeliest first. */
export function repairsOf(value: string, datatypes: readonly string[]): readonly Repair[] {
  const text = value.trim();
  if (text === '') return [];
  return byDatatype
    .filter(([wanted]) => datatypes.some((name) => wanted.test(name)))
    .flatMap(([, repairs]) => repairs(text))
    .filter(({ values }) => values.every((one) => one !== value && one !== ''));
}

/** What to do, in words. */
export function worded({ kind, values }: Repair): string {
  const written = list(
    values.map((one) => `"${one}"`),
    'or',
    3,
  );
  switch (kind) {
    case 'same':
    case 'about':
      return values.length > 1 ? `Write ${written}, whichever is meant.` : `Write ${written}.`;
    case 'instance':
      return `Write ${written}, for instance.`;
    case 'less':
      return `Write the date that is meant, or ${written} alone.`;
  }
}

/**
 * What to write instead of a wrong value, in words; `undefined` where that cannot be told from it.
 *
 * @param datatypes the datatypes of XML Schema of which one is wanted, by their names
 * @param allows whether a value would do
 */
export function repairHelp(
  value: string,
  datatypes: readonly string[],
  allows: (value: string) => boolean,
): string | undefined {
  const repair = repairsOf(value, datatypes).find(({ values }) => values.every(allows));
  return repair && worded(repair);
}

/** The names of the months in English, German, French, Italian and Spanish, by as much of them as tells them apart. */
const months: readonly RegExp[] = [
  /^(?:jan|jän|gen|ene)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott)/,
  /^(?:nov)/,
  /^(?:dec|dez|déc|dic)/,
];

function monthOf(word: string): number | undefined {
  const index = months.findIndex((month) => month.test(word.toLowerCase()));
  return index === -1 ? undefined : index + 1;
}

const two = (number: number | string) => String(number).padStart(2, '0');

function iso(year: string, month: number | string, day: number | string): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Dates as people write them, in the form that XML Schema has (Part 2, 3.2.9 to 3.2.11). */
function dates(text: string): Repair[] {
  // A day that does not exist leaves the month, a month that does not exist the year.
  const full = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(text);
  if (full !== null)
    return [
      { values: [`${full[1]}-${full[2]}`], kind: 'less' },
      { values: [`${full[1]}`], kind: 'less' },
    ];
  const monthOnly = /^(-?\d{4,})-(\d\d)$/.exec(text);
  if (monthOnly !== null) return [{ values: [`${monthOnly[1]}`], kind: 'less' }];
  const bare = text.replace(/^(?:c(?:a|irca)?\.?|um|vers|~|\[)\s*/i, '').replace(/\s*[?\]]+$/, '');
  if (bare !== text && bare !== '')
    return [same(bare), ...dates(bare)].map((one) => ({ ...one, kind: 'about' }));
  const yearFirst = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/.exec(text);
  if (yearFirst !== null)
    return [same(iso(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? ''))];
  const yearMonth = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  if (yearMonth !== null) return [same(`${yearMonth[1]}-${two(yearMonth[2] ?? '')}`)];
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (packed !== null) return [same(iso(packed[1] ?? '', packed[2] ?? '', packed[3] ?? ''))];
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (yearLast !== null) {
    const [, first = '', second = '', year = ''] = yearLast;
    // Where both may be months, the point speaks for the day first; the stroke leaves it open.
    const dayFirst = iso(year, second, first);
    const monthFirst = iso(year, first, second);
    return text.includes('/') && first !== second
      ? [same(dayFirst, monthFirst), same(dayFirst), same(monthFirst)]
      : [same(dayFirst), same(monthFirst)];
  }
  const monthYear = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (monthYear !== null) return [same(`${monthYear[2]}-${two(monthYear[1] ?? '')}`)];
  return datesInWords(text) ?? datesWithTimes(text);
}

function datesInWords(text: string): Repair[] | undefined {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(text);
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  const [day, word, year] =
    dayFirst !== null
      ? [dayFirst[1], dayFirst[2], dayFirst[3]]
      : monthFirst !== null
        ? [monthFirst[2], monthFirst[1], monthFirst[3]]
        : [];
  if (day !== undefined && word !== undefined && year !== undefined) {
    const month = monthOf(word);
    return month === undefined ? [] : [same(iso(year, month, day))];
  }
  const alone = /^(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(text);
  if (alone === null) return undefined;
  const month = monthOf(alone[1] ?? '');
  return month === undefined ? [] : [same(`${alone[2]}-${two(month)}`)];
}

function datesWithTimes(text: string): Repair[] {
  const [, date, time = ''] = /^(\d{4}-\d\d-\d\d)[T ,t]+(\S.*)$/.exec(text) ?? [];
  if (date === undefined) return [];
  const repaired = times(time).flatMap(({ values }) => values.map((one) => same(`${date}T${one}`)));
  return [same(`${date}T${time.toUpperCase()}`), ...repaired];
}

function times(text: string): Repair[] {
  const found =
    /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))?\s*(?:h|Uhr|(am|pm|a\.m\.|p\.m\.))?(Z|[+-]\d\d:\d\d)?$/i.exec(
      text,
    );
  if (found === null) return [];
  const [, hours = '', minutes = '00', seconds = '00', half, zone = ''] = found;
  if (found[2] === undefined && half === undefined && !/h|Uhr/i.test(text)) return [];
  const later = half?.toLowerCase().startsWith('p') && Number(hours) < 12 ? 12 : 0;
  const hour = half?.toLowerCase().startsWith('a') && hours === '12' ? 0 : Number(hours) + later;
  return [same(`${two(hour)}:${minutes}:${seconds}${zone.toUpperCase()}`)];
}

const units: readonly (readonly [RegExp, (count: string) => string])[] = [
  [/^(?:years?|yrs?|Jahre?|ans?)$/i, (count) => `P${count}Y`],
  [/^(?:months?|Monate?|mois)$/i, (count) => `P${count}M`],
  [/^(?:weeks?|Wochen?|semaines?)$/i, (count) => `P${Number(count) * 7}D`],
  [/^(?:days?|Tage?|jours?)$/i, (count) => `P${count}D`],
  [/^(?:hours?|hrs?|h|Stunden?|heures?)$/i, (count) => `PT${count}H`],
  [/^(?:minutes?|mins?|Minuten?)$/i, (count) => `PT${count}M`],
  [/^(?:seconds?|secs?|s|Sekunden?|secondes?)$/i, (count) => `PT${count}S`],
];

const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function numeral(word: string): string | undefined {
  const index = numerals.indexOf(word.toLowerCase());
  return index === -1 ? undefined : String(index + 1);
}

/** Lengths of time (Part 2, 3.2.6). */
function durations(text: string): Repair[] {
  const [, word = '', unit = ''] = /^(\d+|\p{L}+)\s*(\p{L}+)$/u.exec(text) ?? [];
  const count = /^\d+$/.test(word) ? word : numeral(word);
  const write = units.find(([name]) => name.test(unit))?.[1];
  return count === undefined || write === undefined ? [] : [same(write(count))];
}

function numbers(text: string): Repair[] {
  const word = numeral(text);
  if (word !== undefined) return [same(word)];
  const comma = /^([+-]?\d+),(\d+)$/.exec(text);
  if (comma !== null) {
    const decimal = `${comma[1]}.${comma[2]}`;
    return comma[2]?.length === 3
      ? [same(`${comma[1]}${comma[2]}`, decimal), same(`${comma[1]}${comma[2]}`)]
      : [same(decimal)];
  }
  if (/^\d{1,3}(?:[ ,.’']\d{3})+$/.test(text)) return [same(text.replace(/\D/g, ''))];
  const [, number] = /^([+-]?\d+(?:\.\d+)?)\s*[\p{L}%°$€£"′″]+\.?$/u.exec(text) ?? [];
  return number === undefined ? [] : [same(number)];
}

function truths(text: string): Repair[] {
  if (/^(?:yes|y|ja|oui|t|on)$/i.test(text) || /^true$/i.test(text)) return [same('true')];
  if (/^(?:no|n|nein|non|f|off)$/i.test(text) || /^false$/i.test(text)) return [same('false')];
  return [];
}

/** Language tags (BCP 47) with the strokes of other systems. */
function tags(text: string): Repair[] {
  return /^\p{L}{2,8}(?:_\p{L}{2,8})+$/u.test(text) ? [same(text.replaceAll('_', '-'))] : [];
}

/** Addresses (RFC 3986) with what must be written as a percentage. */
function pointers(text: string): Repair[] {
  if (/\s/.test(text) && /[/#]|\.\p{L}{2,5}$/u.test(text) && !/^#|\s#/.test(text))
    return [same(text.replace(/\s/g, '%20'))];
  const escaped = text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
  return escaped === text ? [] : [same(escaped)];
}

/** Names and identifiers: no signs but `.`, `-` and `_`, and none of digits, `.` and `-` first. */
function names(text: string): Repair[] {
  const bare = text.replace(/^#/, '');
  if (bare !== text) return [same(bare)];
  const joined = text.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-').replace(/^-|-$/g, '');
  const begun = /^[\p{L}_]/u.test(joined) ? joined : `_${joined}`;
  return [joined, begun].map((one) => ({ values: [one], kind: 'instance' }));
}

/** The beginning and the end of a span of dates: `1950-1953`, `1951-01-29/1951-02-01`, `1950 to 1953`. */
export function spanOf(value: string): readonly [from: string, to: string] | undefined {
  const [, from, to] =
    /^(\d{4}(?:-\d\d){0,2})\s*(?:\/|–|—|\bto\b|\bbis\b|\.\.)\s*(\d{4}(?:-\d\d){0,2})$/.exec(
      value.trim(),
    ) ??
    /^(\d{4})\s*-\s*(\d{4})$/.exec(value.trim()) ??
    [];
  return from === undefined || to === undefined ? undefined : [from, to];
}
