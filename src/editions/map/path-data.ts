import type { Point } from './map-drawing.js';

/** A number of the drawing with one digit after the point. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** An open line of straight pieces as path data. */
export function linePath(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${decimal(x)},${decimal(y)}`)
    .join('');
}

/** A closed outline as path data. */
export function closedPath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `${linePath(points)}Z`;
}
