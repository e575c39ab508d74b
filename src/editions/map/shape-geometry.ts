import { type Arrow, arrow } from './arrow.js';
import type {
  BankFeature,
  CompassPoint,
  DirectionFeature,
  Feature,
  PointFeature,
  SideFeature,
} from './features.js';
import type { Coordinates } from './gazetteer.js';
import { keyCandidates, keyCandidatesAround } from './label-candidates.js';
import type { Candidate } from './label-placement.js';
import type { Point, Shape, ShapeKind } from './map-drawing.js';
import { outlineAround } from './outline.js';
import { closedPath, linePath } from './path-data.js';
import { type Projection, project } from './projection.js';
import type { SheetFormat } from './sheet.js';

/** What is drawn of a feature that is no point. */
export type ShapedFeature = Exclude<Feature, PointFeature>;

/** A feature as a shape of the drawing, with what the placing of labels must know about it. */
export interface ShapeGeometry {
  readonly kind: ShapeKind;
  readonly feature: ShapedFeature;
  readonly paths: readonly string[];
  readonly heads: readonly string[];
  readonly fade: Shape['fade'];
  /** What labels had better not lie on. */
  readonly lines: readonly (readonly Point[])[];
  /** Where its letter may stand; `half` is half the room of a letter. */
  keys(half: number): Candidate[];
}

const waterways = new Set(['river', 'stream', 'canal', 'watercourse']);

/** How far a region to one side of a line reaches before it has faded, in reaches of the sheet. */
const fadingReaches = 2.6;

/** Gives a feature its shape. Arrows that share both ends with another one swing apart. */
export function shapeGeometry(
  feature: ShapedFeature,
  projection: Projection,
  format: SheetFormat,
  others: readonly ShapedFeature[],
): ShapeGeometry {
  const at = (coordinates: readonly Coordinates[]) =>
    coordinates.map((point) => project(projection, point));
  switch (feature.kind) {
    case 'course': {
      const kind = waterways.has(feature.place.type) ? 'river' : 'course';
      return lineShape(kind, feature, at(feature.course));
    }
    case 'line':
      return lineShape('line', feature, at(feature.course));
    case 'direction':
      return directionShape(feature, projection, format, others);
    case 'region': {
      const corners = at(feature.corners);
      const reach = feature.form === 'around' ? format.reach * 1.15 : format.reach;
      const outline = feature.form === 'area' ? corners : outlineAround(corners, reach);
      return {
        ...areaShape(feature.form === 'around' ? 'surroundings' : 'region', feature, outline),
        // The letter had better stand at the far end of a region than on the road to it.
        keys: (half) => keyCandidates(outline, half, 0.4),
      };
    }
    case 'side':
      return sideShape(feature, at(feature.edge), format.reach * fadingReaches);
    case 'bank':
      return bankShape(feature, at(feature.course), at(feature.near), format.reach);
  }
}

function lineShape(kind: ShapeKind, feature: ShapedFeature, line: readonly Point[]): ShapeGeometry {
  return {
    kind,
    feature,
    paths: [linePath(line)],
    heads: [],
    fade: undefined,
    lines: [line],
    keys: (half) => keyCandidates(line, half),
  };
}

function areaShape(kind: ShapeKind, feature: ShapedFeature, outline: readonly Point[]) {
  return {
    kind,
    feature,
    paths: [closedPath(outline)],
    heads: [],
    fade: undefined,
    lines: [],
  };
}

function directionShape(
  feature: DirectionFeature,
  projection: Projection,
  format: SheetFormat,
  others: readonly ShapedFeature[],
): ShapeGeometry {
  const arrows = feature.arrows.map(([from, to], index): Arrow => {
    const shared = others.some(
      (other) =>
        other.kind === 'direction' &&
        other !== feature &&
        other.arrows.some((way) => same(way[0], from) && same(way[1], to)),
    );
    const side = feature.arrows.length > 1 && index === 0 ? -1 : 1;
    const bend = shared || feature.arrows.length > 1 ? 0.09 * side : 0;
    const [start, end] = [project(projection, from), project(projection, to)];
    return arrow(start, end, bend, format.dot + 3, format.fontSize * 0.75);
  });
  return {
    kind: 'direction',
    feature,
    paths: arrows.map((one) => one.path),
    heads: arrows.map((one) => one.head),
    fade: undefined,
    lines: arrows.map((one) => one.line),
    keys: (half) => arrows.flatMap((one) => keyCandidates(one.line, half)),
  };
}

function same(a: Coordinates, b: Coordinates): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Directions of the compass on a sheet whose north is up, near enough for what has no edge. */
const steps: Readonly<Record<CompassPoint, Point>> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

function sideShape(feature: SideFeature, edge: readonly Point[], depth: number): ShapeGeometry {
  const [x, y] = steps[feature.towards];
  const near = edge.length > 1 ? edge : widened(edge[0] as Point, feature.towards, depth / 2);
  const far = near.map(([px, py]): Point => [px + x * depth, py + y * depth]);
  const middle = near.map(([px, py]): Point => [px + (x * depth) / 2, py + (y * depth) / 2]);
  const [a, b] = [near[0] as Point, near.at(-1) as Point];
  // The tint fades at right angles to the line, so that it is even along it.
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  const across = ((-dy * x + dx * y) * depth) / length;
  const centre: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return {
    ...areaShape('side', feature, [...near, ...far.toReversed()]),
    fade: [centre, [centre[0] - (dy / length) * across, centre[1] + (dx / length) * across]],
    keys: (half) => keyCandidates(middle, half, 0.6),
  };
}

function widened(point: Point, towards: CompassPoint, by: number): Point[] {
  const upright = towards === 'east' || towards === 'west';
  const [x, y] = upright ? [0, by] : [by, 0];
  return [
    [point[0] - x, point[1] - y],
    [point[0] + x, point[1] + y],
  ];
}

/** A strip along the part of a river that is next to places, on the bank that is meant, or on the river itself. */
function bankShape(
  feature: BankFeature,
  course: readonly Point[],
  near: readonly Point[],
  reach: number,
): ShapeGeometry {
  const [x, y] = feature.towards === undefined ? [0, 0] : steps[feature.towards];
  const aside = reach * 0.4;
  const indices = near.map((point) => nearestIndex(course, point));
  const from = Math.max(0, Math.min(...indices) - 1);
  const to = Math.min(course.length - 1, Math.max(...indices) + 1);
  const strip = course
    .slice(from, to + 1)
    .map(([px, py]): Point => [px + x * aside, py + y * aside]);
  const middle = strip[Math.floor(strip.length / 2)] as Point;
  return {
    kind: 'bank',
    feature,
    paths: [linePath(strip)],
    heads: [],
    fade: undefined,
    lines: [],
    keys: (half) => keyCandidatesAround(middle, half),
  };
}

function nearestIndex(course: readonly Point[], [x, y]: Point): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, point] of course.entries()) {
    const distance = Math.hypot(point[0] - x, point[1] - y);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
