import {
  attribute,
  descendants,
  type PlacedSpan,
  placeAt,
  sourceOf,
  textContent,
  type XmlElement,
} from '../../../xml/index.js';
import type { DocumentFacts } from '../../facts.js';
import { entryIdentifier, forEntries, namesOfEntry } from '../../registers/entry.js';
import { foldedName, nameText } from '../../registers/name-text.js';
import { defineRule, type RuleProject } from '../../rule.js';

/** What tells an entry of a register from others. */
interface Entry {
  readonly element: string;
  readonly id: string;
  /** Its names, as written and as they are compared. */
  readonly names: readonly (readonly [string, string])[];
  /** Its numbers in files of authorities: `GND 118577166`. */
  readonly numbers: readonly string[];
  /** What two entries of one thing cannot have different: years of birth and death, a type. */
  readonly facts: Readonly<Record<string, string>>;
  /** Latitude and longitude in degrees. */
  readonly point?: readonly [number, number];
  readonly place: PlacedSpan;
}

/** Degrees of latitude or longitude by which the points of one place may differ. */
const near = 0.5;

/**
 * No two entries of registers look like one: they have the same number in a file of authorities, or a name in common
 * and nothing that tells them apart (TEI Guidelines, chapter 14).
 */
export const similarEntries = defineRule({
  code: 'integrity/similar-entries',
  severity: 'warning',
  needsWhole: true,
  read: ({ keep }) => ({
    elements: forEntries((element) => {
      const id = entryIdentifier(element);
      // What has no identifier only mentions somebody.
      if (id !== undefined) keep(read(element, id));
    }),
  }),
  judge: (project) => {
    const byKey = new Map<string, { readonly entry: Entry; readonly subject: DocumentFacts }[]>();
    for (const subject of project.subjects) {
      for (const entry of project.kept<Entry>(subject)) {
        const keys = [...entry.numbers, ...entry.names.map(([, folded]) => `name ${folded}`)];
        let isTold = false;
        for (const key of new Set(keys.map((each) => `${entry.element} ${each}`))) {
          const others = byKey.get(key) ?? [];
          const other = isTold ? undefined : others.find((one) => areAlike(entry, one.entry));
          if (other !== undefined) {
            isTold = true;
            say(entry, subject, other.entry, project);
          }
          others.push({ entry, subject });
          byKey.set(key, others);
        }
      }
    }
  },
});

function read(element: XmlElement, id: string): Entry {
  const facts: Record<string, string> = {};
  const numbers: string[] = [];
  let point: readonly [number, number] | undefined;
  for (const inner of descendants(element)) {
    const { local } = inner.name;
    if (local === 'birth' || local === 'death') {
      const when = attribute(inner, 'when')?.value.trim() ?? '';
      const year = /^-?\d{4,}/.exec(when)?.[0];
      if (year !== undefined) facts[local] = year;
    } else if (local === 'idno' && inner.parent === element) {
      const number = textContent(inner).trim();
      const type = attribute(inner, 'type')?.value ?? '';
      if (number !== '') numbers.push(`${type} ${number}`);
    } else if (local === 'geo' && point === undefined) {
      const [north, east, ...more] = textContent(inner).trim().split(/\s+/).map(Number);
      if (north !== undefined && east !== undefined && more.length === 0) point = [north, east];
    }
  }
  const type = attribute(element, 'type')?.value.trim();
  if (type !== undefined) facts.type = type;
  const sex = attribute(element, 'sex')?.value.trim();
  if (sex !== undefined) facts.sex = sex;
  const names = namesOfEntry(element).flatMap((name) => {
    const text = nameText(name);
    const folded = text === undefined ? '' : foldedName(text);
    return text === undefined || folded === '' ? [] : [[text, folded] as const];
  });
  return {
    element: element.qname,
    id,
    names,
    numbers,
    facts,
    ...(point === undefined ? {} : { point }),
    place: placeAt(sourceOf(element), element.startTag),
  };
}

function areAlike(a: Entry, b: Entry): boolean {
  // Entries that several documents have under one identifier are copies of one, and meant to be.
  if (a.id === b.id && a.place.file !== b.place.file) return false;
  if (a.numbers.some((number) => b.numbers.includes(number))) return true;
  // Two that have different numbers in one file of authorities have been told apart by others.
  const [typesA, typesB] = [a, b].map(({ numbers }) => numbers.map((one) => one.split(' ')[0]));
  if (typesA?.some((type) => typesB?.includes(type))) return false;
  for (const [fact, value] of Object.entries(a.facts))
    if (b.facts[fact] !== undefined && b.facts[fact] !== value) return false;
  if (a.point === undefined || b.point === undefined) return true;
  return Math.abs(a.point[0] - b.point[0]) < near && Math.abs(a.point[1] - b.point[1]) < near;
}

function say(
  entry: Entry,
  subject: DocumentFacts,
  other: Entry,
  project: RuleProject<unknown>,
): void {
  const number = entry.numbers.find((one) => other.numbers.includes(one));
  const folded = new Set(other.names.map(([, one]) => one));
  const name = entry.names.find(([, one]) => folded.has(one))?.[0];
  const shared =
    number !== undefined
      ? `the number ${number.trim()}`
      : `the name "${name}", and nothing else that differs`;
  const { file, line, column } = other.place;
  const where = file === subject.file ? `line ${line}` : `line ${line} of ${file}`;
  project.report(subject, entry.place, {
    message: `This <${entry.element}> "${entry.id}" and "${other.id}" on ${where} look like one: they have in common ${shared}.`,
    help: 'Make them one and mend the pointers, or say in both what tells them apart: dates, a type, coordinates.',
    related: [{ file, line, column, message: 'The other entry.' }],
  });
}
