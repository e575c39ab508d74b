import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The borders of a country of today: Natural Earth, 1:50 million, as `world-atlas` has them. */
type Shape = Feature<Polygon | MultiPolygon, { readonly name: string }>;

interface Borders {
  /** By three figures of ISO 3166-1, or by name where there are none. */
  readonly shape: (part: string) => Shape | undefined;
  readonly parts: readonly string[];
}

let known: Borders | undefined;

/** Reads the borders, when they are first wanted. */
function borders(): Borders {
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    readonly countries: GeometryCollection<{ readonly name: string }>;
  }>;
  const geometries = new Map(
    topology.objects.countries.geometries.map((each) => [
      String(each.id ?? (each.properties as { readonly name: string }).name),
      each,
    ]),
  );
  const shapes = new Map<string, Shape>();
  known = {
    parts: [...geometries.keys()],
    shape: (part) => {
      const geometry = geometries.get(part);
      if (geometry === undefined) return undefined;
      let shape = shapes.get(part);
      if (shape === undefined) {
        shape = feature(topology, geometry) as Shape;
        shapes.set(part, shape);
      }
      return shape;
    },
  };
  return known;
}

/** A point in decimal degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * How far a point lies outside of the borders of countries.
 *
 * @param parts as Natural Earth numbers or names them
 * @returns kilometres, 0 within; `undefined` where one of the countries is not there
 */
export function distanceOutside(point: Point, parts: readonly string[]): number | undefined {
  const { shape } = borders();
  const shapes = parts.flatMap((part) => shape(part) ?? []);
  if (shapes.length === 0) return undefined;
  if (shapes.some((each) => contains(each, point))) return 0;
  return Math.min(...shapes.map((each) => distanceTo(each, point)));
}

/** The country of today in which a point lies; `undefined` at sea. */
export function partAt(point: Point): string | undefined {
  const { parts, shape } = borders();
  return parts.find((part) => {
    const country = shape(part);
    return country !== undefined && contains(country, point);
  });
}

/**
 * Whether a point lies in a country: a line from it to the north crosses the borders an odd number of times. Borders are
 * straight on a map with square degrees, as Natural Earth draws them.
 */
function contains(shape: Shape, { latitude, longitude }: Point): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    for (let at = 1; at < ring.length; at++) {
      const [x1 = 0, y1 = 0] = ring[at - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[at] ?? [];
      const [from, to] = [turned(x1 - longitude), turned(x2 - longitude)];
      // What lies on the other side of the globe is not crossed.
      if (from > 0 === to > 0 || Math.abs(from - to) > 180) continue;
      if (latitude < y1 - (from * (y2 - y1)) / (to - from)) inside = !inside;
    }
  }
  return inside;
}

function ringsOf({ geometry }: Shape): readonly (readonly (readonly number[])[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Kilometres of a degree of latitude. */
const degree = 111.2;

/** The distance from a point to the nearest border of a country, in kilometres. */
function distanceTo(shape: Shape, point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of ringsOf(shape)) {
    for (let at = 1; at < ring.length; at++) {
      const distance = toSegment(point, ring[at - 1] ?? [], ring[at] ?? []);
      if (distance < least) least = distance;
    }
  }
  return least;
}

/**
 * The distance from a point to a segment of a border, on a plane that touches the globe at the point where both are
 * near, and by great circle to its nearer end where they are not.
 */
function toSegment(point: Point, from: readonly number[], to: readonly number[]): number {
  const a = near(point, from);
  const b = near(point, to);
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  // On the other side of the globe, a segment over the edge of the plane would cross all of it.
  if (Math.abs(dx) > 90 * degree) return Math.min(greatCircle(point, from), greatCircle(point, to));
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / length));
  const flat = Math.hypot(a[0] + along * dx, a[1] + along * dy);
  return flat < 1000 ? flat : Math.min(greatCircle(point, from), greatCircle(point, to));
}

function near({ latitude, longitude }: Point, position: readonly number[]): [number, number] {
  const [x = 0, y = 0] = position;
  return [
    turned(x - longitude) * degree * Math.cos((latitude * Math.PI) / 180),
    (y - latitude) * degree,
  ];
}

/** An angle between −180° and 180°. */
function turned(angle: number): number {
  return angle >= 180 ? angle - 360 : angle < -180 ? angle + 360 : angle;
}

function greatCircle({ latitude, longitude }: Point, [x = 0, y = 0]: readonly number[]): number {
  const radians = Math.PI / 180;
  const sine = Math.sin(latitude * radians) * Math.sin(y * radians);
  const cosine = Math.cos(latitude * radians) * Math.cos(y * radians);
  const angle = Math.acos(
    Math.max(-1, Math.min(1, sine + cosine * Math.cos((x - longitude) * radians))),
  );
  return (angle / radians) * degree;
}
