import type { Box, GraticuleLine, Point } from './map-drawing.js';
import { linePath } from './path-data.js';
import { type Projection, project, visibleExtent } from './projection.js';
import type { SheetFormat } from './sheet.js';

/** Degrees between two lines of a graticule. */
const intervals = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30];

/** Lines are no closer than this, in units of the drawing. */
const leastSpacing = 100;

/** Meridians and parallels at round degrees, each with its degree at the left or at the foot of the frame. */
export function graticule(
  projection: Projection,
  frame: Box,
  format: SheetFormat,
): readonly GraticuleLine[] {
  if (projection.global) return [];
  const extent = visibleExtent(projection, frame);
  const interval = intervals.find((degrees) => degrees / projection.degrees >= leastSpacing) ?? 30;
  const [west, east] = [extent.west - interval, extent.east + interval];
  const [south, north] = [
    Math.max(-89, extent.south - interval),
    Math.min(89, extent.north + interval),
  ];
  const lines: GraticuleLine[] = [];
  for (const latitude of multiples(interval, extent.south, extent.north)) {
    const line = sample(west, east, (longitude) => project(projection, [longitude, latitude]));
    const y = crossing(line, 0, frame.x, frame.y, frame.y + frame.height);
    const at = y === undefined ? undefined : ([frame.x + 5, y - 4] as const);
    lines.push(graticuleLine(line, `${degree(latitude)} ${latitude < 0 ? 'S' : 'N'}`, at, format));
  }
  for (const longitude of multiples(interval, extent.west, extent.east)) {
    const line = sample(south, north, (latitude) => project(projection, [longitude, latitude]));
    const foot = frame.y + frame.height;
    const x = crossing(line, 1, foot, frame.x, frame.x + frame.width);
    const at = x === undefined ? undefined : ([x + 4, foot - 6] as const);
    const turned = longitude - 360 * Math.round(longitude / 360);
    lines.push(graticuleLine(line, `${degree(turned)} ${turned < 0 ? 'W' : 'E'}`, at, format));
  }
  return lines;
}

function graticuleLine(
  line: readonly Point[],
  text: string,
  at: Point | undefined,
  format: SheetFormat,
): GraticuleLine {
  return { path: linePath(line), text, at: format.degrees ? at : undefined };
}

function degree(value: number): string {
  return `${Math.abs(Math.round(value * 100) / 100)}°`;
}

function multiples(interval: number, from: number, to: number): number[] {
  const first = Math.ceil(from / interval);
  const count = Math.max(0, Math.floor(to / interval) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * interval);
}

function sample(from: number, to: number, point: (value: number) => Point): Point[] {
  const steps = 16;
  return Array.from({ length: steps + 1 }, (_, step) => point(from + ((to - from) * step) / steps));
}

/** Where a line reaches a value on one axis, on the other axis; undefined where it is not between two values there. */
function crossing(
  line: readonly Point[],
  axis: 0 | 1,
  value: number,
  least: number,
  greatest: number,
): number | undefined {
  for (const [index, b] of line.entries()) {
    const a = line[index - 1];
    if (a === undefined || (a[axis] - value) * (b[axis] - value) > 0) continue;
    const part = (value - a[axis]) / (b[axis] - a[axis] || 1);
    const other = axis === 0 ? 1 : 0;
    const found = a[other] + part * (b[other] - a[other]);
    if (found > least + 14 && found < greatest - 14) return found;
  }
  return undefined;
}
