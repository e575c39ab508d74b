import { type DateWord, dateWord, fold } from './date-vocabulary.js';

/** A year as written: `51` and `951` leave out its first figures. */
export interface WrittenYear {
  readonly number: number;
  /** What is certain of it is its remainder by this: 100, 1000; none where it is written in full. */
  readonly modulus?: 100 | 1000;
}

/** As much of a date as is written. */
export interface WrittenDay {
  readonly year?: WrittenYear;
  /** From 1. */
  readonly month?: number;
  readonly day?: number;
}

/** What the words of a date say. */
export interface WrittenDate {
  /** The ways in which they can be read: 3/4/1951 is in March or in April. None where only a day of the week is said. */
  readonly readings: readonly WrittenDay[];
  /** The ways in which the end of a span can be read; then `readings` are those of its beginning. */
  readonly end?: readonly WrittenDay[] | undefined;
  /** The days of the week that are said, Sunday being 0. */
  readonly weekdays?: ReadonlySet<number> | undefined;
  /** Whether an hour of the night is said, so that the next day may be meant. */
  readonly isNight: boolean;
}

/**
 * A part of a date, by a letter: `N` a number of one or two figures, `H` of three, `Y` of four, `S` a year without its
 * century (’51), `M` the name of a month, `R` its number in Roman figures; signs for themselves, `~` between the ends of a
 * span, `|` between two readings.
 */
interface Token {
  readonly sign: string;
  readonly numbers: readonly number[];
  /** Whether it is an ordinal number: 28th. */
  readonly isOrdinal?: boolean;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ordinalEnding = 'st|nd|rd|th|d|er|re|o|e|eme|ten|ste|sten|te|n|go|oe|го|ого|е|ое|й';
const parts = new RegExp(
  [
    String.raw`(?<time>\d{1,2}\s?:\s?\d\d(?::\d\d)?\s?(?:uhr|hours?|h|hrs)?|\d{1,2}(?:[.,]\d\d)?\s?(?:uhr|hours?|hrs|h|heures?|часов|час|ч)(?![\p{L}\d])(?:\s?\d{1,2}\s?(?:minutes?|min|минут)|\s?\d\d(?!\d))?)`,
    String.raw`(?<old>(?:7|8|9|10)\s?(?:ber|bre|bris|bro|tember|vember|cember)(?!\p{L}))`,
    String.raw`(?<ordinal>\d{1,2})(?:\s|-)?(?:${ordinalEnding})(?![\p{L}\d])`,
    String.raw`(?<number>\d{1,4})(?![\p{L}\d])`,
    String.raw`['’](?<short>\d\d)(?!\d)`,
    String.raw`(?<word>\p{L}+(?:-feira)?)['’]?`,
    String.raw`(?<span>\s*[–—]\s*|\s+-\s+)`,
    '(?<sign>[./|-])',
    String.raw`(?<space>[\s,]+)`,
  ].join('|'),
  'uy',
);

/**
 * Reads the words of a date: "28 January 1951", "28.1.51", "Jan. 28th", "le 28 janvier", "28/I 951", "10/21 February
 * 1751/52", "28–30 January 1951". Brackets and question marks are passed over.
 *
 * @param language the tag of the language they are in, where it is known
 * @returns `undefined` where not all of them are understood
 */
export function readWrittenDate(
  text: string,
  language: string | undefined,
): WrittenDate | undefined {
  if (text.length > 80) return undefined;
  if (last?.text !== text || last.language !== language)
    last = { text, language, read: readWords(text, language) };
  return last.read;
}

/** What was read last: several rules look at one date, one after the other. */
let last:
  | {
      readonly text: string;
      readonly language: string | undefined;
      readonly read: WrittenDate | undefined;
    }
  | undefined;

function readWords(text: string, language: string | undefined): WrittenDate | undefined {
  const plain = readPlain(text);
  if (plain !== undefined) return plain;
  const cjk = readIdeographic(text);
  if (cjk !== undefined) return { readings: [cjk], isNight: false };
  // Two dots: something is left out.
  if (!/[\p{L}\d]/u.test(text) || /\.\.|…/.test(text)) return undefined;
  const folded = fold(text.replace(/[[\]()<>{}⟨⟩〈〉?!„“”"«»*]/g, ''));
  const words = tokensOf(folded, language);
  if (words === undefined) return undefined;
  const { weekdays, isNight } = words;
  const tokens = tidied(words.tokens);
  if (tokens.length === 0) {
    return weekdays === undefined ? undefined : { readings: [], weekdays, isNight };
  }
  const read = readSpan(tokens);
  return read === undefined ? undefined : { ...read, weekdays, isNight };
}

/** The forms that need no vocabulary, and that most dates have: 1951, 1951-01-28, [28. 1. 1951]. */
const plainForm =
  /^\s*\[?(?:(\d{4})(?:-(\d\d)-(\d\d))?|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}))\??\]?\.?\s*$/;

function readPlain(text: string): WrittenDate | undefined {
  const found = plainForm.exec(text);
  if (found === null) return undefined;
  const [, year, month = found[5], day = found[4]] = found;
  const read = dayOf({ number: Number(year ?? found[6]) }, numberOf(month), numberOf(day));
  return read === undefined ? undefined : { readings: [read], isNight: false };
}

function readIdeographic(text: string): WrittenDay | undefined {
  const found =
    /^\s*(\d{4})\s?[年년]\s*(?:(\d{1,2})\s?[月월]\s*(?:(\d{1,2})\s?[日일號号]\s*)?)?$/.exec(text);
  if (found === null) return undefined;
  const [, year, month, day] = found;
  return dayOf({ number: Number(year) }, numberOf(month), numberOf(day));
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

interface Words {
  readonly tokens: readonly Token[];
  readonly weekdays: ReadonlySet<number> | undefined;
  readonly isNight: boolean;
}

function tokensOf(text: string, language: string | undefined): Words | undefined {
  const tokens: Token[] = [];
  let weekdays: ReadonlySet<number> | undefined;
  let isNight = false;
  parts.lastIndex = 0;
  while (parts.lastIndex < text.length) {
    const found = parts.exec(text)?.groups;
    if (found === undefined) return undefined;
    const { time, old, ordinal, number, short, word, span, sign } = found;
    if (time !== undefined) {
      if (/^(24|0?0|2[0-3])\D/.test(time)) isNight = true;
    } else if (ordinal !== undefined) {
      tokens.push({ sign: 'N', numbers: [Number(ordinal)], isOrdinal: true });
    } else if (number !== undefined) {
      const letter = ['N', 'N', 'H', 'Y'][number.length - 1] ?? 'N';
      tokens.push({ sign: letter, numbers: [Number(number)] });
    } else if (short !== undefined) {
      tokens.push({ sign: 'S', numbers: [Number(short)] });
    } else if (span !== undefined || sign !== undefined) {
      tokens.push({ sign: sign ?? '~', numbers: [] });
    } else if (old !== undefined || word !== undefined) {
      const token = wordToken((old ?? word ?? '').replace(/\s/g, ''), tokens, language);
      if (token === undefined) return undefined;
      if (token.kind === 'weekday') weekdays = token.numbers;
      else if (token.kind === 'night time') isNight = true;
      else if (token.kind === 'month') tokens.push({ sign: 'M', numbers: [...token.numbers] });
      else if (token.kind === 'roman') tokens.push({ sign: 'R', numbers: [token.number] });
      else if (token.kind === 'or') tokens.push({ sign: '|', numbers: [] });
      else if (token.kind === 'to' && tokens.length > 0) tokens.push({ sign: '~', numbers: [] });
      // The full stop of what is passed over: "Mo., 28. 1."
      if (token.kind !== 'roman' && text[parts.lastIndex] === '.') parts.lastIndex++;
    }
  }
  return { tokens, weekdays, isNight };
}

function wordToken(
  word: string,
  before: readonly Token[],
  language: string | undefined,
): DateWord | { readonly kind: 'roman'; readonly number: number } | undefined {
  const roman = romans.indexOf(word) + 1;
  if (roman > 0 && (before.length > 0 || word.length > 1)) return { kind: 'roman', number: roman };
  return dateWord(word, language);
}

/** Without stops at the end, and with a year in two calendars, 1751/52, as one that can be read in two ways. */
function tidied(all: readonly Token[]): readonly Token[] {
  const tokens = [...all];
  while (/^[.~/|-]$/.test(tokens.at(-1)?.sign ?? '')) tokens.pop();
  const [year, slash, second] = tokens.slice(-3);
  const [first = 0, next = 0] = [year?.numbers[0], second?.numbers[0]];
  if (year?.sign !== 'Y' || slash?.sign !== '/' || !/[NY]/.test(second?.sign ?? '')) return tokens;
  const modulus = second?.sign === 'Y' ? 10_000 : next < 10 ? 10 : 100;
  if ((first + 1) % modulus !== next) return tokens;
  return [...tokens.slice(0, -3), { sign: 'Y', numbers: [first, first + 1] }];
}

type Reading = Pick<WrittenDate, 'readings' | 'end'>;

function readSpan(tokens: readonly Token[]): Reading | undefined {
  const signs = signsOf(tokens);
  const whole = readOne(tokens);
  if (whole.length > 0) return { readings: whole };
  for (const sign of ['~', '-']) {
    const at = signs.indexOf(sign);
    if (at <= 0 || signs.indexOf(sign, at + 1) !== -1) continue;
    const parted = readTwo(tokens.slice(0, at), tokens.slice(at + 1), true);
    if (parted !== undefined) return { readings: parted[0], end: parted[1] };
  }
  for (const { index } of signs.matchAll(/[|/]/g)) {
    const parted = readTwo(tokens.slice(0, index), tokens.slice(index + 1), false);
    if (parted !== undefined) return { readings: parted.flat() };
  }
  return undefined;
}

/** Reads two dates, of which one may leave out what the other says: "28–30 January 1951", "January 28–30, 1951". */
function readTwo(
  left: readonly Token[],
  right: readonly Token[],
  isSpan: boolean,
): readonly [readonly WrittenDay[], readonly WrittenDay[]] | undefined {
  const [first] = left;
  const year = readOne(left)[0]?.year;
  if (isSpan && year !== undefined && /^Y$/.test(signsOf(left)) && /^N$/.test(signsOf(right))) {
    // 1657–58
    const number = year.number - (year.number % 100) + (right[0]?.numbers[0] ?? 0);
    return number > year.number ? [[{ year }], [{ year: { number } }]] : undefined;
  }
  let begins = /^N\.?$/.test(signsOf(left)) ? bareDay(first) : readOne(left);
  let ends = /^N[YHS]?$/.test(signsOf(right)) ? dayAndYear(right) : readOne(right);
  if (begins.length === 0 || ends.length === 0) return undefined;
  const [begin, end] = [begins[0], ends[0]];
  if (begin?.month === undefined && end?.month === undefined && (begin?.day ?? end?.day))
    return undefined;
  const inherit = (days: readonly WrittenDay[], from: WrittenDay | undefined) =>
    days.map((day) => ({
      ...(from?.year !== undefined && day.day !== undefined && { year: from.year }),
      ...(from?.month !== undefined && day.day !== undefined && { month: from.month }),
      ...day,
    }));
  begins = inherit(begins, end);
  ends = inherit(ends, begin);
  return [withDays(begins), withDays(ends)];
}

/** Where a number can be a day, it is no year. */
function withDays(readings: readonly WrittenDay[]): readonly WrittenDay[] {
  const exact = readings.filter(({ day }) => day !== undefined);
  return exact.length > 0 ? exact : readings;
}

function bareDay(token: Token | undefined): WrittenDay[] {
  return days(undefined, undefined, token);
}

function dayAndYear([day, year]: readonly Token[]): WrittenDay[] {
  return days(year, undefined, day);
}

function signsOf(tokens: readonly Token[]): string {
  return tokens.map(({ sign }) => sign).join('');
}

/** Forms of one date: the places of year, month and day among its tokens that are no signs, by all ways to read it. */
const forms: readonly (readonly [RegExp, ...string[]])[] = [
  // 28 January 1951; 28-Jan-51; 28. Januar
  [/^N\.?[/-]?M[/-]?[YHSN]$/, 'dmy'],
  [/^N\.?[/-]?M$/, 'dm'],
  // January 28, 1951; January 28
  [/^MN\.?[YHSN]$/, 'mdy'],
  [/^M[YHS]$/, 'my'],
  [/^MN$/, 'md', 'my'],
  [/^M$/, 'm'],
  // 28.1.1951, 28/1 51, 1/28/1951
  [/^N\.?N\.?[YHSN]$/, 'dmy', '!mdy'],
  [/^N[./-]N[./-]?[YHSN]$/, 'dmy', 'mdy'],
  [/^N[.]N$/, 'dm', 'my', '!md'],
  [/^N[/]N$/, 'dm', 'md', 'my'],
  // 28/I 1951, I. 1951
  [/^N[./-]?\/?R[./-]?[YHSN]$/, 'dmy'],
  [/^N[./-]?\/?R$/, 'dm'],
  [/^R[./-]?[YHS]$/, 'my'],
  // 1951; 1951-01-28; 1951. január 28
  [/^[YHS]$/, 'y'],
  [/^Y[./-]N[./-]N$/, 'ymd'],
  [/^Y\.?M$/, 'ym'],
  [/^Y\.?MN$/, 'ymd'],
];

/** Reads one date in every way in which it can be; an order after `!` counts where no other one can be. */
function readOne(tokens: readonly Token[]): readonly WrittenDay[] {
  while (tokens.at(-1)?.sign === '.') tokens = tokens.slice(0, -1);
  const signs = signsOf(tokens);
  if (signs === 'N') return tokens[0]?.isOrdinal === true ? bareDay(tokens[0]) : [];
  const form = forms.find(([pattern]) => pattern.test(signs));
  if (form === undefined) return [];
  const [, ...orders] = form;
  const said = tokens.filter(({ numbers }) => numbers.length > 0);
  const readings: WrittenDay[] = [];
  for (const order of orders) {
    if (order.startsWith('!') && readings.length > 0) continue;
    const letters = order.replace('!', '');
    const at = (letter: string) => said[letters.indexOf(letter)];
    readings.push(...days(at('y'), at('m'), at('d')));
  }
  return readings;
}

/** All dates of a year, a month and a day that can each be read in several ways. */
function days(
  year: Token | undefined,
  month: Token | undefined,
  day: Token | undefined,
): WrittenDay[] {
  const years =
    year === undefined ? [undefined] : year.numbers.map((number) => yearOf(number, year));
  return years.flatMap((y) =>
    (month?.numbers ?? [undefined]).flatMap((m) => dayOf(y, m, day?.numbers[0]) ?? []),
  );
}

function yearOf(number: number, { sign }: Token): WrittenYear {
  if (sign === 'Y') return { number };
  return { number, modulus: sign === 'H' ? 1000 : 100 };
}

function dayOf(
  year: WrittenYear | undefined,
  month: number | undefined,
  day: number | undefined,
): WrittenDay | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  if (year?.number === 0 && year.modulus === undefined) return undefined;
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}
