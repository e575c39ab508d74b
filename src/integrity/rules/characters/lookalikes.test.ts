import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedByRule, saidByRule } from '../../../../test/said-by-rule.js';
import { decomposedCharacter } from './decomposed-character.js';
import { lookalikeCharacter } from './lookalike-character.js';
import { lookalikeDigit } from './lookalike-digit.js';
import { mixedScripts } from './mixed-scripts.js';
import { mojibake } from './mojibake.js';

const tei = (text: string): string => `<TEI>${text}</TEI>`;
const firstSentence = (said: string): string => said.replace(/(?<=[.:]) (Write|Mend) .*$/s, '');

/** A text as it looks when its UTF-8 is read as Windows-1252. */
function misread(text: string): string {
  const windows = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];
  return [...new TextEncoder().encode(text)]
    .map((byte) => windows[byte - 0x80] ?? String.fromCharCode(byte))
    .join('');
}

describe('no text was stored in UTF-8 and read as Windows-1252', () => {
  const said = (text: string): string[] => saidByRule(mojibake, tei(`<p>${text}</p>`));

  it('which is told with what was meant', () => {
    expect(said('GÃ¶ttingen')).toEqual([
      '[Ã¶] → [ö] "Ã¶" in <p> is "ö", which was stored in UTF-8 and read as something else. Write "ö", and look for more: what was converted wrongly once is so all through.',
    ]);
  });

  it.each([
    ...[
      'Göttingen',
      'Étude',
      'Ölberg',
      'à Paris',
      'mañana',
      'It’s “so”',
      'a – b — c…',
      '5 °C',
      '«oui»',
    ],
    ...[
      'Пекин',
      'Αθήνα',
      '인천',
      '北京',
      'Łódź',
      'Üß',
      'ДЖ',
      'Ævar',
      '𝄞',
      'Øre',
      'Straße',
      'a\u00a0b',
    ],
  ])('%s', (text) => {
    expect(mendedByRule(mojibake, tei(`<p n="${misread(text)}">${misread(text)}</p>`))).toBe(
      tei(`<p n="${text}">${text}</p>`),
    );
  });

  it('twice', () => {
    expect(mendedByRule(mojibake, tei(`<p>${misread(misread('naïve’s'))}</p>`))).toBe(
      tei('<p>naïve’s</p>'),
    );
  });

  it.each([
    ...[
      'IRMÃ”',
      'IRMÃ',
      'la letra «Ñ»',
      'Fuß“',
      '„Fuß“…',
      'Café”…',
      '“café”–',
      'já»',
      'É»',
      '“Â”',
      'Ã',
      'Âge',
    ],
    ...[
      'dé­jà',
      'À «',
      'Ü – ',
      'naïve',
      'Übergröße',
      'MAÑANA»',
      'ESPAÑ“',
      'CÉ—',
      'ça',
      'VOILÀ…',
      'Lázně-Úšovice',
      'Úžice',
      'ÚŠTĚK',
      'Ñ²',
    ],
  ])('but not %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('whatever the words are', () => {
    const small = [...'abcdefgäöüßéèêàçñøåîï'];
    const letters = fc.array(fc.constantFrom(...small), { minLength: 1, maxLength: 8 });
    const word = fc
      .tuple(letters, fc.constantFrom('small', 'Capital', 'CAPITALS'))
      .map(([some, size]) => {
        const text = some.join('').replace(/^ß/, 's');
        if (size === 'small') return text;
        return size === 'CAPITALS'
          ? text.toUpperCase()
          : text.replace(/^./, (first) => first.toUpperCase());
      });
    const quoted = fc
      .tuple(
        fc.constantFrom('', '“', '«', '„', '‘', '(', '« '),
        word,
        fc.constantFrom('', '”', '»', '“', '’', '…”', '’s', ' –', ' »', '—'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(quoted, { minLength: 1, maxLength: 6 }), (words) => {
        expect(said(words.join(' '))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('words have letters of one alphabet', () => {
  const said = (text: string): string[] => saidByRule(mixedScripts, tei(text)).map(firstSentence);

  it.each([
    [
      '<p>M\u0430o Zedong</p>',
      '[\u0430] → [a] "M\u0430o" in <p> mixes alphabets: its "\u0430" is the Cyrillic letter U+0430, CYRILLIC SMALL LETTER A.',
    ],
    [
      '<p xml:id="se\u03bful"/>',
      '[\u03bf] → [o] "se\u03bful" in @xml:id on <p> mixes alphabets: its "\u03bf" is the Greek letter U+03BF, GREEK SMALL LETTER OMICRON.',
    ],
    [
      '<p>Пекc</p>',
      '[c] → [с] "Пекc" in <p> mixes alphabets: its "c" is the Latin letter U+0063, LATIN SMALL LETTER C.',
    ],
    [
      '<p xml:lang="ru">Cе</p>',
      '[C] → [С] "Cе" in <p> mixes alphabets: its "C" is the Latin letter U+0043, LATIN CAPITAL LETTER C.',
    ],
    [
      '<p>Αθηνa Aθήνα</p>',
      '[A] → [Α] "Aθήνα" in <p> mixes alphabets: its "A" is the Latin letter U+0041, LATIN CAPITAL LETTER A.',
    ],
    ['<p>K&#x430;nton</p>', undefined],
    [
      '<p>Xрущёв</p>',
      '[X] → [Х] "Xрущёв" in <p> mixes alphabets: its "X" is the Latin letter U+0058, LATIN CAPITAL LETTER X.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual(message === undefined ? [] : [message]);
  });

  it.each([
    ...[
      'Мао Zedong',
      'Δt',
      '5 µm and 5 μm',
      'α-helix',
      'SMS-ки',
      'XXго',
      'KBS방송',
      'Tシャツ',
      'A級',
      'πr',
      'λx',
      'kΩ',
      '북한DPRK',
    ],
    ...['<foreign xml:lang="ru">Мао</foreign>Mao', 'В А', 'Пекин, Peking', 'ᾧδε', 'й'],
  ])('but %s', (text) => {
    expect(said(`<p>${text}</p>`)).toEqual([]);
  });

  it('whatever alphabet they are of', () => {
    const word = fc.oneof(
      ...[
        'abcdefghijklmnopqrstuvwxyzéßł',
        'абвгдежзиклмнопрстуфхцчшщъыьэюяѣ',
        'αβγδεζηθικλμνξοπρστυφχψωάἀᾧ',
      ].map((alphabet) =>
        fc
          .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 9 })
          .map((some) => some.join('')),
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(said(`<p>${words.join(' ')}</p>`)).toEqual([]);
      }),
    );
  });
});

describe('characters are composed where others of the document are', () => {
  const said = (text: string, options = {}): string[] =>
    saidByRule(decomposedCharacter, tei(text), options);

  it('and are told with their numbers', () => {
    expect(said('<p>e\u0301t\u00e9</p>')).toEqual([
      '[e\u0301] → [\u00e9] "e\u0301" in <p> is written as U+0065 and U+0301; elsewhere in this document it is U+00E9. Write it as U+00E9, which looks the same and which a search finds.',
    ]);
  });

  it.each([
    ['<p>n\u0303, ö</p>', 1],
    ['<p>n\u0303, a\u0308</p>', 0],
    ['<p>ö b\u0304 \u05d1\u05bc\u05b9</p>', 0],
    ['<p>\u1112\u1161\u11ab 한</p>', 1],
    ['<p>\u1112\u1161\u11ab é</p>', 0],
    ['<p>λ\u1f79γος λ\u03ccγος</p>', 1],
    ['<p>λ\u1f79γος</p>', 0],
    ['<p>Größe 5\u212b</p>', 0],
    ['<p n="e\u0301"/><p>\u00e9</p>', 1],
    ['<p>e&#x301; \u00e9</p>', 0],
    ['<p>が \u304b\u3099</p>', 1],
  ])('%j', (text, times) => {
    expect(said(text)).toHaveLength(times);
  });

  it('or everywhere, where that is asked for', () => {
    expect(said('<p>n\u0303, a\u0308</p>', { where: 'everywhere' })).toHaveLength(2);
  });

  it('and what is mended is in Normalization Form C', () => {
    const part = fc.constantFrom(
      ...'aeoñéåç가ạ̈κά',
      'e\u0301',
      'o\u0308\u0304',
      'a\u0323\u0302',
      '\u1100\u1161',
      'ά'.normalize('NFD'),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = tei(`<p>é가ά ${parts.join('-')}</p>`);
        expect(mendedByRule(decomposedCharacter, text)).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('no character stands for one that looks like it', () => {
  const said = (text: string, options = {}): string[] =>
    saidByRule(lookalikeCharacter, tei(text), options).map(firstSentence);

  it.each([
    ['<p>oﬃce</p>', '[ﬃ] → [ffi] "ﬃ" (U+FB03) in <p> is a ligature, and not "ffi".'],
    ['<p>Kriegﬅ</p>', '[ﬅ] → [ſt] "ﬅ" (U+FB05) in <p> is a ligature, and not "ſt".'],
    [
      '<p>Ⅻ. Division</p>',
      '[Ⅻ] → [XII] "Ⅻ" (U+216B) in <p> is the sign of a Roman numeral, and not "XII".',
    ],
    [
      '<p>Ｍａｏ＜</p>',
      '[Ｍａｏ＜] → [Mao&lt;] "Ｍａｏ＜" (U+FF2D) in <p> is of double width, and not "Mao<".',
    ],
    ['<p>it´s</p>', '[´] "´" (U+00B4) in <p> is an accent, and not "’".'],
    [
      '<p>λ\u00b5α</p>',
      '[\u00b5] → [μ] "\u00b5" (U+00B5) in <p> is the sign for a millionth, and not "μ".',
    ],
    ['<p>−20 ºC</p>', '[º] "º" (U+00BA) in <p> is the sign of an ordinal, and not "°".'],
    [
      '<p>300 \u212a</p>',
      '[\u212a] → [K] "\u212a" (U+212A) in <p> is the sign of a unit, and not "K".',
    ],
    [
      '<p>\u2f00</p>',
      '[\u2f00] → [一] "\u2f00" (U+2F00) in <p> is the radical of a dictionary, and not "一".',
    ],
    [
      '<p>\uf963</p>',
      '[\uf963] "\uf963" (U+F963) in <p> is an ideograph of an older character set, and not "北".',
    ],
    ['<p>ﻼ</p>', '[ﻼ] → [لا] "ﻼ" (U+FEFC) in <p> is a presentation form, and not "لا".'],
    [
      '<p>\u{1d400}</p>',
      '[\u{1d400}] "\u{1d400}" (U+1D400) in <p> is a letter that is styled by itself, and not "A".',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    ...[
      '5 µm',
      'office',
      '２０日',
      'Ａ級',
      '《毛澤東》，',
      '1º de mayo',
      '5 °C',
      'the ´ accent',
      '`',
      'ſt',
      'o&#xFB01;n',
      'Ω',
    ],
    ...[
      '<seg xml:lang="ko">ＫＢＳ</seg>',
      '<formula>\u{1d44e}</formula>',
      '<code>a`b</code>',
      '<sic>it´s</sic>',
      '﴾',
    ],
  ])('but %s', (text) => {
    expect(said(`<p>${text}</p>`)).toEqual([]);
  });

  it('nor what is allowed', () => {
    expect(said('<p>ﬁn Ⅻ Ⅻ</p>', { allow: ['ﬁ', 'Ⅻ'] })).toEqual([]);
  });
});

describe('numbers are of digits, words of letters', () => {
  const said = (text: string): string[] =>
    saidByRule(lookalikeDigit, tei(`<p>${text}</p>`)).map(firstSentence);

  it.each([
    ['in l951.', '[l] The number "l951" in <p> has the letter "l" where the digit 1 is meant.'],
    ['1O0 men', '[O] The number "1O0" in <p> has the letter "O" where the digit 0 is meant.'],
    ['(19I4)', '[I] The number "19I4" in <p> has the letter "I" where the digit 1 is meant.'],
    ['195O,', '[O] The number "195O" in <p> has the letter "O" where the digit 0 is meant.'],
    ['te1egram', '[1] The word "te1egram" in <p> has the digit 1 where a letter is meant.'],
    ['0ctober', '[0] The word "0ctober" in <p> has the digit 0 where a letter is meant.'],
    ['M0scow', '[0] The word "M0scow" in <p> has the digit 0 where a letter is meant.'],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    ...[
      'O2',
      '100l',
      '5l',
      'I23',
      'B0',
      '1st',
      '2nd',
      '1ère',
      'H2O',
      'CO2',
      'A1b',
      'n1',
      'd1e5',
      'http://a0bc.org/te1egram',
      'te1egram.xml',
    ],
    ...[
      '<idno>l951</idno>',
      '<sic>te1egram</sic>',
      '38th',
      '<form xml:lang="grc-x-beta">La1mpwn</form>',
      '1951',
      'Il est',
      'v1.0',
      'x0y0',
      'k1_te1eg',
    ],
  ])('but %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});
