import { crosses, isInside, lineCrosses, overlap, squareAround } from './box.js';
import type { Box, Label, Point } from './map-drawing.js';

/** One way to place a label; the less it costs, the better it reads. */
export interface Candidate {
  readonly label: Label;
  readonly cost: number;
}

/** What the labels share the frame with. */
export interface Surroundings {
  readonly frame: Box;
  /** Where no label may be: points, the scale, the locator. */
  readonly taken: readonly Box[];
  /** Lines that a label had better not lie on. */
  readonly lines: readonly (readonly Point[])[];
}

const onLine = 1.6;
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
  const free = lists.map((list) => freeCandidates(list, surroundings));
  const order = free.map((_, index) => index);
  order.sort((a, b) => (free[a]?.length ?? 0) - (free[b]?.length ?? 0) || a - b);
  const chosen: (Candidate | undefined)[] = free.map(() => undefined);
  for (let round = 0; round < greatestRounds; round++) {
    let moved = false;
    for (const index of order) {
      const best = bestCandidate(free[index] ?? [], chosen, index);
      if (best !== chosen[index]) moved = true;
      chosen[index] = best;
    }
    if (!moved) break;
  }
  for (const index of order.toReversed()) {
    const candidate = chosen[index];
    if (candidate !== undefined && conflict(candidate, chosen, index) >= overlapping)
      chosen[index] = undefined;
  }
  return chosen.map((candidate) => candidate?.label);
}

function freeCandidates(list: readonly Candidate[], surroundings: Surroundings): Candidate[] {
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
      cost: cost + onLine * lines.filter((line) => lineCrosses(line, label.box)).length,
    }));
}

/** A leader may begin at its own point, which is taken. */
function leaderHits([from, to]: readonly [Point, Point], taken: readonly Box[]): boolean {
  return taken.some((box) => !overlap(box, squareAround(from, 0.5)) && crosses(from, to, box));
}

function bestCandidate(
  candidates: readonly Candidate[],
  chosen: readonly (Candidate | undefined)[],
  own: number,
): Candidate | undefined {
  let best: Candidate | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = candidate.cost + conflict(candidate, chosen, own);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

function conflict(
  { label }: Candidate,
  chosen: readonly (Candidate | undefined)[],
  own: number,
): number {
  let cost = 0;
  for (const [index, other] of chosen.entries()) {
    if (index === own || other === undefined) continue;
    if (overlap(label.box, other.label.box)) cost += overlapping;
    if (label.leader && crosses(...label.leader, other.label.box)) cost += overlapping;
    if (other.label.leader && crosses(...other.label.leader, label.box)) cost += overlapping;
    if (label.leader && other.label.leader && segmentsCross(label.leader, other.label.leader))
      cost += crossingLeader;
  }
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
