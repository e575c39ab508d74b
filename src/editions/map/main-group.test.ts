import { describe, expect, test } from 'vitest';
import type { Coordinates } from './gazetteer.js';
import { mainGroup } from './main-group.js';

const seoul: Coordinates = [126.98, 37.57];
const suwon: Coordinates = [127.01, 37.29];
const pyongyang: Coordinates = [125.75, 39.03];
const daejeon: Coordinates = [127.38, 36.35];
const beijing: Coordinates = [116.4, 39.91];
const moscow: Coordinates = [37.62, 55.75];

describe('the main group of places', () => {
  test('leaves out what is far from all the others', () => {
    const { near, far } = mainGroup([seoul, beijing, suwon, pyongyang, daejeon]);
    expect(near).toEqual([seoul, suwon, pyongyang, daejeon]);
    expect(far).toEqual([beijing]);
  });

  test('leaves out several, the farthest first', () => {
    const { far } = mainGroup([moscow, seoul, suwon, beijing, pyongyang, daejeon]);
    expect(far).toEqual([moscow, beijing]);
  });

  test('keeps two places together, however far apart', () => {
    expect(mainGroup([seoul, moscow]).far).toEqual([]);
  });

  test('keeps places that are spread evenly', () => {
    const row = Array.from({ length: 9 }, (_, index): Coordinates => [index * 3, 40]);
    expect(mainGroup(row).far).toEqual([]);
  });

  test('keeps one place, and the same place twice is one', () => {
    expect(mainGroup([seoul, seoul])).toEqual({ near: [seoul], far: [] });
  });
});
