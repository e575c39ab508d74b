import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../xml/index.js';
import { checkIntegrity, type RuleSettings } from '../../index.js';

/** What is said of a place: the characters marked, the words, and what is to be written. */
function said(content: string, rules: RuleSettings = {}): string[] {
  const text = `<TEI>${content}</TEI>`;
  const { document } = parseXml({ file: 'a.xml', text });
  if (document === undefined) throw new Error(text);
  return checkIntegrity([{ path: 'a.xml', document }], { rules })
    .filter(({ code }) => code === 'integrity/far-from-country')
    .map(({ line, column, endColumn, message, fix }) => {
      const marked = text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
      return `[${marked}] ${message}${fix === undefined ? '' : ` → ${fix.text}`}`;
    });
}

const place = (country: string, geo: string): string =>
  `<place>${country}<location><geo>${geo}</geo></location></place>`;
const named = (name: string, geo: string): string => place(`<country>${name}</country>`, geo);
const keyed = (key: string, geo: string): string => place(`<country key="${key}"/>`, geo);

describe('far-from-country: a place lies in the country it is said to be in', () => {
  it.each([
    keyed('AT', '48.208 16.373'),
    keyed('AUT', '48.208 16.373'),
    keyed('040', '48.208 16.373'),
    keyed('A', '48.208 16.373'),
    keyed('USA', '40.7484 -73.9858'),
    keyed('UK', '51.5 -0.12'),
    named('Österreich', '48.208 16.373'),
    named('Autriche', '48.208 16.373'),
    named('Австрия', '48.208 16.373'),
    named('The United States of America', '21.3 -157.86'),
    named('U.S.A.', '61.2 -149.9'),
    named('England', '51.5 -0.12'),
    named('Danmark', '64.15 -21.94'),
    named('Frankreich', '-21.1 55.5'),
    named('Russland', '66.17 -169.81'),
    named('Fiji', '-16.8 179.99'),
    named('Malta', '35.9 14.5'),
    named('Vatican City', '41.902 12.453'),
  ])('%s', (text) => {
    const found = said(text);
    expect(found).toEqual([]);
  });

  it.each([
    named('Korea', '39.02 125.75'),
    named('Korea', '37.566 126.978'),
    named('한국', '37.566 126.978'),
    named('USSR', '41.3 69.25'),
    named('DDR', '52.52 13.41'),
    named('Deutschland', '51.11 17.03'),
    named('Preußen', '54.71 20.51'),
    named('Österreich-Ungarn', '49.84 24.03'),
    named('Austria', '50.08 14.42'),
    named('Ungarn', '48.14 17.11'),
    named('Russland', '52.23 21.01'),
    named('Persia', '35.69 51.39'),
    keyed('UA', '44.95 34.1'),
    keyed('UA', '44.5 34.17'),
    keyed('DE', '51.11 16.0'),
    keyed('RS', '42.66 21.16'),
  ])('and borders have moved: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    place('', '0 0'),
    named('Cockaigne', '0 0'),
    named('Cockaigne', '0 0').replace('<location>', '<country key="AT"/><location>'),
    keyed('XX', '0 0'),
    named('Austria', '48.208'),
    named('Austria', '0 0 1 1'),
    named('Austria', '0,0 0,0'),
    named('', '0 0'),
    '<place type="city"><placeName>Austria</placeName><location><geo>0 0</geo></location></place>',
  ])('nothing is said of what is not known: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    [
      keyed('AT', '16.373 48.208'),
      '[16.373 48.208] 16.373 48.208 lies in Yemen, 4480 km from Austria, where this place is said to be. Latitude and longitude look exchanged. → 48.208 16.373',
    ],
    [
      named('USA', '40.7484 73.9858'),
      '[40.7484 73.9858] 40.7484 73.9858 lies in Kyrgyzstan, 6870 km from USA, where this place is said to be. The longitude lacks its minus. → 40.7484 -73.9858',
    ],
    [
      named('Argentina', '34.6 -58.4'),
      '[34.6 -58.4] 34.6 -58.4 lies at sea, 6310 km from Argentina, where this place is said to be. The latitude lacks its minus. → -34.6 -58.4',
    ],
    [
      named('Montenegro', '42.166389 -19.325833'),
      '[42.166389 -19.325833] 42.166389 -19.325833 lies at sea, 3070 km from Montenegro, where this place is said to be. The longitude has a minus too many. → 42.166389 19.325833',
    ],
    [
      named('Deutschland', ' 37.566\n126.978 ').replace('\n', ' '),
      '[37.566 126.978] 37.566 126.978 lies in South Korea, 7970 km from Deutschland, where this place is said to be.',
    ],
  ])('%s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it('the country may be that of a place around it, or be pointed to', () => {
    const inner = '<place><location><geo>0 0</geo></location></place>';
    expect(said(`<place><country key="AT"/>${inner}</place>`)).toHaveLength(1);
    expect(
      said(`<place type="country"><placeName>Österreich</placeName>${inner}</place>`),
    ).toHaveLength(1);
    const entry = '<place xml:id="at"><placeName>Austria</placeName></place>';
    expect(said(`${entry}${place('<country ref="#at"/>', '0 0')}`)).toHaveLength(1);
    const inName =
      '<place><placeName><settlement>Vejle</settlement><country>Danmark</country></placeName><location><geo>9.5 55.7</geo></location></place>';
    expect(said(inName)).toHaveLength(1);
  });

  it('how far it may be can be set', () => {
    const near = keyed('AT', '47.38 8.54');
    expect(said(near)).toEqual([]);
    expect(said(near, { 'far-from-country': { options: { tolerance: 10 } } })).toHaveLength(1);
  });
});
