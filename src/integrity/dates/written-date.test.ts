import { describe, expect, it } from 'vitest';
import { readWrittenDate, type WrittenDay } from './written-date.js';

function shown({ year, month, day }: WrittenDay): string {
  const y = year === undefined ? '' : `${year.modulus === undefined ? '' : '…'}${year.number}`;
  return [y, month ?? '', day ?? ''].join('-');
}

/** All readings of a text: year, month and day; `…` before a year whose first figures are left out; `>` before an end. */
function read(text: string, language?: string): string {
  const date = readWrittenDate(text, language);
  if (date === undefined) return 'silent';
  const ends = date.end === undefined ? [] : ['>', ...date.end.map(shown)];
  const weekdays = date.weekdays === undefined ? [] : [`day ${[...date.weekdays].join('/')}`];
  return [
    ...weekdays,
    ...date.readings.map(shown),
    ...ends,
    ...(date.isNight ? ['night'] : []),
  ].join(' ');
}

describe('the words of a date are read', () => {
  it.each([
    ['28 January 1951', '1951-1-28'],
    ['28th of January, 1951', '1951-1-28'],
    ['January 28, 1951', '1951-1-28'],
    ['Jan. 28th 1951', '1951-1-28'],
    ['28. Januar 1951', '1951-1-28'],
    ['den 28. Jänner 1951', '1951-1-28'],
    ['5 Februar 1894', '1894-2-5'],
    ['7. Aug. 96', '…96-8-7'],
    ['le 28 janvier 1951', '1951-1-28'],
    ['1er août 1914', '1914-8-1'],
    ['28 de enero de 1951', '1951-1-28'],
    ['28 gennaio 1951', '1951-1-28'],
    ['28 januari 1951', '1951-1-28'],
    ['die 28 Januarii anno 1651', '1651-1-28'],
    ['28 января 1951 г.', '1951-1-28'],
    ['28-го января 1951 года', '1951-1-28'],
    ['28 stycznia 1951 r.', '1951-1-28'],
    ['1951. január 28.', '1951-1-28'],
    ['1951年1月28日', '1951-1-28'],
    ['1951년 1월 28일', '1951-1-28'],
    ['28.1.1951', '1951-1-28'],
    ['29.1.1951', '1951-1-29'],
    ['14. 6. 93', '…93-6-14'],
    ['19. 4. 901', '…901-4-19'],
    ['12/9 906', '…906-9-12 …906-12-9'],
    ['16/IX. 94', '…94-9-16'],
    ['13 V', '-5-13'],
    ['21 VIII.', '-8-21'],
    ['XI. 1914', '1914-11-'],
    ['4. VIII. 00', '…0-8-4'],
    ['12 6 08', '…8-6-12'],
    ['28 7bris 1651', '1651-9-28'],
    ['28 Xber 1651', '1651-12-28'],
    ['3/4/1951', '1951-4-3 1951-3-4'],
    ['1/28/1951', '1951-1-28'],
    ['1.28.1951', '1951-1-28'],
    ['1951-01-28', '1951-1-28'],
    ['28. Januar', '-1-28'],
    ['Juni 14', '-6-14 …14-6-'],
    ['Juni 93', '…93-6-'],
    ['6/7. 98', '…98-7-6 …98-6-7'],
    ['Dezember', '-12-'],
    ['January 1951', '1951-1-'],
    ['1951', '1951--'],
    ['’51', '…51--'],
    ['[14. 6. 1893?]', '1893-6-14'],
    ['1[9?]. 6. [1904]', '1904-6-19'],
    ['the 28th', '--28'],
    ['Mittwoch', 'day 3'],
    ['Ostermontag, 19. 4. 97', 'day 1 …97-4-19'],
    ['Monday, 29 January 1951', 'day 1 1951-1-29'],
    ['Mo., 29. 1. 1951', 'silent'],
    ['lundi 29 janvier 1951', 'day 1 1951-1-29'],
    ['понедельник, 29 января 1951', 'day 1 1951-1-29'],
    ['27 January 1951, 24:00', '1951-1-27 night'],
    ['29 January 1951, 18 hours 40 minutes', '1951-1-29'],
    ['28. 1. 1951, 19 Uhr', '1951-1-28'],
    ['Nacht, 28. 1. 1951', '1951-1-28 night'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['28–30 January 1951', '1951-1-28 > 1951-1-30'],
    ['28.–30. Januar 1951', '1951-1-28 > 1951-1-30'],
    ['January 28–30, 1951', '1951-1-28 > 1951-1-30'],
    ['28 January – 3 February 1951', '1951-1-28 > 1951-2-3'],
    ['vom 28. Januar bis 3. Februar 1951', '1951-1-28 > 1951-2-3'],
    ['du 28 au 30 janvier 1951', '1951-1-28 > 1951-1-30'],
    ['[15. 6. 1893 – 19. 6. 1893?]', '1893-6-15 > 1893-6-19'],
    ['1951–1953', '1951-- > 1953--'],
    ['1951-1953', '1951-- > 1953--'],
    ['1657-58', '1657-- > 1658--'],
    ['from January to March 1951', 'silent'],
  ])('spans: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['10 February 1751/52', '1751-2-10 1752-2-10'],
    ['10 February 1751/2', '1751-2-10 1752-2-10'],
    ['10/21 February 1752', '1752-2-10 1752-2-21'],
    ['25 December 1917/7 January 1918', '1917-12-25 1918-1-7'],
    ['1541 or 1542', '1541-- 1542--'],
  ])('in two calendars, or in doubt: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('in the language that is given', () => {
    expect(read('28. listopada 1951')).toBe('1951-11-28 1951-10-28');
    expect(read('28. listopada 1951', 'hr')).toBe('1951-10-28');
    expect(read('28 listopada 1951', 'pl')).toBe('1951-11-28');
  });

  it.each([
    '',
    'Gestern',
    'c. 525',
    'ca. 1951',
    'um 1455',
    'After 1663',
    '1620s',
    '13th cent.',
    '43 BC',
    '20 March 43 BC',
    'The middle of the sixteenth century',
    'IV Kal. Februarias 1651',
    'early January 1951',
    'Anfang Januar 1951',
    '28',
    '41-43',
    '189…',
    '1. 1. 189..',
    '12 Vendémiaire an III',
    '32. 1. 1951',
    'January 32, 1951 and a half',
    'morgen Freitag um eins',
  ])('and "%s" is passed over', (text) => {
    expect(read(text)).toBe('silent');
  });
});
