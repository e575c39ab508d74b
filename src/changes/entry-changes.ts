import { attribute, positionAt, sourceOf, textContent, type XmlElement } from '../xml/index.js';
import type { EntryChange, FactChange, RelationChange } from './changes.js';
import { type Entry, entryOf, type Fact } from './entries.js';
import { spoken } from './places.js';
import { folded } from './words.js';

/** Which entries came, went or changed, in the order of the register; those that went come last. */
export function entryChanges(
  before: readonly XmlElement[],
  after: readonly XmlElement[],
  files: { readonly before: string; readonly after: string },
): EntryChange[] {
  const old = before.map(entryOf);
  const waiting = new Set(old);
  const byIdentifier = new Map(old.map((entry) => [keyOf(entry), entry]));
  const came: Entry[] = [];
  const pairs = new Map<Entry, Entry>();
  const now = after.map(entryOf);
  for (const entry of now) {
    const found = byIdentifier.get(keyOf(entry));
    if (found !== undefined && waiting.delete(found)) pairs.set(entry, found);
    else came.push(entry);
  }
  // An entry under another identifier: it says the same, or is called the same.
  for (const isSame of [sameFacts, sameTitle]) {
    for (const entry of came) {
      if (pairs.has(entry)) continue;
      for (const candidate of waiting) {
        if (!isSame(candidate, entry)) continue;
        pairs.set(entry, candidate);
        waiting.delete(candidate);
        break;
      }
    }
  }
  const changes: EntryChange[] = [];
  for (const entry of now) {
    const change = entryChange(pairs.get(entry), entry, files.after);
    if (change !== undefined) changes.push(change);
  }
  for (const entry of waiting) {
    const change = entryChange(entry, undefined, files.before);
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

function keyOf({ element, identifier, title }: Entry): string {
  return `${element.name.local} ${identifier === undefined ? `called ${title}` : identifier}`;
}

function sameFacts(a: Entry, b: Entry): boolean {
  return a.element.name.local === b.element.name.local && a.facts.length > 0 && isSameList(a, b);
}

function isSameList(a: Entry, b: Entry): boolean {
  return (
    a.facts.length === b.facts.length &&
    a.facts.every(
      ({ label, value }, index) =>
        label === b.facts[index]?.label && value === b.facts[index]?.value,
    )
  );
}

function sameTitle(a: Entry, b: Entry): boolean {
  return a.element.name.local === b.element.name.local && a.title !== '' && a.title === b.title;
}

function entryChange(
  before: Entry | undefined,
  after: Entry | undefined,
  file: string,
): EntryChange | undefined {
  const entry = after ?? before;
  if (entry === undefined) return undefined;
  const facts = before === undefined || after === undefined ? [] : factChanges(before, after);
  const kind =
    before === undefined
      ? 'came'
      : after === undefined
        ? 'went'
        : before.identifier !== after.identifier
          ? 'identifier'
          : before.title !== after.title
            ? 'renamed'
            : 'facts';
  if (kind === 'facts' && facts.length === 0) return undefined;
  return {
    kind,
    what: entry.what,
    file,
    line: entry.line,
    identifier: { before: before?.identifier, after: after?.identifier },
    name: { before: before?.title, after: after?.title },
    facts,
    shownOn: [],
  };
}

/** What an entry says otherwise, label by label; the order in which it says it does not count. */
function factChanges(before: Entry, after: Entry): FactChange[] {
  const changes: FactChange[] = [];
  const labels = new Set([...after.facts, ...before.facts].map(({ label }) => label));
  for (const label of labels) {
    const old = valuesOf(before.facts, label);
    const now = valuesOf(after.facts, label);
    for (const value of [...old]) {
      const at = now.indexOf(value);
      if (at < 0) continue;
      now.splice(at, 1);
      old.splice(old.indexOf(value), 1);
    }
    for (let at = 0; at < Math.max(old.length, now.length); at++) {
      changes.push({ label, before: old[at], after: now[at] });
    }
  }
  return changes;
}

/** Whether two versions of an entry say different things. */
export function hasOtherFacts(before: XmlElement, after: XmlElement): boolean {
  return factChanges(entryOf(before), entryOf(after)).length > 0;
}

function valuesOf(facts: readonly Fact[], label: string): string[] {
  return facts.filter((fact) => fact.label === label).map(({ value }) => value);
}

/** The relations between entries that came or went, each as a sentence. */
export function relationChanges(
  before: {
    readonly relations: readonly XmlElement[];
    readonly nameOf: NameOf;
    readonly file: string;
  },
  after: {
    readonly relations: readonly XmlElement[];
    readonly nameOf: NameOf;
    readonly file: string;
  },
): RelationChange[] {
  const old = [...before.relations];
  const came = after.relations.filter((relation) => {
    const at = old.findIndex((each) => relationKey(each) === relationKey(relation));
    if (at >= 0) old.splice(at, 1);
    return at < 0;
  });
  const told = (
    kind: 'came' | 'went',
    relation: XmlElement,
    side: { readonly nameOf: NameOf; readonly file: string },
  ): RelationChange => ({
    kind,
    file: side.file,
    line: positionAt(sourceOf(relation), relation.start).line,
    relation: sentenceOf(relation, side.nameOf),
  });
  return [
    ...old.map((relation) => told('went', relation, before)),
    ...came.map((relation) => told('came', relation, after)),
  ];
}

type NameOf = (pointer: string) => string | undefined;

function relationKey(relation: XmlElement): string {
  const attributes = relation.attributes.map(({ qname, value }) => `${qname}=${folded(value)}`);
  return `${attributes.sort().join(' ')} ${folded(textContent(relation))}`;
}

/** "Jemulpo located in Incheon (Jemulpo is a part of Incheon today.)" */
function sentenceOf(relation: XmlElement, nameOf: NameOf): string {
  const value = (qname: string): string | undefined => attribute(relation, qname)?.value;
  const named = (pointers: string | undefined): string =>
    (pointers ?? '')
      .split(/\s+/)
      .filter((pointer) => pointer !== '')
      .map((pointer) => nameOf(pointer) ?? pointer)
      .join(', ');
  const mutual = named(value('mutual'));
  const parts = [
    mutual === '' ? named(value('active')) : mutual,
    spoken(value('name') ?? value('type') ?? 'related to'),
    named(value('passive')),
  ];
  const description = folded(textContent(relation));
  const sure = value('cert');
  const details = [sure === undefined ? '' : `${sure} certainty`, description].filter(
    (each) => each !== '',
  );
  const sentence = parts.filter((each) => each !== '').join(' ');
  return details.length === 0 ? sentence : `${sentence} (${details.join('; ')})`;
}
