import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clipRing, type Rectangle } from './clip.js';
import { decodeRing, onGrid, ringCrosses, ringTouches } from './decode-ring.js';
import type { Coordinates } from './gazetteer.js';
import { simplify } from './simplify.js';
import { readTopology, type Topology } from './topology.js';

/** The scales of Natural Earth's land that `world-atlas` carries: 1:10 million and coarser. */
export type Resolution = '10m' | '50m' | '110m';

/** A closed outline and those of the waters in it. */
export type LandPolygon = readonly (readonly Coordinates[])[];

/** Land in a rectangle. */
export interface CutLand {
  /** Cut at the rectangle. */
  readonly polygons: readonly LandPolygon[];
  /** The coast, where it may not be the outline of the polygons: along the 180th meridian some of the data is cut. */
  readonly coast: readonly (readonly Coordinates[])[] | undefined;
}

const topologies = new Map<Resolution, Topology>();

/** The land of the world at a resolution: read at the first call, some 30 ms for the finest. */
export function worldLand(resolution: Resolution): Topology {
  let topology = topologies.get(resolution);
  if (topology === undefined) {
    const file = createRequire(import.meta.url).resolve(`world-atlas/land-${resolution}.json`);
    topology = readTopology(readFileSync(file));
    topologies.set(resolution, topology);
  }
  return topology;
}

/**
 * The resolution that shows as much as a drawing can: the world's coast has a corner every 0.4 km, 3 km and 20 km or
 * so at the three scales.
 * @param degrees degrees of latitude to one unit of the drawing
 */
export function resolutionFor(degrees: number): Resolution {
  if (degrees < 0.06) return '10m';
  return degrees < 0.25 ? '50m' : '110m';
}

/** The whole land as it lies on a sphere: no ring is cut, and a ring may go around a pole. */
export function wholeLand(resolution: Resolution): readonly LandPolygon[] {
  const topology = worldLand(resolution);
  return topology.polygons.map((rings) =>
    rings.map((ring) =>
      // Where a longitude stands in its turn around the earth does not matter on a sphere.
      decodeRing(topology, ring, undefined),
    ),
  );
}

/**
 * The land in a rectangle, which may reach over the 180th meridian (its longitudes then pass 180 or -180).
 * @param tolerance how far, in degrees of latitude, a coast may be from where it was once it is simplified
 */
export function cutLand(resolution: Resolution, rectangle: Rectangle, tolerance: number): CutLand {
  const topology = worldLand(resolution);
  const stretch = Math.cos((((rectangle.south + rectangle.north) / 2) * Math.PI) / 180);
  const overMeridian = rectangle.west < -180 || rectangle.east > 180;
  const polygons: LandPolygon[] = [];
  for (const turn of [0, -360, 360]) {
    const turned = { ...rectangle, west: rectangle.west - turn, east: rectangle.east - turn };
    const grid = onGrid(topology, turned);
    for (const rings of topology.polygons) {
      const outer = rings[0] ?? [];
      if (!ringCrosses(topology, outer)) {
        if (turn !== 0 && !overMeridian) continue;
        if (!ringTouches(topology, outer, grid)) continue;
      }
      const cut = rings
        .map((ring) => clipRing(flattened(decodeRing(topology, ring, turned), turn), turned))
        .map((ring) => simplify(ring, tolerance, stretch))
        .filter((ring) => ring.length > 3)
        .map((ring) => ring.map(([x, y]): Coordinates => [x + turn, y]));
      if (cut.length > 0) polygons.push(cut);
    }
  }
  const rings = polygons.flat();
  return { polygons, coast: overMeridian ? rings.flatMap(shores) : undefined };
}

/** An outline without its edges along the 180th meridian. */
function shores(ring: readonly Coordinates[]): Coordinates[][] {
  const parts: Coordinates[][] = [[]];
  for (const [index, point] of ring.entries()) {
    if (liesOnCut(ring[index - 1], point)) parts.push([]);
    parts.at(-1)?.push(point);
  }
  return parts.filter((part) => part.length > 1);
}

function liesOnCut(a: Coordinates | undefined, b: Coordinates): boolean {
  const onMeridian = ([longitude]: Coordinates) => Math.abs(Math.abs(longitude) - 180) < 1e-3;
  return a !== undefined && onMeridian(a) && onMeridian(b);
}

/**
 * A ring on a plane. One that goes around a pole ends a whole turn from where it began: it is continued for a turn on
 * both sides, so that its ends are out of sight, and closed beyond the pole; in one of the turns of a rectangle only.
 */
function flattened(ring: readonly Coordinates[], turn: number): readonly Coordinates[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  const around = Math.round((last[0] - first[0]) / 360) * 360;
  if (around === 0) return ring;
  if (turn !== 0) return [];
  const pole = first[1] < 0 ? -91 : 91;
  const turns = [-around, 0, around].flatMap((more) =>
    ring.map(([x, y]): Coordinates => [x + more, y]),
  );
  const [begin, end] = [turns[0] as Coordinates, turns.at(-1) as Coordinates];
  return [...turns, [end[0], pole], [begin[0], pole], begin];
}
