import type { Coordinates, Gazetteer, Place } from './gazetteer.js';

/** Where a place lies, and the entry that says so: itself, or the place in which it lies or which it became. */
export interface Whereabouts {
  readonly at: Coordinates;
  readonly found: string;
}

/**
 * Finds a place that is a point on the map: by its own coordinates, else by those of the place that it was renamed
 * to, lies in, or is entered under. A country is no point: what only lies in one is not found.
 */
export function whereabouts(
  gazetteer: Gazetteer,
  id: string,
  visited: ReadonlySet<string> = new Set(),
): Whereabouts | undefined {
  const place = gazetteer.places.get(id);
  if (place === undefined || isCountry(place) || visited.has(id)) return undefined;
  const own = place.geometry[0];
  if (own !== undefined) return place.geometry.length === 1 ? { at: own, found: id } : undefined;
  const onward = new Set([...visited, id]);
  for (const next of successors(gazetteer, place)) {
    const there = whereabouts(gazetteer, next, onward);
    if (there !== undefined) return there;
  }
  return undefined;
}

/** Countries and what is larger have no place among the points of a map. */
export function isCountry(place: Place): boolean {
  return place.type === 'country' || place.type === 'bloc' || place.type === 'continent';
}

function successors(gazetteer: Gazetteer, place: Place): string[] {
  const related = (name: string) => passiveOf(gazetteer, place.id, name);
  return [
    ...related('renamed-to'),
    ...related('located-in'),
    ...(place.parent === undefined ? [] : [place.parent]),
  ];
}

/** The places to which one has a relation of a name, in the order in which the registers give them. */
export function passiveOf(gazetteer: Gazetteer, id: string, name: string): string[] {
  return gazetteer.relations
    .filter((relation) => relation.name === name && relation.active.includes(id))
    .flatMap((relation) => relation.passive);
}
