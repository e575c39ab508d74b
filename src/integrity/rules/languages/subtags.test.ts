import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedByRule, saidByRule } from '../../../../test/said-by-rule.js';
import { deprecatedSubtag } from './deprecated-subtag.js';
import { partsOfTag } from './parts-of-tag.js';
import { redundantScript } from './redundant-script.js';
import { isRegistered } from './registry.js';
import { subtagPrefix } from './subtag-prefix.js';
import { undeclaredLanguage } from './undeclared-language.js';
import { unknownSubtag } from './unknown-subtag.js';
import { unusedLanguage } from './unused-language.js';

const of = (tag: string): string => `<TEI><p xml:lang="${tag}"/></TEI>`;

describe('the subtags of a language tag are in the registry', () => {
  it.each([
    [
      'eng',
      '[eng] → [en] "eng" in @xml:lang on <p>: there is no language "eng" in the registry of 2025-08-25. Write "en".',
    ],
    [
      'jp',
      '[jp] "jp" in @xml:lang on <p>: there is no language "jp" in the registry of 2025-08-25. Write "ja".',
    ],
    [
      'en-UK',
      '[UK] "en-UK" in @xml:lang on <p>: there is no region "UK" in the registry of 2025-08-25. Write "GB".',
    ],
    [
      'zh-Hanx',
      '[Hanx] "zh-Hanx" in @xml:lang on <p>: there is no script "Hanx" in the registry of 2025-08-25. Codes of scripts have four letters: Latn, Cyrl, Hang, Hani, Hant.',
    ],
    [
      'el-grc',
      '[grc] "el-grc" in @xml:lang on <p>: there is no extended language "grc" in the registry of 2025-08-25. Write "grc".',
    ],
    [
      'de-diploma',
      '[diploma] "de-diploma" in @xml:lang on <p>: there is no variant "diploma" in the registry of 2025-08-25. What is your own comes after -x-: de-x-diplomatic.',
    ],
    ['xq-AQ-1999', undefined],
  ])('%s', (tag, message) => {
    if (message !== undefined) expect(saidByRule(unknownSubtag, of(tag))).toEqual([message]);
    else expect(saidByRule(unknownSubtag, of(tag))).toHaveLength(2);
  });

  it.each([
    ...[
      'en',
      'EN-gb',
      'ko-Hang',
      'zh-Hant-TW',
      'zh-cmn-Hans-CN',
      'sl-rozaj-biske-1994',
      'de-CH-1996',
      'es-419',
    ],
    ...[
      'grc',
      'lzh',
      'cmn',
      'und',
      'zxx',
      'mul',
      'mis',
      'qaa-Qaaa-QM-x-southern',
      'x-klingon',
      'i-klingon',
      'el-x-lgpn',
    ],
    ...[
      'de-DE-u-co-phonebk',
      'ru-Latn-alalc97',
      'ru-petr1708',
      'la-x-eng',
      'ja-Latn-hepburn-heploc',
      'fr-1694acad',
      'sh',
      'iw',
      '',
    ],
  ])('as are those of %s', (tag) => {
    expect(saidByRule(unknownSubtag, of(tag))).toEqual([]);
  });

  it('and what is no tag at all is told by another rule', () => {
    for (const tag of ['english', 'en_GB', 'en--GB'])
      expect(saidByRule(unknownSubtag, of(tag))).toEqual([]);
  });

  it('wherever a language is named', () => {
    const text =
      '<TEI><language ident="xq"/><textLang mainLang="xq" otherLangs="en xq"/><index ident="xq"/></TEI>';
    expect(saidByRule(unknownSubtag, text)).toHaveLength(3);
  });

  it('and the parts of a tag together are the tag', () => {
    const tag = fc
      .tuple(
        fc.constantFrom('de', 'zh', 'GRC', 'sl', 'sr'),
        fc.constantFrom('', '-yue', '-CMN'),
        fc.constantFrom('', '-Latn', '-hant'),
        fc.constantFrom('', '-AT', '-419'),
        fc.constantFrom('', '-1996', '-rozaj-biske'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(tag, fc.constantFrom('', '-u-co-phonebk', '-x-eng-Latn'), (text, end) => {
        const parts = partsOfTag(text + end);
        expect(parts.map(({ written }) => written).join('-')).toBe(text);
        for (const { index, written } of parts) expect(text.startsWith(written, index)).toBe(true);
        expect(parts.every(({ kind, name }) => isRegistered(kind, name))).toBe(true);
      }),
    );
  });
});

describe('the registry has not given a subtag up', () => {
  it.each([
    ['iw', 'he', '"iw" is out of use; the registry of languages has "he" for it. Write "he".'],
    [
      'iw-Hebr',
      'he',
      '"iw" is out of use; the registry of languages has "he" for it. Write "he-Hebr".',
    ],
    [
      'de-DD',
      'DE',
      '"DD" is out of use; the registry of languages has "DE" for it. Write "de-DE".',
    ],
    [
      'i-klingon',
      'tlh',
      '"i-klingon" is out of use; the registry of languages has "tlh" for it. Write "tlh".',
    ],
    [
      'zh-cmn-Hans',
      'cmn-Hans',
      '"zh-cmn-Hans" is out of use; the registry of languages has "cmn-Hans" for it. Write "cmn-Hans".',
    ],
  ])('%s', (tag, fix, message) => {
    const old = /^"([^"]*)"/.exec(message)?.[1];
    expect(saidByRule(deprecatedSubtag, of(tag))).toEqual([
      `[${old}] → [${fix}] "${tag}" in @xml:lang on <p>: ${message}`,
    ]);
  });

  it.each(['he', 'ru-SU', 'sr-YU', 'zh-Hans', 'x-iw', 'de-x-DD'])('as %s', (tag) => {
    expect(saidByRule(deprecatedSubtag, of(tag))).toEqual([]);
  });
});

describe('a variant stands with its language', () => {
  it.each([
    [
      'en-1996',
      '[1996] "en-1996" in @xml:lang on <p>: the variant "1996" is one of "de", which does not stand before it. Write "de-1996", or leave it out.',
    ],
    [
      'ja-pinyin',
      '[pinyin] "ja-pinyin" in @xml:lang on <p>: the variant "pinyin" is one of "zh-Latn" or "bo-Latn", which does not stand before it. Write "zh-Latn-pinyin", or leave it out.',
    ],
    [
      'ko-yue',
      '[yue] "ko-yue" in @xml:lang on <p>: the extended language "yue" is one of "zh", which does not stand before it. Write "zh-yue", or leave it out.',
    ],
  ])('%s', (tag, message) => {
    expect(saidByRule(subtagPrefix, of(tag))).toEqual([message]);
  });

  it.each([
    'de-1996',
    'de-AT-1901',
    'zh-Latn-CN-pinyin',
    'sl-rozaj-biske',
    'sl-IT-nedis',
    'ru-fonipa',
    'zh-yue',
  ])('as in %s', (tag) => {
    expect(saidByRule(subtagPrefix, of(tag))).toEqual([]);
  });
});

describe('a script that goes without saying is not said', () => {
  it('which is told, and mended', () => {
    expect(saidByRule(redundantScript, of('en-Latn-GB'))).toEqual([
      '[-Latn] → [] "en-Latn-GB" in @xml:lang on <p> names the script Latn, in which "en" is written anyway. Write "en-GB".',
    ]);
    expect(mendedByRule(redundantScript, of('ru-Cyrl'))).toBe(of('ru'));
  });

  it.each(['ru-Latn', 'zh-Hant', 'sr-Cyrl', 'ko-Hang', 'de-Latf', 'en', 'grc-Grek'])(
    'as in %s',
    (tag) => {
      expect(saidByRule(redundantScript, of(tag))).toEqual([]);
    },
  );

  it('unless it tells one text from another', () => {
    const text = '<TEI><p xml:lang="ru-Cyrl"/><p xml:lang="ru-Latn"/></TEI>';
    expect(saidByRule(redundantScript, text)).toEqual([]);
  });
});

describe('a header declares the languages of the text', () => {
  const letter = (declared: string, text: string, root = ''): string =>
    `<TEI${root}><teiHeader xml:lang="en"><langUsage>${declared
      .split(' ')
      .filter((ident) => ident !== '')
      .map((ident) => `<language ident="${ident}"/>`)
      .join('')}</langUsage></teiHeader><text>${text}</text></TEI>`;

  it.each([
    [
      'de',
      '<p xml:lang="fr"/><p xml:lang="fr"/>',
      '',
      [
        '[fr] "fr" in @xml:lang on <p>, and on 1 more is a language that the header does not declare. Add <language ident="fr">…</language> to <langUsage>, which has de.',
      ],
    ],
    [
      'de la',
      '<p/>',
      ' xml:lang="ru"',
      [
        '[ru] "ru" in @xml:lang on <TEI> is a language that the header does not declare. Add <language ident="ru">…</language> to <langUsage>, which has de and la.',
      ],
    ],
    ['de', '<p xml:lang="de-AT"/><p xml:lang="zxx"/><p xml:lang=""/>', '', []],
    ['', '<p xml:lang="fr"/>', '', []],
    ['de fr', '<p xml:lang="FR"/>', ' xml:lang="de"', []],
  ])('%s: %s', (declared, text, root, messages) => {
    expect(saidByRule(undeclaredLanguage, letter(declared, text, root))).toEqual(messages);
  });

  it.each([
    [
      'de fr la',
      '<p xml:lang="fr"/>',
      ' xml:lang="de"',
      [
        '[la] The header declares the language "la", and no @xml:lang in the text names it. Mark what is in this language by @xml:lang, or take the declaration out.',
      ],
    ],
    ['de fr', '<p xml:lang="fr"/>', '', []],
    [
      'de fr la',
      '<p xml:lang="fr"/>',
      '',
      [
        '[la] The header declares the language "la", and no @xml:lang in the text names it. Mark what is in this language by @xml:lang, or take the declaration out.',
      ],
    ],
    ['de fr', '<p/>', '', []],
    ['de-AT', '<p/>', ' xml:lang="de"', []],
  ])('and uses those that it declares, %s: %s', (declared, text, root, messages) => {
    expect(saidByRule(unusedLanguage, letter(declared, text, root))).toEqual(messages);
  });
});
