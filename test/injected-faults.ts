import { png } from './image-bytes.js';

/** A fault that is put into a document by program: a replacement of one passage, and what a rule is to find there. */
export interface Fault {
  /** The name of the rule that is to find it. */
  readonly rule: string;
  /** The file it is put into. */
  readonly file: string;
  /** The document with the fault in it. */
  readonly text: string;
  /** Where it is to be found: an offset into the text, within the place that is told. */
  readonly at: number;
  /** The words around it. */
  readonly shown: string;
  /** Other rules that it breaks too. */
  readonly also: readonly string[];
}

/** A way of making faults: all passages of a file that match are candidates. */
export interface Injection {
  readonly rule: string;
  /** The name of the file; a pattern for the names of several. */
  readonly file: RegExp;
  readonly find: RegExp;
  /** What stands there instead, with `¦` before the character that is to be found wrong. */
  readonly put: (...groups: string[]) => string;
  /** How many faults are made so, at most. */
  readonly most?: number;
  readonly also?: readonly string[];
}

/** Makes faults, each in a copy of its own, spread evenly over what matches. */
export function inject(
  { rule, file, find, put, most = 8, also = [] }: Injection,
  sources: ReadonlyMap<string, string>,
): readonly Fault[] {
  const candidates = [...sources]
    .filter(([name]) => file.test(name))
    .flatMap(([name, text]) => [...text.matchAll(find)].map((match) => ({ name, text, match })));
  const step = Math.max(1, candidates.length / most);
  const faults: Fault[] = [];
  for (let next = 0; Math.floor(next) < candidates.length && faults.length < most; next += step) {
    const candidate = candidates[Math.floor(next)];
    if (candidate === undefined) break;
    const { name, text, match } = candidate;
    const marked = put(...match.map((group) => group ?? ''));
    const insert = marked.replace('¦', '');
    const end = match.index + match[0].length;
    faults.push({
      rule,
      file: name,
      text: `${text.slice(0, match.index)}${insert}${text.slice(end)}`,
      at: match.index + Math.max(0, marked.indexOf('¦')),
      shown: `${match[0].replace(/\s+/g, ' ').slice(0, 60)} → ${marked.replace(/\s+/g, ' ').slice(0, 60)}`,
      also,
    });
  }
  return faults;
}

const telegram = /telegram/;
const places = /places/;
const persons = /persons/;
const any = /./;
const letter = /^L\d+/;

/** Letters of one script for those of another that look alike. */
const cyrillic: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' };

/** Faults in copies of the telegram and its registers. */
export const telegramInjections: readonly Injection[] = [
  {
    rule: 'dangling-pointer',
    file: any,
    find: /(ref|resp|corresp|target|active)="([a-z]*(?:\.xml)?#)([a-z-]+)"/g,
    put: (_, name, file, id) => `${name}="¦${file}${id}x"`,
    most: 12,
    also: ['unused-entry', 'unlinked-name'],
  },
  {
    rule: 'missing-file',
    file: telegram,
    find: /ref="(places|persons)\.xml#/g,
    put: (_, file) => `ref="¦${file}s.xml#`,
    most: 8,
    also: ['unused-entry'],
  },
  {
    rule: 'malformed-pointer',
    file: any,
    find: /target="https:\/\//g,
    put: () => 'target="¦https:/',
  },
  {
    rule: 'malformed-pointer',
    file: telegram,
    find: /<placeName ref="places\.xml#([a-z]+)"/g,
    put: (_, id) => `<placeName ref="¦pl:${id}"`,
    most: 6,
    also: ['unused-entry'],
  },
  {
    rule: 'pointer-kind',
    file: telegram,
    find: /<(placeName|persName|orgName) ref="(?:places|persons|organisations)\.xml#[a-z-]+"/g,
    put: (_, name) =>
      name === 'placeName'
        ? `<placeName ref="¦persons.xml#stalin"`
        : `<${name} ref="¦places.xml#seoul"`,
    most: 10,
    also: ['unused-entry', 'name-spelling', 'unlinked-name'],
  },
  {
    rule: 'external-link',
    file: any,
    find: /target="(https:\/\/[^"]*)"/g,
    put: (_, address) => `target="¦${address}."`,
  },
  {
    rule: 'external-link',
    file: any,
    find: /target="https:\/\/[^"]*"/g,
    put: () => 'target="¦http://localhost:8080/exist"',
  },
  {
    rule: 'duplicate-identifier',
    file: any,
    find: /(xml:id="([a-z0-9-]+)"[^>]*>)([\s\S]*?)xml:id="[a-z0-9-]+"/g,
    put: (_, first, id, between) => `${first}${between}xml:id="¦${id}"`,
    most: 12,
    also: ['dangling-pointer', 'unused-entry', 'unlinked-name', 'pointer-kind', 'point-number'],
  },
  {
    rule: 'malformed-identifier',
    file: any,
    find: /xml:id="([a-z0-9-]+)"/g,
    put: (_, id) => `xml:id="¦1 ${id}"`,
    most: 8,
    also: ['dangling-pointer', 'unused-entry', 'unlinked-name'],
  },
  ...['organisations', 'persons', 'places'].map(
    (id): Injection => ({
      rule: 'shared-identifier',
      file: telegram,
      find: /xml:id="telegram-112096"/g,
      put: () => `xml:id="¦${id}"`,
    }),
  ),
  {
    rule: 'point-number',
    file: telegram,
    find: /type="point" n="(\d)"/g,
    put: (_, n) => `type="point" n="¦${Number(n) + 3}"`,
    most: 9,
    also: ['point-label'],
  },
  {
    rule: 'unnumbered-point',
    file: telegram,
    find: /<div type="point" n="\d"/g,
    put: () => '<¦div type="point"',
    most: 9,
  },
  {
    rule: 'point-label',
    file: telegram,
    find: /<label>(\d)\./g,
    put: (_, n) => `<label>¦${Number(n) + 1}.`,
    most: 9,
  },
  {
    rule: 'language-tag',
    file: any,
    find: /xml:lang="([a-z-]+)"/gi,
    put: (_, tag) => `xml:lang="¦${tag.replace('-', '_')}_KR"`,
    most: 8,
  },
  {
    rule: 'no-such-date',
    file: any,
    find: /(when|notBefore|notAfter)="(\d{4})-\d\d-\d\d/g,
    put: (_, name, year) => `${name}="¦${year}-02-30`,
    most: 8,
    also: ['date-words'],
  },
  {
    rule: 'date-order',
    file: telegram,
    find: /notBefore="1951-01-28T00:00:00" notAfter="1951-01-29T18:40:00"/g,
    put: () => 'notBefore="1951-01-28T00:00:00" notAfter="¦1951-01-27T18:40:00"',
    also: ['date-words'],
  },
  {
    rule: 'date-order',
    file: telegram,
    find: /<date when="1951-01-28">/g,
    put: () => '<date when="1951-01-28" from="1951-01-30" to="¦1951-01-29">',
    also: ['date-words'],
  },
  {
    rule: 'date-words',
    file: telegram,
    find: /(<date [^>]*when=")(1951-01-\d\d[^>]*>)(\d\d) January/g,
    put: (_, start, when, words) => `${start}¦${when}${Number(words) - 3} January`,
    also: ['date-order'],
  },
  {
    rule: 'weekday',
    file: telegram,
    find: /"1951-01-28">28 January 1951</g,
    put: () => '"¦1951-01-28">Monday, 28 January 1951<',
  },
  {
    rule: 'coordinates',
    file: places,
    find: /<geo>([\d.]+) ([\d.]+)<\/geo>/g,
    put: (_, north, east) => `<geo>¦${Number(north) + 60} ${east}</geo>`,
    most: 8,
    also: ['country-coordinates', 'similar-entries'],
  },
  {
    rule: 'far-from-country',
    file: places,
    find: /(<location type="point" source="#geonames">)<geo>([\d.]+) ([\d.]+)<\/geo>/g,
    put: (_, start, north, east) =>
      `<country key="KR">Korea</country>${start}<geo>¦-${north} ${east}</geo>`,
    most: 6,
    also: ['similar-entries'],
  },
  {
    rule: 'unused-entry',
    file: places,
    find: /<place xml:id="daejeon" /g,
    put: () => '¦<place xml:id="nowhere"/><place xml:id="daejeon" ',
  },
  {
    rule: 'unused-entry',
    file: persons,
    find: /<person xml:id="([a-z-]+)">/g,
    put: (_, id) => `¦<person xml:id="nobody"/><person xml:id="${id}">`,
  },
  {
    rule: 'similar-entries',
    file: persons,
    find: /<person xml:id="([a-z-]+)">\s*(<persName[^>]*>([^<]*)<\/persName>)/g,
    put: (_, id, name) =>
      `<person xml:id="${id}-2">${name}</person>¦<person xml:id="${id}">${name}`,
    also: ['unused-entry'],
  },
  {
    rule: 'similar-entries',
    file: places,
    find: /<\/place>(\s*<\/listPlace>)/g,
    put: (_, end) =>
      `</place>¦<place xml:id="soul"><placeName>Seoul (soul)</placeName><idno type="GeoNames">1835848</idno></place>${end}`,
    also: ['unused-entry'],
  },
  {
    rule: 'unlinked-name',
    file: telegram,
    find: /<p>(<label>\d\.<\/label>)/g,
    put: (_, label) => `<p>${label} ¦<placeName>Seoul</placeName>`,
    most: 9,
  },
  {
    rule: 'name-spelling',
    file: telegram,
    find: /(?<=<text>[\s\S]*)(<placeName ref="places\.xml#[a-z]+">)([A-Z])([a-z])([a-z])([a-z]+)</g,
    put: (_, start, first, second, third, rest) => `¦${start}${first}${third}${second}${rest}<`,
    most: 8,
  },
  {
    rule: 'silencing',
    file: telegram,
    find: /<p>(<label>)/g,
    put: (_, label) => `<p>¦<?imprimatur ignore point-label?>${label}`,
    most: 3,
  },
  {
    rule: 'silencing',
    file: telegram,
    find: /<p>(<label>)/g,
    put: (_, label) => `<p>¦<?imprimatur ignore pointlabel: it is so?>${label}`,
    most: 3,
  },
  {
    rule: 'silencing',
    file: telegram,
    find: /<p>(<label>)/g,
    put: (_, label) => `<p>¦<?imprimatur ignore date-order: it is so?>${label}`,
    most: 3,
  },
  ...[
    ['control-character', '\u0085'],
    ['replacement-character', '\uFFFD'],
    ['invisible-character', '\u200B'],
    ['private-use-character', '\uE123'],
    ['mojibake', 'Ã©'],
    ['lookalike-character', 'ﬁ'],
  ].map(
    ([rule, sign]): Injection => ({
      rule: rule ?? '',
      file: telegram,
      find: /<\/label>([^<]*?[a-z]{3})([a-z]{3})/g,
      put: (_, before, after) => `</label>${before}¦${sign}${after}`,
      most: 6,
    }),
  ),
  {
    rule: 'decomposed-character',
    file: places,
    find: />([A-Z][a-z]+)</g,
    put: (_, name) => `>${name.slice(0, -1)}¦${name.slice(-1)}\u0301<`,
    most: 6,
    also: ['similar-entries', 'name-spelling'],
  },
  {
    rule: 'mixed-scripts',
    file: telegram,
    find: /<\/label>([^<]*?\b[a-z]{3,})([aeopc])([a-z]{3,})/g,
    put: (_, before, sign, after) => `</label>${before}¦${cyrillic[sign]}${after}`,
    most: 8,
  },
  {
    rule: 'lookalike-digit',
    file: telegram,
    find: />(\d\d) January 1951</g,
    put: (_, day) => `>${day} January ¦l951<`,
    most: 5,
    also: ['date-words'],
  },
  ...(
    [
      ['page-number', '<pb n="41"/>a <pb n="42"/>b <pb n="¦44"/>'],
      ['page-number', '<pb n="1r"/>a <pb n="1v"/>b <pb n="¦1v"/>'],
      ['column-number', '<pb n="7"/><cb n="a"/>a <cb n="¦c"/>'],
      ['line-number', '<lg><l n="1">a</l><l n="2">b</l><l n="¦4">c</l></lg>'],
      ['note-number', '<note n="1">a</note><note n="2">b</note><note n="¦4">c</note>'],
    ] as const
  ).map(
    ([rule, series]): Injection => ({
      rule,
      file: telegram,
      find: /<p>(<label>\d\.<\/label>)/g,
      put: (_, label) => `<p>${label} ${series}`,
      most: 4,
    }),
  ),
  {
    rule: 'division-number',
    file: telegram,
    find: /<div type="request" xml:id="request-to-peng">/g,
    put: (start) => `<div type="part" n="1"/><div type="part" n="¦3"/>${start}`,
  },
  {
    rule: 'life-dates',
    file: persons,
    find: /(<person xml:id="[a-z-]+">)/g,
    put: (_, start) => `${start}<birth when="1893-12-26"/><death when="¦1876-09-09"/>`,
  },
  {
    rule: 'sent-after-received',
    file: telegram,
    find: /when="1951-01-29T18:40:00">29 January/g,
    put: () => 'when="¦1951-01-27T18:40:00">27 January',
    also: ['date-words'],
  },
  {
    rule: 'revision-order',
    file: any,
    find: /<change when="2026-11-23" who="#encoder">/g,
    put: (change) =>
      `<change when="2026-11-23">c</change><change when="2026-11-21">a</change><change when="¦2026-11-23">b</change>${change}`,
    also: ['anachronism'],
  },
  {
    rule: 'anachronism',
    file: telegram,
    find: /(?<=<text>[\s\S]*)(<date [^>]*when=")1951-(01-\d\d[^>]*>)(\d\d) January 1951/g,
    put: (_, start, when, day) => `${start}¦9151-${when}${day} January 9151`,
    most: 6,
    also: ['sent-after-received', 'date-order', 'letter-date'],
  },
  {
    rule: 'double-space',
    file: telegram,
    find: /<\/label>([^<]*?[a-z]{3}) ([a-z]{3})/g,
    put: (_, before, after) => `</label>${before}¦  ${after}`,
    most: 9,
  },
  {
    rule: 'space-before-punctuation',
    file: telegram,
    find: /(?<=<text>[\s\S]*)([a-z]{4}), ([a-z])/g,
    put: (_, before, after) => `${before}¦ , ${after}`,
    most: 6,
  },
  {
    rule: 'mixed-quotation-marks',
    file: telegram,
    find: /(<\/label>[^<]*? )([a-z]{4,}) /g,
    put: (_, before, word) => `${before}¦"${word}" `,
    most: 6,
  },
  {
    rule: 'mixed-apostrophes',
    file: telegram,
    find: /(<\/label>[^<]*? )([a-z]{4,}) /g,
    put: (_, before, word) => `${before}army’s and army’s and army¦'s ${word} `,
    most: 6,
  },
  {
    rule: 'mixed-ellipses',
    file: telegram,
    find: /(<\/label>[^<]*? )([a-z]{4,}) /g,
    put: (_, before, word) => `${before}so… and so… and so¦... ${word} `,
    most: 6,
  },
  ...(
    [
      ['unknown-subtag', '¦fra'],
      ['unknown-subtag', 'en-¦UK'],
      ['deprecated-subtag', '¦iw'],
      ['subtag-prefix', 'en-¦1996'],
      ['redundant-script', 'ru-¦Cyrl'],
      ['undeclared-language', '¦fr'],
    ] as const
  ).map(
    ([rule, tag]): Injection => ({
      rule,
      file: telegram,
      find: /(<\/label>[^<]*? )([a-z]{4,}) /g,
      put: (_, before, word) => `${before}<foreign xml:lang="${tag}">${word}</foreign> `,
      most: 4,
      also: ['undeclared-language'],
    }),
  ),
  {
    rule: 'unused-language',
    file: telegram,
    find: /<langUsage>/g,
    put: (start) => `${start}<language ident="¦la">Latin</language>`,
  },
  {
    rule: 'placeholder',
    file: any,
    find: /<(title type="main"|resp)>[^<]*</g,
    put: (_, name) => `<${name}>¦TODO<`,
    most: 8,
    also: ['unused-entry'],
  },
  {
    rule: 'incomplete-header',
    file: /places|persons|organisations/,
    find: /<(teiHeader>[\s\S]*?)<licence[\s\S]*?<\/licence>/g,
    put: (_, before) => `<¦${before}`,
  },
  {
    rule: 'incomplete-correspondence',
    file: telegram,
    find: /(<correspAction type="sent">\s*<persName[^>]*>[^<]*<\/persName>\s*(?:<placeName.*<\/placeName>\s*)?)<date [^>]*>[^<]*<\/date>/g,
    put: (_, before) => `¦${before}`,
    also: ['letter-date'],
  },
  {
    rule: 'incomplete-correspondence',
    file: telegram,
    find: /<correspAction type="received">(\s*)<persName[^>]*>[^<]*<\/persName>/g,
    put: (_, space) => `¦<correspAction type="received">${space}`,
    also: ['correspondents'],
  },
  {
    rule: 'letter-date',
    file: telegram,
    find: /(<dateline><date when=")(1951-01-)28">28/g,
    put: (_, start, month) => `${start}¦${month}27">27`,
  },
  {
    rule: 'correspondents',
    file: telegram,
    find: /(?<=closing-to-stalin[\s\S]*)(<signed>)<persName ref="persons\.xml#mao-zedong">MAO ZEDONG/g,
    put: (_, start) => `${start}<persName ref="¦persons.xml#stalin">Stalin`,
  },
  {
    rule: 'unpaired-bracket',
    file: telegram,
    find: /(<\/label>[^<]*? )([a-z]{4,}) /g,
    put: (_, before, word) => `${before}¦(${word} `,
    most: 6,
  },
  {
    rule: 'unpaired-quotation-mark',
    file: telegram,
    find: /(<p xml:id="situation">[^<]*?)([a-z]{4,}) /g,
    put: (_, before, word) => `${before}¦“${word} `,
    most: 6,
  },
  ...(
    [
      ['broken-file', '<graphic url="¦empty.png"/>'],
      ['file-type', '<graphic url="¦named-as.jpg"/>'],
      ['file-type', '<graphic url="leaf.png" mimeType="¦image/jpeg"/>'],
      ['missing-file', '<graphic url="¦Leaf.PNG"/>'],
      ['image-size', '<graphic url="leaf.png" width="¦1200px" height="800px"/>'],
      [
        'zone-outside-image',
        '<surface><graphic url="leaf.png"/><¦zone ulx="0" uly="0" lrx="1626" lry="256"/></surface>',
      ],
    ] as const
  ).map(
    ([rule, shown]): Injection => ({
      rule,
      file: telegram,
      find: /<\/teiHeader>/g,
      put: (end) => `${end}<facsimile>${shown}</facsimile>`,
    }),
  ),
];

/** Images that lie beside the telegram, by their names. */
export const images: ReadonlyMap<string, Uint8Array> = new Map([
  ['leaf.png', png(600, 800)],
  ['named-as.jpg', png(600, 800)],
  ['empty.png', new Uint8Array()],
]);

/** Faults in copies of letters. */
export const letterInjections: readonly Injection[] = [
  {
    rule: 'dangling-pointer',
    file: letter,
    find: /ref="#(pmb\d+)"/g,
    put: (_, id) => `ref="¦#${id}0"`,
    most: 10,
    also: ['unused-entry'],
  },
  {
    rule: 'no-such-date',
    file: letter,
    find: /when="(\d{4})-\d\d-\d\d"/g,
    put: (_, year) => `when="¦${year}-13-01"`,
    most: 10,
    also: ['date-words'],
  },
  {
    rule: 'malformed-identifier',
    file: letter,
    find: /xml:id="(pmb\d+)"/g,
    put: (_, id) => `xml:id="¦${id}:x"`,
    most: 6,
    also: ['dangling-pointer', 'unused-entry', 'similar-entries'],
  },
  {
    rule: 'language-tag',
    file: letter,
    find: /xml:lang="([a-z]+)"/g,
    put: (_, tag) => `xml:lang="¦${tag}_x"`,
    most: 4,
    also: ['undeclared-language'],
  },
  {
    rule: 'replacement-character',
    file: letter,
    find: /(<p[^>]*>[^<]*?[a-z]{3})([a-z]{3})/g,
    put: (_, before, after) => `${before}¦\uFFFD${after}`,
    most: 8,
  },
  {
    rule: 'mixed-scripts',
    file: letter,
    find: /(<p[^>]*>[^<]*?\b[a-z]{3,})([aeopc])([a-z]{3,})/g,
    put: (_, before, sign, after) => `${before}¦${cyrillic[sign]}${after}`,
    most: 8,
  },
  {
    rule: 'pointer-kind',
    file: letter,
    find: /<persName ([^>]*)ref="#pmb\d+"([\s\S]*)<place xml:id="(pmb\d+)"/g,
    put: (_, attributes, between, place) =>
      `<persName ${attributes}ref="¦#${place}"${between}<place xml:id="${place}"`,
    most: 6,
    also: ['unused-entry', 'name-spelling'],
  },
];
