import { placeNameElements } from '../registers/name-elements.js';

/** The kinds of thing that TEI elements stand for when a pointer leads to them. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    person: ['person', 'personGrp', 'persona'],
    place: ['place'],
    organisation: ['org'],
    event: ['event'],
    object: ['object'],
    work: ['bibl', 'biblFull', 'biblStruct', 'msDesc'],
    witness: ['witness'],
    hand: ['handNote'],
    responsibility: ['author', 'editor', 'funder', 'principal', 'respStmt', 'sponsor', 'meeting'],
    role: ['castGroup', 'castItem', 'role'],
    image: ['facsimile', 'graphic', 'media', 'surface', 'surfaceGrp', 'zone'],
    category: ['category', 'taxonomy'],
    rendition: ['rendition'],
    change: ['change'],
    calendar: ['calendar'],
    character: ['char', 'glyph'],
  }).flatMap(([kind, elements]) => elements.map((element) => [element, kind] as const)),
);

/** The kind of thing that an element stands for, by its local name; `undefined` for one that stands for none. */
export function kindOf(element: string): string | undefined {
  return kinds.get(element);
}

/** What a kind is called in a sentence. */
export function kindNamed(kind: string): string {
  const named: Readonly<Record<string, string>> = {
    responsibility: 'somebody responsible',
    role: 'a role of the cast',
    image: 'an image or a part of one',
    category: 'a category of a taxonomy',
    rendition: 'a rendition',
    change: 'a change of the revision description',
    character: 'a character that the header declares',
  };
  return named[kind] ?? `${/^[aeo]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** What `@ref` of an element may lead to (TEI Guidelines, sections 3.6, 14.2 and 5.2). */
const ofRef: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['persName', ['person', 'role']],
  ['orgName', ['organisation', 'responsibility']],
  ...placeNameElements.map((name) => [name, ['place']] as const),
  ['eventName', ['event']],
  ['objectName', ['object', 'work']],
  ['g', ['character']],
]);

/** What an attribute may lead to, on whatever element. */
const ofAttribute: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['who', ['person', 'organisation', 'role', 'responsibility']],
  ['toWhom', ['person', 'organisation', 'role', 'responsibility']],
  ['resp', ['person', 'organisation', 'responsibility']],
  ['wit', ['witness', 'work']],
  ['hand', ['hand']],
  ['facs', ['image']],
  ['rendition', ['rendition']],
  ['calendar', ['calendar']],
  ['change', ['change']],
]);

/** What `rs` and `name` with a `@type` may lead to. */
const ofType: ReadonlyMap<string, readonly string[]> = new Map([
  ['person', ['person', 'role']],
  ['place', ['place']],
  ['org', ['organisation', 'responsibility']],
  ['organisation', ['organisation', 'responsibility']],
  ['organization', ['organisation', 'responsibility']],
  ['event', ['event']],
]);

/**
 * The kinds of thing to which a pointer may lead.
 *
 * @param element the local name of the element that bears it
 * @param attribute the name of its attribute
 * @param type the `@type` of the element
 * @returns `undefined` where it may lead anywhere
 */
export function wantedKinds(
  element: string,
  attribute: string,
  type: string | undefined,
): readonly string[] | undefined {
  if (attribute === 'ref') {
    if (element === 'rs' || element === 'name') return ofType.get(type?.trim().toLowerCase() ?? '');
    return ofRef.get(element);
  }
  if (attribute === 'new' && element === 'handShift') return ['hand'];
  if (attribute === 'target' && element === 'catRef') return ['category'];
  return ofAttribute.get(attribute);
}

/** The element that names a thing of a kind. */
export function nameOfKind(kind: string): string | undefined {
  return new Map([
    ['person', 'persName'],
    ['place', 'placeName'],
    ['organisation', 'orgName'],
    ['event', 'eventName'],
    ['object', 'objectName'],
  ]).get(kind);
}
