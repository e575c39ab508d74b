import { type Arrow, arrow } from './arrow.js';
import type {
  BankFeature,
  CompassPoint,
  DirectionFeature,
  Feature,
  PointFeature,
  RegionFeature,
  SideFeature,
} from './features.js';
import type { Coordinates } from './gazetteer.js';
import {
  insideKeyCandidates,
  keyCandidates,
  keyCandidatesBeside,
  outlineKeyCandidates,
} from './label-candidates.js';
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

/** Between two strokes of hatching. */
const hatchSpacing = 5;

/** What else is drawn, so far as it bears on a shape. */
export interface ShapeSurroundings {
  /** All features that are no points. */
  readonly features: readonly ShapedFeature[];
  /** The places on the sheet. */
  readonly dots: readonly Point[];
}

/** Gives a feature its shape. */
export function shapeGeometry(
  feature: ShapedFeature,
  projection: Projection,
  format: SheetFormat,
  surroundings: ShapeSurroundings,
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
      return directionShape(feature, projection, format);
    case 'region':
      return regionShape(feature, at(feature.corners), format, surroundings);
    case 'side':
      return sideShape(feature, at(feature.edge), format);
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

function regionShape(
  feature: RegionFeature,
  corners: readonly Point[],
  format: SheetFormat,
  { features, dots }: ShapeSurroundings,
): ShapeGeometry {
  const around = feature.form === 'around';
  const reach = format.reach * (around ? 1.15 : nestedReach(feature, features));
  const outline = feature.form === 'area' ? corners : outlineAround(corners, reach);
  return {
    ...areaShape(around ? 'surroundings' : 'region', feature, outline),
    lines: [outline],
    keys: (half) => outlineKeyCandidates(outline, half, dots, format.reach * 5),
  };
}

/** The more places bound a region, the farther its outline is from them: so the outlines of two do not coincide. */
function nestedReach(feature: RegionFeature, features: readonly ShapedFeature[]): number {
  const wider = features.filter(
    (other) =>
      other.kind === 'region' &&
      other.form === 'between' &&
      other.corners.length > feature.corners.length,
  );
  return Math.max(0.5, 1 - 0.27 * wider.length);
}

/** One arrow is straight; several from one place fan out. */
function directionShape(
  feature: DirectionFeature,
  projection: Projection,
  format: SheetFormat,
): ShapeGeometry {
  const last = feature.arrows.length - 1;
  const arrows = feature.arrows.map(([from, to], index): Arrow => {
    const bend = last === 0 ? 0 : 0.13 * ((2 * index) / last - 1);
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

/** Directions of the compass on a sheet whose north is up, near enough for what has no edge. */
const steps: Readonly<Record<CompassPoint, Point>> = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
};

/** Hatching that begins at the line and fades away from it: it has no edge, since none is known. */
function sideShape(
  feature: SideFeature,
  edge: readonly Point[],
  format: SheetFormat,
): ShapeGeometry {
  const depth = format.reach * fadingReaches;
  const [x, y] = steps[feature.towards];
  const near = edge.length > 1 ? edge : widened(edge[0] as Point, feature.towards, depth / 2);
  const [a, b] = [near[0] as Point, near.at(-1) as Point];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  const strokes = pointsAlong(near, hatchSpacing).map(([px, py]) =>
    linePath([
      [px, py],
      [px + x * depth, py + y * depth],
    ]),
  );
  const middle = [0.3, 0.7].map((part): Point => {
    const [px, py] = [a[0] + dx * part, a[1] + dy * part];
    return [px + x * depth * 0.45, py + y * depth * 0.45];
  });
  // It fades at right angles to the line, so that it is even along it.
  const across = ((-dy * x + dx * y) * depth) / length;
  const centre: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return {
    ...areaShape('side', feature, []),
    paths: [strokes.join('')],
    fade: [centre, [centre[0] - (dy / length) * across, centre[1] + (dx / length) * across]],
    keys: (half) => insideKeyCandidates(middle, half),
  };
}

/** Points on a line, a distance apart. */
function pointsAlong(line: readonly Point[], spacing: number): Point[] {
  const points: Point[] = [];
  let rest = spacing / 2;
  for (const [index, b] of line.entries()) {
    const a = line[index - 1];
    if (a === undefined) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (; rest < length; rest += spacing) {
      const part = rest / length;
      points.push([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]);
    }
    rest -= length;
  }
  return points;
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
    keys: (half) => keyCandidatesBeside(middle, half),
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
