import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoConicConformal,
  geoEqualEarth,
  geoMercator,
} from 'd3-geo';
import { grow } from './box.js';
import type { Coordinates } from './gazetteer.js';
import type { Box, Point } from './map-drawing.js';

/** A map projection fitted to a frame. */
export interface Projection {
  /** As a caption calls it. */
  readonly name: string;
  readonly d3: GeoProjection;
  /** Degrees of latitude to one unit of the drawing, in the middle of the frame. */
  readonly degrees: number;
  /** The whole earth, or so much of it that a rectangle of longitudes and latitudes does not cut it well. */
  readonly global: boolean;
  /** Whether it shows all of the earth. */
  readonly whole: boolean;
}

/** Longitudes that run on over the 180th meridian: from west to east by the shortest arc that holds all points. */
interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Between a map of the whole earth and its frame. */
const edgeOfTheEarth = 6;

/** No map shows less than this many degrees of latitude from top to bottom: some 50 km. */
const leastExtent = 0.45;

/**
 * A projection that has all points inside a box: a conformal one (true angles: a conic after Lambert, or Mercator's
 * close to the equator) for what can be seen on one; for more of the earth one that keeps areas.
 * @param frame what a map of the whole earth fills instead of the box
 */
export function fitProjection(
  points: readonly Coordinates[],
  box: Box,
  frame: Box = box,
): Projection {
  const extent = extentOf(points);
  const middle = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2] as const;
  const height = Math.max(extent.north - extent.south, leastExtent);
  const width = (extent.east - extent.west) * Math.cos((middle[1] * Math.PI) / 180);
  const span = Math.max(width, height);
  const { name, projection } = chooseProjection(extent, middle, span);
  const global = span > 60;
  // Dense coasts need no points between their points.
  projection.precision(global ? 0.5 : 0);
  const whole = span > 150;
  const corners: Coordinates[] = [
    ...points,
    [middle[0], middle[1] - height / 2],
    [middle[0], middle[1] + height / 2],
  ];
  const room = whole ? grow(frame, -edgeOfTheEarth) : box;
  projection.fitExtent(
    [
      [room.x, room.y],
      [room.x + room.width, room.y + room.height],
    ],
    whole
      ? { type: 'Sphere' }
      : { type: 'MultiPoint', coordinates: corners.map((corner) => [...corner]) },
  );
  return { name, d3: projection, degrees: degreesToUnit(projection, middle), global, whole };
}

function chooseProjection(
  extent: Extent,
  middle: readonly [number, number],
  span: number,
): { name: string; projection: GeoProjection } {
  if (span > 150) {
    return {
      name: 'Equal Earth projection',
      // The whole earth, cut where maps of the world are cut.
      projection: geoEqualEarth(),
    };
  }
  if (span > 60) {
    return {
      name: 'Lambert azimuthal equal-area projection',
      projection: geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]),
    };
  }
  if (Math.abs(middle[1]) < 8 || extent.south < -75 || extent.north > 80) {
    return { name: 'Mercator projection', projection: geoMercator().rotate([-middle[0], 0]) };
  }
  // Standard parallels a sixth of the height from top and bottom, the usual rule for a conic.
  const third = Math.max(extent.north - extent.south, leastExtent) / 3;
  return {
    name: 'Lambert conformal conic projection',
    projection: geoConicConformal()
      .parallels([middle[1] - third, middle[1] + third])
      .rotate([-middle[0], 0])
      .center([0, middle[1]]),
  };
}

function extentOf(points: readonly Coordinates[]): Extent {
  const latitudes = points.map((point) => point[1]);
  const longitudes = points.map((point) => point[0]).sort((a, b) => a - b);
  const last = longitudes.at(-1) as number;
  // The widest gap between neighbours on the circle is what the map leaves out.
  let [west, east, gap] = [longitudes[0] as number, last, (longitudes[0] as number) + 360 - last];
  for (let index = 1; index < longitudes.length; index++) {
    const [before, here] = [longitudes[index - 1] as number, longitudes[index] as number];
    if (here - before > gap) [west, east, gap] = [here, before + 360, here - before];
  }
  return { west, east, south: Math.min(...latitudes), north: Math.max(...latitudes) };
}

function degreesToUnit(projection: GeoProjection, middle: readonly [number, number]): number {
  const a = projection([middle[0], middle[1] - 0.05]) ?? [0, 0];
  const b = projection([middle[0], middle[1] + 0.05]) ?? [0, 1];
  return 0.1 / Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Where a place is drawn; the middle of nowhere, far outside, for what the projection does not show. */
export function project(projection: Projection, [longitude, latitude]: Coordinates): Point {
  const point = projection.d3([longitude, latitude]);
  return point === null || !Number.isFinite(point[0]) || !Number.isFinite(point[1])
    ? [-1e4, -1e4]
    : point;
}

/** The longitudes and latitudes that a box of the drawing shows, running on over the 180th meridian. */
export function visibleExtent(projection: Projection, box: Box): Extent {
  const centre = invert(projection, [box.x + box.width / 2, box.y + box.height / 2]);
  const steps = 12;
  const rim: Coordinates[] = [];
  for (let step = 0; step <= steps; step++) {
    const [x, y] = [box.x + (box.width * step) / steps, box.y + (box.height * step) / steps];
    for (const point of [
      [x, box.y],
      [x, box.y + box.height],
      [box.x, y],
      [box.x + box.width, y],
    ] as const)
      rim.push(invert(projection, point));
  }
  const longitudes = rim.map(([longitude]) => {
    const turn = longitude - centre[0];
    return centre[0] + turn - 360 * Math.round(turn / 360);
  });
  const latitudes = rim.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

function invert(projection: Projection, point: Point): Coordinates {
  const [longitude, latitude] = projection.d3.invert?.([...point]) ?? [0, 0];
  return [longitude, latitude];
}
