import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-project.js';
import { parseXml, readSource, resolveIncludes } from '../xml/index.js';
import { checkIntegrity, type IntegrityDocument, integrityRules, toldOnce } from './index.js';

function document(path: string, text: string): IntegrityDocument {
  const parsed = parseXml({ file: path, text });
  if (parsed.document === undefined) throw new Error(parsed.problems[0]?.message);
  return { path, document: parsed.document };
}

const places = document(
  'tei/places.xml',
  '<TEI><place xml:id="seoul"/><place xml:id="suwon"/></TEI>',
);
const persons = document('tei/people/persons.xml', '<TEI><person xml:id="stalin"/></TEI>');

/** What is said of a text that stands in tei/telegram.xml beside the registers: the characters marked, and the words. */
function said(text: string): string[] {
  const telegram = document('tei/telegram.xml', text);
  return checkIntegrity([places, persons, telegram], {
    report: new Set(['tei/telegram.xml']),
    fileExists: (path) => path === 'tei/images/leaf-41.png',
  }).map(({ line, column, endColumn, message, help }) => {
    const marked = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
    return `[${marked}] ${message}${help === undefined ? '' : ` ${help}`}`;
  });
}

describe('pointers resolve', () => {
  it.each([
    '<p xml:id="a"/><ref target="#a"/>',
    '<placeName ref="places.xml#seoul"/>',
    '<rs ref="people/persons.xml#stalin ./places.xml#suwon"/>',
    '<graphic url="images/leaf-41.png"/>',
    '<div xml:base="people/"><persName ref="persons.xml#stalin"/></div>',
    '<ref target="https://www.geonames.org/1835848?a=b&amp;c=%20#d"/>',
    '<ref target="mailto:someone@example.org urn:isbn:0"/>',
    '<ref target="#xpath(//p[1])"/>',
    '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="people/persons.xml#$1"/><persName ref="psn:stalin"/>',
    '<date from="1951" to="1952"/><locus from="41" to="43"/>',
    '<p n="no pointer" key="nor this"/>',
    '<ref target="places.xml"/>',
    '<rendition scheme="css">color: red</rendition><interaction active="singular"/>',
    '<a xmlns="http://www.w3.org/1999/xhtml" target="_blank"/>',
  ])('%s', (text) => {
    expect(said(`<TEI>${text}</TEI>`)).toEqual([]);
  });

  it.each([
    [
      '<placeName ref="places.xml#seuol"/>',
      '[places.xml#seuol] "places.xml#seuol" in @ref on <placeName> points to nothing: places.xml has no xml:id="seuol". Did you mean places.xml#seoul?',
    ],
    [
      '<placeName ref="#seoul"/>',
      '[#seoul] "#seoul" in @ref on <placeName> points to nothing: this document has no xml:id="seoul". Did you mean places.xml#seoul?',
    ],
    [
      '<persName ref="persons.xml#stalin"/>',
      '[persons.xml#stalin] "persons.xml#stalin" in @ref on <persName> points into a file that does not exist: persons.xml. Did you mean people/persons.xml#stalin?',
    ],
    [
      '<persName ref="people/person.xml#stalni"/>',
      '[people/person.xml#stalni] "people/person.xml#stalni" in @ref on <persName> points into a file that does not exist: people/person.xml. Did you mean people/persons.xml#stalin?',
    ],
    [
      '<rs ref="places.xml#seoul  places.xml#nowhere&#x9;places.xml#suwon"/>',
      '[places.xml#nowhere] "places.xml#nowhere" in @ref on <rs> points to nothing: places.xml has no xml:id="nowhere". Give the element that is meant xml:id="nowhere" in places.xml, or mend the pointer.',
    ],
    [
      '<placeName ref="seoul"/>',
      '[seoul] "seoul" in @ref on <placeName> points to a file, and there is none of that name. Did you mean places.xml#seoul?',
    ],
    [
      '<graphic url="images/leaf-42.png"/>',
      '[images/leaf-42.png] "images/leaf-42.png" in @url on <graphic> points into a file that does not exist: images/leaf-42.png. Check the path, which begins from the folder of this document.',
    ],
    [
      '<ref target="http:/example.org"/>',
      '[http:/example.org] "http:/example.org" in @target on <ref> is no pointer: two slashes are missing after its colon. Write it as the browser shows it: https://example.org/path.',
    ],
    [
      '<ref target="https://"/>',
      '[https://] "https://" in @target on <ref> is no pointer: it names no host. Write it as the browser shows it: https://example.org/path.',
    ],
    [
      '<ref target="https://example.org/{id}"/>',
      '[https://example.org/{id}] "https://example.org/{id}" in @target on <ref> is no pointer: it has "{". Write it as the browser shows it: https://example.org/path.',
    ],
    [
      '<persName ref="psn:stalin"/>',
      '[psn:stalin] "psn:stalin" in @ref on <persName> is no pointer: "psn:" is no known kind of address. Declare it in the header: <prefixDef ident="psn" matchPattern="…" replacementPattern="…"/>.',
    ],
    [
      '<ref target="#"/>',
      '[#] "#" in @target on <ref> is no pointer: nothing follows its #. Write the xml:id that is meant after the #.',
    ],
  ])('%s', (text, message) => {
    expect(said(`<TEI>${text}</TEI>`)).toEqual([message]);
  });
});

describe('identifiers are unique in their document, and legal', () => {
  it('whatever other documents have', () => {
    expect(said('<TEI><p xml:id="seoul"/><p xml:id="p1"/></TEI>')).toEqual([]);
  });

  it.each([
    [
      '<p xml:id="a"/><div xml:id=" a"/>',
      '[ a] The identifier "a" of <div> is taken: <p> on line 1 has it. Give one of the two another, and mend the pointers that mean it.',
    ],
    [
      '<p xml:id="1a"/>',
      '[1a] "1a" cannot be an identifier: it begins with "1", where only a letter or _ may stand. Write xml:id="n1a".',
    ],
    ['<p xml:id="a/b"/>', '[a/b] "a/b" cannot be an identifier: it has "/". Write xml:id="a-b".'],
    [
      '<p xml:id=""/>',
      '[] "" cannot be an identifier: it is empty. Begin with a letter and go on with letters, digits, hyphens and dots.',
    ],
  ])('%s', (text, message) => {
    expect(said(`<TEI>${text}</TEI>`)).toEqual([message]);
  });
});

describe('points are numbered without gap or repetition', () => {
  const points = (...numbers: (number | string)[]): string =>
    `<TEI><body>${numbers.map((n) => `<div type="point" n="${n}"/>`).join('')}</body></TEI>`;

  it.each([[[1, 2, 3]], [[]], [[1]]])('%j', (numbers) => {
    expect(said(points(...numbers))).toEqual([]);
  });

  it.each([
    [
      [2, 3],
      '[2] The first point has the number 2; points are numbered from 1. Write n="1", or encode what is missing.',
    ],
    [
      [1, 3],
      '[3] Point 3 comes after point 1: point 2 is missing. Write n="2", or encode what is missing.',
    ],
    [
      [1, 5, 6],
      '[5] Point 5 comes after point 1: points 2 to 4 are missing. Write n="2", or encode what is missing.',
    ],
    [[1, 2, 2, 3], '[2] Two points have the number 2. Write n="3".'],
    [[1, 2, 2, 4], '[2] Two points have the number 2. Write n="3".'],
    [[1, 'b', 3], '[b] "b" is no number of a point. Write n="2".'],
    [
      [1, 3, 2],
      '[3] Point 3 comes after point 1: point 2 is missing. Write n="2", or encode what is missing.|[2] Point 2 comes after point 3. Write n="4".',
    ],
  ])('%j', (numbers, messages) => {
    expect(said(points(...numbers)).join('|')).toBe(messages);
  });

  it('each among its siblings', () => {
    expect(
      said(
        '<TEI><body><div type="point" n="1"><div type="point" n="1"/></div><div type="point" n="2"/></body></TEI>',
      ),
    ).toEqual([]);
  });

  it('and as the text shows', () => {
    const point = (label: string): string =>
      `<TEI><div><div type="point" n="1"><p><label>${label}</label></p></div></div></TEI>`;
    expect(said(point('1.'))).toEqual([]);
    expect(said(point('First'))).toEqual([]);
    expect(said(point('(2)'))).toEqual([
      '[(2)] The text numbers this point 2, its @n says 1. Check the source, and mend the one that is wrong.',
    ]);
  });
});

describe('dates exist', () => {
  it.each([
    '1951',
    '1951-01',
    '1951-01-29',
    '2000-02-29',
    '-0044-03-15',
    '--02-29',
    '---31',
    '18:40:00',
    '1951-01-28T19:00:00',
    '1951-01-27T24:00:00',
    '24:00:00',
    '1951-01-28T19:00:00.5+09:00',
    '12000',
  ])('%s', (when) => {
    expect(said(`<TEI><date when="${when}"/></TEI>`)).toEqual([]);
  });

  it.each([
    ['1951-02-29', 'does not exist: February 1951 has 28 days.'],
    ['1900-02-29', 'does not exist: February 1900 has 28 days.'],
    ['1951-04-31', 'does not exist: April has 30 days.'],
    ['--02-30', 'does not exist: February has 29 days.'],
    ['1951-13', 'does not exist: there is no month 13.'],
    ['0000', 'does not exist: there is no year 0000.'],
    ['1951-12-31T24:00', 'is not a date. Write the seconds too: "1951-12-31T24:00:00".'],
    ['1951-01-27T24:30:00', 'does not exist: the day ends at 24:00:00.'],
    ['25:00:00', 'does not exist: there is no hour 25.'],
    ['1951-01-28T19:00:00+15:00', 'does not exist: there is no time zone +15:00.'],
    ['29.1.1951', 'is not a date. Write year, month and day: "1951-01-29".'],
    ['1/29/1951', 'is not a date. Write year, month and day: "1951-01-29".'],
    ['3/4/1951', 'is not a date. Write year, month and day: "1951-04-03" or "1951-03-04".'],
    ['31.2.1951', 'is not a date. Write 1951, 1951-01, 1951-01-29,'],
    ['1951-1-9', 'is not a date. Write "1951-01-09".'],
    ['1951-01-28 19:00', 'is not a date. Write the seconds too: "1951-01-28T19:00:00".'],
    ['January 1951', 'is not a date. Write "1951-01".'],
    [
      'soon after',
      'is not a date. Write 1951, 1951-01, 1951-01-29, 14:30:00 or 1951-01-29T14:30:00.',
    ],
  ])('%s', (when, words) => {
    expect(said(`<TEI><date when="${when}"/></TEI>`)[0]).toContain(
      `[${when}] "${when}" in @when on <date> ${words}`,
    );
  });

  it.each([
    '<date when-iso="1951-W05-1"/>',
    '<date when-iso="1951-01/1951-02"/>',
    '<date from="1951-01-28" to="1951-01-28"/>',
    '<date from="1951-01-15" to="1951-01"/>',
    '<date notBefore="1950" notAfter="1951-01-29T18:40:00"/>',
    '<date from="1951-01-01T23:00:00+09:00" to="1951-01-01T15:00:00Z"/>',
    '<date from="--12-24" to="--01-06"/>',
  ])('%s', (text) => {
    expect(said(`<TEI>${text}</TEI>`)).toEqual([]);
  });

  it('and spans of time do not end before they begin', () => {
    expect(said('<TEI><date from="1951-02" to="1951-01-31"/></TEI>')).toEqual([
      '[1951-01-31] <date> ends before it begins: @to is 1951-01-31, @from is 1951-02. Exchange the two, or mend the one that is wrong.',
    ]);
    expect(said('<TEI><date notBefore-iso="1952" notAfter-iso="1951"/></TEI>')).toHaveLength(1);
  });
});

describe('language tags are well formed', () => {
  it.each([
    'en',
    'ko-Hang',
    'zh-Hant-TW',
    'zh-Latn-pinyin',
    'de-1996',
    'sl-rozaj-biske',
    'i-default',
    'i-enochian',
    'x-cipher',
    'ko-Latn-x-mr',
    'es-419',
    'en-a-bbb-x-a',
    'zh-cmn-Hans-CN',
    '',
  ])('"%s"', (tag) => {
    expect(said(`<TEI xml:lang="${tag}"/>`)).toEqual([]);
  });

  it.each([
    ['ko_Hang', 'it has "_". Write "ko-Hang".'],
    ['korean', 'no language has the code "korean". Write "ko".'],
    [
      'ko-',
      'a hyphen in it parts nothing. A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.',
    ],
    [
      'k',
      '"k" is no code of a language. A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.',
    ],
    [
      'ko-McCuneReischauer',
      '"mccunereischauer" is longer than eight characters. A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.',
    ],
    [
      'ko-KR-Hang',
      '"Hang" cannot stand at its place. A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.',
    ],
    ['de-1996-1996', '"1996" stands twice in it. Leave one out.'],
    [
      '한',
      'it has "한". A tag is a language, and where needed a script and a region: ko, ko-Hang, zh-Hant-TW.',
    ],
  ])('"%s"', (tag, words) => {
    expect(said(`<TEI><language ident="${tag}"/></TEI>`)).toEqual([
      `[${tag}] "${tag}" in @ident on <language> is no language tag: ${words}`,
    ]);
  });

  it('each of several', () => {
    expect(said('<TEI><textLang mainLang="en" otherLangs="ko zh_Hani"/></TEI>')).toEqual([
      '[zh_Hani] "zh_Hani" in @otherLangs on <textLang> is no language tag: it has "_". Write "zh-Hani".',
    ]);
  });
});

describe('coordinates lie on the globe', () => {
  it.each(['37.566 126.9784', '-90 -180', '90 180', '37.5 127\n 37.6 127.1\t37.7 127.2'])(
    '%j',
    (geo) => {
      expect(said(`<TEI><geo>${geo}</geo></TEI>`)).toEqual([]);
    },
  );

  it.each([
    [
      '126.978 37.566',
      '[126.978] The latitude 126.978 is not on the globe: latitudes go from −90 to 90. Latitude and longitude look exchanged: write "37.566 126.978".',
    ],
    [
      '91 181',
      '[91] The latitude 91 is not on the globe: latitudes go from −90 to 90. Write latitude first, then longitude, in decimal degrees.|[181] The longitude 181 is not on the globe: longitudes go from −180 to 180. Write latitude first, then longitude, in decimal degrees.',
    ],
    [
      '37.566',
      '[37.566] <geo> holds one number; a point has two. Write latitude and longitude: 37.566 126.978.',
    ],
    [
      '1 2 3',
      '[3] <geo> holds 3 numbers: the last has no other to make a pair. Write latitude and longitude: 37.566 126.978.',
    ],
    ['', '[<geo>] <geo> holds no coordinates. Write latitude and longitude: 37.566 126.978.'],
    [
      '37.5,126.9',
      '[37.5,126.9] "37.5,126.9" in <geo> is not a number. Part the numbers by white space alone: "37.5 126.9".',
    ],
    [
      '37,5 126',
      '[37,5] "37,5" in <geo> is not a number. Write a point before decimals: "37.5 126".',
    ],
    [
      '37°33′N 126',
      '[37°33′N] "37°33′N" in <geo> is not a number. Write decimal degrees: 37°33′58″N is 37.566, south and west are negative.',
    ],
    ['−37 126', '[−37] "−37" in <geo> is not a number. Write the minus as a hyphen: "-37 126".'],
  ])('%j', (geo, messages) => {
    expect(said(`<TEI><geo>${geo}</geo></TEI>`).join('|')).toBe(messages);
  });
});

describe('the rules', () => {
  it('have each a code', () => {
    const codes = integrityRules.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.startsWith('integrity/'))).toBe(true);
  });

  it('report on the documents asked for alone, in order', () => {
    const broken = document('tei/b.xml', '<TEI><ref target="#x"/></TEI>');
    const other = document('tei/a.xml', '<TEI><ref target="#y"/></TEI>');
    expect(checkIntegrity([broken, other]).map(({ file }) => file)).toEqual([
      'tei/a.xml',
      'tei/b.xml',
    ]);
    expect(checkIntegrity([broken, other], { report: new Set(['tei/b.xml']) })).toHaveLength(1);
  });

  it('say of a value what a schema would only call out of form', () => {
    const place = {
      file: 'a.xml',
      line: 1,
      column: 5,
      endLine: 1,
      endColumn: 9,
      severity: 'error',
    } as const;
    const schema = { ...place, code: 'relaxng/attribute-value', message: 'wrong' };
    const elsewhere = { ...schema, column: 20, endColumn: 22 };
    const element = { ...place, code: 'relaxng/unknown-element', message: 'unknown' };
    const rule = {
      ...place,
      column: 6,
      code: 'integrity/dangling-pointer',
      message: 'points to nothing',
    };
    expect(toldOnce([schema, elsewhere, element], [rule])).toEqual([elsewhere, element, rule]);
  });
});

describe('what is wrong in a part that a document includes', () => {
  const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

  function saidOfParts(files: Record<string, string>): string[] {
    const folder = temporaryFolder(files);
    const show = (path: string) => relative(folder, path);
    const [telegram, ...registers] = Object.keys(files)
      .filter((file) => !file.startsWith('parts/'))
      .map((file) => {
        const path = join(folder, file);
        const parsed = parseXml(readSource(path, file)).document;
        if (parsed === undefined) throw new Error(file);
        const { document: whole } = resolveIncludes(parsed, {
          path,
          access: { root: folder, show },
        });
        if (whole === undefined) throw new Error(file);
        return { path: file, document: whole };
      });
    return checkIntegrity(telegram === undefined ? [] : [telegram, ...registers]).map(
      ({ file, line, column, message, help, related = [] }) =>
        [
          `${file}:${line}:${column} ${message} ${help}`,
          ...related.map((place) => place.file),
        ].join(' '),
    );
  }

  it('is told in the part; its pointers begin from its own folder, and # means the whole', () => {
    expect(
      saidOfParts({
        'telegram.xml': `<TEI xml:id="a" ${xi}><p xml:id="p1"/>\n<xi:include href="parts/text.xml"/></TEI>`,
        'places.xml': '<TEI><place xml:id="seoul"/></TEI>',
        'parts/text.xml':
          '<div xml:id="p2">\n<ref target="#p1"/><placeName ref="../places.xml#seoul"/>\n<placeName ref="#seoul"/>\n' +
          '<placeName ref="places.xml#seoul"/>\n<date when="1951-02-30"/>\n<p xml:id="p1"/></div>',
      }),
    ).toEqual([
      'parts/text.xml:3:17 "#seoul" in @ref on <placeName> points to nothing: this document has no xml:id="seoul". Did you mean ../places.xml#seoul?',
      'parts/text.xml:4:17 "places.xml#seoul" in @ref on <placeName> points into a file that does not exist: places.xml. Did you mean ../places.xml#seoul?',
      'parts/text.xml:5:13 "1951-02-30" in @when on <date> does not exist: February 1951 has 28 days. Write the date that is meant; where the source itself errs, keep that in the text.',
      'parts/text.xml:6:12 The identifier "p1" of <p> is taken: <p> on line 1 of telegram.xml has it. Give one of the two another, and mend the pointers that mean it. telegram.xml',
    ]);
  });
});
