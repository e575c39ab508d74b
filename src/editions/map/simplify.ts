import type { Coordinates } from './gazetteer.js';

/**
 * A line with fewer points, none of the others farther from it than a tolerance (Douglas and Peucker, "Algorithms for
 * the reduction of the number of points required to represent a digitized line", 1973). Both ends stay; of a closed
 * ring, the point farthest from its seam stays as well.
 * @param tolerance in degrees of latitude
 * @param stretch length of a degree of longitude in degrees of latitude
 */
export function simplify(
  line: readonly Coordinates[],
  tolerance: number,
  stretch: number,
): Coordinates[] {
  if (line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = 1;
  kept[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range !== undefined; range = stack.pop()) {
    const [from, to] = range;
    let [farthest, greatest] = [-1, tolerance * tolerance];
    for (let index = from + 1; index < to; index++) {
      const distance = squaredDistance(line, index, from, to, stretch);
      if (distance > greatest) [farthest, greatest] = [index, distance];
    }
    if (farthest === -1) continue;
    kept[farthest] = 1;
    stack.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept[index] === 1);
}

/** From a point to the segment between two others. */
function squaredDistance(
  line: readonly Coordinates[],
  index: number,
  from: number,
  to: number,
  stretch: number,
): number {
  const [a, b, p] = [line[from], line[to], line[index]] as [Coordinates, Coordinates, Coordinates];
  const [abx, aby] = [(b[0] - a[0]) * stretch, b[1] - a[1]];
  const [apx, apy] = [(p[0] - a[0]) * stretch, p[1] - a[1]];
  const length = abx * abx + aby * aby;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, (apx * abx + apy * aby) / length));
  const [dx, dy] = [apx - part * abx, apy - part * aby];
  return dx * dx + dy * dy;
}
