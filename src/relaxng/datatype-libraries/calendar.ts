/** What a lexical form of XML Schema's date and time types says, and what is wrong with it. */
export type Temporal =
  | { readonly fault: string }
  | {
      readonly kind: TemporalKind;
      /** Milliseconds since 1970 of the first and the last instant meant; in no zone, as though in UTC. */
      readonly first: number;
      readonly last: number;
      /** Whether a time zone is given. */
      readonly zoned: boolean;
    };

export type TemporalKind =
  | 'date'
  | 'dateTime'
  | 'time'
  | 'gYear'
  | 'gYearMonth'
  | 'gMonth'
  | 'gMonthDay'
  | 'gDay';

const form =
  /^(?:(-?(?:[1-9]\d{3,}|0\d{3}))(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)(?:-(\d\d))?|---(\d\d))?(T)?(?:(\d\d):(\d\d):(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads a date, time, or part of a date as XML Schema Part 2 writes them (section 3.2.7 to 3.2.14): year, year and
 * month, date, date and time, time, recurring month, day, or both.
 *
 * @returns what it means; a fault, in words that follow "…": ", when it has the form and does not exist; `undefined`
 * when it has not the form of a date or time
 */
export function readTemporal(text: string): Temporal | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size === mostKnown) known.clear();
  const read = readForm(text);
  known.set(text, read);
  return read;
}

/** What was read lately: several rules look at one date, and many dates of an edition are of one time. */
const known = new Map<string, Temporal | undefined>();
const mostKnown = 1000;

function readForm(text: string): Temporal | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, year, yearMonth, yearDay, onlyMonth, monthDay, onlyDay, t, hour, minute, second, zone] =
    found;
  const dated = year !== undefined || onlyMonth !== undefined || onlyDay !== undefined;
  const timed = hour !== undefined;
  // A "T" stands between a date of year, month and day and a time, and nowhere else.
  if ((t !== undefined) !== (dated && timed) || (!dated && !timed)) return undefined;
  if (dated && timed && yearDay === undefined) return undefined;
  const month = yearMonth ?? onlyMonth;
  const day = yearDay ?? monthDay ?? onlyDay;
  const fault =
    (Number(year) === 0 ? 'there is no year 0000' : undefined) ??
    monthFault(month) ??
    dayFault(day, month, year) ??
    timeFault(hour, minute, second) ??
    zoneFault(zone);
  if (fault !== undefined) return { fault };
  const kind: TemporalKind =
    year !== undefined
      ? yearMonth === undefined
        ? 'gYear'
        : yearDay === undefined
          ? 'gYearMonth'
          : timed
            ? 'dateTime'
            : 'date'
      : onlyMonth !== undefined
        ? monthDay === undefined
          ? 'gMonth'
          : 'gMonthDay'
        : onlyDay !== undefined
          ? 'gDay'
          : 'time';
  const y = Number(year ?? 1972);
  const m = Number(month ?? 1);
  const d = Number(day ?? 1);
  const shift = zoneMinutes(zone) * 60_000;
  const first = instant(y, m, d) + clock(hour, minute, second) - shift;
  let last = first;
  if (!timed) {
    const next =
      kind === 'gYear'
        ? instant(y + 1, 1, 1)
        : kind === 'gYearMonth' || kind === 'gMonth'
          ? instant(y, m + 1, 1)
          : instant(y, m, d + 1);
    last = next - shift - 1;
  }
  return { kind, first, last, zoned: zone !== undefined };
}

/** Milliseconds since 1970 at the beginning of a day of the proleptic Gregorian calendar. */
function instant(year: number, month: number, day: number): number {
  const date = new Date(0);
  // XML Schema 1.0 has no year 0: the year before 1 is -1.
  date.setUTCFullYear(year < 0 ? year + 1 : year, month - 1, day);
  return date.getTime();
}

function clock(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): number {
  return ((Number(hour ?? 0) * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0)) * 1000;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The months in English, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function monthFault(month: string | undefined): string | undefined {
  if (month === undefined || (Number(month) >= 1 && Number(month) <= 12)) return undefined;
  return `there is no month ${month}`;
}

function dayFault(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): string | undefined {
  if (day === undefined) return undefined;
  const number = Number(day);
  const last =
    month === undefined
      ? 31
      : daysInMonth(Number(month), year === undefined ? undefined : Number(year));
  if (number >= 1 && number <= last) return undefined;
  if (number === 0) return 'there is no day 00';
  if (month === undefined) return 'no month has more than 31 days';
  const name = monthNames[Number(month) - 1] ?? '';
  const year4 = year === undefined ? '' : ` ${year.replace(/^(-?)0+/, '$1')}`;
  return `${name}${month === '02' ? year4 : ''} has ${last} days`;
}

/** The days of a month; of February without a year, 29. */
function daysInMonth(month: number, year: number | undefined): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year === undefined) return 29;
  const proleptic = year < 0 ? year + 1 : year;
  return proleptic % 4 === 0 && (proleptic % 100 !== 0 || proleptic % 400 === 0) ? 29 : 28;
}

function timeFault(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): string | undefined {
  if (hour === undefined) return undefined;
  if (hour === '24') {
    // "24:00:00" is the midnight at which the day ends (XML Schema Part 2, Second Edition, 3.2.7.1).
    if (Number(minute) === 0 && Number(second) === 0) return undefined;
    return 'the day ends at 24:00:00';
  }
  if (Number(hour) > 24) return `there is no hour ${hour}`;
  if (Number(minute) > 59) return `there is no minute ${minute}`;
  if (Number(second) >= 60) return `there is no second ${second}`;
  return undefined;
}

function zoneFault(zone: string | undefined): string | undefined {
  const minutes = zoneMinutes(zone);
  if (Math.abs(minutes) > 14 * 60 || Math.abs(minutes) % 60 > 59 || /:[6-9]/.test(zone ?? '')) {
    return `there is no time zone ${zone}`;
  }
  return undefined;
}
