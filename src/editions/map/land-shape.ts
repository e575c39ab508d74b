import { geoPath } from 'd3-geo';
import { clipLine, clipRing } from './clip.js';
import { cutLand, resolutionFor, wholeLand } from './coast.js';
import type { Coordinates } from './gazetteer.js';
import type { Box, LandShape, Point } from './map-drawing.js';
import { closedPath, linePath } from './path-data.js';
import { type Projection, project, visibleExtent } from './projection.js';

/** The coast is true to this part of a unit of the drawing. */
const truth = 0.4;

/** An island smaller than this, in units of the drawing, is left out. */
const leastIsland = 1.2;

/** The land reaches this far over the edge of the frame, so that the edge is not drawn as a coast. */
const over = 3;

/** The land inside a box of the drawing as path data. */
export function landShape(projection: Projection, box: Box): LandShape {
  return projection.global ? globalLand(projection, box) : regionalLand(projection, box);
}

/** Of a part of the earth, the land is cut out first and then projected corner by corner. */
function regionalLand(projection: Projection, box: Box): LandShape {
  const { west, east, south, north } = visibleExtent(projection, box);
  // Parallels are bent and the edges of the cut are not, so the cut is made some way outside the frame.
  const [aside, above] = [(east - west) * 0.12, (north - south) * 0.12];
  const land = cutLand(
    resolutionFor(projection.degrees),
    {
      west: west - aside,
      east: east + aside,
      south: Math.max(-90, south - above),
      north: Math.min(90, north + above),
    },
    truth * projection.degrees,
  );
  const edge = {
    west: box.x - over,
    east: box.x + box.width + over,
    south: box.y - over,
    north: box.y + box.height + over,
  };
  const projected = (line: readonly Coordinates[]) =>
    line.map((coordinates) => project(projection, coordinates));
  return {
    land: land.polygons
      .flat()
      .map((ring) => clipRing(projected(ring), edge))
      .filter(isSeen)
      .map((ring) => closedPath(ring.slice(0, -1)))
      .join(''),
    coast: land.coast
      ?.flatMap((line) => clipLine(projected(line), edge))
      .map(linePath)
      .join(''),
  };
}

function isSeen(ring: readonly Point[]): boolean {
  const [x, y] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return (
    ring.length > 3 &&
    (Math.max(...x) - Math.min(...x) > leastIsland || Math.max(...y) - Math.min(...y) > leastIsland)
  );
}

/** Of most of the earth, the land is projected as on a sphere, which knows about poles and the far side. */
function globalLand(projection: Projection, box: Box): LandShape {
  projection.d3.clipExtent([
    [box.x - over, box.y - over],
    [box.x + box.width + over, box.y + box.height + over],
  ]);
  const path = geoPath(projection.d3).digits(1);
  // Simplified, a small island could turn inside out, which on a sphere is all but the island.
  const coordinates = wholeLand('110m').map((rings) =>
    rings.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude])),
  );
  const shape = path({ type: 'MultiPolygon', coordinates }) ?? '';
  projection.d3.clipExtent(null);
  return { land: shape, coast: undefined };
}
