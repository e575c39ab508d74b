import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clipLine, clipRing, type Rectangle } from './clip.js';
import type { Coordinates } from './gazetteer.js';
import { simplify } from './simplify.js';
import { readTopology, type Topology } from './topology.js';

/** The scales of Natural Earth's land that `world-atlas` carries: 1:10 million and coarser. */
export type Resolution = '10m' | '50m' | '110m';

/** Land within a rectangle of longitudes and latitudes. */
export interface Land {
  /** Closed rings, cut at the rectangle. */
  readonly polygons: readonly (readonly (readonly Coordinates[])[])[];
  /**
   * The coast line, where it is something else than the outline of the polygons: where land is cut along the 180th
   * meridian, there is no coast.
   */
  readonly coast: readonly (readonly Coordinates[])[] | undefined;
}

const topologies = new Map<Resolution, Topology>();

/** The land of the world at a resolution: read at the first call, some 20 ms for the finest. */
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

/**
 * The land in a rectangle, which may reach over the 180th meridian (its longitudes then pass 180 or -180).
 * @param tolerance how far, in degrees of latitude, a coast may be from where it was once it is simplified
 */
export function cutLand(resolution: Resolution, rectangle: Rectangle, tolerance: number): Land {
  const topology = worldLand(resolution);
  const stretch = Math.cos((((rectangle.south + rectangle.north) / 2) * Math.PI) / 180);
  const polygons: Coordinates[][][] = [];
  const coast: Coordinates[][] = [];
  const overMeridian = rectangle.west < -180 || rectangle.east > 180;
  for (const shift of overMeridian ? [-360, 0, 360] : [0]) {
    for (const arcs of topology.polygons) {
      if (!touches(topology, arcs[0] ?? [], rectangle, shift)) continue;
      const rings = arcs.map((ring) => decodeRing(topology, ring, shift));
      const cut = rings
        .map((ring) => simplify(clipRing(ring, rectangle), tolerance, stretch))
        .filter((ring) => ring.length > 3);
      if (cut.length > 0) polygons.push(cut);
      if (overMeridian) {
        for (const ring of rings)
          for (const line of clipLine(ring, rectangle).flatMap(shores))
            coast.push(simplify(line, tolerance, stretch));
      }
    }
  }
  return { polygons, coast: overMeridian ? coast.filter((line) => line.length > 1) : undefined };
}

function touches(
  topology: Topology,
  ring: readonly number[],
  rectangle: Rectangle,
  shift: number,
): boolean {
  const { boxes, scale, translate } = topology;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const index of ring) {
    const box = 4 * (index < 0 ? ~index : index);
    left = Math.min(left, boxes[box] as number);
    top = Math.min(top, boxes[box + 1] as number);
    right = Math.max(right, boxes[box + 2] as number);
    bottom = Math.max(bottom, boxes[box + 3] as number);
  }
  return (
    left * scale[0] + translate[0] + shift <= rectangle.east &&
    right * scale[0] + translate[0] + shift >= rectangle.west &&
    top * scale[1] + translate[1] <= rectangle.north &&
    bottom * scale[1] + translate[1] >= rectangle.south
  );
}

function decodeRing(topology: Topology, ring: readonly number[], shift: number): Coordinates[] {
  const { positions, starts, scale, translate } = topology;
  const decoded: Coordinates[] = [];
  for (const index of ring) {
    const arc = index < 0 ? ~index : index;
    const [from, to] = [starts[arc] as number, (starts[arc + 1] as number) - 2];
    const step = index < 0 ? -2 : 2;
    let position = index < 0 ? to : from;
    // Each arc begins where the one before it ended.
    if (decoded.length > 0) position += step;
    for (; position >= from && position <= to; position += step) {
      decoded.push([
        (positions[position] as number) * scale[0] + translate[0] + shift,
        (positions[position + 1] as number) * scale[1] + translate[1],
      ]);
    }
  }
  return decoded;
}

/** A coast without the cuts along the 180th meridian and around the pole. */
function shores(line: readonly Coordinates[]): Coordinates[][] {
  const parts: Coordinates[][] = [];
  let part: Coordinates[] = [];
  for (const [index, point] of line.entries()) {
    const before = line[index - 1];
    if (before !== undefined && isCut(before, point)) {
      parts.push(part);
      part = [];
    }
    part.push(point);
  }
  parts.push(part);
  return parts;
}

function isCut(a: Coordinates, b: Coordinates): boolean {
  const onMeridian = (point: Coordinates) => Math.abs(Math.abs(point[0]) - 180) < 0.01;
  return onMeridian(a) && onMeridian(b);
}
