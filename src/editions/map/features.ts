import type { Coordinates, Gazetteer, Place } from './gazetteer.js';
import { isCountry, passiveOf, whereabouts } from './whereabouts.js';

/** One or more places at one point: Incheon and Jemulpo. */
export interface PointFeature {
  readonly kind: 'point';
  /** The place whose coordinates they are comes first. */
  readonly places: readonly Place[];
  readonly at: Coordinates;
}

/** A river or another thing whose course the register gives. */
export interface CourseFeature {
  readonly kind: 'course';
  readonly place: Place;
  readonly course: readonly Coordinates[];
}

/** A line that the text draws from place to place. */
export interface LineFeature {
  readonly kind: 'line';
  readonly place: Place;
  readonly course: readonly Coordinates[];
}

/** A direction: an arrow to each end point. */
export interface DirectionFeature {
  readonly kind: 'direction';
  readonly place: Place;
  readonly arrows: readonly (readonly [from: Coordinates, to: Coordinates])[];
}

/** The country between several places, or around one, or along a river next to places. Its edge is not known. */
export interface RegionFeature {
  readonly kind: 'region';
  readonly place: Place;
  readonly form: 'between' | 'around' | 'area';
  readonly corners: readonly Coordinates[];
}

/** A region to one side of a line, course or point, how far is not said. */
export interface SideFeature {
  readonly kind: 'side';
  readonly place: Place;
  readonly towards: CompassPoint;
  readonly edge: readonly Coordinates[];
}

/** A region on a bank of a river, near places on it; `towards` where the register says which bank. */
export interface BankFeature {
  readonly kind: 'bank';
  readonly place: Place;
  readonly towards: CompassPoint | undefined;
  readonly course: readonly Coordinates[];
  readonly near: readonly Coordinates[];
}

export type CompassPoint = 'north' | 'east' | 'south' | 'west';

export type Feature =
  | PointFeature
  | CourseFeature
  | LineFeature
  | DirectionFeature
  | RegionFeature
  | SideFeature
  | BankFeature;

/** What a document names on the earth, in the order of the registers, and what has no place on a map. */
export interface Features {
  readonly features: readonly Feature[];
  readonly unplaced: readonly { readonly place: Place; readonly reason: UnplacedReason }[];
}

/** A country is larger than a point; of the others the registers do not say where they are. */
export type UnplacedReason = 'country' | 'no-coordinates';

/** Draws together what the registers say about each of the named places. */
export function findFeatures(gazetteer: Gazetteer, named: ReadonlySet<string>): Features {
  const features: Feature[] = [];
  const unplaced: { place: Place; reason: UnplacedReason }[] = [];
  const points = new Map<string, { at: Coordinates; places: Place[] }>();
  for (const place of gazetteer.places.values()) {
    if (!named.has(place.id)) continue;
    if (isCountry(place)) {
      unplaced.push({ place, reason: 'country' });
      continue;
    }
    const feature = relatedFeature(gazetteer, place) ?? ownCourse(place);
    if (feature !== undefined) {
      features.push(feature);
      continue;
    }
    const there = whereabouts(gazetteer, place.id);
    if (there === undefined) {
      unplaced.push({ place, reason: 'no-coordinates' });
      continue;
    }
    const point = points.get(there.found) ?? { at: there.at, places: [] };
    if (there.found === place.id) point.places.unshift(place);
    else point.places.push(place);
    points.set(there.found, point);
  }
  for (const { at, places } of points.values()) features.push({ kind: 'point', at, places });
  return { features, unplaced };
}

function ownCourse(place: Place): Feature | undefined {
  if (place.geometry.length < 2) return undefined;
  const [first, last] = [place.geometry[0], place.geometry.at(-1)];
  const closed = place.geometry.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  if (closed) return { kind: 'region', place, form: 'area', corners: place.geometry };
  if (place.type === 'line') return { kind: 'line', place, course: place.geometry };
  return { kind: 'course', place, course: place.geometry };
}

function relatedFeature(gazetteer: Gazetteer, place: Place): Feature | undefined {
  if (place.geometry.length > 0) return undefined;
  const coordinates = (name: string) => pointsOf(gazetteer, place.id, name);
  const ends = coordinates('end-point');
  const starts = coordinates('start-point');
  if (place.type === 'direction') return direction(place, starts, ends);
  const stations = [...starts, ...ends];
  if (place.type === 'line' && stations.length > 1)
    return { kind: 'line', place, course: stations };
  if (stations.length > 1) return { kind: 'region', place, form: 'between', corners: stations };
  const around = coordinates('around');
  if (around.length > 0) return { kind: 'region', place, form: 'around', corners: around };
  return bank(gazetteer, place) ?? side(gazetteer, place);
}

/** From the start point to each end point; without a start point from the first end point on, as it is named. */
function direction(
  place: Place,
  starts: readonly Coordinates[],
  ends: readonly Coordinates[],
): DirectionFeature | undefined {
  const from = starts[0] ?? ends[0];
  if (from === undefined) return undefined;
  const to = starts.length > 0 ? ends : ends.slice(1);
  if (to.length === 0) return undefined;
  return { kind: 'direction', place, arrows: to.map((end) => [from, end]) };
}

const compassPoints: readonly CompassPoint[] = ['north', 'east', 'south', 'west'];

function side(gazetteer: Gazetteer, place: Place): SideFeature | undefined {
  for (const towards of compassPoints) {
    for (const id of passiveOf(gazetteer, place.id, `${towards}-of`)) {
      const edge = courseOf(gazetteer, id);
      if (edge.length > 0) return { kind: 'side', place, towards, edge };
    }
  }
  return undefined;
}

function bank(gazetteer: Gazetteer, place: Place): BankFeature | undefined {
  const near = pointsOf(gazetteer, place.id, 'adjacent-to');
  if (near.length === 0) return undefined;
  for (const id of passiveOf(gazetteer, place.id, 'on-bank-of')) {
    const course = gazetteer.places.get(id)?.geometry ?? [];
    if (course.length < 2) continue;
    const towards = compassPoints.find((point) =>
      passiveOf(gazetteer, place.id, `${point}-of`).includes(id),
    );
    return { kind: 'bank', place, towards, course, near };
  }
  return undefined;
}

function pointsOf(gazetteer: Gazetteer, id: string, relation: string): Coordinates[] {
  return passiveOf(gazetteer, id, relation)
    .map((other) => whereabouts(gazetteer, other)?.at)
    .filter((at) => at !== undefined);
}

/** The course of a line or river: its own geometry, else from end point to end point; of a place, the place. */
function courseOf(gazetteer: Gazetteer, id: string): readonly Coordinates[] {
  const own = gazetteer.places.get(id)?.geometry ?? [];
  if (own.length > 0) return own;
  const ends = pointsOf(gazetteer, id, 'end-point');
  if (ends.length > 0) return ends;
  const at = whereabouts(gazetteer, id)?.at;
  return at === undefined ? [] : [at];
}
