import type { Rectangle } from './clip.js';
import type { Coordinates } from './gazetteer.js';
import { stretchLength, type Topology } from './topology.js';

/** Whether a ring crosses the 180th meridian. */
export function ringCrosses({ crossingArcs }: Topology, ring: readonly number[]): boolean {
  return ring.some((index) => crossingArcs.has(index < 0 ? ~index : index));
}

/** Whether a ring that does not cross the 180th meridian may have a part in a rectangle of the topology's grid. */
export function ringTouches(topology: Topology, ring: readonly number[], grid: Rectangle): boolean {
  let outside = 15;
  for (const index of ring) {
    const arc = index < 0 ? ~index : index;
    const end = topology.firstStretches[arc + 1] as number;
    for (let stretch = topology.firstStretches[arc] as number; stretch < end; stretch++) {
      outside &= sidesOfBox(topology.boxes, stretch, grid, 0);
      if (outside === 0) return true;
    }
  }
  return false;
}

/**
 * The positions of a ring as longitudes and latitudes. Where it crosses the 180th meridian its longitudes run on over
 * 180 or -180. Of a stretch that lies all to one side of the rectangle only both ends are kept, which is all that
 * cutting needs of it; without a rectangle everything is.
 */
export function decodeRing(
  topology: Topology,
  ring: readonly number[],
  rectangle: Rectangle | undefined,
): Coordinates[] {
  const { positions, starts, firstStretches, boxes, crossings, scale, translate } = topology;
  const circle = 360 / scale[0];
  const grid = rectangle && onGrid(topology, rectangle);
  const decoded: Coordinates[] = [];
  let before: number | undefined;
  let turn = 0;
  /** Follows a step from one position to the next around the earth, the short way. */
  const follow = (position: number) => {
    const x = positions[position] as number;
    if (before !== undefined) turn -= circle * Math.round((x - before) / circle);
    before = x;
  };
  const push = (position: number) => {
    const x = ((positions[position] as number) + turn) * scale[0] + translate[0];
    decoded.push([x, (positions[position + 1] as number) * scale[1] + translate[1]]);
  };
  for (const index of ring) {
    const arc = index < 0 ? ~index : index;
    const backwards = index < 0;
    const first = firstStretches[arc] as number;
    const count = (firstStretches[arc + 1] as number) - first;
    for (let step = 0; step < count; step++) {
      const number = backwards ? count - 1 - step : step;
      const low = (starts[arc] as number) + 2 * stretchLength * number;
      const high = Math.min(low + 2 * stretchLength, starts[arc + 1] as number) - 2;
      const [from, to, by] = backwards ? [high, low, -2] : [low, high, 2];
      const crossing = crossings.has(first + number);
      follow(from);
      if (grid && !crossing && sidesOfBox(boxes, first + number, grid, turn) !== 0) {
        push(from);
        push(to);
      } else {
        for (let position = from; position !== to + by; position += by) {
          if (crossing) follow(position);
          push(position);
        }
      }
      before = positions[to];
    }
  }
  return decoded;
}

/** Longitudes and latitudes of a rectangle on the grid of a topology. */
export function onGrid({ scale, translate }: Topology, rectangle: Rectangle): Rectangle {
  const x = (longitude: number) => (longitude - translate[0]) / scale[0];
  const y = (latitude: number) => (latitude - translate[1]) / scale[1];
  return {
    west: x(rectangle.west),
    south: y(rectangle.south),
    east: x(rectangle.east),
    north: y(rectangle.north),
  };
}

/** On which sides of a rectangle all of a box, turned around the earth, lies: one bit a side, 0 when they meet. */
function sidesOfBox(
  boxes: readonly number[],
  stretch: number,
  rectangle: Rectangle,
  turn: number,
): number {
  const box = 4 * stretch;
  return (
    ((boxes[box + 2] as number) + turn < rectangle.west ? 1 : 0) |
    ((boxes[box] as number) + turn > rectangle.east ? 2 : 0) |
    ((boxes[box + 3] as number) < rectangle.south ? 4 : 0) |
    ((boxes[box + 1] as number) > rectangle.north ? 8 : 0)
  );
}
