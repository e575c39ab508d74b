import { attribute, positionAt, sourceOf, textContent, type XmlElement } from '../xml/index.js';
import { spoken } from './places.js';
import { folded } from './words.js';

/** Something that a register says of an entry. */
export interface Fact {
  /** "coordinates", "name (modern)", "note". */
  readonly label: string;
  readonly value: string;
}

/** An entry of a register: a place, a person, an organisation (TEI Guidelines, chapter 14). */
export interface Entry {
  readonly element: XmlElement;
  /** "place", "person", "organisation". */
  readonly what: string;
  readonly identifier: string | undefined;
  /** What it is called in running text. */
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly line: number;
}

export function entryOf(element: XmlElement): Entry {
  return {
    element,
    what: kinds[element.name.local] ?? element.name.local,
    identifier: attribute(element, 'xml:id')?.value,
    title: titleOf(element),
    facts: factsOf(element),
    line: positionAt(sourceOf(element), element.start).line,
  };
}

const kinds: Readonly<Record<string, string>> = {
  org: 'organisation',
  personGrp: 'group of persons',
  nym: 'name',
};

const nameElements =
  /^(?:persName|placeName|orgName|geogName|eventName|objectName|label|form|head)$/;

/**
 * What the editions call an entry (xslt/shared/registers.xsl, `f:usual-name`): its usual name, else the modern name
 * that is also the one of the text, else the name as the text has it, else the modern or the first.
 */
export function titleOf(entry: XmlElement): string {
  const names = childElements(entry).filter(({ name }) => nameElements.test(name.local));
  const ofType = (type: string): XmlElement[] =>
    names.filter((name) => attribute(name, 'type')?.value === type);
  const text = (name: XmlElement): string => folded(textContent(name));
  const written = ofType('as-written').filter(({ name }) => name.local === 'placeName');
  const modern = ofType('modern').filter(({ name }) => name.local === 'placeName');
  const inText = modern.find((name) =>
    written.some((each) => text(each).toLowerCase() === text(name).toLowerCase()),
  );
  const title = ofType('usual')[0] ?? inText ?? written[0] ?? modern[0] ?? names[0];
  return title === undefined ? (attribute(entry, 'xml:id')?.value ?? '') : text(title);
}

/** All that an entry says, in its order, its identifier left out. */
function factsOf(entry: XmlElement): Fact[] {
  const facts: Fact[] = attributeFacts(entry, '');
  for (const child of childElements(entry)) addFacts(child, '', facts);
  return facts;
}

function addFacts(element: XmlElement, outer: string, facts: Fact[]): void {
  const own = labelOf(element);
  const label = outer === '' ? own : `${outer}: ${own}`;
  const children = childElements(element);
  const hasWords = element.children.some((child) => child.kind === 'text' && !child.blank);
  if (hasWords || children.length === 0) {
    const value = folded(textContent(element));
    if (value !== '') facts.push({ label, value });
    facts.push(...attributeFacts(element, label));
    for (const inner of children) addInnerAttributes(inner, label, facts);
    return;
  }
  facts.push(...attributeFacts(element, label));
  // The location is told by what stands in it.
  const inherited = element.name.local === 'location' ? '' : label;
  for (const child of children) addFacts(child, inherited, facts);
}

function addInnerAttributes(element: XmlElement, outer: string, facts: Fact[]): void {
  const label = `${outer}: ${element.name.local}`;
  facts.push(...attributeFacts(element, label));
  for (const child of childElements(element)) addInnerAttributes(child, label, facts);
}

/** What attributes say besides what the label already does. */
function attributeFacts(element: XmlElement, label: string): Fact[] {
  return element.attributes
    .filter(({ qname }) => qname !== 'xml:id')
    .filter(({ qname }) => label === '' || !inLabel(element, qname))
    .map(({ qname, value }) => ({
      label: label === '' ? spoken(qname) : `${label}, ${attributeNames[qname] ?? qname}`,
      value: folded(value),
    }));
}

const attributeNames: Readonly<Record<string, string>> = {
  when: 'date',
  'when-iso': 'date',
  ref: 'link',
  'xml:lang': 'language',
};

function inLabel(element: XmlElement, qname: string): boolean {
  return qname === 'type' || (qname === 'xml:lang' && nameElements.test(element.name.local));
}

/** "name (modern)", "coordinates", "GeoNames". */
function labelOf(element: XmlElement): string {
  const { local } = element.name;
  const type = attribute(element, 'type')?.value;
  const language = attribute(element, 'xml:lang')?.value;
  if (nameElements.test(local) && local !== 'head' && local !== 'label') {
    const details = [type === undefined ? undefined : spoken(type), language].filter(
      (each) => each !== undefined,
    );
    return details.length === 0 ? 'name' : `name (${details.join(', ')})`;
  }
  if (local === 'idno') return type === undefined ? 'number' : type;
  const word = factNames[local] ?? local;
  return type === undefined || local === 'location' ? word : `${word} (${spoken(type)})`;
}

const factNames: Readonly<Record<string, string>> = {
  geo: 'coordinates',
  desc: 'description',
  trait: 'trait',
  occupation: 'occupation',
};

function childElements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => child.kind === 'element');
}
