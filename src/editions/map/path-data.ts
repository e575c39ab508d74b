import type { Point } from './map-drawing.js';

/** A number of the drawing with one digit after the point. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/**
 * An open line of straight pieces as path data: its first point, then the way to each next one. Ways are reckoned
 * between rounded points, so that roundings do not add up along the line.
 */
export function linePath(points: readonly Point[]): string {
  let path = '';
  let [x, y] = [0, 0];
  for (const [index, point] of points.entries()) {
    const [nextX, nextY] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
    if (index === 0) path = `M${nextX / 10},${nextY / 10}`;
    else if (nextX !== x || nextY !== y) path += `l${way(nextX - x)},${way(nextY - y)}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}

function way(tenths: number): string {
  return String(tenths / 10);
}

/** A closed outline as path data. */
export function closedPath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `${linePath(points)}Z`;
}
