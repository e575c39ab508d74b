import {
  attribute,
  descendants,
  textContent,
  type XmlDocument,
  type XmlElement,
} from '../../xml/index.js';

/** Longitude and latitude in decimal degrees (WGS84), in the order of GeoJSON. */
export type Coordinates = readonly [longitude: number, latitude: number];

/** A name of a place with its language tag (BCP 47). */
export interface PlaceName {
  readonly text: string;
  readonly language: string | undefined;
}

/** The ways in which the names of places can be read. */
export const readings = ['written', 'modern', 'hangul', 'chinese'] as const;
export type Reading = (typeof readings)[number];

/** The names of a place by way of reading; every place has one as written, the others where the register does. */
export type Names = Readonly<Partial<Record<Reading, PlaceName>>> & { readonly written: PlaceName };

/** An entry of a register of places (`place`, TEI Guidelines, chapter 14.3.4). */
export interface Place {
  readonly id: string;
  /** The `type`; empty where there is none. */
  readonly type: string;
  readonly names: Names;
  /** What `location` says: one pair is a point, more are a course. Empty where it says nothing. */
  readonly geometry: readonly Coordinates[];
  /** The `place` inside of which the entry stands. */
  readonly parent: string | undefined;
}

/** A `relation` of the registers: each active place has the relation to the passive ones, in their order. */
export interface Relation {
  readonly name: string;
  readonly active: readonly string[];
  readonly passive: readonly string[];
}

/** What the registers know about places, by identifier. */
export interface Gazetteer {
  readonly places: ReadonlyMap<string, Place>;
  readonly relations: readonly Relation[];
}

const tei = 'http://www.tei-c.org/ns/1.0';

const nameElements = new Set([
  'placeName',
  'geogName',
  'name',
  'settlement',
  'region',
  'country',
  'district',
  'bloc',
]);

/**
 * Reads the places and their relations from registers. Where two entries share an identifier the first one counts,
 * as it does in the stylesheets.
 */
export function readGazetteer(registers: readonly XmlDocument[]): Gazetteer {
  const places = new Map<string, Place>();
  const relations: Relation[] = [];
  for (const register of registers) {
    for (const element of descendants(register)) {
      if (element.name.namespace !== tei) continue;
      if (element.name.local === 'relation') relations.push(readRelation(element));
      if (element.name.local !== 'place') continue;
      const place = readPlace(element);
      if (place !== undefined && !places.has(place.id)) places.set(place.id, place);
    }
  }
  return { places, relations };
}

/** The identifiers that a pointer attribute leads to: the parts after `#`. */
export function identifiers(element: XmlElement, qname: string): string[] {
  return (attribute(element, qname)?.value ?? '')
    .split(/\s+/)
    .filter((pointer) => pointer.includes('#'))
    .map((pointer) => pointer.slice(pointer.indexOf('#') + 1));
}

function readRelation(element: XmlElement): Relation {
  return {
    name: attribute(element, 'name')?.value ?? '',
    active: identifiers(element, 'active'),
    passive: identifiers(element, 'passive'),
  };
}

function readPlace(element: XmlElement): Place | undefined {
  const id = attribute(element, 'xml:id')?.value;
  if (id === undefined) return undefined;
  const names = readNames(element);
  if (names === undefined) return undefined;
  const country = childElements(element).some((child) => child.name.local === 'country');
  return {
    id,
    type: attribute(element, 'type')?.value ?? (country ? 'country' : ''),
    names,
    geometry: readGeometry(element),
    parent: enclosingPlace(element),
  };
}

function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.kind === 'element' && child.name.namespace === tei,
  );
}

function enclosingPlace(element: XmlElement): string | undefined {
  const parent = element.parent;
  if (parent.kind !== 'element' || parent.name.local !== 'place') return undefined;
  return attribute(parent, 'xml:id')?.value;
}

interface TypedName extends PlaceName {
  readonly type: string;
}

function readNames(place: XmlElement): Names | undefined {
  const names = childElements(place)
    .filter((child) => nameElements.has(child.name.local))
    .map(
      (child): TypedName => ({
        text: textContent(child).replace(/\s+/g, ' ').trim(),
        language: attribute(child, 'xml:lang')?.value,
        type: attribute(child, 'type')?.value ?? '',
      }),
    )
    .filter((name) => name.text !== '');
  const modern = names.find((name) => name.type === 'modern');
  const asWritten = names.filter((name) => name.type === 'as-written');
  // BEIJING, in the capitals of a letterhead, is written on the map as Beijing: as it is listed in the index.
  const inUsualCapitals = asWritten.some((name) => sameButForCapitals(name, modern)) && modern;
  const written = inUsualCapitals || asWritten[0] || modern || names[0];
  if (written === undefined) return undefined;
  const hangul =
    names.find((name) => name.type === 'hangul') ?? inScript(names, /-(Hang|Kore)\b|^ko$/i);
  const chinese =
    names.find((name) => name.type === 'chinese-characters') ??
    inScript(names, /-(Hani|Hans|Hant)\b|^zh$/i);
  return {
    written: plainName(written),
    ...(modern && { modern: plainName(modern) }),
    ...(hangul && { hangul: plainName(hangul) }),
    ...(chinese && { chinese: plainName(chinese) }),
  };
}

function sameButForCapitals(name: PlaceName, other: PlaceName | undefined): boolean {
  return name.text.toLowerCase() === other?.text.toLowerCase();
}

function inScript(names: readonly TypedName[], tags: RegExp): TypedName | undefined {
  return names.find((name) => name.language !== undefined && tags.test(name.language));
}

function plainName({ text, language }: PlaceName): PlaceName {
  return { text, language };
}

/**
 * The pairs of the first `geo` that has any: latitude, then longitude, as TEI has it where no `geoDecl` says otherwise
 * (TEI Guidelines, `geo`). What is no pair of numbers on the globe is left to the integrity checks to report.
 */
function readGeometry(place: XmlElement): readonly Coordinates[] {
  for (const location of childElements(place)) {
    if (location.name.local !== 'location') continue;
    for (const geo of descendants(location)) {
      if (geo.name.local !== 'geo') continue;
      const pairs = readPairs(textContent(geo));
      if (pairs.length > 0) return pairs;
    }
  }
  return [];
}

function readPairs(text: string): readonly Coordinates[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const numbers = words.map(Number);
  const pairs: Coordinates[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const latitude = numbers[index] as number;
    const longitude = numbers[index + 1] as number;
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return [];
    pairs.push([longitude, latitude]);
  }
  return pairs;
}
