import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Document, type Element, parseXmlDocument } from 'slimdom';

const root = resolve(import.meta.dirname, '../..');
const given = join(root, '../shared/source');

/** The folder of the encoding. */
export const folder = join(root, 'tei');

/** The encoding's files, by name. */
export const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

/** Whether what the archive published and the facts on places are there, beside the repository. */
export const givenSources = existsSync(given);

/** The archive's page, as text; empty where it is not there. */
export function archivePage(): string {
  return givenSources ? readFileSync(join(given, 'wilson-center-112096.txt'), 'utf8') : '';
}

/** The facts on places: the rows of the table by what its head calls each column, and the rest; none where they are not there. */
export function factsOnPlaces(): { rows: Map<string, string>[]; text: string } {
  const text = givenSources ? readFileSync(join(given, 'places.md'), 'utf8') : '';
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head = '', , ...lines] = text.split('\n').filter((line) => line.startsWith('|'));
  const columns = cells(head);
  return {
    rows: lines.map((line) => new Map(cells(line).map((cell, at) => [columns[at] ?? '', cell]))),
    text,
  };
}

/** One file of the encoding, parsed. */
export function read(name: string): Document {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`There is no ${name} in tei/.`);
  return parseXmlDocument(text);
}

/** The elements of a name below a node, in document order. */
export function all(within: Document | Element, name: string): Element[] {
  return within.getElementsByTagName(name);
}

/** The one element of a name below a node. Throws an Error unless there is just one. */
export function only(within: Document | Element, name: string): Element {
  const [first, ...others] = all(within, name);
  if (first === undefined || others.length > 0) {
    throw new Error(`One ${name} expected, not ${first === undefined ? 0 : others.length + 1}.`);
  }
  return first;
}

/** Text with every run of white space made one space, and none at its ends. */
export function folded(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The attributes of an element, in the order of their names. */
export function attributes(element: Element): Record<string, string> {
  return Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]).sort());
}
