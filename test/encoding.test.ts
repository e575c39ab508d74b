import type { Element } from 'slimdom';
import { describe, expect, it } from 'vitest';
import { type EnclosedText, enclosedText } from './encoding/enclosed-text.js';
import {
  all,
  archivePage,
  attributes,
  factsOnPlaces,
  folded,
  folder,
  givenSources,
  only,
  read,
  texts,
} from './encoding/sources.js';
import { embeddedRules } from './schema/embedded-rules.js';
import { jing, lacking, schemaText, teiSchema, telegramSchema } from './schema/judges.js';

const telegram = read('telegram-112096.xml');
const header = only(telegram, 'teiHeader');
const text = only(telegram, 'text');
const body = enclosedText(text);
const registers = ['organisations.xml', 'persons.xml', 'places.xml'];
const places = read('places.xml');

if (!givenSources) console.warn('The encoding is not held against ../shared/source: it is absent.');
if (lacking !== undefined) console.warn(`The encoding is not held against tei_all: ${lacking}.`);

describe.skipIf(!givenSources)('every word of the archive’s page', () => {
  const lines = archivePage().split('\n').map(folded);
  const first = lines.findIndex((line) => line.startsWith('SECOND MAIN'));
  const last = lines.indexOf('28 January 1951 MAO ZEDONG');

  it('stands in the text, from the letterhead to the signature, and nothing else does', () => {
    expect(body.text).toBe(folded(lines.slice(first, last + 1).join(' ')));
  });

  it('or stands in the header, each line in its place, but for “Skip to content”', () => {
    const record = [...lines.slice(0, first), ...lines.slice(last + 1)].filter(
      (line) => line !== '' && line !== 'Skip to content',
    );
    const fields = only(header, 'witness').firstElementChild?.children ?? [];
    const [date, title, ...others] = fields.filter(
      ({ localName }) => localName !== 'note' && localName !== 'publisher',
    );
    const words = [date, title, only(header, 'abstract'), ...others].flatMap((field) => {
      const paragraphs = field === undefined ? [] : all(field, 'p');
      return (paragraphs.length > 0 ? paragraphs : [field]).map((each) =>
        folded(each?.textContent),
      );
    });
    expect(words).toEqual(record);
  });
});

describe('the encoding is TEI', () => {
  const rules = lacking === undefined ? embeddedRules(schemaText(teiSchema)) : undefined;

  it.skipIf(lacking !== undefined)('valid against tei_all and against its own schema', () => {
    expect([...jing(folder, teiSchema, [...texts.keys()])]).toEqual([]);
    expect([...jing(folder, telegramSchema, [...texts.keys()])]).toEqual([]);
  });

  it.skipIf(lacking !== undefined)('that breaks none of the rules embedded in tei_all', () => {
    expect(rules?.count).toBe(100);
    for (const file of texts.values()) expect(rules?.check(file)).toEqual([]);
  });

  it.skipIf(lacking !== undefined).each([
    ['time when="19:00:00"', 'time when="19:00:00" notBefore="18:00:00"', '@when attribute cannot'],
    [
      'match="//floatingText"',
      'match="floatingText"',
      'XPath in @match on the outer citeStructure must start',
    ],
    ['<rs type="line"', '<rs subtype="line"', 'should not be categorized in detail with @subtype'],
    ['<lb/>', '<lb/><s><s>nested</s></s>', 'You may not nest one s element within another'],
  ])('and the rules do run: %s', (good, bad, message) => {
    const file = texts.get('telegram-112096.xml') ?? '';
    expect(rules?.check(file.replace(good, bad)).join('\n')).toContain(message);
  });
});

describe.skipIf(!givenSources)('the register of places', () => {
  const facts = factsOnPlaces();
  const tags: Record<string, RegExp> = {
    'as-written': /^en$/,
    modern: /^en$/,
    'older-western': /^en$/,
    hangul: /^ko-Hang$/,
    'revised-romanization': /^ko-Latn$/,
    'mccune-reischauer': /^ko-Latn$/,
    pinyin: /^zh-Latn-pinyin$/,
  };

  it.each(facts.rows.map((row) => [row.get('in the telegram') ?? '', row] as const))(
    'has what the sources say of %s',
    (written, row) => {
      // “Jinnampo [Nampo]”: the row's facts are those of the name in brackets.
      const name = /\[(\w+)\]/.exec(written)?.[1] ?? written;
      const place = placeWritten(name);
      const korean = row.get('Hangul') !== '';
      const romanised = row.get('today (Revised Romanization)') ?? '';
      expect(names(place, korean ? 'revised-romanization' : 'modern')).toEqual([romanised]);
      expect(names(place, 'mccune-reischauer')).toEqual(
        given(row.get('McCune–Reischauer')).map((each) => each.replaceAll("'", '’')),
      );
      expect(names(place, 'hangul')).toEqual(given(row.get('Hangul')));
      expect(names(place, 'chinese-characters')).toEqual(given(row.get('Chinese characters')));
      expect(all(place, 'idno').map((each) => each.textContent)).toEqual(
        given(row.get('GeoNames')),
      );
      if (place.getAttribute('type') !== 'river') {
        const coordinates = given(row.get('latitude longitude'));
        expect(all(place, 'geo').map((each) => folded(each.textContent))).toEqual(coordinates);
      }
    },
  );

  it('has the older names, and the name of Beijing in Pinyin', () => {
    const [hangul, characters, mccune] =
      /Jinnampo: (\S+), (\S+), (\S+), the older name/.exec(facts.text)?.slice(1) ?? [];
    const jinnampo = placeWritten('Jinnampo');
    expect(names(jinnampo, 'hangul')).toEqual([hangul]);
    expect(names(jinnampo, 'chinese-characters')).toEqual([characters]);
    expect(names(jinnampo, 'mccune-reischauer')).toEqual([mccune?.replaceAll("'", '’')]);
    expect(names(placeWritten('Jemulpo'), 'older-western')).toEqual(['Chemulpo']);
    expect(names(placeWritten('BEIJING'), 'pinyin')).toEqual(['Běijīng']);
  });

  it('has the course of the Han, point by point', () => {
    const course = facts.text.match(/\d+\.\d+,\d+\.\d+/g)?.map((pair) => pair.replace(',', ' '));
    expect(course?.length).toBeGreaterThan(30);
    expect(folded(only(placeWritten('Han River'), 'geo').textContent)).toBe(course?.join(' '));
  });

  it('tags each name by its script and its way of writing', () => {
    const wrong = all(places, 'placeName').filter((name) => {
      const place = name.parentElement;
      const chinese = ['beijing', 'china'].includes(place?.getAttribute('xml:id') ?? '');
      const expected =
        tags[name.getAttribute('type') ?? ''] ?? (chinese ? /^zh-(Hani|Hans|Hant)$/ : /^ko-Hani$/);
      return !expected.test(name.getAttribute('xml:lang') ?? '');
    });
    expect(wrong.map((each) => each.outerHTML)).toEqual([]);
  });

  it('writes each name in the script that its tag says', () => {
    const scripts: readonly [RegExp, RegExp][] = [
      [/^ko-Hang$/, /^\p{Script=Hangul}+$/u],
      [/-Han[ist]$|-Hant$/, /^\p{Script=Han}+$/u],
      [/^en$|-Latn/, /^[\p{Script=Latin}’, -]+$/u],
    ];
    for (const name of all(places, 'placeName')) {
      const tag = name.getAttribute('xml:lang') ?? '';
      const script = scripts.find(([tags]) => tags.test(tag))?.[1];
      expect(folded(name.textContent), tag).toMatch(script ?? /never/);
    }
  });

  it.each([
    ['daejeon-andong-boundary', ['daejeon', 'andong']],
    ['seoul-jemulpo-line', ['seoul', 'jemulpo']],
    ['suwon-jemulpo-region', ['suwon', 'jemulpo']],
    ['wonju-yeongju-direction', ['wonju', 'yeongju']],
    ['yeongju-andong-direction', ['yeongju', 'andong']],
    ['redeployment-region', ['pyongyang', 'seoul', 'jemulpo', 'suwon']],
  ])('knows the end points of %s', (line, ends) => {
    expect(related('end-point', line)).toEqual(ends);
  });

  it('relates Jemulpo to Incheon and Jinnampo to Nampo, and merges neither', () => {
    expect(related('located-in', 'jemulpo')).toEqual(['incheon']);
    expect(related('renamed-to', 'jinnampo')).toEqual(['nampo']);
  });
});

describe('every name is tagged where it stands', () => {
  const entries = registers.flatMap((file) =>
    all(read(file), 'standOff')
      .flatMap((standOff) => ['person', 'org', 'place'].flatMap((name) => all(standOff, name)))
      .map((entry) => ({
        pointer: `${file}#${entry.getAttribute('xml:id')}`,
        written: entry.children
          .filter((each) => ['as-written', 'pseudonym'].includes(each.getAttribute('type') ?? ''))
          .map((each) => folded(each.textContent)),
      })),
  );

  // “Korean” is the country, and “Korean troops” are the northern ones, where nothing says otherwise.
  const apart: Record<string, RegExp> = {
    Korean: /(?<!North |South )\bKorean\b(?! troops)/g,
    'Korean troops': /(?<!North |South )\bKorean troops\b/g,
  };

  // An article before a name need not be tagged with it.
  const occurrences = (name: string): RegExp => {
    const words = name.replace(/^the /, '');
    return apart[words] ?? new RegExp(`\\b${words.replace(/[.()[\]]/g, '\\$&')}\\b`, 'g');
  };

  const untagged = (of: EnclosedText): string[] =>
    entries.flatMap(({ pointer, written }) =>
      written
        .flatMap((name) => [...of.text.matchAll(occurrences(name))])
        .filter(({ 0: words, index }) =>
          of
            .enclosing(index, index + words.length)
            .every((element) => element.getAttribute('ref') !== pointer),
        )
        .map(({ 0: words, index }) => {
          const around = of.text.slice(Math.max(0, index - 20), index + 40);
          return `${words} (${pointer}) in “${around}”`;
        }),
    );

  it('as often as it occurs', () => {
    expect(entries.length).toBeGreaterThan(40);
    expect(untagged(body)).toEqual([]);
  });

  it('and one that is not would be found', () => {
    const other = read('telegram-112096.xml');
    const seoul = all(only(other, 'text'), 'placeName').findLast(
      (each) => each.textContent === 'Seoul',
    );
    seoul?.replaceWith('Seoul');
    expect(untagged(enclosedText(only(other, 'text')))).toEqual([
      expect.stringMatching(/^Seoul \(places\.xml#seoul\) in “.*Pyongyang, Seoul, Jemulpo/),
    ]);
  });

  it('in words that its entry has among its names', () => {
    const strangers = ['persName', 'placeName', 'geogName', 'orgName', 'rs']
      .flatMap((name) => all(text, name))
      .filter((element) => {
        const clone = element.cloneNode(true) as Element;
        for (const note of all(clone, 'note')) note.remove();
        const entry = entries.find(({ pointer }) => pointer === element.getAttribute('ref'));
        return !entry?.written.includes(folded(clone.textContent));
      });
    expect(strangers.map((each) => each.outerHTML)).toEqual([]);
  });

  it('and every entry that has a name as written occurs', () => {
    const pointers = new Set(
      all(telegram, '*').map((element: Element) => element.getAttribute('ref') ?? ''),
    );
    expect(
      entries.filter(({ pointer, written }) => written.length > 0 && !pointers.has(pointer)),
    ).toEqual([]);
  });
});

describe('the text can be cited and read by machines', () => {
  it('each of the nine points has its number, its label and an identifier that says so', () => {
    const points = all(text, 'div').filter((each) => each.getAttribute('type') === 'point');
    expect(points.map((each) => each.getAttribute('xml:id'))).toEqual(
      Array.from({ length: 9 }, (_, index) => `point-${index + 1}`),
    );
    for (const point of points) {
      expect(point.parentElement?.parentElement?.localName).toBe('floatingText');
      expect(all(point, 'label').map((each) => each.textContent)).toEqual([
        `${point.getAttribute('n')}.`,
      ]);
    }
    const six = points[5] === undefined ? [] : all(points[5], 'p');
    expect(six.map((each) => each.getAttribute('xml:id'))).toEqual([
      'point-6-paragraph-1',
      'point-6-paragraph-2',
    ]);
  });

  it('every figure lies in a number, a measure, a date, a time, or a label', () => {
    const kinds = ['num', 'measure', 'date', 'time', 'idno', 'label'];
    const loose = [...body.text.matchAll(/\d+/g)].filter(
      ({ 0: figure, index }) =>
        !body
          .enclosing(index, index + figure.length)
          .some(({ localName }) => kinds.includes(localName)),
    );
    expect(loose.map(({ index }) => body.text.slice(index - 20, index + 20))).toEqual([]);
  });

  it('measures are normalised beside the words', () => {
    expect(all(text, 'measure').map((each) => [each.textContent, attributes(each)])).toEqual([
      ['20,000 to 30,000', { type: 'count', atLeast: '20000', atMost: '30000', unit: 'troops' }],
      ['15-30 km', { type: 'distance', atLeast: '15', atMost: '30', unit: 'km' }],
      ['four to five divisions', { type: 'count', atLeast: '4', atMost: '5', unit: 'divisions' }],
      ['two to three months long', { type: 'duration', atLeast: '2', atMost: '3', unit: 'months' }],
      ['two echelons', { type: 'count', quantity: '2', unit: 'echelons' }],
      ['five day', { type: 'duration', quantity: '5', unit: 'days' }],
      ['10-12 days', { type: 'duration', atLeast: '10', atMost: '12', unit: 'days' }],
    ]);
  });

  it('ordinals have the number that their word says', () => {
    const words = [
      'first',
      'second',
      'third',
      'fourth',
      'fifth',
      'sixth',
      'seventh',
      'eighth',
      'ninth',
    ];
    const found = all(text, 'num').filter((each) => each.getAttribute('type') === 'ordinal');
    for (const each of found) {
      expect(each.getAttribute('value')).toBe(`${words.indexOf(each.textContent ?? '') + 1}`);
    }
    const spoken = body.text.match(new RegExp(`\\b(${words.join('|')})\\b`, 'g')) ?? [];
    expect(found.map((each) => each.textContent)).toEqual(spoken);
  });

  it('dates and times are normalised, 24:00 as the midnight that begins the next day', () => {
    const moments = all(text, '*').filter(({ localName }) => /^(date|time)$/.test(localName));
    expect(moments.map((each) => [each.textContent, each.getAttribute('when')])).toEqual([
      ['18 hours 40 minutes', '18:40:00'],
      ['29.1.1951', '1951-01-29'],
      ['28 January 1951', '1951-01-28'],
      ['27 January 1951, 24:00', '1951-01-28T00:00:00'],
      ['28 January 1951', '1951-01-28'],
      ['19:00', '19:00:00'],
      ['28 January 1951', '1951-01-28'],
    ]);
  });

  it('what stands in square brackets is somebody’s identification, and says whose', () => {
    const notes = all(text, 'note');
    expect(notes.map((each) => [each.textContent, each.getAttribute('resp')])).toEqual([
      ['[Stalin]', '#archive'],
      ['[Jemulpo]', '#archive'],
      ['[South Korean]', '#archive'],
      ['[Nampo]', '#archive'],
    ]);
    expect(body.text.match(/\[/g)).toHaveLength(notes.length);
  });
});

describe('the header', () => {
  it('describes two acts of correspondence, each bound to its telegram', () => {
    expect(
      all(header, 'correspDesc').map((each) => [
        each.getAttribute('xml:id'),
        each.getAttribute('corresp'),
      ]),
    ).toEqual([
      ['correspondence-mao-stalin', '#telegram-to-stalin'],
      ['correspondence-mao-peng', '#telegram-to-peng'],
    ]);
    const telegrams = [...all(text, 'div'), ...all(text, 'floatingText')].filter(
      (each) => each.getAttribute('type') === 'telegram',
    );
    expect(telegrams.map((each) => each.getAttribute('decls'))).toEqual([
      '#correspondence-mao-stalin',
      '#correspondence-mao-peng',
    ]);
  });

  it('takes the archival reference apart', () => {
    const unit = only(header, 'msIdentifier');
    expect(folded(only(unit, 'repository').textContent)).toBe('APRF');
    expect(all(unit, 'idno').map((each) => [each.getAttribute('type'), each.textContent])).toEqual([
      ['fond', '45'],
      ['opis', '1'],
      ['delo', '337'],
      ['leaves', '41-43'],
    ]);
  });

  it('has a principle for each phenomenon', () => {
    const declared = only(header, 'editorialDecl').children.map(({ localName }) => localName);
    expect(declared).toEqual(
      expect.arrayContaining([
        'hyphenation',
        'interpretation',
        'punctuation',
        'quotation',
        'stdVals',
      ]),
    );
    const identifiers = all(header, 'p').map((each) => each.getAttribute('xml:id'));
    expect(identifiers).toEqual(
      expect.arrayContaining(['principle-names', 'principle-brackets', 'principle-capitals']),
    );
  });
});

/** The place that the telegram calls by this name. */
function placeWritten(name: string): Element {
  const found = all(places, 'place').find((place) => names(place, 'as-written').includes(name));
  if (found === undefined) throw new Error(`No place is written “${name}”.`);
  return found;
}

function names(place: Element, type: string): string[] {
  return all(place, 'placeName')
    .filter((name) => name.getAttribute('type') === type)
    .map((name) => folded(name.textContent));
}

/** A cell of the table: nothing where it is empty or says that there is none. */
function given(cell: string | undefined): string[] {
  return cell === undefined || cell === '' || cell.startsWith('none') ? [] : [cell];
}

function related(name: string, active: string): string[] {
  return all(places, 'relation')
    .filter((each) => each.getAttribute('name') === name)
    .filter((each) => each.getAttribute('active') === `#${active}`)
    .flatMap((each) => (each.getAttribute('passive') ?? '').split(' '))
    .map((pointer) => pointer.replace('#', ''));
}
