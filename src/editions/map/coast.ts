import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clipLine, clipRing, type Rectangle } from './clip.js';
import type { Coordinates } from './gazetteer.js';
import { simplify } from './simplify.js';
import { readTopology, stretchLength, type Topology } from './topology.js';

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
    const grid = onGrid(topology, rectangle, shift);
    for (const arcs of topology.polygons) {
      if (!touches(topology, arcs[0] ?? [], grid)) continue;
      const rings = arcs.map((ring) => decodeRing(topology, ring, grid, shift));
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

/** Longitudes and latitudes of a rectangle on the grid of a topology. */
function onGrid({ scale, translate }: Topology, rectangle: Rectangle, shift: number): Rectangle {
  const x = (longitude: number) => (longitude - shift - translate[0]) / scale[0];
  const y = (latitude: number) => (latitude - translate[1]) / scale[1];
  return {
    west: x(rectangle.west),
    south: y(rectangle.south),
    east: x(rectangle.east),
    north: y(rectangle.north),
  };
}

/** On which sides of a rectangle all of a box lies: one bit a side, 0 when they meet. */
function sidesOfBox(boxes: readonly number[], stretch: number, rectangle: Rectangle): number {
  const box = 4 * stretch;
  return (
    ((boxes[box + 2] as number) < rectangle.west ? 1 : 0) |
    ((boxes[box] as number) > rectangle.east ? 2 : 0) |
    ((boxes[box + 3] as number) < rectangle.south ? 4 : 0) |
    ((boxes[box + 1] as number) > rectangle.north ? 8 : 0)
  );
}

function touches(
  { firstStretches, boxes }: Topology,
  ring: readonly number[],
  rectangle: Rectangle,
): boolean {
  let outside = 15;
  for (const index of ring) {
    const arc = index < 0 ? ~index : index;
    const end = firstStretches[arc + 1] as number;
    for (let stretch = firstStretches[arc] as number; stretch < end; stretch++) {
      outside &= sidesOfBox(boxes, stretch, rectangle);
      if (outside === 0) return true;
    }
  }
  return false;
}

/**
 * The positions of a ring as longitudes and latitudes, as far as it can be seen in a rectangle: of a run of stretches
 * that are all to one side of it only both ends are kept, which is all that cutting needs of them.
 * @param rectangle on the grid of the topology
 */
function decodeRing(
  topology: Topology,
  ring: readonly number[],
  rectangle: Rectangle,
  shift: number,
): Coordinates[] {
  const { positions, starts, firstStretches, boxes, scale, translate } = topology;
  const decoded: Coordinates[] = [];
  const push = (position: number) => {
    const x = (positions[position] as number) * scale[0] + translate[0] + shift;
    decoded.push([x, (positions[position + 1] as number) * scale[1] + translate[1]]);
  };
  for (const index of ring) {
    const arc = index < 0 ? ~index : index;
    const first = firstStretches[arc] as number;
    const count = (firstStretches[arc + 1] as number) - first;
    for (let step = 0; step < count; step++) {
      const number = index < 0 ? count - 1 - step : step;
      const from = (starts[arc] as number) + 2 * stretchLength * number;
      const last = Math.min(from + 2 * stretchLength, starts[arc + 1] as number) - 2;
      if (sidesOfBox(boxes, first + number, rectangle) !== 0) {
        push(index < 0 ? last : from);
        push(index < 0 ? from : last);
      } else if (index < 0) {
        for (let position = last; position >= from; position -= 2) push(position);
      } else {
        for (let position = from; position <= last; position += 2) push(position);
      }
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
