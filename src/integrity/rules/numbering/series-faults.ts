import { readSeries, type SeriesNumber, writtenNumber } from './series-number.js';

/** One of the things that are numbered in a row. */
export interface Numbered {
  /** What its `@n` has; nothing, where it has none. */
  readonly n: string | undefined;
  /** Counts where a row may begin anew: it differs from that of the thing before, where one lies between. */
  readonly section: number;
  /** Counts what the source is said to lack. */
  readonly lacunae: number;
  /** Whether it is a part of what has the same number, `part="F"`. */
  readonly isPart: boolean;
}

/** What the numbers of a row are wrong in. */
export interface SeriesFault {
  /** Which of the things. */
  readonly index: number;
  readonly kind: 'gap' | 'repeated' | 'backward' | 'stray';
  /** The number as written, and the one before it; of a stray one the one after it, too. */
  readonly number: string;
  readonly before: string;
  readonly after?: string;
  /** The first and the last that are missing, or the one that a stray number stands for. */
  readonly first?: string;
  readonly last?: string;
  /** Of a repeated number: which of the things has it first. */
  readonly same?: number;
}

interface Item extends Numbered {
  readonly index: number;
  readonly number: SeriesNumber;
  /** How many things without a number stand between it and the numbered one before. */
  readonly unnumbered: number;
}

/**
 * Where the numbers of things do not count on: one is left out, stands twice, or comes too late. A row may begin anew in
 * a new section, or with numbers of another form; it may count by fives; things without a number count for one. Where
 * most numbers do not count on, they are no row, and nothing is said.
 *
 * @param restartsAnywhere whether a row may begin anew with its first number wherever it is
 */
export function seriesFaults(
  things: readonly Numbered[],
  restartsAnywhere = false,
): readonly SeriesFault[] {
  const items = numberedItems(things);
  const stride = strideOf(items);
  const faults: SeriesFault[] = [];
  let seen = new Map<string, Item>();
  let steps = 0;
  // The last number that was right, and how many things have followed it.
  let right: Item | undefined;
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    const key = `${item.number.from} ${item.number.inserted}`;
    if (before === undefined || before.number.form !== item.number.form || right === undefined) {
      seen = new Map([[key, item]]);
      right = item;
      continue;
    }
    steps++;
    const distance = item.number.from - before.number.to;
    const fromRight = item.number.from - right.number.to;
    const isNewSection =
      item.section !== before.section || (restartsAnywhere && item.number.from === 1);
    if (followsOn(before, item, stride) || fromRight === (item.index - right.index) * stride) {
      right = item;
    } else if (distance > 1 && item.lacunae !== before.lacunae) {
      right = item;
    } else if (distance < 1 && isNewSection) {
      seen = new Map();
      right = item;
    } else {
      const fault = faultOf(items, at, stride, seen.get(key));
      faults.push(fault);
      if (fault.kind === 'gap') right = item;
    }
    if (!seen.has(key)) seen.set(key, item);
  }
  return steps >= 4 && faults.length * 2 > steps ? [] : faults;
}

function numberedItems(things: readonly Numbered[]): readonly Item[] {
  const numbers = readSeries(things.map(({ n }) => n ?? ''));
  const items: Item[] = [];
  let unnumbered = 0;
  for (const [index, thing] of things.entries()) {
    const number = numbers[index];
    if (number === undefined) {
      unnumbered++;
      continue;
    }
    items.push({ ...thing, index, number, unnumbered });
    unnumbered = 0;
  }
  return items;
}

/** How far it is from one number to the next in most places: 5, where every fifth line has one. */
function strideOf(items: readonly Item[]): number {
  const distances = new Map<number, number>();
  let steps = 0;
  for (const [at, { number, section }] of items.entries()) {
    const before = items[at - 1];
    if (before === undefined || before.number.form !== number.form || before.section !== section)
      continue;
    const distance = number.from - before.number.to;
    if (distance < 1) continue;
    distances.set(distance, (distances.get(distance) ?? 0) + 1);
    steps++;
  }
  for (const [distance, times] of distances) if (times >= 2 && times * 2 > steps) return distance;
  return 1;
}

function followsOn(before: Item, item: Item, stride: number): boolean {
  const distance = item.number.from - before.number.to;
  if (item.isPart && distance === 0) return true;
  if (item.number.inserted > 0)
    return (
      (distance === 0 && item.number.inserted === before.number.inserted + 1) ||
      (distance === 1 && item.number.inserted === 1)
    );
  if (distance < 1) return false;
  if (distance === stride || distance - 1 <= item.unnumbered) return true;
  // The first line has a number, and then every fifth.
  return before.number.from === 1 && item.number.from === stride;
}

function faultOf(
  items: readonly Item[],
  at: number,
  stride: number,
  same: Item | undefined,
): SeriesFault {
  const item = items[at] as Item;
  const before = items[at - 1] as Item;
  const after = items[at + 1];
  const about = { index: item.index, number: item.n?.trim() ?? '', before: before.n?.trim() ?? '' };
  const { form } = item.number;
  const expected = before.number.to + stride;
  if (same !== undefined)
    return { ...about, kind: 'repeated', same: same.index, first: writtenNumber(form, expected) };
  if (
    after !== undefined &&
    after.number.form === form &&
    after.number.from === expected + stride &&
    item.number.from !== expected &&
    (item.number.from > after.number.from || item.number.from < before.number.from)
  )
    return {
      ...about,
      kind: 'stray',
      after: after.n?.trim() ?? '',
      first: writtenNumber(form, expected),
    };
  if (item.number.from < expected)
    return { ...about, kind: 'backward', first: writtenNumber(form, expected) };
  return {
    ...about,
    kind: 'gap',
    first: writtenNumber(form, expected + item.unnumbered),
    last: writtenNumber(form, item.number.from - stride),
  };
}
