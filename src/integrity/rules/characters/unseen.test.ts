import { describe, expect, it } from 'vitest';
import { mendedByRule, saidByRule } from '../../../../test/said-by-rule.js';
import { controlCharacter } from './control-character.js';
import { invisibleCharacter } from './invisible-character.js';
import { privateUseCharacter } from './private-use-character.js';
import { replacementCharacter } from './replacement-character.js';

const tei = (text: string): string => `<TEI>${text}</TEI>`;

describe('controls and numbers that are no characters stand nowhere', () => {
  const said = (text: string): string[] => saidByRule(controlCharacter, tei(text));

  it.each([
    [
      '<p>It\x92s</p>',
      '[\x92] → [’] The control character U+0092 stands in <p>, which nobody sees. Write "’": Windows has it under this number.',
    ],
    [
      '<p>It&#146;s</p>',
      '[&#146;] → [’] The control character U+0092 stands in <p>, which nobody sees. Write "’": Windows has it under this number.',
    ],
    [
      '<p n="a\x81b"/>',
      '[\x81] The control character U+0081 stands in @n on <p>, which nobody sees. Delete it: it often comes along when text is pasted.',
    ],
    [
      '<p>a\x7fb</p>',
      '[\x7f] The control character U+007F stands in <p>, which nobody sees. Delete it: it often comes along when text is pasted.',
    ],
    [
      '<p>&#xFDD0;</p>',
      '[&#xFDD0;] U+FDD0 stands in <p>: Unicode has no such character and will never have. Write the character that is meant, or <gap/> where it is lost.',
    ],
    [
      '<p>&#x1FFFE;</p>',
      '[&#x1FFFE;] U+1FFFE stands in <p>: Unicode has no such character and will never have. Write the character that is meant, or <gap/> where it is lost.',
    ],
    [
      '<p><![CDATA[It\x92s]]></p>',
      '[<![CDATA[It\x92s]]>] The control character U+0092 stands in <p>, which nobody sees. Write "’": Windows has it under this number.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each(['<p>é ü\u00a0–’ 한\u{1f600}\u{10348}</p>', '<p>\n\ta</p>', '<!-- \x92 -->'])(
    'all is well with %j',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );
});

describe('no character has been lost', () => {
  it('one, in text', () => {
    expect(saidByRule(replacementCharacter, tei('<p>na\ufffdve</p>'))).toEqual([
      '[\ufffd] A character has been lost in <p>: "\ufffd" (U+FFFD) stands for what a program could not read. Write what the source has; where that cannot be read, <gap/>.',
    ]);
  });

  it('several, in an attribute', () => {
    expect(saidByRule(replacementCharacter, tei('<p n="\ufffd\ufffd"/>'))).toEqual([
      '[\ufffd\ufffd] Several characters have been lost in @n on <p>: "\ufffd\ufffd" (U+FFFD) stands for what a program could not read. Write what the source has; where that cannot be read, <gap/>.',
    ]);
  });
});

describe('no character stands where nobody sees it', () => {
  const said = (text: string, options = {}): string[] =>
    saidByRule(invisibleCharacter, tei(text), options);

  it.each([
    ['<p>Se\u200boul</p>', '\u200b', '', 'A zero width space (U+200B) stands in <p>'],
    ['<p>Se\ufeffoul</p>', '\ufeff', '', 'A byte order mark (U+FEFF) stands in <p>'],
    ['<p>Se\u00adoul</p>', '\u00ad', undefined, 'A soft hyphen (U+00AD) stands in <p>'],
    ['<p>Se\u200doul</p>', '\u200d', undefined, 'A zero width joiner (U+200D) stands in <p>'],
    ['<p>a \u200e</p>', '\u200e', '', 'A left-to-right mark (U+200E) stands in <p>'],
    ['<p>a\u202eb</p>', '\u202e', undefined, 'A right-to-left override (U+202E) stands in <p>'],
    ['<p>a\u2028b</p>', '\u2028', undefined, 'A line separator (U+2028) stands in <p>'],
    ['<p>a\u3164b</p>', '\u3164', undefined, 'A Hangul filler (U+3164) stands in <p>'],
    [
      '<p>a\u206ab</p>',
      '\u206a',
      undefined,
      'A control that Unicode has given up (U+206A) stands in <p>',
    ],
    [
      '<p xml:id="a\u200d1"/>',
      '\u200d',
      undefined,
      'A zero width joiner (U+200D) stands in @xml:id on <p>',
    ],
    [
      '<p>Größe, naïve\u00ad, &amp; a</p>',
      '\u00ad',
      undefined,
      'A soft hyphen (U+00AD) stands in <p>',
    ],
    [
      '<p>\u05d0\u202e\u05d1</p>',
      '\u202e',
      undefined,
      'A right-to-left override (U+202E) stands in <p>',
    ],
  ])('%j', (text, marked, fix, words) => {
    const mended = fix === undefined ? '' : ` → [${fix}]`;
    expect(said(text).map((each) => each.replace(/, which nobody sees\. .*$/, ''))).toEqual([
      `[${marked}]${mended} ${words}`,
    ]);
  });

  it.each([
    ['a joiner between Persian letters', '<p>می\u200cخواهم</p>'],
    ['a joiner after a vowel sign', '<p>بِ\u200cه</p>'],
    ['a joiner in Devanagari', '<p>क्\u200dष</p>'],
    ['a family of pictographs', '<p>\u{1f468}\u200d\u{1f469}\u200d\u{1f467}</p>'],
    ['a place to break a line of Thai', '<p>ภาษา\u200bไทย</p>'],
    ['marks of direction beside Hebrew', '<p>\u05e9\u05dc\u05d5\u05dd\u200f! \u2067a\u2069</p>'],
    ['a soft hyphen that is written out', '<p>Se&#xAD;oul&#x200B;</p>'],
    ['no-break spaces', '<p>p.\u00a05, 5\u202f000, a\u2060b</p>'],
    ['a variation', '<p>\u845b\u{e0100} \u2764\ufe0f</p>'],
    [
      'what other vocabularies need',
      '<formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mo>\u2061</mo></math></formula>',
    ],
  ])('but %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('nor what is allowed', () => {
    expect(said('<p>a\u00adb\u200bc</p>', { allow: ['u+00ad', 'U+200B'] })).toEqual([]);
  });

  it('and is taken out', () => {
    const text = tei('<p n="a\u200b">a\u200b&amp;b\ufeff\r\nc\u200e</p>');
    expect(mendedByRule(invisibleCharacter, text)).toBe(tei('<p n="a">a&amp;b\r\nc</p>'));
  });
});

describe('private use characters are declared', () => {
  const said = (text: string): string[] => saidByRule(privateUseCharacter, tei(text));

  it.each([
    [
      '<p>a\ue8b7 &#xE8B7;</p>',
      '[\ue8b7] The private use character U+E8B7 stands in <p>, and 1 more in this document: what it is depends on the font. Declare it in <charDecl>: <char xml:id="…"><mapping type="PUA">&#xE8B7;</mapping></char>, or write the character of Unicode that is meant.',
    ],
    [
      '<p><g>&#xF0001;</g></p>',
      '[&#xF0001;] The private use character U+F0001 stands in <g>: what it is depends on the font. Declare it in <charDecl>: <char xml:id="…"><mapping type="PUA">&#xF0001;</mapping></char>, or write the character of Unicode that is meant.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    '<charDecl><char xml:id="que"><mapping type="PUA">&#xE8B7;</mapping></char></charDecl><p>\ue8b7</p>',
    '<p>at<g ref="#que">\ue8b7</g></p>',
    '<p>\ud83d\ude00</p>',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });
});
