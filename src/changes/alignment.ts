import { diffArrays } from 'diff';
import { type Move, type Run, takeEditedMoves, takeMoves } from './moved-blocks.js';
import type { Block, Reading } from './reading.js';
import { type Word, wordKey } from './words.js';

/** Words that went and words that came in their place; either may be none. Ends are exclusive. */
export interface Hunk {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Which words of two versions of a document are the same. */
export interface Alignment {
  /** In the order of the later version. */
  readonly hunks: readonly Hunk[];
  readonly moves: readonly Move[];
  /** For each word of the earlier version its place in the later; -1 where it went. */
  readonly later: Int32Array;
  /** For each word of the later version its place in the earlier; -1 where it came. */
  readonly earlier: Int32Array;
}

/**
 * Edits after which two lists are taken for too different to be laid beside each other item by item: the search for the
 * shortest list of edits takes the square of their number.
 */
const mostEdits = 1500;

/**
 * Lays two versions of a document beside each other: blocks that are the same, then blocks that moved, then, word by
 * word, what stands between them. The shortest list of differences is found by Myers' algorithm, as jsdiff has it.
 */
export function align(before: Reading, after: Reading): Alignment {
  const later = new Int32Array(before.words.length).fill(-1);
  const earlier = new Int32Array(after.words.length).fill(-1);
  const same = (a: Block, b: Block): void => {
    for (let at = 0; at < a.end - a.start; at++) pair(a.start + at, b.start + at);
  };
  const pair = (a: number, b: number): void => {
    later[a] = b;
    earlier[b] = a;
  };
  const moves: Move[] = [];
  const hunks: Hunk[] = [];
  // Where a note hangs in the text is another question than whether it says the same.
  for (const layer of ['text', 'note', 'reading'] as const) {
    const ofLayer = ({ blocks }: Reading): Block[] => blocks.filter((each) => each.layer === layer);
    const runs = runsBetween(ofLayer(before), ofLayer(after), same);
    moves.push(...takeMoves(runs, same));
    for (const move of takeEditedMoves(runs)) {
      moves.push(move);
      hunks.push(...compareWords(before, after, [move.before], [move.after], pair));
    }
    for (const run of runs) hunks.push(...compareWords(before, after, run.before, run.after, pair));
  }
  hunks.sort((a, b) => a.afterStart - b.afterStart || a.beforeStart - b.beforeStart);
  return { hunks, moves, later, earlier };
}

function runsBetween(
  before: readonly Block[],
  after: readonly Block[],
  same: (a: Block, b: Block) => void,
): Run[] {
  const [a, b] = [before, after].map((all) => all.map(({ text }) => text)) as [string[], string[]];
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) {
    same(before[start] as Block, after[start] as Block);
    start++;
  }
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    same(before[--endA] as Block, after[--endB] as Block);
  }
  const pairs = commonOf(a.slice(start, endA), b.slice(start, endB));
  const runs: Run[] = [];
  let [atA, atB] = [start, start];
  for (const [inA, inB] of [...pairs, [endA - start, endB - start] as const]) {
    const [nextA, nextB] = [start + inA, start + inB];
    runs.push({ before: before.slice(atA, nextA), after: after.slice(atB, nextB) });
    if (nextA < endA && nextB < endB) same(before[nextA] as Block, after[nextB] as Block);
    [atA, atB] = [nextA + 1, nextB + 1];
  }
  return runs.filter((each) => each.before.length > 0 || each.after.length > 0);
}

/** The places of texts that two lists have in common in the same order: the most that there are, where they are found. */
function commonOf(a: string[], b: string[]): (readonly [number, number])[] {
  const changes = differences(a, b, mostEdits);
  if (changes === undefined) return commonOnce(a, b);
  const pairs: [number, number][] = [];
  let [atA, atB] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (removed) atA += count;
    else if (added) atB += count;
    else for (let at = 0; at < count; at++) pairs.push([atA++, atB++]);
  }
  return pairs;
}

/** The same among texts that stand once in each list: the longest run of them in the same order. */
function commonOnce(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const [once, onceInB] = [placesOfUnique(a), placesOfUnique(b)];
  interface Link {
    readonly pair: readonly [number, number];
    readonly previous: Link | undefined;
  }
  // For each length the run of that length that ends earliest in the second list (patience sorting).
  const ends: Link[] = [];
  for (const [text, inA] of once) {
    const inB = onceInB.get(text);
    if (inB === undefined) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Link).pair[1] < inB) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair: [inA, inB], previous: ends[low - 1] };
  }
  const pairs: (readonly [number, number])[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.previous) pairs.unshift(link.pair);
  return pairs;
}

function placesOfUnique(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (const [index, text] of texts.entries()) {
    if (places.has(text)) often.add(text);
    places.set(text, index);
  }
  for (const text of often) places.delete(text);
  return places;
}

/** Compares the words of some blocks, and tells each pair that is the same. */
function compareWords(
  before: Reading,
  after: Reading,
  blocksA: readonly Block[],
  blocksB: readonly Block[],
  pair: (a: number, b: number) => void,
): Hunk[] {
  const indexA = indexes(blocksA);
  const indexB = indexes(blocksB);
  const keyOf = (words: readonly Word[], index: number): string => wordKey(words[index] as Word);
  const a = indexA.map((index) => keyOf(before.words, index));
  const b = indexB.map((index) => keyOf(after.words, index));
  const isOne = blocksA.length <= 1 && blocksB.length <= 1;
  // A long run is better taken apart than searched for long.
  const most = isOne
    ? mostEdits
    : Math.min(mostEdits, 150 + Math.floor(100_000 / (a.length + b.length)));
  const changes = differences(a, b, most);
  if (changes === undefined) return compareApart(before, after, blocksA, blocksB, pair);
  const gaps: Gap[] = [];
  let [atA, atB] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (removed || added) {
      const last = gaps.at(-1);
      const open = last !== undefined && last.endA === atA && last.endB === atB;
      const gap = open ? last : { startA: atA, endA: atA, startB: atB, endB: atB };
      if (!open) gaps.push(gap);
      if (removed) gap.endA = atA += count;
      else gap.endB = atB += count;
    } else {
      atA += count;
      atB += count;
    }
  }
  const edgesA = edges(blocksA);
  const edgesB = edges(blocksB);
  for (const gap of gaps) {
    slide(gap, a, b, edgesA, edgesB, gaps);
  }
  [atA, atB] = [0, 0];
  for (const gap of [...gaps, { startA: a.length, endA: 0, startB: b.length, endB: 0 }]) {
    while (atA < gap.startA) pair(indexA[atA++] as number, indexB[atB++] as number);
    [atA, atB] = [gap.endA, gap.endB];
  }
  return joined(gaps, a).map((gap) => {
    const [beforeStart, beforeEnd] = placeAmongAll(indexA, gap.startA, gap.endA);
    const [afterStart, afterEnd] = placeAmongAll(indexB, gap.startB, gap.endB);
    return { beforeStart, beforeEnd, afterStart, afterEnd };
  });
}

/** Words of a run that differ; it is moved to where a person would see it. */
interface Gap {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
}

/** Where words of a run stand among all words. Nothing at all stands after the word before it. */
function placeAmongAll(index: readonly number[], start: number, end: number): [number, number] {
  const previous = index[start - 1];
  const first =
    (end > start ? index[start] : undefined) ??
    (previous === undefined ? index[start] : previous + 1) ??
    0;
  return [first, end > start ? (index[end - 1] as number) + 1 : first];
}

/**
 * Words that only went or only came can be taken one further in either direction where the first is the same as the
 * one after the last. They are told as a whole block where they are one.
 */
function slide(
  gap: Gap,
  a: readonly string[],
  b: readonly string[],
  edgesA: ReadonlySet<number>,
  edgesB: ReadonlySet<number>,
  gaps: readonly Gap[],
): void {
  const went = gap.endA > gap.startA;
  const came = gap.endB > gap.startB;
  if (went === came) return;
  const [words, edgeSet] = went ? [a, edgesA] : [b, edgesB];
  const place = gaps.indexOf(gap);
  const [previous, next] = [gaps[place - 1], gaps[place + 1]];
  const [start, end] = went ? [gap.startA, gap.endA] : [gap.startB, gap.endB];
  const floor = (went ? previous?.endA : previous?.endB) ?? 0;
  const ceiling = (went ? next?.startA : next?.startB) ?? words.length;
  const isWhole = (by: number): boolean => edgeSet.has(start + by) && edgeSet.has(end + by);
  let best: number | undefined = isWhole(0) ? 0 : undefined;
  for (let by = -1; best === undefined && start + by >= floor; by--) {
    if (words[start + by] !== words[end + by]) break;
    if (isWhole(by)) best = by;
  }
  for (let by = 1; best === undefined && end + by <= ceiling; by++) {
    if (words[start + by - 1] !== words[end + by - 1]) break;
    if (isWhole(by)) best = by;
  }
  if (best === undefined || best === 0) return;
  gap.startA += best;
  gap.endA += best;
  gap.startB += best;
  gap.endB += best;
}

/** Changes with no more than a word or two between them that happens to be the same are one change. */
function joined(gaps: readonly Gap[], a: readonly string[]): Gap[] {
  const joint: Gap[] = [];
  for (const gap of gaps) {
    const last = joint.at(-1);
    const between = last === undefined ? [] : a.slice(last.endA, gap.startA);
    const small = between.length <= (between.some((word) => /[\p{L}\p{N}]/u.test(word)) ? 1 : 2);
    const isLarge = (each: Gap): boolean =>
      each.endA - each.startA >= 2 && each.endB - each.startB >= 2;
    if (last !== undefined && small && isLarge(last) && isLarge(gap)) {
      last.endA = gap.endA;
      last.endB = gap.endB;
    } else joint.push({ ...gap });
  }
  return joint;
}

/** Runs that are too different as a whole: parted where two blocks have the most in common, down to single blocks. */
function compareApart(
  before: Reading,
  after: Reading,
  blocksA: readonly Block[],
  blocksB: readonly Block[],
  pair: (a: number, b: number) => void,
): Hunk[] {
  const [a, b] = [blocksA[0], blocksB[0]];
  if (a === undefined || b === undefined || (blocksA.length === 1 && blocksB.length === 1)) {
    return [
      {
        beforeStart: a?.start ?? 0,
        beforeEnd: blocksA.at(-1)?.end ?? 0,
        afterStart: b?.start ?? 0,
        afterEnd: blocksB.at(-1)?.end ?? 0,
      },
    ];
  }
  const middleA = blocksA.length >> 1;
  const middleB = likest(blocksA[middleA] as Block, blocksB, middleA / blocksA.length);
  // Neither part may be the whole again.
  const isPart = middleA > 0 || middleB > 0;
  const [endA, endB] = isPart ? [middleA, middleB] : [1, 1];
  return [
    ...compareWords(before, after, blocksA.slice(0, endA), blocksB.slice(0, endB), pair),
    ...compareWords(before, after, blocksA.slice(endA), blocksB.slice(endB), pair),
  ];
}

/** The place of the block that has the most words of another, near where that stands among its own. */
function likest(block: Block, among: readonly Block[], share: number): number {
  const words = new Set(block.text.split(' '));
  const expected = Math.floor(share * among.length);
  let [best, most] = [expected, 0];
  for (let distance = 0; distance <= 100; distance++) {
    for (const at of distance === 0 ? [expected] : [expected - distance, expected + distance]) {
      const candidate = among[at];
      if (candidate === undefined) continue;
      const others = candidate.text.split(' ');
      const shared =
        others.filter((word) => words.has(word)).length / Math.max(others.length, words.size);
      if (shared > most) [best, most] = [at, shared];
    }
    // Half of the words are enough.
    if (most > 0.5) break;
  }
  return best;
}

interface Difference {
  readonly count: number;
  readonly added: boolean;
  readonly removed: boolean;
}

/** How two lists differ; `undefined` where they have too little in common. */
function differences(a: string[], b: string[], most: number): Difference[] | undefined {
  if (a.length === 0 || b.length === 0) {
    return [
      { count: a.length, added: false, removed: true },
      { count: b.length, added: true, removed: false },
    ].filter(({ count }) => count > 0);
  }
  return diffArrays(a, b, { maxEditLength: most });
}

/** The words of blocks, by their places among all. */
function indexes(of: readonly Block[]): number[] {
  const all: number[] = [];
  for (const { start, end } of of) for (let at = start; at < end; at++) all.push(at);
  return all;
}

/** Where blocks begin among the words of a run, and where the last ends. */
function edges(of: readonly Block[]): Set<number> {
  const found = new Set([0]);
  let at = 0;
  for (const { start, end } of of) {
    at += end - start;
    found.add(at);
  }
  return found;
}
