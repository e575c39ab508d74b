/** A polygon of a topology: rings of arcs; an arc's index is complemented where the ring runs against it. */
type PolygonArcs = readonly (readonly number[])[];

/**
 * The land of the world as a quantised TopoJSON topology has it: polygons share arcs, and an arc is a run of
 * positions on a grid of whole numbers.
 */
export interface Topology {
  readonly polygons: readonly PolygonArcs[];
  /** Grid positions of all arcs, x and y by turns. */
  readonly positions: Int32Array;
  /** Where each arc begins in `positions`, and after the last one where they end. */
  readonly starts: readonly number[];
  /** Which stretch each arc begins with, and after the last one how many there are. */
  readonly firstStretches: readonly number[];
  /** Of each stretch of so many positions of an arc: least x, least y, greatest x, greatest y. */
  readonly boxes: readonly number[];
  /** The stretches in which an arc steps over the 180th meridian: from one end of the grid to the other. */
  readonly crossings: ReadonlySet<number>;
  /** The arcs that have such a stretch. */
  readonly crossingArcs: ReadonlySet<number>;
  readonly scale: readonly [number, number];
  readonly translate: readonly [number, number];
}

/** Positions in a stretch: whole stretches of a continent's coast can be passed over when they are far away. */
export const stretchLength = 128;

interface TopologyObject {
  readonly type: string;
  readonly arcs?: unknown;
  readonly geometries?: readonly TopologyObject[];
}

interface TopologyHead {
  readonly objects: { readonly land: TopologyObject };
  readonly transform: { readonly scale: [number, number]; readonly translate: [number, number] };
}

const openBracket = 0x5b;
const comma = 0x2c;
const zero = 0x30;
const nine = 0x39;
/** More than any position on the grid. */
const greatest = 0x3fffffff;
/** More than a coast goes in one step, less than from one end of a grid to the other: world-atlas has 10⁵ columns. */
const halfGrid = 50_000;

/**
 * Reads a TopoJSON file (TopoJSON Specification 1.0) with an object `land`. Its arcs are nine tenths of its
 * megabytes and nothing but whole numbers, so they are read as such from the bytes, in a tenth of the time that
 * `JSON.parse` takes; the rest is JSON.
 *
 * @throws Error when the bytes are no such file.
 */
export function readTopology(bytes: Buffer): Topology {
  const key = bytes.indexOf('},"arcs":[');
  if (key === -1) throw new Error('The topology has no arcs after its objects.');
  const start = key + '},"arcs":'.length;
  const arcs = readArcs(bytes, start);
  const head = bytes.toString('latin1', 0, start);
  const tail = bytes.toString('latin1', arcs.end);
  const { objects, transform } = JSON.parse(`${head}[]${tail}`) as TopologyHead;
  return {
    polygons: polygonsOf(objects.land),
    positions: arcs.positions,
    starts: arcs.starts,
    firstStretches: arcs.firstStretches,
    boxes: arcs.boxes,
    crossings: arcs.crossings,
    crossingArcs: arcs.crossingArcs,
    scale: transform.scale,
    translate: transform.translate,
  };
}

function polygonsOf(object: TopologyObject): PolygonArcs[] {
  if (object.type === 'Polygon') return [object.arcs as PolygonArcs];
  if (object.type === 'MultiPolygon') return object.arcs as PolygonArcs[];
  return (object.geometries ?? []).flatMap(polygonsOf);
}

/**
 * Reads `[[[x,y],[dx,dy],…],…]`, positions after the first of an arc being differences (2.1.4, quantised). One loop
 * over three million bytes, kept to what a compiler makes short work of: small whole numbers in local variables.
 */
function readArcs(bytes: Buffer, from: number) {
  // The shortest position, `[0,0],`, has six bytes for two numbers.
  const positions = new Int32Array((bytes.length - from) / 3 + 2);
  const starts: number[] = [];
  const firstStretches: number[] = [];
  const boxes: number[] = [];
  const crossings = new Set<number>();
  const crossingArcs = new Set<number>();
  const end = bytes.length;
  let [offset, count, depth] = [from, 0, 0];
  let [x, y, number, sign] = [0, 0, 0, 1];
  let [left, top, right, bottom, stretchEnd, before] = [0, 0, 0, 0, 0, 0];
  do {
    const byte = bytes[offset++] as number;
    if (byte >= zero && byte <= nine) {
      number = (number * 10 + byte - zero) | 0;
    } else if (byte === comma) {
      if (depth === 3) {
        x = (x + sign * number) | 0;
        number = 0;
        sign = 1;
      }
    } else if (byte === openBracket) {
      depth++;
      if (depth === 2) {
        starts.push(count);
        firstStretches.push(boxes.length >> 2);
        stretchEnd = count + 2 * stretchLength;
        x = y = 0;
        left = top = greatest;
        right = bottom = -greatest;
      }
    } else if (byte < zero) {
      sign = -1;
    } else {
      if (depth === 3) {
        y = (y + sign * number) | 0;
        number = 0;
        sign = 1;
        if (count === stretchEnd) {
          boxes.push(left, top, right, bottom);
          left = top = greatest;
          right = bottom = -greatest;
          stretchEnd = count + 2 * stretchLength;
        }
        const step = x - before;
        if ((step > halfGrid || step < -halfGrid) && count !== starts[starts.length - 1]) {
          crossings.add(boxes.length >> 2);
          crossingArcs.add(starts.length - 1);
        }
        before = x;
        positions[count++] = x;
        positions[count++] = y;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
      } else if (depth === 2) {
        boxes.push(left, top, right, bottom);
      }
      depth--;
    }
  } while (depth > 0 && offset < end);
  if (depth !== 0) throw new Error('The arcs of the topology do not end.');
  starts.push(count);
  firstStretches.push(boxes.length >> 2);
  return { positions, starts, firstStretches, boxes, crossings, crossingArcs, end: offset };
}
