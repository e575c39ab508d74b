import { distanceTo, overlap, squareAround } from './box.js';
import type { Features, PointFeature } from './features.js';
import { freestCorner, roundKilometres } from './furniture.js';
import type { Coordinates } from './gazetteer.js';
import { graticule } from './graticule.js';
import { courseCandidates, pointCandidates } from './label-candidates.js';
import { type Candidate, placeLabels } from './label-placement.js';
import { landShape } from './land-shape.js';
import { layOutLegend } from './legend.js';
import { drawLocator } from './locator.js';
import type { MainGroup } from './main-group.js';
import type {
  Box,
  GraticuleLine,
  LegendEntry,
  Point,
  ScaleBar,
  Shape,
  ShapeKind,
  Sheet,
} from './map-drawing.js';
import { labelled, placesOf, roomForNames } from './place-marks.js';
import { fitProjection, type Projection, project } from './projection.js';
import { type ShapedFeature, type ShapeGeometry, shapeGeometry } from './shape-geometry.js';
import { keyRadius, type SheetFormat } from './sheet.js';
import { textWidth } from './text-width.js';

/** A sheet, and how the earth is laid flat on it. */
export interface DrawnSheet {
  readonly sheet: Sheet;
  readonly projection: string;
}

/**
 * Draws one sheet: the land, what the text names on it, the labels where they have room, and below it the legend.
 * @param group the places that set the frame, and those too far away for it
 * @param legend letters for the shapes, by identifier
 */
export function drawSheet(
  { features }: Features,
  group: MainGroup,
  legend: readonly LegendEntry[],
  format: SheetFormat,
): DrawnSheet {
  const { frame, projection } = frameFor(group.near, format);
  const far = new Set(group.far);
  const points = features.filter((feature): feature is PointFeature => feature.kind === 'point');
  const near = points.filter((point) => !isFar(point.at, far));
  const shaped = features.filter((feature): feature is ShapedFeature => feature.kind !== 'point');
  const dots = near.map((feature) => project(projection, feature.at));
  const surroundings = { features: shaped, dots };
  const shapes = shaped.map((feature) => shapeGeometry(feature, projection, format, surroundings));
  const parallels = graticule(projection, frame, format);

  const content = {
    points: dots,
    lines: shapes.flatMap((shape) => shape.lines),
    boxes: [] as Box[],
    room: format.fontSize * 1.6,
  };
  const away = points.filter((point) => isFar(point.at, far));
  const corner = freestCorner(format.locator, frame, content);
  const below: Box = { ...format.locator, x: 0, y: frame.height + format.fontSize * 0.8 };
  const locatorBox = away.length === 0 ? undefined : corner.hidden === 0 ? corner.box : below;
  const scaleBar = scaleBarFor(projection, frame, format, {
    ...content,
    boxes: locatorBox === undefined ? [] : [locatorBox],
  });
  const furniture = [
    ...(locatorBox === undefined ? [] : [locatorBox]),
    ...(scaleBar === undefined ? [] : [scaleBarBox(scaleBar, format)]),
  ];
  const lines = parallels.map((line) =>
    degreeBox(line, format).some((box) => furniture.some((other) => overlap(box, other)))
      ? { ...line, at: undefined }
      : line,
  );
  const taken = [
    ...dots.map((dot) => squareAround(dot, format.dot + 1)),
    ...furniture,
    ...lines.flatMap((line) => degreeBox(line, format)),
  ];

  const names = near.map((feature, index) => {
    const room = roomForNames(placesOf(feature), format.fontSize);
    return pointCandidates(dots[index] as Point, format.dot, room).map((candidate) =>
      clearOfOthers(candidate, index, dots),
    );
  });
  const keyed = new Map(legend.map((entry) => [entry.place.id, entry.key]));
  const marks = shapes.map((shape) => shapeCandidates(shape, keyed, format));
  const labels = placeLabels([...names, ...marks], {
    frame: { x: 3, y: 3, width: frame.width - 6, height: frame.height - 6 },
    taken,
    lines: shapes.flatMap((shape) =>
      shape.lines.map((points) => ({ points, weight: weightOf(shape.kind) })),
    ),
  });

  const foot = locatorBox === below ? below.y + below.height : frame.height;
  const legendLayout = layOutLegend(legend, format, foot + format.legendSize * 1.1);
  const sheet: Sheet = {
    name: format.name,
    width: format.width,
    height: Math.ceil(
      foot + (legend.length > 0 ? format.legendSize * 1.1 : 0) + legendLayout.height,
    ),
    frame,
    land: landShape(projection, frame),
    graticule: lines,
    shapes: shapes.map((shape, index) =>
      finishedShape(shape, keyed.get(shape.feature.place.id), labels[near.length + index]),
    ),
    places: near.map((feature, index) => ({
      places: placesOf(feature),
      at: dots[index] as Point,
      label: labels[index],
    })),
    locator:
      locatorBox === undefined
        ? undefined
        : drawLocator(away, projection, frame, locatorBox, format),
    scaleBar,
    legend: legendLayout.lines,
  };
  return { sheet, projection: projection.name };
}

function isFar(point: Coordinates, far: ReadonlySet<Coordinates>): boolean {
  return [...far].some((other) => other[0] === point[0] && other[1] === point[1]);
}

/** How bad it is for a label to lie on a shape: worst where it hides where an arrow goes. */
function weightOf(kind: ShapeKind): number {
  if (kind === 'line' || kind === 'direction') return 2.4;
  return kind === 'river' || kind === 'course' ? 1.4 : 0.7;
}

/** A name that is closer to another point than to its own would be read as the other's. */
function clearOfOthers(candidate: Candidate, own: number, dots: readonly Point[]): Candidate {
  const { label, cost } = candidate;
  const limit = distanceTo(label.box, dots[own] as Point) + 1;
  const closer = dots.some((dot, index) => index !== own && distanceTo(label.box, dot) <= limit);
  return closer ? { label, cost: cost + 4 } : candidate;
}

/** Of a map of the whole earth, as part of its width. */
const heightOfTheEarth = 0.5;

/** A frame as wide as the sheet and as high as its places ask for. */
function frameFor(near: readonly Coordinates[], format: SheetFormat) {
  const { width, leastHeight, greatestHeight, margin } = format;
  const projectionFor = (height: number) =>
    fitProjection(
      near,
      {
        x: margin.left,
        y: margin.y,
        width: width - margin.left - margin.right,
        height: height - 2 * margin.y,
      },
      { x: 0, y: 0, width, height },
    );
  const tall = projectionFor(1e5);
  const heights = near.map((point) => project(tall, point)[1]);
  const asked = Math.max(...heights) - Math.min(...heights) + 2 * margin.y;
  const height = tall.whole
    ? Math.round(width * heightOfTheEarth)
    : Math.round(Math.max(leastHeight, Math.min(greatestHeight, asked)));
  return { frame: { x: 0, y: 0, width, height }, projection: projectionFor(height) };
}

function shapeCandidates(
  shape: ShapeGeometry,
  keyed: ReadonlyMap<string, string>,
  format: SheetFormat,
): readonly Candidate[] {
  const { place } = shape.feature;
  if (keyed.has(place.id)) {
    // A letter that stands on a line of its own hides nothing of it.
    const own = weightOf(shape.kind);
    return shape
      .keys(keyRadius(format))
      .map(({ label, cost }) => ({ label, cost: label.leader ? cost : cost - own }));
  }
  const line = shape.lines[0];
  if (line === undefined) return [];
  return courseCandidates(line, roomForNames([place], format.fontSize));
}

function finishedShape(
  shape: ShapeGeometry,
  key: string | undefined,
  label: Shape['label'],
): Shape {
  return {
    kind: shape.kind,
    place: labelled(shape.feature.place),
    key,
    label,
    paths: shape.paths,
    heads: shape.heads,
    fade: shape.fade,
  };
}

/** Kilometres in a degree of latitude, on a sphere with the earth's volume. */
const kilometresToDegree = 111.195;

function scaleBarFor(
  projection: Projection,
  frame: Box,
  format: SheetFormat,
  content: Parameters<typeof freestCorner>[2],
): ScaleBar | undefined {
  if (projection.global) return undefined;
  const toUnit = projection.degrees * kilometresToDegree;
  const kilometres = roundKilometres(frame.width * 0.26 * toUnit);
  const length = kilometres / toUnit;
  const blank: ScaleBar = { at: [0, 0], length, kilometres };
  const { width, height } = scaleBarBox(blank, format);
  const edge = format.degrees ? format.smallSize * 2 : format.smallSize;
  const size = { width: width + 2 * edge, height: height + 2 * edge };
  const { box } = freestCorner(size, frame, content);
  return { ...blank, at: [box.x + edge, box.y + edge + format.smallSize * 1.5] };
}

function scaleBarBox({ at, length, kilometres }: ScaleBar, format: SheetFormat): Box {
  const text = textWidth(`${kilometres} km`, format.smallSize);
  return {
    x: at[0] - 2,
    y: at[1] - format.smallSize * 1.5,
    width: Math.max(length, text) + 4,
    height: format.smallSize * 1.5 + 4,
  };
}

function degreeBox({ at, text }: GraticuleLine, { smallSize }: SheetFormat): Box[] {
  if (at === undefined) return [];
  const width = textWidth(text, smallSize);
  return [{ x: at[0] - 1, y: at[1] - smallSize, width: width + 2, height: smallSize * 1.3 }];
}
