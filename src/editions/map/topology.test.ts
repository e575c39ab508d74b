import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { cutLand, worldLand } from './coast.js';
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
    const world = { west: -180, south: -90, east: 180, north: 90 };
    const ours = cutLand('110m', world, 0).polygons;
    const theirs = landByTopojson();
    expect(ours).toHaveLength(theirs.length);
    const count = (polygons: readonly (readonly (readonly unknown[])[])[]) =>
      polygons.flat(2).length;
    // Points that lie on a straight line between their neighbours are left out.
    expect(count(ours)).toBeLessThanOrEqual(count(theirs));
    expect(count(ours)).toBeGreaterThan(count(theirs) * 0.9);
    for (const [index, rings] of theirs.entries()) {
      const all = new Set(rings.flat().map((point) => point.map((x) => x.toFixed(6)).join()));
      for (const point of ours[index]?.flat() ?? [])
        expect(all).toContain(point.map((x) => x.toFixed(6)).join());
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

  test('over the 180th meridian, joins both sides without a coast between them', () => {
    const { polygons, coast } = cutLand('10m', { west: 170, south: 64, east: 195, north: 72 }, 0);
    const longitudes = polygons.flat(2).map(([longitude]) => longitude);
    expect(Math.min(...longitudes)).toBeLessThan(172);
    expect(Math.max(...longitudes)).toBeGreaterThan(188);
    for (const line of coast ?? [])
      for (const [index, point] of line.entries()) {
        const before = line[index - 1];
        const along = Math.abs(point[0] - 180) < 0.01 && Math.abs((before?.[0] ?? 0) - 180) < 0.01;
        expect(along).toBe(false);
      }
  });
});
