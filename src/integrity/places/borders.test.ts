import { describe, expect, it } from 'vitest';
import { distanceOutside, partAt } from './borders.js';
import { countryOfCode, countryOfName, countryShown } from './countries.js';

describe('borders', () => {
  it.each([
    [48.208, 16.373, 'Austria'],
    [37.566, 126.978, 'South Korea'],
    [39.02, 125.75, 'North Korea'],
    [-34.6, -58.4, 'Argentina'],
    [66.5, -179, 'Russia'],
    [-29.6, 28.2, 'Lesotho'],
    [-80, 0, 'Antarctica'],
    [42.66, 21.16, 'Kosovo'],
    [0, -30, undefined],
  ])('%d %d', (latitude, longitude, name) => {
    const part = partAt({ latitude, longitude });
    expect(part === undefined ? undefined : countryShown(part)).toBe(name);
  });

  it('and how far it is to them', () => {
    const away = (latitude: number, longitude: number, code: string) =>
      Math.round(distanceOutside({ latitude, longitude }, countryOfCode(code)?.parts ?? []) ?? -1);
    expect(away(48.208, 16.373, 'AT')).toBe(0);
    expect(away(50.5, 16.373, 'AT')).toBeGreaterThan(150);
    expect(away(50.5, 16.373, 'AT')).toBeLessThan(250);
    expect(away(40.75, 73.99, 'US')).toBeGreaterThan(6500);
    expect(away(0, 179.9, 'FJ')).toBeLessThan(away(0, 170, 'FJ'));
  });

  it('are there for every country of ISO 3166 in the list, and of history', () => {
    for (const name of ['Korea', 'UdSSR', 'Österreich-Ungarn', 'Россия', 'Yugoslavia', 'England'])
      expect(
        distanceOutside({ latitude: 0, longitude: -30 }, countryOfName(name)?.parts ?? []),
      ).toBeGreaterThan(100);
    for (const code of ['AD', 'KR', 'VA', 'FR', 'RS', 'SO', 'CY'])
      for (const part of countryOfCode(code)?.parts ?? [])
        expect(distanceOutside({ latitude: 0, longitude: -30 }, [part]), part).toBeGreaterThan(100);
  });
});
