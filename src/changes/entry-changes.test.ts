import { expect, test } from 'vitest';
import { told } from '../../test/changes-told.js';

const incheon =
  '<place xml:id="incheon" type="city"><placeName type="as-written" xml:lang="en">Incheon</placeName>' +
  '<placeName type="modern" xml:lang="en">Incheon</placeName>' +
  '<location><geo>37.45646 126.70515</geo></location>' +
  '<note>City on the <hi>western</hi> coast.</note><idno type="GeoNames">1843564</idno></place>';
const seoul = '<place xml:id="seoul"><placeName>Seoul</placeName></place>';

const register = (...entries: string[]): string =>
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPlace>' +
  `${entries.join('\n')}</listPlace></standOff></TEI>`;

const entries = (before: string, after: string) =>
  told(register(before, seoul), register(after, seoul)).entries;

const facts = (old: string, now: string) =>
  entries(incheon, incheon.replace(old, now)).flatMap(({ kind, facts: changed }) =>
    changed.map(({ label, before, after }) => [kind, label, before, after]),
  );

test('coordinates', () => {
  expect(facts('37.45646 126.70515', '37.4 126.7')).toEqual([
    ['facts', 'coordinates', '37.45646 126.70515', '37.4 126.7'],
  ]);
});

test('a name in another writing, and the name under which it is listed', () => {
  expect(facts('modern" xml:lang="en">Incheon', 'modern" xml:lang="en">Inch’ŏn')).toEqual([
    ['facts', 'name (modern, en)', 'Incheon', 'Inch’ŏn'],
  ]);
  expect(facts('as-written" xml:lang="en">Incheon', 'usual" xml:lang="en">Jemulpo')).toEqual([
    ['renamed', 'name (usual, en)', undefined, 'Jemulpo'],
    ['renamed', 'name (as written, en)', 'Incheon', undefined],
  ]);
});

test('what a note says, the number in another register, the type', () => {
  expect(facts('western', 'eastern')).toEqual([
    ['facts', 'note', 'City on the western coast.', 'City on the eastern coast.'],
  ]);
  expect(facts('1843564', '1843561')).toEqual([['facts', 'GeoNames', '1843564', '1843561']]);
  expect(facts('type="city"', 'type="port"')).toEqual([['facts', 'type', 'city', 'port']]);
});

test('an entry that came, one that went, one under another identifier', () => {
  const kinds = (before: string, after: string) =>
    entries(before, after).map(({ kind, identifier, name }) => [kind, identifier, name]);
  expect(kinds('', incheon)).toEqual([
    ['came', { before: undefined, after: 'incheon' }, { before: undefined, after: 'Incheon' }],
  ]);
  expect(kinds(incheon, '')).toEqual([
    ['went', { before: 'incheon', after: undefined }, { before: 'Incheon', after: undefined }],
  ]);
  expect(kinds(incheon, incheon.replace('xml:id="incheon"', 'xml:id="jemulpo"'))).toEqual([
    [
      'identifier',
      { before: 'incheon', after: 'jemulpo' },
      { before: 'Incheon', after: 'Incheon' },
    ],
  ]);
});

test('entries in another order, or with other white space, say the same', () => {
  const { entries: changed, markup } = told(register(incheon, seoul), register(seoul, incheon));
  expect(changed).toEqual([]);
  expect(markup).toEqual([{ what: 'order or nesting of elements', count: 1 }]);
  const spaced = told(register(incheon), register(incheon.replaceAll('><', '>\n  <')));
  expect([spaced.entries, spaced.markup]).toEqual([[], [{ what: 'white space', count: 1 }]]);
});

test('relations, as sentences', () => {
  const related = (name: string): string =>
    register(
      incheon,
      seoul,
      `</listPlace><listRelation><relation name="${name}" active="#incheon" passive="#seoul"/></listRelation><listPlace>`,
    );
  expect(told(related('near'), related('west-of')).relations).toMatchObject([
    { kind: 'went', relation: '#incheon near #seoul' },
    { kind: 'came', relation: '#incheon west of #seoul' },
  ]);
});
