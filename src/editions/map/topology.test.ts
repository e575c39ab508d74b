import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { cutLand, wholeLand, worldLand } from './coast.js';
import { readTopology } from './topology.js';

const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');

/** The land as the library that belongs to the format reads it. */
function landByTopojson(): Position[][][] {
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    land: GeometryCollection;
  }>;
  return feature(topology, topology.objects.land).features.flatMap(
    (one) => (one.geometry as MultiPolygon).coordinates,
  );
}

describe('the land of the world', () => {
  test('is what topojson-client reads', () => {
    const ours = wholeLand('110m');
    const theirs = landByTopojson();
    expect(ours).toHaveLength(theirs.length);
    const turned = (longitude: number) => longitude - 360 * Math.round(longitude / 360);
    for (const [index, rings] of theirs.entries()) {
      expect(ours[index]).toHaveLength(rings.length);
      for (const [number, ring] of rings.entries()) {
        // Where two arcs meet, ours has the point of both.
        const points = (ours[index]?.[number] ?? []).filter(
          (point, place, all) => String(point) !== String(all[place - 1]),
        );
        expect(points).toHaveLength(ring.length);
        for (const [place, [longitude = 0, latitude = 0]] of ring.entries()) {
          const [x = 0, y = 0] = points[place] ?? [];
          expect(Math.abs(turned(x - longitude)) + Math.abs(y - latitude)).toBeLessThan(1e-6);
        }
      }
    }
  });

  test.each(['10m', '50m', '110m'] as const)('has every box around its stretch at %s', (scale) => {
    const { positions, starts, firstStretches, boxes } = worldLand(scale);
    expect(starts.at(-1)).toBeLessThanOrEqual(positions.length);
    expect(firstStretches.at(-1)).toBe(boxes.length / 4);
    expect(boxes.every((value) => Math.abs(value) <= 1e6)).toBe(true);
  });

  test('cannot be read from anything else', () => {
    expect(() => readTopology(Buffer.from('{}'))).toThrow('no arcs');
    const cut = readFileSync(file).subarray(0, 20_000);
    expect(() => readTopology(cut)).toThrow('do not end');
  });
});

describe('cutting', () => {
  test('leaves what lies in the rectangle and nothing outside it', () => {
    const rectangle = { west: 124, south: 33, east: 131, north: 39 };
    const { polygons } = cutLand('10m', rectangle, 0.001);
    for (const [longitude, latitude] of polygons.flat(2)) {
      expect(longitude).toBeGreaterThanOrEqual(124);
      expect(longitude).toBeLessThanOrEqual(131);
      expect(latitude).toBeGreaterThanOrEqual(33);
      expect(latitude).toBeLessThanOrEqual(39);
    }
    expect(polygons.length).toBeGreaterThan(20);
  });

  test('inland, leaves the whole rectangle', () => {
    const { polygons } = cutLand('10m', { west: 100, south: 50, east: 101, north: 51 }, 0);
    expect(polygons).toHaveLength(1);
    expect(new Set(polygons.flat(2).map(String)).size).toBe(4);
  });

  test('at sea, leaves nothing', () => {
    expect(cutLand('10m', { west: -40, south: 30, east: -39, north: 31 }, 0).polygons).toEqual([]);
  });

  test('over the 180th meridian, has no coast where the data is cut', () => {
    const { coast } = cutLand('10m', { west: 170, south: 64, east: 195, north: 72 }, 0);
    const longitudes = coast?.flat().map(([longitude]) => longitude) ?? [];
    expect(Math.min(...longitudes)).toBeLessThan(172);
    expect(Math.max(...longitudes)).toBeGreaterThan(188);
    for (const line of coast ?? [])
      for (const [index, [longitude]] of line.entries()) {
        const before = line[index - 1]?.[0] ?? 0;
        expect(Math.abs(longitude - 180) < 1e-3 && Math.abs(before - 180) < 1e-3).toBe(false);
      }
  });

  test('on either side of the 180th meridian, shows what lies on the other', () => {
    const east = cutLand('10m', { west: 176, south: -20, east: 182, north: -15 }, 0);
    const west = cutLand('10m', { west: -184, south: -20, east: -178, north: -15 }, 0);
    const points = ({ polygons }: typeof east, turn: number) =>
      new Set(polygons.flat(2).map(([x, y]) => `${(x + turn).toFixed(6)} ${y.toFixed(6)}`));
    expect(points(west, 360)).toEqual(points(east, 0));
  });

  test('by the South Pole, closes the land around it', () => {
    const { polygons } = cutLand('110m', { west: -30, south: -90, east: 30, north: -60 }, 0);
    const [inland] = polygons.filter((rings) => rings.flat().some(([, y]) => y === -90));
    const longitudes = inland?.flat().map(([longitude]) => longitude) ?? [];
    expect([Math.min(...longitudes), Math.max(...longitudes)]).toEqual([-30, 30]);
  });
});
