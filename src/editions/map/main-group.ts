import type { Coordinates } from './gazetteer.js';

/** The places of a map's frame, and those so far from them that they would leave the frame empty. */
export interface MainGroup {
  readonly near: readonly Coordinates[];
  readonly far: readonly Coordinates[];
}

/** What is left without the outlying places fills the frame so many times better that they are set apart. */
const gain = 2.5;

/**
 * Sets outlying places apart. The points are joined by their shortest tree, and its longest edge is taken out; when
 * what lies on one side of it is much less wide than the whole, the fewer places on the other side are far. So on, as
 * long as no more than a third of all places are far. What is left is near.
 */
export function mainGroup(points: readonly Coordinates[]): MainGroup {
  const all = distinct(points);
  const far: Coordinates[] = [];
  let near = all;
  for (;;) {
    const split = splitAtWidestGap(near);
    if (split === undefined || far.length + split.few.length > all.length / 3) break;
    if (diameter(near) < gain * diameter(split.many)) break;
    near = split.many;
    far.push(...split.few);
  }
  return { near, far };
}

function distinct(points: readonly Coordinates[]): Coordinates[] {
  const seen = new Map(points.map((point) => [point.join(' '), point]));
  return [...seen.values()];
}

function diameter(points: readonly Coordinates[]): number {
  let greatest = 0;
  for (const [index, a] of points.entries())
    for (const b of points.slice(index + 1)) greatest = Math.max(greatest, distance(a, b));
  return greatest;
}

/** Along the great circle, in radians (the haversine formula): exact enough to compare, and quick for many pairs. */
function distance([longitude1, latitude1]: Coordinates, [longitude2, latitude2]: Coordinates) {
  const radians = Math.PI / 180;
  const sine1 = Math.sin(((latitude2 - latitude1) * radians) / 2);
  const sine2 = Math.sin(((longitude2 - longitude1) * radians) / 2);
  const cosines = Math.cos(latitude1 * radians) * Math.cos(latitude2 * radians);
  return 2 * Math.asin(Math.min(1, Math.sqrt(sine1 * sine1 + cosines * sine2 * sine2)));
}

/** Prim's tree from the first point; then the longest of its edges is taken out. */
function splitAtWidestGap(
  points: readonly Coordinates[],
): { few: Coordinates[]; many: Coordinates[] } | undefined {
  const [first, ...others] = points;
  if (first === undefined || others.length === 0) return undefined;
  const parent = new Map<Coordinates, Coordinates>();
  const reach = new Map(
    others.map((point) => [point, { from: first, length: distance(first, point) }]),
  );
  let widest: { point: Coordinates; gap: number } | undefined;
  while (reach.size > 0) {
    let next: { point: Coordinates; from: Coordinates; length: number } | undefined;
    for (const [point, { from, length }] of reach)
      if (next === undefined || length < next.length) next = { point, from, length };
    if (next === undefined) break;
    parent.set(next.point, next.from);
    if (widest === undefined || next.length > widest.gap)
      widest = { point: next.point, gap: next.length };
    reach.delete(next.point);
    for (const [point, edge] of reach) {
      const length = distance(next.point, point);
      if (length < edge.length) reach.set(point, { from: next.point, length });
    }
  }
  if (widest === undefined) return undefined;
  const beyond = new Set([widest.point]);
  // Children come after their parents in the tree's order, so one pass gathers all that hangs on the edge.
  for (const [child, from] of parent) if (beyond.has(from)) beyond.add(child);
  const inside = points.filter((point) => !beyond.has(point));
  const outside = points.filter((point) => beyond.has(point));
  const [few, many] = inside.length < outside.length ? [inside, outside] : [outside, inside];
  return { few, many };
}
