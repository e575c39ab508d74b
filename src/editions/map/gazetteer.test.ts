import { describe, expect, test } from 'vitest';
import { parseXml, type XmlDocument } from '../../xml/index.js';
import { readGazetteer } from './gazetteer.js';
import { whereabouts } from './whereabouts.js';

function register(content: string): XmlDocument {
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${content}</standOff></TEI>`;
  const { document } = parseXml({ file: 'places.xml', text });
  if (document === undefined) throw new Error('not well-formed');
  return document;
}

const read = (content: string) => readGazetteer([register(content)]);

describe('the names of a place', () => {
  test('are read by their types', () => {
    const { places } = read(`<listPlace><place xml:id="incheon">
      <placeName type="as-written" xml:lang="en">Incheon</placeName>
      <placeName type="hangul" xml:lang="ko-Hang">인천</placeName>
      <placeName type="chinese-characters" xml:lang="ko-Hani">仁川</placeName></place></listPlace>`);
    expect(places.get('incheon')?.names).toEqual({
      written: { text: 'Incheon', language: 'en' },
      hangul: { text: '인천', language: 'ko-Hang' },
      chinese: { text: '仁川', language: 'ko-Hani' },
    });
  });

  test('are known by their scripts where the register has no types', () => {
    const { places } = read(`<listPlace><place xml:id="suwon"><placeName>Suwon</placeName>
      <placeName xml:lang="ko-Hang">수원</placeName><placeName xml:lang="zh">水原</placeName>
      </place></listPlace>`);
    expect(places.get('suwon')?.names).toMatchObject({
      written: { text: 'Suwon' },
      hangul: { text: '수원' },
      chinese: { text: '水原' },
    });
  });

  test('lose the capitals of a letterhead', () => {
    const { places } =
      read(`<place xml:id="beijing"><placeName type="as-written">BEIJING</placeName>
      <placeName type="modern">Beijing</placeName></place>`);
    expect(places.get('beijing')?.names.written.text).toBe('Beijing');
  });

  test('stay as written where the place was renamed', () => {
    const { places } = read(`<place xml:id="jinnampo">
      <placeName type="as-written">Jinnampo</placeName>
      <placeName type="modern">Nampo</placeName></place>`);
    expect(places.get('jinnampo')?.names.written.text).toBe('Jinnampo');
  });
});

describe('geo', () => {
  test('is latitude and longitude; the map has them the other way round', () => {
    const { places } = read(
      '<place xml:id="s"><placeName>S</placeName><location><geo>37.5 127</geo></location></place>',
    );
    expect(places.get('s')?.geometry).toEqual([[127, 37.5]]);
  });

  test.each(['', 'north', '37.5', '91 10', '10 181', '1 2 x y'])('“%s” is no point', (geo) => {
    const { places } = read(
      `<place xml:id="s"><placeName>S</placeName><location><geo>${geo}</geo></location></place>`,
    );
    expect(places.get('s')?.geometry).toEqual([]);
  });
});

describe('a place without coordinates', () => {
  const places = `<place xml:id="port"><placeName>Port</placeName></place>
    <place xml:id="city"><placeName>City</placeName>
      <location><geo>10 20</geo></location></place>
    <place xml:id="land" type="country"><placeName>Land</placeName>
      <location><geo>1 2</geo></location></place>`;

  test('is found where it lies', () => {
    const gazetteer = read(
      `${places}<listRelation><relation name="located-in" active="#port" passive="#city"/></listRelation>`,
    );
    expect(whereabouts(gazetteer, 'port')).toEqual({ at: [20, 10], found: 'city' });
  });

  test('is found inside the place in whose entry it stands', () => {
    const gazetteer = read(`<place xml:id="city"><placeName>City</placeName>
      <location><geo>10 20</geo></location>
      <place xml:id="quay"><placeName>Quay</placeName></place></place>`);
    expect(whereabouts(gazetteer, 'quay')?.found).toBe('city');
  });

  test('is not found at a country', () => {
    const gazetteer = read(
      `${places}<listRelation><relation name="located-in" active="#port" passive="#land"/></listRelation>`,
    );
    expect(whereabouts(gazetteer, 'port')).toBeUndefined();
  });

  test('is not looked for in a circle', () => {
    const gazetteer = read(`<place xml:id="a"><placeName>A</placeName></place>
      <place xml:id="b"><placeName>B</placeName></place><listRelation>
      <relation name="renamed-to" active="#a" passive="#b"/>
      <relation name="renamed-to" active="#b" passive="#a"/></listRelation>`);
    expect(whereabouts(gazetteer, 'a')).toBeUndefined();
  });
});
