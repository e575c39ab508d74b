import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../xml/index.js';
import { checkIntegrity } from '../../index.js';
import { dateRules } from './index.js';

const codes: ReadonlySet<string> = new Set(dateRules.map(({ code }) => code));

/** What the rules of dates say of a text: the characters marked, and the words. */
function said(content: string, code = /./): string[] {
  const text = `<TEI>${content}</TEI>`;
  const { document } = parseXml({ file: 'a.xml', text });
  if (document === undefined) throw new Error(text);
  return checkIntegrity([{ path: 'a.xml', document }])
    .filter((problem) => codes.has(problem.code) && code.test(problem.code))
    .map(({ line, column, endColumn, message }) => {
      const marked = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `[${marked}] ${message}`;
    });
}

describe('date-words: words and attributes of a date agree', () => {
  it.each([
    '<date when="1951-01-28">28 January 1951</date>',
    '<date when="1951-01">28 January 1951</date>',
    '<date when="1951">28 January</date>',
    '<date when="1951-01-28">January</date>',
    '<date when="1951-01-28">28.1.51</date>',
    '<date when="1951-01-28">28. 1. 951</date>',
    '<date when="1951-01-28">28/1</date>',
    '<date when="1951-01-28">1/28</date>',
    '<date when="1951-01-28">the 28th</date>',
    '<date when="1907-08">1. 8. 07</date>',
    '<date when="1951-01-28T19:00:00+09:00">28 January 1951, 19:00</date>',
    '<date when="1951-01-28T00:00:00">27 January 1951, 24:00</date>',
    '<date when="1951-01-27T24:00:00">27 January 1951, 24:00</date>',
    '<date when="1951-01-28">Nacht vom 27. auf den 28. Januar</date>',
    '<date when-iso="1951-01-28">28. Januar 1951</date>',
    '<date when="1951-01-28">28. Jä<lb/>nner</date>',
    '<date when="1951-01-28"><choice><sic>29. 1. 1951</sic><corr>28. 1. 1951</corr></choice></date>',
    '<date when="1951-01-28">28. 1. 1951<note>in the source 29. 1. 1951</note></date>',
    '<date when="1951-01-28"><del>29</del><add>28</add>. 1. 1951</date>',
    '<date when="1951-01-28">2<gap/>. 2. 1951</date>',
    '<date when="1918-01-07">25 December 1917</date>',
    '<date when="1917-11-07">25 октября 1917</date>',
    '<date when="1752-02-21">10 February 1751</date>',
    '<date when="1752-02-10">10 February 1751/2</date>',
    '<date when="1793-01-01" calendar="#hebrew">17 Tebeth 5553</date>',
    '<date when="1951-01-28" calendar="#islamic">29 January 1951</date>',
    '<date notBefore="1893-06-15" notAfter="1893-06-19">[15. 6. 1893 – 19. 6. 1893?]</date>',
    '<date notBefore="1893-01-05" notAfter="1893-01-12">Januar 1893</date>',
    '<date from="1951-01-28">28 January 1951</date>',
    '<date from="1654" to="1697">1654-97</date>',
    '<date when="1951-01-29">28–30 January 1951</date>',
    '<date when="--01-28">29 January</date>',
    '<date when="0525">c. 525</date>',
    '<date when="-0042-03-20">20 March 43 BC</date>',
    '<birth when="1542-11-09">9 November 1542 <placeName>Vejle <date>1</date></placeName></birth>',
    '<title when-iso="1893-06-14">Letter of 15 June</title>',
  ])('%s', (text) => {
    expect(said(text, /date-words/)).toEqual([]);
  });

  it.each([
    ['<date when="1951-01-29">28 January 1951</date>', '29', 'another day'],
    ['<date when="1951-02-28">28. Januar 1951</date>', '28', 'another month'],
    ['<date when="1950-01-28">Jan. 28, 1951</date>', '28', 'another year'],
    ['<date when="1952">28 janvier 1951</date>', '1952', 'another year'],
    ['<date when="1950-01-28">28. 1. 51</date>', '28', 'another year'],
    ['<date when="1951-02-28">28 января</date>', '28', 'another month'],
    ['<date when="1951-01-27">the 28th</date>', '27', 'another day'],
    ['<date when="1951-05-03">3/4/1951</date>', '03', 'another month'],
    ['<date when="1893-07-14">14/VI 93</date>', '14', 'another month'],
    ['<date when="1941-12-14">17 December 1941</date>', '14', 'another day'],
    ['<date when="1951-01-09">28 January 1951</date>', '09', 'another day'],
  ])('%s', (text, end, words) => {
    const [message, ...more] = said(text, /date-words/);
    expect(more).toEqual([]);
    expect(message).toMatch(new RegExp(`^\\[[\\d-]*${end}\\] .*: ${words}\\.$`));
  });

  it('says which bound is wrong', () => {
    expect(
      said('<date notBefore="1892-12-28" notAfter="1892-12-30">28. 12. 1892 – 1. 1. 1893</date>'),
    ).toEqual([
      '[1892-12-30] <date> reads "28. 12. 1892 – 1. 1. 1893", @notAfter says 1892-12-30.',
    ]);
    expect(said('<date from="1951-02-01" to="1951-02-03">28 January 1951</date>')).toEqual([
      '[1951-02-01] <date> reads "28 January 1951", @from says 1951-02-01: another month.',
    ]);
  });

  const day = fc
    .date({ min: new Date('1931-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const written = (locale: string, value: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value));
  const locales = ['en-GB', 'en-US', 'de', 'de-AT', 'fr', 'it', 'es', 'pt', 'nl', 'ru', 'pl', 'cs'];

  it('whatever the day and the language', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom(...locales, 'hu', 'sv', 'da', 'zh', 'ko'),
        (one, other, locale) => {
          const found = said(`<date when="${one}">${written(locale, other)}</date>`, /date-words/);
          expect(found).toHaveLength(one === other ? 0 : 1);
          expect(said(`<date when="${one}">${written(locale, one)}</date>`, /date-words/)).toEqual(
            [],
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('weekday: the day of the week is the one the date fell on', () => {
  it.each([
    '<date when="1951-01-28">Sunday</date>',
    '<date when="1951-01-28">Sunday, 28 January</date>',
    '<date>Sonntag, den 28. Januar 1951</date>',
    '<date when="1917-11-07">Wednesday, 25 October 1917</date>',
    '<date when="1898-01-28">morgen Freitag</date>',
    '<date when="1951-01">Monday</date>',
    '<date>Monday</date>',
    '<date>Monday, 28 January</date>',
  ])('%s', (text) => {
    expect(said(text, /weekday/)).toEqual([]);
  });

  it.each([
    [
      '<date when="1951-01-28">Monday</date>',
      '[1951-01-28] 28 January 1951 was a Sunday, and not a Monday, as <date> reads.',
    ],
    [
      '<date when="1951-01-28">lundi 28 janvier</date>',
      '[1951-01-28] 28 January 1951 was a Sunday, and not a Monday, as <date> reads.',
    ],
    [
      '<date>Montag, 28. 1. 1951</date>',
      '[Montag, 28. 1. 1951] 28 January 1951 was a Sunday, and not a Monday, as <date> reads.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it('says nothing where the words contradict the date besides', () => {
    expect(said('<date when="1951-01-29">Sunday, 28 January 1951</date>')).toHaveLength(1);
  });
});

describe('date-order: a date lies within its own bounds', () => {
  it.each([
    '<date when="1951-01-28" notBefore="1951-01-28" notAfter="1951-01-28"/>',
    '<date when="1951-01-28" notBefore="1951"/>',
    '<residence from="1951" notAfter="1960"/>',
    '<residence notBefore="1951" to="1951"/>',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    '<date when="1951-01-28" notBefore="1951-01-29"/>',
    '<date when="1951-01-28" notAfter="1951-01-27"/>',
    '<date when-iso="1951-01-28" notAfter-iso="1950"/>',
    '<residence from="1961" notAfter="1960"/>',
    '<residence notBefore="1952" to="1951"/>',
  ])('%s', (text) => {
    expect(said(text).join()).toContain('contradicts itself: @');
  });
});

describe('no-such-date: a fix where one date alone can be meant', () => {
  it.each([
    ['29.1.1951', '1951-01-29'],
    ['1951-1-9', '1951-01-09'],
    ['24:00', '24:00:00'],
    ['3/4/1951', undefined],
    ['soon after', undefined],
  ])('%s', (when, fix) => {
    const text = `<TEI><date when="${when}"/></TEI>`;
    const { document } = parseXml({ file: 'a.xml', text });
    if (document === undefined) throw new Error(text);
    const [problem] = checkIntegrity([{ path: 'a.xml', document }]);
    expect(problem?.fix?.text).toBe(fix);
  });
});

describe('life-dates: nobody dies before being born', () => {
  it.each([
    '<person><birth when="1862-05-15"/><death when="1931-10-21"/></person>',
    '<person><birth when="1931"/><death when="1931-01-01"/></person>',
    '<person><birth when="-0043"/><death when="0017"/></person>',
    '<person><birth notBefore="1500" notAfter="1510"/><death notAfter="1505"/></person>',
    '<person><birth when="1980"/><birth when="1880"/><death when="1950"/></person>',
    '<person><birth><date>1862-05-15</date></birth><death><date>21. Oktober 1931</date></death></person>',
    '<person><birth>um 1862</birth><death>1831</death></person>',
    '<person><death when="1931"/></person>',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      '<person><birth><date when="1862-05-15"/></birth><death><date>1831-10-21</date></death></person>',
      '[<death>] This person dies, 1831, before being born, 15 May 1862.',
    ],
    [
      '<person><birth when="0043"/><death when="-0017-03-02"/></person>',
      '[<death when="-0017-03-02"/>] This person dies, 2 March 17 BC, before being born, 43.',
    ],
    [
      '<person><birth when="1762"/><death when="1931"/></person>',
      '[<death when="1931"/>] This person lives for some 169 years, from 1762 to 1931.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});

describe('sent-after-received: a letter is sent first', () => {
  const letter = (sent: string, received: string): string =>
    `<correspDesc><correspAction type="sent">${sent}</correspAction><correspAction type="received">${received}</correspAction></correspDesc>`;

  it.each([
    ['<date when="1951-01-28"/>', '<date when="1951-01-29T18:40:00"/>'],
    ['<date when="1951-01-28"/>', '<date when="1951-01-28"/>'],
    ['<date when="1951-01-28T19:00:00"/>', '<date when="1951-01"/>'],
    ['<date when="1951-01-28T19:00:00+09:00"/>', '<date when="1951-01-28T18:40:00"/>'],
    ['<date when="1951-01-28"/>', '<date notBefore="1950" notAfter="1952"/>'],
    ['<date notBefore="1951-01-28"/>', '<date notAfter="1951-02-01"/>'],
    ['', '<date when="1951-01-28"/>'],
  ])('%s, %s', (sent, received) => {
    expect(said(letter(sent, received))).toEqual([]);
  });

  it.each([
    ['<date when="1951-01-29"/>', '<date when="1951-01-28"/>'],
    ['<date when="1951-02"/>', '<date notAfter="1951-01-28"/>'],
    ['<date when="1951-01-28T19:00:00"/>', '<date when="1951-01-28T18:40:00"/>'],
    ['<date from="1951-01-29" to="1951-02-01"/>', '<date when="1951-01-28"/>'],
  ])('%s, %s', (sent, received) => {
    expect(said(letter(sent, received))[0]).toContain(
      `[${received}] This letter is received before`,
    );
  });
});

describe('revision-order: changes stand in the order of their dates', () => {
  const changes = (...dates: string[]): string =>
    `<revisionDesc>${dates.map((when) => `<change when="${when}"/>`).join('')}</revisionDesc>`;

  it.each([
    [['2025', '2026']],
    [['2026', '2025']],
    [['2025-01', '2025-01-05', '2025-01-02', '2026']],
    [['2026-01-01', '2026-01-01', '2025-12-31']],
  ])('%j', (dates) => {
    const found = said(changes(...dates));
    expect(found).toHaveLength(dates.length === 4 ? 1 : 0);
  });

  it('the other way for one', () => {
    expect(said(changes('2025-01-01', '2025-02-01', '2024-02-02', '2025-03-01'))).toEqual([
      '[2024-02-02] This change of 2024-02-02 follows one of 2025-02-01: the latest change stands last in this list.',
    ]);
  });
});

describe('anachronism: an edition is later than what it tells of', () => {
  const edition = (
    text: string,
    { published = '2026', changed = '2026-11-23', sent = '1951' } = {},
  ) =>
    `<teiHeader><fileDesc><publicationStmt>${published && `<date when="${published}"/>`}</publicationStmt></fileDesc>` +
    `<profileDesc><correspDesc><correspAction type="sent"><date when="${sent}"/></correspAction></correspDesc></profileDesc>` +
    `<revisionDesc><change when="${changed}"/></revisionDesc></teiHeader><text>${text}</text>`;

  it.each([
    '<date when="1951-01-28"/>',
    '<date when="2026-12-31"/>',
    '<date notAfter="9999"/>',
    '<bibl><date when="2030"/></bibl>',
    '<locus from="4000" to="4001"/>',
    '<date when="--12-24"/>',
  ])('%s', (text) => {
    expect(said(edition(text))).toEqual([]);
  });

  it('asks the header, and no clock', () => {
    expect(said(edition('<date when="2027-01-01"/>'))).toHaveLength(1);
    expect(said(edition('<date when="2027-01-01"/>', { changed: '2027' }))).toEqual([]);
    expect(said(edition('<date when="2927-01-01"/>', { published: '' }))).toEqual([]);
    expect(said(edition('', { published: '1926', changed: '1951' }))).toEqual([
      '[<date when="1926"/>] This date of publication lies before the day on which the letter was sent.',
    ]);
  });
});
