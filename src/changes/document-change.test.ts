import { describe, expect, test } from 'vitest';
import { kindsOf, told } from '../../test/changes-told.js';

const header = (title: string, licence: string): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title><editor>A. Scholar</editor></titleStmt><publicationStmt>` +
  `<availability><licence target="${licence}"><p>Free.</p></licence></availability></publicationStmt>` +
  '<sourceDesc><msDesc><msIdentifier><settlement>Vienna</settlement><idno>12</idno></msIdentifier></msDesc></sourceDesc>' +
  '</fileDesc></teiHeader>';

const document = (body: string, head = header('Letters', 'https://example.org/free')): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${head}<text><body>${body}</body></text></TEI>`;

const change = (before: string, after: string) => told(document(before), document(after));

describe('the place of a change, as a reader names it', () => {
  test.each([
    ['<p>One.</p><p>Two words.</p>', '<p>One.</p><p>Three words.</p>', 'paragraph 2'],
    [
      '<div type="point" n="3"><p>Two words.</p></div><div type="point" n="4"><p>x</p></div>',
      '<div type="point" n="3"><p>Three words.</p></div><div type="point" n="4"><p>x</p></div>',
      'point 3',
    ],
    [
      '<div><head>Winter</head><p>Snow fell.</p></div><div><head>Spring</head><p>x</p></div>',
      '<div><head>Winter</head><p>Snow falls.</p></div><div><head>Spring</head><p>x</p></div>',
      'section “Winter”',
    ],
    [
      '<div><p>a</p></div><div><head>Winters</head><p>x</p></div>',
      '<div><p>a</p></div><div><head>Winter</head><p>x</p></div>',
      'section “Winter”, heading',
    ],
    [
      '<pb n="1"/><p><lb/>a line<lb/>another</p><pb n="2"/><p><lb/>the first<lb/>the second one</p>',
      '<pb n="1"/><p><lb/>a line<lb/>another</p><pb n="2"/><p><lb/>the first<lb/>the second two</p>',
      'page 2, line 2, paragraph 2',
    ],
    [
      '<lg n="1"><l>Es war</l><l>einmal hier</l></lg>',
      '<lg n="1"><l>Es war</l><l>einmal dort</l></lg>',
      'stanza 1, line 2',
    ],
    [
      '<table><row><cell>a</cell><cell>two words</cell></row></table>',
      '<table><row><cell>a</cell><cell>three words</cell></row></table>',
      'row 1, cell 2',
    ],
    [
      '<p>Text<note n="7">Two words.</note></p>',
      '<p>Text<note n="7">Three words.</note></p>',
      'paragraph 1, note 7',
    ],
    [
      '<list><item>a</item><item>two words</item></list>',
      '<list><item>a</item><item>three words</item></list>',
      'item 2',
    ],
  ])('%s', (before, after, place) => {
    expect(change(before, after).words.map((each) => each.place)).toEqual([place]);
  });

  test.each([
    ['title', document('<p>a</p>', header('The letters', 'x'))],
    ['title', document('<p>a</p>', header('Letter', 'x'))],
  ])('of the header: %s', (place, after) => {
    const before = document('<p>a</p>', header('Letters', 'x'));
    const { words } = told(before, after);
    expect(words.map((each) => [each.place, each.inHeader])).toEqual([[place, true]]);
  });

  test('of the header: the licence and the source', () => {
    const before = document('<p>a</p>');
    const after = before.replace('org/free', 'org/freer').replace('<idno>12', '<idno>13');
    const { structure, words } = told(before, after);
    expect(structure.map(({ place, before: old, after: now }) => [place, old, now])).toEqual([
      ['licence', 'https://example.org/free', 'https://example.org/freer'],
    ]);
    expect(words.map(({ place, before: old, after: now }) => [place, old, now])).toEqual([
      ['archival source: idno', '12', '13'],
    ]);
  });
});

describe('what a reader sees', () => {
  test('is the corrected, the regular, the expanded form, and the lemma', () => {
    expect(
      kindsOf(
        change(
          '<p>They <choice><sic>recieve</sic><corr>receive</corr></choice> it.</p>',
          '<p>They <choice><sic>recieve</sic><corr>received</corr></choice> it.</p>',
        ),
      ),
    ).toEqual({ words: ['changed'] });
  });

  test('is not what was corrected, which is told as a reading beside the text', () => {
    for (const [before, after] of [
      ['<sic>recieve</sic><corr>receive</corr>', '<sic>reciev</sic><corr>receive</corr>'],
      ['<orig>vnd</orig><reg>und</reg>', '<orig>vnnd</orig><reg>und</reg>'],
      ['<abbr>Dr</abbr><expan>Doctor</expan>', '<abbr>Dr.</abbr><expan>Doctor</expan>'],
    ]) {
      const [a, b] = [before, after].map((each) => `<p>We <choice>${each}</choice> it.</p>`);
      expect(kindsOf(change(a as string, b as string)).words).toEqual([
        expect.stringMatching(/^(?:changed|came) in a reading$/),
      ]);
    }
  });

  test('is no other witness than the lemma', () => {
    const app = (lem: string, rdg: string): string =>
      `<p>Then <app><lem wit="#a">${lem}</lem><rdg wit="#b">${rdg}</rdg></app> came.</p>`;
    expect(kindsOf(change(app('he', 'she'), app('they', 'she')))).toEqual({ words: ['changed'] });
    expect(kindsOf(change(app('he', 'she'), app('he', 'it')))).toEqual({
      words: ['changed in a reading'],
    });
  });

  test('a word that is now corrected by an editor has changed', () => {
    const { words } = change(
      '<p>They recieve it.</p>',
      '<p>They <choice><sic>recieve</sic><corr>receive</corr></choice> it.</p>',
    );
    expect(words.map(({ layer, before, after }) => [layer, before, after])).toEqual([
      ['text', 'recieve', 'receive'],
      ['reading', '', 'recieve'],
    ]);
  });

  test('a space between two words, and none', () => {
    expect(kindsOf(change('<p>South Korea .</p>', '<p>South Korea.</p>'))).toEqual({
      words: ['spacing'],
    });
  });

  test('a space that breaks no line is another than one that does, and than none', () => {
    for (const [before, after] of [
      ['24.\u00a0Rue', '24. Rue'],
      ['24.\u00a0Rue', '24.Rue'],
      ['24.\u00a0Rue', '24.\u2009Rue'],
    ]) {
      expect(kindsOf(change(`<p>${before}</p>`, `<p>${after}</p>`))).toEqual({
        words: ['spacing'],
      });
    }
  });

  test('a word over the end of a line is one word', () => {
    expect(
      kindsOf(change('<p>Pyongyang fell</p>', '<p>Pyong<lb break="no"/>yang fell</p>')),
    ).toEqual({ structure: ['line break came'] });
  });

  test('a note that came, one that went, one that hangs elsewhere', () => {
    const text = (...places: string[]): string =>
      `<p>The${places[0]} quick brown${places[1]} fox jumps${places[2]}.</p>`;
    const note = '<note>Thus in the source.</note>';
    expect(kindsOf(change(text('', '', ''), text('', note, '')))).toEqual({
      words: ['came in a note'],
    });
    expect(kindsOf(change(text('', note, ''), text('', '', note)))).toEqual({
      structure: ['note moved'],
    });
  });

  test('points that are numbered otherwise', () => {
    const { structure } = change(
      '<div type="point" n="1"><p>First of all.</p></div><div type="point" n="2"><p>Then.</p></div>',
      '<div type="point" n="1"><p>First of all.</p></div><div type="point" n="3"><p>Then.</p></div>',
    );
    expect(structure.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['renumbered', 'point 2', 'point 3'],
    ]);
  });

  test('a paragraph that stands elsewhere with a word changed', () => {
    const moving = 'Such a situation has developed that our troops are deprived of rest.';
    const others = ['The first of all.', 'And then another one here.', 'And the last of them.'];
    const paragraphs = (all: readonly string[]): string =>
      all.map((each) => `<p>${each}</p>`).join('\n');
    const { words, structure } = change(
      paragraphs([moving, ...others]),
      paragraphs([...others, moving.replace('troops', 'soldiers')]),
    );
    expect(structure.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['moved', 'paragraph 1', 'paragraph 4'],
    ]);
    expect(words.map(({ before, after }) => [before, after])).toEqual([['troops', 'soldiers']]);
  });

  test('two paragraphs that became one', () => {
    expect(
      kindsOf(change('<p>One here.</p><p>Two there.</p>', '<p>One here. Two there.</p>')),
    ).toEqual({ structure: ['paragraph went'] });
  });
});

describe('words that changed beside markup', () => {
  const flags = (before: string, after: string): boolean[] =>
    change(before, after).words.map(({ besideMarkup }) => besideMarkup);

  test('a slip in the word that was marked', () => {
    expect(
      flags('<p>The Han River froze.</p>', '<p>The <rs ref="#h">Hann River</rs> froze.</p>'),
    ).toEqual([true]);
  });

  test('a slip elsewhere in the paragraph in which a name was marked', () => {
    expect(
      flags('<p>The Han froze over.</p>', '<p>The <rs ref="#h">Han</rs> frose over.</p>'),
    ).toEqual([true]);
  });

  test('words that were changed for themselves', () => {
    expect(flags('<p>The Han froze.</p>', '<p>The Han thawed.</p>')).toEqual([false]);
  });

  test('a new sentence with a name in it', () => {
    expect(
      flags('<p>The Han froze.</p>', '<p>The Han froze. <rs ref="#s">Seoul</rs> waited.</p>'),
    ).toEqual([false]);
  });

  test('a date that was mended with what it is normalised to', () => {
    expect(
      flags(
        '<p>On <date when="1951-01-28">28 January</date> it began.</p>',
        '<p>On <date when="1951-01-27">27 January</date> it began.</p>',
      ),
    ).toEqual([false]);
  });
});

describe('dates and numbers', () => {
  test('words and value, the one without the other', () => {
    const date = (when: string, words: string): string =>
      `<p>On <date when="${when}">${words}</date> it began.</p>`;
    const { values } = change(date('1951-01-28', '28 January'), date('1951-01-28', '27 January'));
    expect(values.map(({ before, after }) => [before, after])).toEqual([
      [
        { words: '28 January', value: 'when 1951-01-28' },
        { words: '27 January', value: 'when 1951-01-28' },
      ],
    ]);
  });

  test('a measure', () => {
    const { values } = change(
      '<p><measure quantity="5" unit="days">five days</measure></p>',
      '<p><measure quantity="6" unit="days">five days</measure></p>',
    );
    expect(values.map(({ kind, before, after }) => [kind, before?.value, after?.value])).toEqual([
      ['number', 'quantity 5, unit days', 'quantity 6, unit days'],
    ]);
  });
});

test('every kind of reading is compared with itself without a change', () => {
  const text = document(
    '<p>a <choice><sic>b</sic><corr>c</corr></choice><app><rdg>d</rdg><rdg>e</rdg></app>' +
      '<note><p>f</p><p>g</p></note> h<list><item>i</item></list>j</p>',
  );
  expect(kindsOf(told(text, text))).toEqual({});
});
