import { describe, expect, test } from 'vitest';
import { saidOf } from '../../../../test/said-of.js';
import { nameSpelling } from './name-spelling.js';
import { unlinkedName } from './unlinked-name.js';

const registers = {
  'tei/places.xml':
    '<listPlace><place xml:id="incheon"><placeName>Incheon</placeName><placeName>Inch’ŏn</placeName></place></listPlace>',
};
const text = (content: string): string => `<text><body><p>${content}</p></body></text>`;
const linked = '<placeName ref="places.xml#incheon">Incheon</placeName>';

describe('names are linked', () => {
  test.each([
    linked,
    `${linked} <rs ref="places.xml#incheon"><placeName>Incheon</placeName></rs>`,
    `${linked} <ref target="places.xml#incheon"><placeName>Incheon</placeName></ref>`,
    `${linked} <bibl><placeName>Incheon</placeName></bibl>`,
    `${linked} <placeName>Suwon</placeName>`,
    // No name of the kind is linked: the project does not do that.
    '<placeName>Incheon</placeName>',
    `${linked} <persName>Incheon</persName>`,
  ])('%s', (content) => {
    expect(saidOf(unlinkedName, text(content), registers)).toEqual([]);
  });

  test('where a register knows them, or they are linked elsewhere', () => {
    expect(
      saidOf(unlinkedName, text(`${linked} <placeName>Incheon</placeName>`), registers),
    ).toEqual([
      '[<placeName>Incheon</placeName>] Nothing says whom or what "Incheon" names, which a register knows.',
    ]);
    const keyed = '<persName key="A1">Weber</persName> <persName>\n Weber</persName>';
    expect(saidOf(unlinkedName, text(keyed))).toEqual([
      '[<persName>] Nothing says whom or what "Weber" names, which is linked elsewhere.',
    ]);
  });

  test('and, if wished, all others', () => {
    const content = text(`${linked} <placeName>Suwon</placeName>`);
    expect(saidOf(unlinkedName, content, registers, { unknown: true })).toEqual([
      '[<placeName>Suwon</placeName>] Nothing says whom or what "Suwon" names.',
    ]);
  });
});

describe('names are spelt as their entries have them', () => {
  const spelt = (name: string): string[] =>
    saidOf(
      nameSpelling,
      text(`<placeName ref="places.xml#incheon">${name}</placeName>`),
      registers,
    );

  test.each([
    'Incheon',
    'INCHEON',
    'Inch’ŏn',
    'Inch’on',
    'Incheons',
    'the port',
    '<sic>Incheno</sic>',
    'In<lb/>chon',
  ])('%s', (name) => {
    expect(spelt(name)).toEqual([]);
  });

  test.each(['Incheno', 'Inchoen', 'Icheon', 'Incheeon', 'Imcheon'])('%s', (name) => {
    expect(spelt(name)).toEqual([
      `[<placeName ref="places.xml#incheon">${name}</placeName>] "${name}" is nearly "Incheon", as its entry has the name.`,
    ]);
  });

  test('or, without entries, as they mostly are', () => {
    const keyed = (...names: string[]): string[] =>
      saidOf(
        nameSpelling,
        text(names.map((name) => `<persName key="A1">${name}</persName>`).join(' ')),
      );
    expect(keyed('Weber', 'Weber', 'Webre')).toEqual([]);
    expect(keyed('Weber', 'Weber', 'Weber', 'Webers', 'Carl Maria')).toEqual([]);
    expect(keyed('Weber', 'Weber', 'Weber', 'Weber', 'Webre')).toEqual([
      '[<persName key="A1">Webre</persName>] "Webre" is nearly "Weber", as the same name is mostly spelt.',
    ]);
  });
});
