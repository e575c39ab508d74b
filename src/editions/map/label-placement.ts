import { boxAround, crosses, isInside, lineCrosses, overlap, squareAround } from './box.js';
import type { Box, Label, Point } from './map-drawing.js';

/** One way to place a label; the less it costs, the better it reads. */
export interface Candidate {
  readonly label: Label;
  readonly cost: number;
}

/** A line, and what it costs a label to lie on it. */
export interface WeightedLine {
  readonly points: readonly Point[];
  readonly weight: number;
}

/** What the labels share the frame with. */
export interface Surroundings {
  readonly frame: Box;
  /** Where no label may be: points, the scale, the locator. */
  readonly taken: readonly Box[];
  /** Lines that a label had better not lie on. */
  readonly lines: readonly WeightedLine[];
}

const crossingLeader = 4;
const overlapping = 1000;
const greatestRounds = 24;

/**
 * Chooses one candidate for each list, so that no label overlaps another one, a leader or what is taken. It begins
 * with the label that has the fewest ways to go and then moves one label at a time to where all of them read best,
 * until none wants to move. A list whose candidates all collide gets none: a point without a name is better than a
 * name that cannot be read.
 */
export function placeLabels(
  lists: readonly (readonly Candidate[])[],
  surroundings: Surroundings,
): readonly (Label | undefined)[] {
  const lines = surroundings.lines.map((line) => ({ ...line, box: boxAround(line.points) }));
  const free = lists.map((list) => freeCandidates(list, { ...surroundings, lines }));
  const order = free.map((_, index) => index);
  order.sort((a, b) => (free[a]?.length ?? 0) - (free[b]?.length ?? 0) || a - b);
  let chosen: Choice = free.map(() => undefined);
  for (let round = 0; round < greatestRounds; round++) {
    chosen = settle(free, order, chosen);
    const better = makeWay(free, order, chosen);
    if (better === undefined) break;
    chosen = better;
  }
  const kept = [...chosen];
  for (const index of order.toReversed()) {
    const candidate = kept[index];
    if (candidate !== undefined && conflict(candidate, kept, index) >= overlapping)
      kept[index] = undefined;
  }
  return kept.map((candidate) => candidate?.label);
}

/** Of each list one candidate or, so far, none. */
type Choice = readonly (Candidate | undefined)[];

/** Moves one label after the other to where it reads best among the others, until none wants to move. */
function settle(free: readonly Candidate[][], order: readonly number[], before: Choice): Choice {
  const chosen = [...before];
  for (let round = 0; round < greatestRounds; round++) {
    let moved = false;
    for (const index of order) {
      const best = bestCandidate(free[index] ?? [], chosen, index);
      if (best !== chosen[index]) moved = true;
      chosen[index] = best;
    }
    if (!moved) break;
  }
  return chosen;
}

/**
 * The first move of a label to a better place that pays even though others must make way; `undefined` when there is
 * none. This is what no label can find by itself.
 */
function makeWay(
  free: readonly Candidate[][],
  order: readonly number[],
  chosen: Choice,
): Choice | undefined {
  for (const index of order) {
    const present = chosen[index]?.cost ?? Number.POSITIVE_INFINITY;
    for (const candidate of free[index] ?? []) {
      if (candidate.cost >= present) break;
      const inTheWay = order.filter((other) => {
        const there = chosen[other];
        return other !== index && there !== undefined && pairConflict(there, candidate) > 0;
      });
      const trial = [...chosen];
      trial[index] = candidate;
      for (const other of inTheWay) trial[other] = undefined;
      for (const other of inTheWay) trial[other] = bestCandidate(free[other] ?? [], trial, other);
      const moved = [index, ...inTheWay];
      if (costOf(moved, trial) < costOf(moved, chosen) - 1e-6) return trial;
    }
  }
  return undefined;
}

/** What some of the labels cost, by themselves and with the others. */
function costOf(indices: readonly number[], chosen: Choice): number {
  let cost = 0;
  for (const index of indices) {
    const candidate = chosen[index];
    cost += candidate ? candidate.cost + conflict(candidate, chosen, index) : overlapping;
  }
  return cost;
}

/** A line with the box around it: most labels are not even near most lines. */
interface BoxedLine extends WeightedLine {
  readonly box: Box;
}

function freeCandidates(
  list: readonly Candidate[],
  surroundings: Omit<Surroundings, 'lines'> & { readonly lines: readonly BoxedLine[] },
): Candidate[] {
  const { frame, taken, lines } = surroundings;
  return list
    .filter(
      ({ label }) =>
        isInside(label.box, frame) &&
        !taken.some((box) => overlap(box, label.box)) &&
        !(label.leader && leaderHits(label.leader, taken)),
    )
    .map(({ label, cost }) => ({
      label,
      cost: lines.reduce(
        (sum, line) =>
          overlap(line.box, label.box) && lineCrosses(line.points, label.box)
            ? sum + line.weight
            : sum,
        cost,
      ),
    }))
    .sort((a, b) => a.cost - b.cost);
}

/** A leader may begin at its own point, which is taken. */
function leaderHits([from, to]: readonly [Point, Point], taken: readonly Box[]): boolean {
  return taken.some((box) => !overlap(box, squareAround(from, 0.5)) && crosses(from, to, box));
}

/** Candidates come in the order of what they cost by themselves, so that most need not be looked at. */
function bestCandidate(
  candidates: readonly Candidate[],
  chosen: Choice,
  own: number,
): Candidate | undefined {
  let best: Candidate | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.cost >= least) break;
    const cost = candidate.cost + conflict(candidate, chosen, own);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

function conflict(candidate: Candidate, chosen: Choice, own: number): number {
  let cost = 0;
  for (let index = 0; index < chosen.length; index++) {
    const other = chosen[index];
    if (index !== own && other !== undefined) cost += pairConflict(candidate, other);
  }
  return cost;
}

function pairConflict({ label: a }: Candidate, { label: b }: Candidate): number {
  let cost = overlap(a.box, b.box) ? overlapping : 0;
  if (a.leader && crosses(a.leader[0], a.leader[1], b.box)) cost += overlapping;
  if (b.leader && crosses(b.leader[0], b.leader[1], a.box)) cost += overlapping;
  if (a.leader && b.leader && segmentsCross(a.leader, b.leader)) cost += crossingLeader;
  return cost;
}

function segmentsCross(a: readonly [Point, Point], b: readonly [Point, Point]): boolean {
  const turn = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return (
    turn(a[0], a[1], b[0]) !== turn(a[0], a[1], b[1]) &&
    turn(b[0], b[1], a[0]) !== turn(b[0], b[1], a[1])
  );
}
