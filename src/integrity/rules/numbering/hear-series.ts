import { attribute, relatedPlace, sourceOf, type XmlElement } from '../../../xml/index.js';
import type { Listeners, RuleDocument } from '../../rule.js';
import { type Numbered, type SeriesFault, seriesFaults } from './series-faults.js';

/** Things that are numbered in a row. */
export interface SeriesKind {
  /** One of them and several, as they are named in a sentence. */
  readonly one: string;
  readonly many: string;
  /** The names of their elements; each has a row of its own. */
  readonly elements: readonly string[];
  /** Where a row may begin anew. */
  readonly sections: readonly string[];
  /** What is in these is no part of the row. */
  readonly apart: readonly string[];
  /** Attributes by which several rows are told apart, besides the edition. */
  readonly kinds?: readonly string[];
  /** Whether only things with the same parent make a row. */
  readonly ofSiblings?: boolean;
  readonly restartsAnywhere?: boolean;
  /** The units of a `<gap>` that tells why some are missing. */
  readonly units: RegExp;
  /** What to do where some are missing. */
  readonly lacking: string;
  readonly isMeant?: (element: XmlElement) => boolean;
}

interface Thing extends Numbered {
  readonly element: XmlElement;
}

/** The divisions of a text, at each of which a row of numbers may begin anew. */
export const divisions: readonly string[] = [
  'back',
  'body',
  'div',
  'div1',
  'div2',
  'div3',
  'div4',
  'div5',
  'div6',
  'div7',
  'floatingText',
  'front',
  'group',
  'text',
];

/** Listens for numbered things, and reports where their numbers do not count on. */
export function hearSeries(report: RuleDocument<unknown>['report'], kind: SeriesKind): Listeners {
  const rows = new Map<string | XmlElement, Map<string, Thing[]>>();
  let section = 0;
  let lacunae = 0;
  let apart = 0;
  const listeners: Record<string, (element: XmlElement) => void> = {};
  const ends: Record<string, (element: XmlElement) => void> = {};
  const alsoHear = (name: string, listener: (element: XmlElement) => void): void => {
    const known = listeners[name];
    listeners[name] =
      known === undefined
        ? listener
        : (element) => {
            known(element);
            listener(element);
          };
  };
  for (const name of kind.sections) alsoHear(name, () => section++);
  for (const name of kind.apart) {
    alsoHear(name, () => apart++);
    ends[name] = () => apart--;
  }
  alsoHear('gap', (gap) => {
    const unit = ['unit', 'extent'].map((name) => attribute(gap, name)?.value ?? '').join(' ');
    const isBlock = gap.parent.kind === 'element' && divisions.includes(gap.parent.name.local);
    if (kind.units.test(unit) || (unit.trim() === '' && isBlock)) lacunae++;
  });
  for (const name of kind.elements) {
    alsoHear(name, (element) => {
      const isOwn = kind.apart.includes(name) ? apart > 1 : apart > 0;
      if (isOwn || kind.isMeant?.(element) === false) return;
      const row =
        kind.ofSiblings === true && element.parent.kind === 'element' ? element.parent : '';
      const of = [
        name,
        ...['ed', 'edRef', ...(kind.kinds ?? [])].map(
          (each) => attribute(element, each)?.value ?? '',
        ),
      ].join('\n');
      const series = rows.get(row) ?? new Map<string, Thing[]>();
      if (series.size === 0) rows.set(row, series);
      const things = series.get(of) ?? [];
      if (things.length === 0) series.set(of, things);
      const part = attribute(element, 'part')?.value ?? 'N';
      const n = attribute(element, 'n')?.value;
      things.push({ element, n, section, lacunae, isPart: part !== 'N' });
    });
  }
  return {
    elements: listeners,
    ends,
    end: () => {
      for (const series of rows.values())
        for (const things of series.values())
          for (const fault of seriesFaults(things, kind.restartsAnywhere))
            if (fault.kind !== 'gap' || !isElsewhere(fault.first, things, series))
              tell(report, kind, things, fault);
    },
  };
}

/** Whether a number that is missing in one row stands in that of another edition: what has no `@ed` is in all of them. */
function isElsewhere(
  number: string | undefined,
  things: readonly Thing[],
  rows: ReadonlyMap<string, readonly Thing[]>,
): boolean {
  for (const row of rows.values())
    if (row !== things && row.some(({ n }) => n?.trim() === number)) return true;
  return false;
}

function tell(
  report: RuleDocument<unknown>['report'],
  { one, many, lacking }: SeriesKind,
  things: readonly Thing[],
  { index, kind, number, before, after, first, last, same }: SeriesFault,
): void {
  const thing = things[index];
  const n = thing === undefined ? undefined : attribute(thing.element, 'n');
  if (thing === undefined || n === undefined) return;
  const earlier = same === undefined ? undefined : things[same];
  const capital = one.replace(/^./, (letter) => letter.toUpperCase());
  const missing =
    first === last ? `${one} ${first} is missing` : `${many} ${first} to ${last} are missing`;
  const messages: Readonly<Record<SeriesFault['kind'], string>> = {
    gap: `${capital} ${number} comes after ${one} ${before}: ${missing}.`,
    repeated: `Two ${many} have the number ${number}.`,
    backward: `${capital} ${number} comes after ${one} ${before}.`,
    stray: `The ${one} between ${before} and ${after} has the number ${number}.`,
  };
  report(thing.element, n.valueSpan, {
    message: messages[kind],
    help: kind === 'gap' ? lacking : `Write n="${first}", if the source has it so.`,
    related:
      earlier === undefined
        ? []
        : [
            relatedPlace(
              sourceOf(earlier.element),
              earlier.element.startTag,
              `The first ${one} ${number}.`,
            ),
          ],
  });
}
