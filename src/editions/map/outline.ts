import type { Point } from './map-drawing.js';

const stepAngle = Math.PI / 12;

/**
 * The line at a distance around the convex hull of some points, closed: around one point a circle, around two the
 * outline of a stadium. Corners are arcs, given by a point every 15 degrees.
 */
export function outlineAround(points: readonly Point[], distance: number): Point[] {
  const hull = convexHull(points);
  const [first] = hull;
  if (first === undefined) return [];
  if (hull.length === 1) return arc(first, distance, 0, 2 * Math.PI);
  const outline: Point[] = [];
  for (const [index, corner] of hull.entries()) {
    const before = hull[(index + hull.length - 1) % hull.length] as Point;
    const after = hull[(index + 1) % hull.length] as Point;
    const from = outwards(before, corner);
    let to = outwards(corner, after);
    while (to < from) to += 2 * Math.PI;
    outline.push(...arc(corner, distance, from, to));
  }
  const start = outline[0] as Point;
  return [...outline, start];
}

/** The direction that points away from the hull along an edge of it. */
function outwards(a: Point, b: Point): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]) - Math.PI / 2;
}

function arc(centre: Point, radius: number, from: number, to: number): Point[] {
  const steps = Math.max(1, Math.ceil((to - from) / stepAngle));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + ((to - from) * step) / steps;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)] as const;
  });
}

/** Andrew's monotone chain (1979). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 2) return sorted;
  const chain = (order: readonly Point[]) => {
    const hull: Point[] = [];
    for (const point of order) {
      while (hull.length > 1 && turn(hull.at(-2) as Point, hull.at(-1) as Point, point) <= 0)
        hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  const hull = [...chain(sorted), ...chain(sorted.toReversed())];
  const [a, b] = hull;
  return hull.length === 2 && a?.[0] === b?.[0] && a?.[1] === b?.[1] ? [a as Point] : hull;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
