import { describe, expect, test } from 'vitest';
import { saidOf } from '../../../../test/said-of.js';
import { similarEntries } from './similar-entries.js';
import { unusedEntry } from './unused-entry.js';

describe('entries of registers are used', () => {
  const register =
    '<listPlace>\n<place xml:id="korea"><placeName>Korea</placeName>\n<place xml:id="seoul"/></place>\n<place xml:id="suwon"/></listPlace>';

  test('where something points at them', () => {
    const text =
      '<ref target="places.xml#korea"/><ref target="places.xml#seoul places.xml#suwon"/>';
    expect(saidOf(unusedEntry, text, { 'tei/places.xml': register })).toEqual([]);
  });

  test('or at one that they hold, or at a copy', () => {
    const text =
      '<placeName ref="places.xml#seoul #suwon"/><listPlace><place xml:id="suwon"/></listPlace>';
    expect(saidOf(unusedEntry, text, { 'tei/places.xml': register })).toEqual([]);
  });

  test('and told where nothing does', () => {
    const text = '<placeName ref="places.xml#suwon"/>';
    expect(saidOf(unusedEntry, text, { 'tei/places.xml': register })).toEqual([
      'tei/places.xml [<place xml:id="korea">] Nothing points to this <place>, "korea".',
      'tei/places.xml [<place xml:id="seoul"/>] Nothing points to this <place>, "seoul".',
    ]);
  });

  test('those without an identifier only mention somebody', () => {
    expect(saidOf(unusedEntry, '<listPerson><person/></listPerson>')).toEqual([]);
  });
});

describe('no two entries look like one', () => {
  const persons = (one: string, two: string): string[] =>
    saidOf(
      similarEntries,
      `<listPerson><person xml:id="a">${one}</person>\n<person xml:id="b">${two}</person></listPerson>`,
    );
  const name = (text: string): string => `<persName>${text}</persName>`;

  test.each([
    [name('Anna'), name('Hanna')],
    [`${name('Weber')}<death when="1812"/>`, `${name('Weber')}<death when="1826"/>`],
    [`${name('Weber')}<idno type="GND">1</idno>`, `${name('Weber')}<idno type="GND">2</idno>`],
    [name(''), name('')],
    [name('<choice><abbr>W.</abbr><expan>Weber</expan></choice>'), name('W.Weber')],
  ])('%s, %s', (one, two) => {
    expect(persons(one, two)).toEqual([]);
  });

  test.each([
    [
      name('Mao Zedong'),
      name('MAO, Zedong'),
      'the name "MAO, Zedong", and nothing else that differs',
    ],
    [name('Pěng'), name('Peng'), 'the name "Peng", and nothing else that differs'],
    [
      `${name('Filippov')}<idno type="GND">1</idno>`,
      `${name('Stalin')}<idno type="GND"> 1 </idno>`,
      'the number GND 1',
    ],
    [
      `${name('Weber')}<death when="1826"/>`,
      `${name('Weber')}<death when="1826-06-05"/>`,
      'the name "Weber", and nothing else that differs',
    ],
  ])('%s, %s', (one, two, shared) => {
    expect(persons(one, two)).toEqual([
      `[<person xml:id="b">] This <person> "b" and "a" on line 1 look like one: they have in common ${shared}.`,
    ]);
  });

  test('places far from one another are two, whatever their name', () => {
    const place = (id: string, geo: string): string =>
      `<place xml:id="${id}"><placeName>Paris</placeName><location><geo>${geo}</geo></location></place>`;
    const both = (one: string, two: string): string[] =>
      saidOf(similarEntries, `<listPlace>${place('a', one)}${place('b', two)}</listPlace>`);
    expect(both('48.86 2.35', '33.66 -95.55')).toEqual([]);
    expect(both('48.86 2.35', '48.85 2.35')).toHaveLength(1);
  });

  test('in several registers neither; what has one identifier in several is a copy', () => {
    const entry = (id: string): string =>
      `<listPerson><person xml:id="${id}">${name('Weber')}</person></listPerson>`;
    expect(saidOf(similarEntries, entry('a'), { 'tei/a.xml': entry('a') })).toEqual([]);
    expect(saidOf(similarEntries, entry('a'), { 'tei/a.xml': entry('b') })).toEqual([
      '[<person xml:id="a">] This <person> "a" and "b" on line 1 of tei/a.xml look like one: they have in common the name "Weber", and nothing else that differs.',
    ]);
  });
});
