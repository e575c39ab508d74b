import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipRing } from './clip.js';
import type { Coordinates } from './gazetteer.js';
import { simplify } from './simplify.js';

const coordinates = fc.tuple(
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.double({ min: -50, max: 50, noNaN: true }),
);

describe('a simplified line', () => {
  test('keeps its corners and drops what lies between them', () => {
    const line: Coordinates[] = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [2, 1],
    ];
    expect(simplify(line, 0.01, 1)).toEqual([
      [0, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  test('is never farther from the line it was made of than the tolerance', () => {
    fc.assert(
      fc.property(fc.array(coordinates, { minLength: 2, maxLength: 40 }), (line) => {
        const kept = simplify(line, 2, 1);
        for (const point of line) expect(distanceToLine(point, kept)).toBeLessThan(2 + 1e-9);
        expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)]);
      }),
    );
  });
});

describe('a cut ring', () => {
  test('stays inside the rectangle and is closed', () => {
    const rectangle = { west: -20, south: -10, east: 20, north: 10 };
    fc.assert(
      fc.property(fc.array(coordinates, { minLength: 3, maxLength: 20 }), (points) => {
        const ring = clipRing([...points, points[0] as Coordinates], rectangle);
        expect(ring[0]).toEqual(ring.at(-1));
        for (const [x, y] of ring) {
          expect(Math.abs(x)).toBeLessThan(20 + 1e-9);
          expect(Math.abs(y)).toBeLessThan(10 + 1e-9);
        }
      }),
    );
  });
});

function distanceToLine([x, y]: Coordinates, line: readonly Coordinates[]): number {
  const distances = line.slice(1).map((b, index) => {
    const a = line[index] as Coordinates;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = dx * dx + dy * dy;
    const part =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
    return Math.hypot(x - a[0] - part * dx, y - a[1] - part * dy);
  });
  return Math.min(...distances);
}
