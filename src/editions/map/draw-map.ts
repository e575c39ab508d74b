import type { XmlDocument } from '../../xml/index.js';
import { worldLand } from './coast.js';
import { drawSheet } from './draw-sheet.js';
import { type Feature, findFeatures } from './features.js';
import { type Coordinates, readGazetteer } from './gazetteer.js';
import { mainGroup } from './main-group.js';
import type { LegendEntry, MapDrawing } from './map-drawing.js';
import { namedIdentifiers } from './named-places.js';
import { labelled } from './place-marks.js';
import { type SheetName, sheetFormats } from './sheet.js';

/** What a map is drawn from. */
export interface MapInput {
  /** The edition document: only what it names is drawn. */
  readonly document: XmlDocument;
  /** The registers that know the places, sorted by path. */
  readonly registers: readonly XmlDocument[];
  /** For the screen a wide and a narrow sheet are drawn, for print one. */
  readonly medium: 'screen' | 'print';
}

const sheetsFor: Readonly<Record<MapInput['medium'], readonly SheetName[]>> = {
  screen: ['wide', 'narrow'],
  print: ['print'],
};

/**
 * Draws the places, lines, directions and regions that a document names, from what the registers say about them: the
 * coordinates of `location`, and the relations `end-point`, `start-point`, `around`, `north-of` (`east-of`, ...),
 * `on-bank-of`, `adjacent-to`. A place without coordinates is found where it lies or what it was renamed to
 * (`located-in`, `renamed-to`), but not at a country.
 * @returns `undefined` when nothing that the document names has coordinates
 */
export function drawMap(input: MapInput): MapDrawing | undefined {
  const found = featuresOf(input);
  if (found.features.length === 0) return undefined;
  const group = mainGroup(found.features.flatMap(coordinatesOf));
  const legend = legendEntries(found.features);
  const drawn = sheetsFor[input.medium].map((name) =>
    drawSheet(found, group, legend, sheetFormats[name]),
  );
  return {
    sheets: drawn.map(({ sheet }) => sheet),
    legend,
    unplaced: found.unplaced.map(({ place, reason }) => ({ place: labelled(place), reason })),
    projection: drawn[0]?.projection ?? '',
  };
}

/** Whether there is a map to draw: far sooner known than drawn. */
export function hasMap(input: Pick<MapInput, 'document' | 'registers'>): boolean {
  return featuresOf(input).features.length > 0;
}

function featuresOf({ document, registers }: Pick<MapInput, 'document' | 'registers'>) {
  return findFeatures(readGazetteer([...registers, document]), namedIdentifiers(document));
}

/**
 * Reads the finest coast there is, which most maps need, ahead of the first map.
 */
export function loadCoast(): void {
  worldLand('10m');
}

function coordinatesOf(feature: Feature): readonly Coordinates[] {
  switch (feature.kind) {
    case 'point':
      return [feature.at];
    case 'course':
    case 'line':
      return feature.course;
    case 'direction':
      return feature.arrows.flat();
    case 'region':
      return feature.corners;
    case 'side':
      return feature.edge;
    case 'bank':
      return feature.near;
  }
}

/** Letters in the order of the registers; a river has its name on the map instead. */
function legendEntries(features: readonly Feature[]): LegendEntry[] {
  const entries: LegendEntry[] = [];
  for (const feature of features) {
    if (feature.kind === 'point' || feature.kind === 'course') continue;
    const kind =
      feature.kind === 'region' && feature.form === 'around' ? 'surroundings' : feature.kind;
    entries.push({ key: letter(entries.length), kind, place: labelled(feature.place) });
  }
  return entries;
}

/** a, b, … z, aa, ab, … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
