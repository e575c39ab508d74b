import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidByRule } from '../../../../test/said-by-rule.js';
import { columnNumber } from './column-number.js';
import { divisionNumber } from './division-number.js';
import { lineNumber } from './line-number.js';
import { noteNumber } from './note-number.js';
import { pageNumber } from './page-number.js';
import { readSeries, writtenNumber } from './series-number.js';

const short = (said: readonly string[]): string[] =>
  said.map((each) => each.replace(/ (?:Encode|Write n) ?.*$/s, '').replace(/ Write n=.*$/s, ''));
const tei = (text: string): string => `<TEI><text><body>${text}</body></text></TEI>`;
/** Pages by their numbers, one of none as -, and what stands between them. */
const pages = (numbers: string): string =>
  (numbers.match(/<[^>]*>|[^\s<]+/g) ?? [])
    .map((n) => (n === '-' ? '<pb/>' : n.startsWith('<') ? n : `<pb n="${n}"/>`))
    .join('');
const saidOfPages = (numbers: string): string[] =>
  short(saidByRule(pageNumber, tei(pages(numbers))));

describe('pages count on', () => {
  it.each([
    ['41 43', ['[43] Page 43 comes after page 41: page 42 is missing.']],
    ['41 42 46 47', ['[46] Page 46 comes after page 42: pages 43 to 45 are missing.']],
    ['41 42 42 43', ['[42] Two pages have the number 42.']],
    ['41 42 42 44', ['[42] Two pages have the number 42.']],
    ['41 42 34 44 45', ['[34] The page between 42 and 44 has the number 34.']],
    ['41 42 403 44 45', ['[403] The page between 42 and 44 has the number 403.']],
    ['41 42 40', ['[40] Page 40 comes after page 42.']],
    ['1r 1v 2r 3r 3v', ['[3r] Page 3r comes after page 2r: page 2v is missing.']],
    ['1 1v 2 2v 3 4 4v', ['[4] Page 4 comes after page 3: page 3v is missing.']],
    ['fol.1r fol.1v fol.2v', ['[fol.2v] Page fol.2v comes after page fol.1v: page 2r is missing.']],
    ['[41] [42] [44]', ['[[44]] Page [44] comes after page [42]: page 43 is missing.']],
    ['i ii iv 1 2', ['[iv] Page iv comes after page ii: page iii is missing.']],
    ['a b d', ['[d] Page d comes after page b: page c is missing.']],
    ['41 - 44', ['[44] Page 44 comes after page 41: page 43 is missing.']],
    ['A1 A2 A4 A5', ['[A4] Page A4 comes after page A2: page A3 is missing.']],
  ])('%s', (numbers, messages) => {
    expect(saidOfPages(numbers)).toEqual(messages);
  });

  it.each([
    ['by ones', '41 42 43'],
    ['leaf by leaf', '1r 1v 2r 2v'],
    ['with rectos that are not marked', '1 1v 2 2v'],
    ['rectos alone', '1r 2r 3r 4r'],
    ['in Roman numerals, then in Arabic', 'i ii iii iv v 1 2 3'],
    ['in capitals', 'XCVIII XCIX C CI'],
    ['in letters', 'a b c d'],
    ['in brackets', '[41] 42 [43]'],
    ['with one put in', '41 41a 41b 42'],
    ['two at once', '41 42/43 44 45–46 47'],
    ['with some that have no number', '41 - 43'],
    ['with covers', 'cover 1 2 back'],
    ['with one', '41'],
    ['with none', '- - -'],
    ['where the source lacks some', '41 <gap unit="page"/> 44'],
    ['where all of a part is lost', '41 <gap/> 44'],
    ['anew in a division', '41 42 <div/> 1 2'],
    ['where they are picked from a book', '3 17 29 44 51 70'],
    ['each edition for itself', '41 <pb n="1" ed="B"/> 42 <pb n="2" ed="B"/> 43'],
    ['where one is of another edition', '41 <pb n="42" ed="B"/> 43'],
    ['but for notes and readings', '41 <note><pb n="7"/></note> <rdg><pb n="9"/></rdg> 42'],
  ])('%s', (_, numbers) => {
    expect(saidOfPages(numbers)).toEqual([]);
  });

  it('and a page that is taken out is found', () => {
    const forms: ((value: number) => string)[] = [
      String,
      (value) => `[${value}]`,
      (value) => writtenNumber('folio', value),
      (value) => writtenNumber('roman, small', value),
      (value) => `B${value}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 5, max: 30 }),
        fc.nat(),
        (form, start, count, chosen) => {
          const numbers = Array.from({ length: count }, (_, at) => form(start + at));
          expect(saidOfPages(numbers.join(' '))).toEqual([]);
          const at = 1 + (chosen % (count - 2));
          const [missing] = numbers.splice(at, 1);
          const bare = missing?.replace(/[[\]]/g, '');
          expect(saidOfPages(numbers.join(' '))).toEqual([
            `[${numbers[at]}] Page ${numbers[at]} comes after page ${numbers[at - 1]}: page ${bare} is missing.`,
          ]);
        },
      ),
    );
  });

  it('in Roman numerals as they were read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (value) => {
        const [read] = readSeries([writtenNumber('roman, capital', value), 'XX']);
        expect(read).toEqual({ form: 'roman, capital', from: value, to: value, inserted: 0 });
      }),
    );
  });
});

describe('lines count on', () => {
  const said = (text: string): string[] => short(saidByRule(lineNumber, tei(text)));
  const poem = (...numbers: (number | undefined)[]): string =>
    `<lg>${numbers.map((n) => (n === undefined ? '<l/>' : `<l n="${n}"/>`)).join('')}</lg>`;
  const _ = undefined;

  it.each([
    [poem(1, 2, 3)],
    [poem(1, 2, 3) + poem(1, 2)],
    [poem(1, 2, 3) + poem(4, 5)],
    [poem(_, _, _, _, 5, _, _, _, _, 10)],
    [poem(5, 10, 15, 20)],
    [poem(1, 5, 10, 15, 20)],
    ['<l n="1" part="I"/><l n="1" part="F"/><l n="2"/>'],
    ['<p><lb n="1"/><lb n="2"/></p><p><lb n="1"/><lb n="2"/></p>'],
    ['<p><lb n="1"/><pb/><lb n="1"/></p>'],
    ['<l n="1"/><quote><l n="7"/><l n="7"/></quote><l n="2"/>'],
    ['<l n="1"/><gap unit="lines" quantity="2"/><l n="4"/>'],
    ['<l n="1"/><lb n="7"/><l n="2"/>'],
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [poem(1, 2, 4, 5), '[4] Line 4 comes after line 2: line 3 is missing.'],
    [poem(5, 10, 20, 25), '[20] Line 20 comes after line 10: line 15 is missing.'],
    [poem(_, 5, _, _, _, 10), '[10] Line 10 comes after line 5: line 9 is missing.'],
    [poem(1, 2) + poem(4), '[4] Line 4 comes after line 2: line 3 is missing.'],
    ['<p><lb n="1"/><lb n="1"/></p>', '[1] Two lines have the number 1.'],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });
});

describe('columns, notes and divisions count on', () => {
  it.each([
    [
      columnNumber,
      '<cb n="1"/><cb n="3"/>',
      ['[3] Column 3 comes after column 1: column 2 is missing.'],
    ],
    [columnNumber, '<cb n="a"/><cb n="b"/><pb/><cb n="a"/><cb n="b"/>', []],
    [columnNumber, '<pb/><cb n="1"/><cb n="2"/><pb/><cb n="3"/><cb n="4"/>', []],
    [
      noteNumber,
      '<note n="1"/><note n="2"/><note n="4"/>',
      ['[4] Note 4 comes after note 2: note 3 is missing.'],
    ],
    [noteNumber, '<note n="1"/><note n="2"/><note n="1"/><note n="2"/>', []],
    [
      noteNumber,
      '<note n="1"/><note n="a" place="margin"/><note n="2"/><note n="b" place="margin"/>',
      [],
    ],
    [noteNumber, '<note n="*"/><note n="†"/><note/>', []],
    [noteNumber, '<note n="1"/><note n="1"/>', []],
    [
      divisionNumber,
      '<div type="chapter" n="1"/><div type="chapter" n="3"/>',
      ['[3] Division 3 comes after division 1: division 2 is missing.'],
    ],
    [
      divisionNumber,
      '<div n="I"/><div n="II"/><div n="II"/>',
      ['[II] Two divisions have the number II.'],
    ],
    [
      divisionNumber,
      '<div n="1"><lg n="1"/><lg n="2"/></div><div n="2"><lg n="1"/><lg n="2"/></div>',
      [],
    ],
    [divisionNumber, '<div type="point" n="1"/><div type="point" n="3"/>', []],
    [divisionNumber, '<div type="act" n="1"/><div type="scene" n="7"/><div type="act" n="2"/>', []],
  ] as const)('%#: %s', (rule, text, messages) => {
    expect(short(saidByRule(rule, tei(text)))).toEqual(messages);
  });
});
