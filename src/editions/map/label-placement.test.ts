import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crosses, isInside, overlap, squareAround } from './box.js';
import { pointCandidates } from './label-candidates.js';
import { placeLabels } from './label-placement.js';
import type { Label, Point } from './map-drawing.js';

const frame = { x: 0, y: 0, width: 400, height: 300 };

function place(points: readonly Point[], width: number): readonly (Label | undefined)[] {
  return placeLabels(
    points.map((point) => pointCandidates(point, 3, { width, fontSize: 12 })),
    { frame, taken: points.map((point) => squareAround(point, 4)), lines: [] },
  );
}

describe('labels', () => {
  test('stand to the right of their points where there is room', () => {
    const [label] = place([[200, 150]], 60);
    expect(label?.anchor).toBe('start');
    expect(label?.leader).toBeUndefined();
    expect(label?.box.x).toBeGreaterThan(203);
  });

  test('stand to the left at the right edge', () => {
    expect(place([[390, 150]], 60)[0]?.anchor).toBe('end');
  });

  test('go to the end of a leader where points crowd', () => {
    const crowd = Array.from(
      { length: 12 },
      (_, index): Point => [200 + 14 * (index % 4), 140 + 12 * Math.floor(index / 4)],
    );
    const labels = place(crowd, 50);
    expect(labels.filter((label) => label !== undefined)).toHaveLength(12);
    expect(labels.some((label) => label?.leader !== undefined)).toBe(true);
  });

  test('are left out where there is no room at all', () => {
    expect(place([[200, 150]], 500)).toEqual([undefined]);
  });

  test('make way for one another when all of them gain by it', () => {
    const at: Point = [200, 150];
    const box = (x: number) => ({ x, y: 140, width: 40, height: 14 });
    const label = (x: number): Label => ({ at, anchor: 'start', box: box(x), leader: undefined });
    const [first, second] = placeLabels(
      [
        [
          { label: label(0), cost: 0 },
          { label: label(100), cost: 5 },
        ],
        [
          { label: label(0), cost: 4 },
          { label: label(300), cost: 4.5 },
        ],
      ],
      { frame, taken: [], lines: [] },
    );
    expect([first?.box.x, second?.box.x]).toEqual([0, 300]);
  });

  test('never overlap each other, a point, or the edge', () => {
    const point = fc.tuple(fc.integer({ min: 5, max: 395 }), fc.integer({ min: 5, max: 295 }));
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 25 }),
        fc.integer({ min: 10, max: 90 }),
        (points, width) => {
          const labels = place(points, width);
          for (const [index, label] of labels.entries()) {
            if (label === undefined) continue;
            expect(isInside(label.box, frame)).toBe(true);
            for (const dot of points)
              expect(overlap(label.box, squareAround(dot, 3.9))).toBe(false);
            for (const other of labels.slice(index + 1)) {
              if (other === undefined) continue;
              expect(overlap(label.box, other.box)).toBe(false);
              if (label.leader) expect(crosses(...label.leader, other.box)).toBe(false);
              if (other.leader) expect(crosses(...other.leader, label.box)).toBe(false);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
