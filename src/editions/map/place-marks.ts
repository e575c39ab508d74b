import type { PointFeature } from './features.js';
import { readings } from './gazetteer.js';
import type { TextRoom } from './label-candidates.js';
import type { LabelledPlace } from './map-drawing.js';
import { textWidth } from './text-width.js';

/** Between the names of two places at one point. */
export const nameSeparator = ' · ';

/** What of a place is drawn. */
export function labelled(place: LabelledPlace): LabelledPlace {
  return { id: place.id, type: place.type, names: place.names };
}

/** The room for the names of places in whichever way of reading needs most: the page can switch between them. */
export function roomForNames(places: readonly LabelledPlace[], fontSize: number): TextRoom {
  const widths = readings.map((reading) =>
    textWidth(
      places.map(({ names }) => (names[reading] ?? names.written).text).join(nameSeparator),
      fontSize,
    ),
  );
  return { width: Math.max(...widths), fontSize };
}

/** The places of a point as they are drawn. */
export function placesOf(feature: PointFeature): LabelledPlace[] {
  return feature.places.map(labelled);
}
