import type { Box, Point } from './map-drawing.js';

/** Whether two boxes have room in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a box lies inside another one. */
export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** A box with so much more on each side. */
export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** The square around a point. */
export function squareAround([x, y]: Point, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

/** The smallest box that has all points well inside it; a box of nothing where there are none. */
export function boxAround(points: readonly Point[]): Box {
  let [left, top, right, foot] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    foot = Math.max(foot, y);
  }
  return grow({ x: left, y: top, width: right - left, height: foot - top }, 0.01);
}

/** How far a point is from a box; 0 inside. */
export function distanceTo(box: Box, [x, y]: Point): number {
  const aside = Math.max(box.x - x, 0, x - box.x - box.width);
  const above = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(aside, above);
}

/** Whether a straight line from a to b passes through a box (Liang and Barsky, 1984). */
export function crosses(a: Point, b: Point, box: Box): boolean {
  const ax = a[0];
  const ay = a[1];
  const bx = b[0];
  const by = b[1];
  const right = box.x + box.width;
  const foot = box.y + box.height;
  // Most lines lie wholly to one side of most boxes.
  if ((ax < box.x && bx < box.x) || (ax > right && bx > right)) return false;
  if ((ay < box.y && by < box.y) || (ay > foot && by > foot)) return false;
  const [fromX, toX] = partBetween(ax, bx, box.x, right);
  const [fromY, toY] = partBetween(ay, by, box.y, foot);
  return Math.max(0, fromX, fromY) < Math.min(1, toX, toY);
}

/** The part of the way from a to b on which a value lies between two others. */
function partBetween(a: number, b: number, least: number, greatest: number): [number, number] {
  if (a === b) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const [first, last] = [(least - a) / (b - a), (greatest - a) / (b - a)];
  return first < last ? [first, last] : [last, first];
}

/** Whether a line of points passes through a box. */
export function lineCrosses(line: readonly Point[], box: Box): boolean {
  for (let index = 1; index < line.length; index++) {
    if (crosses(line[index - 1] as Point, line[index] as Point, box)) return true;
  }
  return false;
}
