import { type GeoPermissibleObjects, geoPath } from 'd3-geo';
import { cutLand, type Land, resolutionFor } from './coast.js';
import type { Box, LandShape } from './map-drawing.js';
import { type Projection, visibleExtent } from './projection.js';

/** The coast is true to this part of a unit of the drawing. */
const truth = 0.4;

/** The land inside a box of the drawing as path data, reaching a little over the box's edge. */
export function landShape(projection: Projection, box: Box): LandShape {
  const over = 4;
  projection.d3.clipExtent([
    [box.x - over, box.y - over],
    [box.x + box.width + over, box.y + box.height + over],
  ]);
  const path = geoPath(projection.d3).digits(1);
  const land = landInside(projection, box);
  const shape = {
    land: path(multiPolygon(land)) ?? '',
    coast:
      land.coast === undefined
        ? undefined
        : (path({
            type: 'MultiLineString',
            coordinates: land.coast.map((line) => line.map((point) => [...point])),
          }) ?? ''),
  };
  projection.d3.clipExtent(null);
  return shape;
}

function landInside(projection: Projection, box: Box): Land {
  const resolution = resolutionFor(projection.degrees);
  const tolerance = truth * projection.degrees;
  const world = { west: -180, south: -90, east: 180, north: 90 };
  if (projection.global) return cutLand(resolution, world, tolerance);
  const { west, east, south, north } = visibleExtent(projection, box);
  // Edges of the cut are great circles when they are projected and bend inwards: so it is made outside the frame.
  const [aside, above] = [(east - west) * 0.12, (north - south) * 0.12];
  return cutLand(
    resolution,
    {
      west: west - aside,
      east: east + aside,
      south: Math.max(-90, south - above),
      north: Math.min(90, north + above),
    },
    tolerance,
  );
}

function multiPolygon(land: Land): GeoPermissibleObjects {
  return {
    type: 'MultiPolygon',
    coordinates: land.polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point]))),
  };
}
