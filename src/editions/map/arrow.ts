import type { Point } from './map-drawing.js';
import { closedPath, decimal } from './path-data.js';

/** An arrow from one point towards another, a little apart from both. */
export interface Arrow {
  readonly path: string;
  readonly head: string;
  /** The shaft as points, for what must keep clear of it. */
  readonly line: readonly Point[];
}

/**
 * @param bend how far the shaft swings out, as part of its length: to the right of its way when positive
 * @param gap what is left free at either end
 * @param size length of the head
 */
export function arrow(from: Point, to: Point, bend: number, gap: number, size: number): Arrow {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control: Point = [
    (from[0] + to[0]) / 2 - 2 * bend * dy,
    (from[1] + to[1]) / 2 + 2 * bend * dx,
  ];
  const start = towards(from, control, gap);
  const tip = towards(to, control, gap);
  const neck = towards(tip, control, size * 0.85);
  return {
    path: `M${xy(start)}Q${xy(control)} ${xy(neck)}`,
    head: arrowHead(tip, control, size),
    line: Array.from({ length: 17 }, (_, step) => onCurve(start, control, tip, step / 16)),
  };
}

function arrowHead(tip: Point, control: Point, size: number): string {
  const base = towards(tip, control, size);
  const notch = towards(tip, control, size * 0.75);
  const [x, y] = [(base[1] - tip[1]) * 0.38, (base[0] - tip[0]) * 0.38];
  return closedPath([tip, [base[0] - x, base[1] + y], notch, [base[0] + x, base[1] - y]]);
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const part = distance / length;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function onCurve(a: Point, control: Point, b: Point, part: number): Point {
  const rest = 1 - part;
  const mix = (axis: 0 | 1) =>
    rest * rest * a[axis] + 2 * rest * part * control[axis] + part * part * b[axis];
  return [mix(0), mix(1)];
}

function xy([x, y]: Point): string {
  return `${decimal(x)},${decimal(y)}`;
}
