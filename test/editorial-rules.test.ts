import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { Problem } from '../src/problems/index.js';
import { loadSchematron } from '../src/schematron/index.js';
import { descendants, parseXml, readSource } from '../src/xml/index.js';

// schemas/telegram.sch: the telegram and its registers keep the rules, and each slip is found where it is.

const root = resolve(import.meta.dirname, '..');
const rules = loadSchematron({ path: join(root, 'schemas/telegram.sch'), file: 'telegram.sch' });
if (rules === undefined) throw new Error('There are rules.');

const sources = ['telegram-112096', 'persons', 'places', 'organisations'] as const;
type Source = (typeof sources)[number];
const texts = Object.fromEntries(
  sources.map((name) => [name, readFileSync(join(root, 'tei', `${name}.xml`), 'utf8')]),
) as Record<Source, string>;

/** What the rules find in a source; the others are as they are. */
function found(name: Source, text: string): readonly Problem[] {
  const { document, problems: broken } = parseXml({ file: `tei/${name}.xml`, text });
  if (document === undefined) throw new Error(broken[0]?.message);
  const result = rules?.check(document, {
    address: pathToFileURL(join(root, 'tei', `${name}.xml`)).href,
    open: (address) => parseXml(readSource(new URL(address).pathname, address)).document,
  });
  expect(result?.broken).toEqual([]);
  return result?.problems ?? [];
}

test.each(sources)('%s keeps them', (name) => {
  expect(found(name, texts[name])).toEqual([]);
});

/** A slip: what stood there and what does now; on what it is found, as it is written; and what is said. */
type Slip = readonly [
  good: string | RegExp,
  bad: string,
  at: string,
  message: string,
  severity?: 'warning',
];

const inTelegram: readonly Slip[] = [
  [
    /<profileDesc>.*<\/profileDesc>/s,
    '',
    'TEI',
    'An edition document needs a profileDesc in its header: it says who sent the telegram to whom, where and when.',
  ],
  [
    /<listWit>.*<\/listWit>/s,
    '',
    'TEI',
    'An edition document names the witness that was transcribed: its sourceDesc has a listWit and a msDesc.',
  ],
  [
    'xml:id="telegram-112096"',
    'xml:id="telegram-112095"',
    'xml:id="telegram-112095"',
    'The identifier of a file is its name: “telegram-112095” stands in telegram-112096.xml. Rename the one that others do not cite yet.',
    'warning',
  ],
  [
    '<idno type="record">112096',
    '<idno type="record">112095',
    'xml:id="telegram-112096"',
    'A telegram has the number of its record: “telegram-112096” is to be “telegram-112095”, or the number of the record is wrong.',
  ],
  [
    '<title type="main">Telegram',
    '<title type="main">A telegram',
    'title',
    "The main title is the archive's own, word by word: its record has “Telegram from Mao Zedong to I.V. Stalin, conveying 28 January 1951 telegram from Mao Zedong to Peng Dehuai”.",
  ],
  [
    '<author><persName ref="persons.xml#mao-zedong">Mao Zedong',
    '<author><persName ref="persons.xml#stalin">Stalin',
    'persName',
    'Stalin is named as the author and sent none of the telegrams: correct the author, or the sender in correspDesc.',
  ],
  [
    '<idno type="delo">337',
    '<idno type="delo">338',
    'ref',
    'The reference is taken apart in msIdentifier, and its delo 338 does not stand here: correct the one that is wrong.',
  ],
  [
    'target="#archival-unit">APRF',
    'target="#archival-unit">RGASPI',
    'ref',
    'The reference begins with the repository of msIdentifier, “APRF”.',
  ],
  [
    '<locus from="41" to="43">',
    '<locus from="43" to="41">',
    'locus',
    'Leaves are told in their order: from 43 to 41 runs backwards. Exchange the two.',
  ],
  [
    '<locus from="41" to="43">',
    '<locus from="41" to="44">',
    'locus',
    'The telegram stands on the leaves 41-44, and msIdentifier says 41-43: correct the one that is wrong.',
  ],
  [
    '<q>our troops</q>',
    '<q xml:lang="ru">наши</q>',
    'q',
    'The language “ru” is used here and not declared: add a language with this ident to langUsage, and say in it where it is used.',
  ],
  [
    '<language ident="en">',
    '<language ident="zh">Chinese</language>$&',
    'language',
    'The language “zh” is declared and not used: take it out, or tag with xml:lang what is in it.',
    'warning',
  ],

  [
    '<correspAction type="sent">',
    '<correspAction type="received">',
    'correspDesc',
    'A telegram was sent once: its correspDesc has one correspAction of the type “sent”, not 0.',
  ],
  [
    '<correspAction type="received">',
    '<correspAction type="sent">',
    'correspDesc',
    'A telegram has an addressee: its correspDesc has a correspAction of the type “received”.',
  ],
  [
    'corresp="#telegram-to-peng"',
    'corresp="#point-1"',
    'correspDesc',
    'A correspDesc and its telegram point to each other: “corresp” here to the div or floatingText, whose “decls” points back to “correspondence-mao-peng”.',
  ],
  [
    'type="forwarded" corresp',
    'corresp',
    'correspDesc',
    'A telegram that stands within another is “forwarded”, and no other is: correct the type of this correspDesc, or where “corresp” points.',
  ],
  [
    'type="forwarding" corresp',
    'corresp',
    'correspDesc',
    'A telegram that carries another is “forwarding”, and no other is: correct the type of this correspDesc, or where “corresp” points.',
  ],
  [
    'type="forwarded-in" target="#correspondence-mao-stalin"',
    'type="answers" target="#received-from-peng"',
    'ref',
    'What this telegram forwards is “forwarded-in” it: let a ref of that type in “correspondence-mao-peng” point back to “correspondence-mao-stalin”.',
  ],
  [
    'type="forwards" target="#correspondence-mao-peng"',
    'type="answers" target="#received-from-peng"',
    'ref',
    'The telegram in which this one is forwarded “forwards” it: let a ref of that type in “correspondence-mao-stalin” point to “correspondence-mao-peng”.',
  ],
  [
    '<signed><persName ref="persons.xml#mao-zedong">MAO ZEDONG',
    '<signed><persName ref="persons.xml#peng-dehuai">PENG DEHUAI',
    'persName',
    'PENG DEHUAI signed “telegram-to-peng”, and correspDesc says that Mao Zedong sent it: correct the one that is wrong.',
  ],
  [
    '<placeName ref="places.xml#beijing">BEIJING',
    '<placeName ref="places.xml#pyongyang">Pyongyang',
    'placeName',
    'The routing says that “telegram-to-stalin” came from Pyongyang, and correspDesc says Beijing: correct the place of the sender, or add it.',
  ],
  [
    '“Comrade <persName ref="persons.xml#peng-dehuai">PENG DEHUAI',
    '“Comrade <persName ref="persons.xml#stalin">Stalin',
    'persName',
    '“telegram-to-peng” is addressed to Stalin, and correspDesc says that Peng Dehuai received it: correct the one that is wrong.',
  ],
  [
    '<persName type="pseudonym" ref="persons.xml#stalin">FILIPPOV',
    '<persName ref="persons.xml#mao-zedong">MAO ZEDONG',
    'persName',
    '“telegram-to-stalin” is addressed to MAO ZEDONG, and correspDesc says that Stalin received it: correct the one that is wrong.',
  ],
  [
    '<dateline><date when="1951-01-28">28',
    '<dateline><date when="1951-01-27">27',
    'date',
    'The closing line dates “telegram-to-peng” to 1951-01-27, and correspDesc says that it was sent on 1951-01-28T19:00:00: correct the one that is wrong.',
  ],
  [
    '<time when="19:00:00">19',
    '<time when="18:00:00">18',
    'time',
    'The closing line has the time 18:00:00, and correspDesc does not say it: let the date of sending end with “T18:00:00”.',
  ],
  [
    '<date when="1951-01-29">29.1',
    '<date when="1951-01-30">30.1',
    'date',
    'The routing says that “telegram-to-stalin” was received on 1951-01-30, and correspDesc says 1951-01-29T18:40:00: correct the one that is wrong.',
  ],
  [
    '<time when="18:40:00">18 hours 40',
    '<time when="18:45:00">18 hours 45',
    'time',
    'The routing has the time of receipt 18:45:00, and correspDesc does not say it: let the date of receipt end with “T18:45:00”.',
  ],
  [
    /(<placeName ref="places.xml#beijing">Beijing<\/placeName>\s*<date when="1951-01-2)8/,
    '$17',
    'date',
    'A telegram is sent before it is forwarded: this one on 1951-01-28T19:00:00, and “correspondence-mao-stalin”, in which it is forwarded, on 1951-01-27. Correct one of the dates.',
  ],

  [
    '“Comrade',
    'Comrade',
    'floatingText',
    'A forwarded telegram begins with the quotation mark that the source sets before it, “: write it into its first line.',
  ],
  [
    '.”</dateline>',
    '.</dateline>',
    'floatingText',
    'A forwarded telegram ends with the quotation mark that the source sets after it, ”: write it into its last line.',
  ],
  [
    '<signed><persName ref="persons.xml#mao-zedong">MAO ZEDONG</persName></signed>,',
    '',
    'floatingText',
    'A forwarded telegram is a document of its own: its closing lines say in a signed who sent it.',
  ],
  [
    '<idno type="telegram">16052</idno>',
    '16052',
    'div',
    'A ciphered telegram has a number in its heading: write the heading as a head of the type “number”, and its number as an idno of the type “telegram”.',
    'warning',
  ],
  [
    'xml:id="point-3"',
    'xml:id="point-4a"',
    'xml:id="point-4a"',
    'The number of a point stands in its identifier: point 3 has “point-4a”. If nothing cites it yet, call it “point-3”.',
  ],
  [' xml:id="point-3"', '', 'div', 'A point can be cited: give it the identifier “point-3”.'],
  [
    ' xml:id="point-6-paragraph-2"',
    '',
    'p',
    'A point of several paragraphs is cited by them: give this one the identifier “point-6-paragraph-2”.',
  ],
  [
    ' xml:id="situation"',
    '',
    'p',
    'A paragraph outside the points has nothing else by which it can be cited: give it an identifier that says what it is about.',
  ],
  [
    '>[<persName ref="persons.xml#stalin">Stalin</persName>]<',
    '><persName ref="persons.xml#stalin">Stalin</persName><',
    'note',
    'Square brackets belong to the identification and stay inside the note: “Stalin” is to begin with [ and to end with ].',
  ],
  [
    'EXTREMELY URGENT T',
    'EXTREMELY URGENT [T]',
    'EXTREMELY URGENT [T]',
    'Words in square brackets came to the text with its publication: put them, with their brackets, into a note of the type “identification”, and say with “resp” who publishes them.',
  ],
  [
    ' cert="medium" resp="#encoder"',
    ' resp="#encoder"',
    'rs',
    '“resp” says whose judgement it is how certain this is: say with “cert” how certain, or take “resp” out where there is no doubt.',
  ],

  [
    '<placeName ref="places.xml#seoul">Seoul',
    '<placeName ref="places.xml#han-river">Han River',
    'placeName',
    'placeName is for cities, ports and countries, and “han-river” is a river: write geogName, or correct “ref”.',
  ],
  [
    '<geogName ref="places.xml#han-river">Han River',
    '<geogName ref="places.xml#seoul">Seoul',
    'geogName',
    'geogName is for rivers, and “seoul” is a city: write placeName for a city, a port or a country, rs for what has no name, or correct “ref”.',
  ],
  [
    '<rs type="line" ref="places.xml#seoul-jemulpo-line"',
    '<rs type="region" ref="places.xml#seoul-jemulpo-line"',
    'rs',
    '“seoul-jemulpo-line” is a line in the register, and a region here: correct the one that is wrong.',
  ],
  [
    '<rs type="force" ref="organisations.xml#first-echelon"',
    '<rs type="region" ref="organisations.xml#first-echelon"',
    'rs',
    'An rs of the type “region” means an entry of the register of places, and “organisations.xml#first-echelon” is none: correct “type” or “ref”.',
  ],
  [
    '<rs type="country" ref',
    '<rs type="force" ref',
    'rs',
    'An rs of the type “force” means an entry of the register of organisations, and “places.xml#korea” is none: correct “type” or “ref”.',
  ],
  [
    '>high command<',
    '>High Command<',
    'orgName',
    'The register does not have “High Command” among the names of “high-command”: add it there as a name of the type “as-written”, or correct “ref”.',
    'warning',
  ],
];

const inPlaces: readonly Slip[] = [
  [
    /<listBibl>.*<\/listBibl>/s,
    '',
    'TEI',
    'A register names its sources: its sourceDesc has a listBibl.',
  ],
  [
    '</encodingDesc>',
    '$&<profileDesc/>',
    'TEI',
    'A register has no profileDesc: it is no telegram.',
  ],
  [
    'type="modern" xml:lang="en">Seoul',
    'type="modern" xml:lang="ko-Latn">Seoul',
    'placeName',
    'A name of the type “modern” is the one in English, and its language tag is “en”, not “ko-Latn”.',
  ],
  [
    'xml:lang="ko-Hang">인천',
    'xml:lang="ko">인천',
    'placeName',
    'A name in the Korean alphabet has the language tag “ko-Hang”, not “ko”.',
  ],
  [
    '>인천<',
    '>Incheon<',
    'placeName',
    '“Incheon” is not in the Korean alphabet: write it in Hangul, or correct its type.',
  ],
  [
    'xml:lang="ko-Hani">仁川',
    'xml:lang="ko-Hang">仁川',
    'placeName',
    'A name in Chinese characters has the language tag “ko-Hani” for a Korean place, “zh-Hani”, “zh-Hans” or “zh-Hant” for a Chinese one, not “ko-Hang”.',
  ],
  [
    'xml:lang="ko-Latn">Incheon',
    'xml:lang="en">Incheon',
    'placeName',
    'A romanised Korean name has the language tag “ko-Latn”, not “en”.',
  ],
  [
    '>Inch’ŏn<',
    ">Inch'ŏn<",
    'placeName',
    "The apostrophe of McCune–Reischauer is ’ (U+2019), not the typewriter's: “Inch'ŏn”.",
  ],
  [
    'xml:lang="zh-Latn-pinyin"',
    'xml:lang="zh-Latn"',
    'placeName',
    'A name in Pinyin has the language tag “zh-Latn-pinyin”, not “zh-Latn”.',
  ],
  [
    /<relation name="around"[^>]*\/>/,
    '',
    'place',
    'Nothing says where “wonju-region” lies: add a relation whose “active” points to it, such as end-point, around or north-of.',
  ],
  [
    '<place xml:id="wonju-region" type="region">',
    '$&<location type="point"><geo>37 127</geo></location>',
    'place',
    'What a telegram draws between places has no coordinates of its own: take the location of “wonju-region” out, and let relations say where it lies.',
  ],
  [
    '<location type="course"',
    '<location type="point"',
    'place',
    'A river has a location of the type “course”: the points that it passes, in order.',
  ],
  [
    /<location type="point"[^>]*><geo>37.566.*?<\/location>/,
    '',
    'place',
    'The city “seoul” has no location, so that no map can show it: add its coordinates, with their source.',
    'warning',
  ],
];

const inPersons: readonly Slip[] = [
  [
    'type="usual" xml:lang="en">Mao',
    'type="as-written" xml:lang="en">Mao',
    'person',
    'A person is listed under one usual name: “mao-zedong” has 0.',
  ],
];

const inOrganisations: readonly Slip[] = [
  [
    'type="as-written" xml:lang="en">enemy<',
    'type="usual" xml:lang="en">enemy<',
    'org',
    'An organisation is listed under one usual name: “enemy” has 2.',
  ],
];

describe.each([
  ['telegram-112096', inTelegram],
  ['places', inPlaces],
  ['persons', inPersons],
  ['organisations', inOrganisations],
] as const)('a slip in %s is found', (name, slips) => {
  it.each(slips.map((slip) => ({ slip })))('$slip.0 → $slip.1', ({ slip }) => {
    const [good, bad, at, message, severity] = slip;
    const text = texts[name].replace(good, bad);
    expect(text).not.toBe(texts[name]);
    const problems = found(name, text);
    const one = problems.find((problem) => problem.message === message);
    expect(one, problems.map((problem) => problem.message).join('\n')).toBeDefined();
    const line = text.split('\n')[(one?.line ?? 0) - 1] ?? '';
    expect(line.slice((one?.column ?? 0) - 1, (one?.endColumn ?? 0) - 1)).toBe(at);
    expect(one?.severity).toBe(severity ?? 'error');
  });
});

test('no rule is without a slip that it finds', () => {
  const { document } = parseXml(readSource(join(root, 'schemas/telegram.sch'), 'telegram.sch'));
  const checks = [...descendants(document ?? expect.fail())].filter(({ name }) =>
    ['assert', 'report'].includes(name.local),
  );
  const slips = [inTelegram, inPlaces, inPersons, inOrganisations].flat();
  expect(checks.length).toBeGreaterThan(50);
  const untried = checks
    .map(
      (check) =>
        check.children
          .map((child) => (child.kind === 'text' ? child.value : '\0'))
          .join('')
          .split('\0')
          .sort((a, b) => b.length - a.length)[0],
    )
    .filter((words) => !slips.some(([, , , message]) => message.includes(words ?? '')));
  expect(untried).toEqual([]);
});
