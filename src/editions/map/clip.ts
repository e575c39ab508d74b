import type { Coordinates } from './gazetteer.js';

/** Degrees; west is less than east, even over the 180th meridian. */
export interface Rectangle {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Edge {
  /** Whether a point lies on the rectangle's side of the edge. */
  contains(point: Coordinates): boolean;
  crossing(a: Coordinates, b: Coordinates): Coordinates;
}

function edges({ west, south, east, north }: Rectangle): readonly Edge[] {
  const meridian = (longitude: number) => (a: Coordinates, b: Coordinates) => {
    const part = (longitude - a[0]) / (b[0] - a[0]);
    return [longitude, a[1] + part * (b[1] - a[1])] as const;
  };
  const parallel = (latitude: number) => (a: Coordinates, b: Coordinates) => {
    const part = (latitude - a[1]) / (b[1] - a[1]);
    return [a[0] + part * (b[0] - a[0]), latitude] as const;
  };
  return [
    { contains: (point) => point[0] >= west, crossing: meridian(west) },
    { contains: (point) => point[0] <= east, crossing: meridian(east) },
    { contains: (point) => point[1] >= south, crossing: parallel(south) },
    { contains: (point) => point[1] <= north, crossing: parallel(north) },
  ];
}

/**
 * The part of a closed ring inside a rectangle (Sutherland and Hodgman, "Reentrant polygon clipping", 1974); empty
 * when nothing is. Where the ring comes in several times, its parts are joined along the rectangle's edge.
 */
export function clipRing(ring: readonly Coordinates[], rectangle: Rectangle): Coordinates[] {
  let points: Coordinates[] = ring.slice(0, -1);
  for (const edge of edges(rectangle)) {
    const clipped: Coordinates[] = [];
    for (let index = 0; index < points.length; index++) {
      const point = points[index] as Coordinates;
      const before = points[index === 0 ? points.length - 1 : index - 1] as Coordinates;
      const inside = edge.contains(point);
      if (inside !== edge.contains(before)) clipped.push(edge.crossing(before, point));
      if (inside) clipped.push(point);
    }
    points = clipped;
  }
  const first = points[0];
  return first === undefined ? [] : [...points, first];
}

/** The parts of a line that have a point inside a rectangle, each with the points just before and after it. */
export function clipLine(line: readonly Coordinates[], rectangle: Rectangle): Coordinates[][] {
  const sides = edges(rectangle);
  const inside = (point: Coordinates) => sides.every((edge) => edge.contains(point));
  const parts: Coordinates[][] = [];
  let part: Coordinates[] = [];
  for (const [index, point] of line.entries()) {
    const before = line[index - 1];
    if (inside(point)) {
      if (part.length === 0 && before !== undefined) part.push(before);
      part.push(point);
    } else if (part.length > 0) {
      parts.push([...part, point]);
      part = [];
    }
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
