import type { Block } from './reading.js';

/** A block that stands elsewhere among the others than it did. */
export interface Move {
  readonly before: Block;
  readonly after: Block;
}

/** Blocks of both versions between two that are the same. */
export interface Run {
  before: Block[];
  after: Block[];
}

/** Words that a block must have to be known again elsewhere. */
const fewestToMove = 3;

/** Takes the blocks out of the runs that stand elsewhere with the same words. */
export function takeMoves(runs: readonly Run[], same: (a: Block, b: Block) => void): Move[] {
  const moves: Move[] = [];
  const waiting = new Map<string, { run: Run; block: Block }[]>();
  for (const run of runs) {
    for (const block of run.after) {
      if (block.end - block.start < fewestToMove) continue;
      const key = block.text;
      const known = waiting.get(key);
      if (known === undefined) waiting.set(key, [{ run, block }]);
      else known.push({ run, block });
    }
  }
  for (const run of runs) {
    for (const block of [...run.before]) {
      const found = waiting.get(block.text)?.shift();
      if (found === undefined) continue;
      same(block, found.block);
      moves.push({ before: block, after: found.block });
      run.before = run.before.filter((each) => each !== block);
      found.run.after = found.run.after.filter((each) => each !== found.block);
    }
  }
  return moves;
}

/** Words that a block must have to be known again elsewhere though some of them changed, and the share that must be the same. */
const fewestToKnow = 6;
const likeEnough = 0.7;

/**
 * Takes the blocks out of the runs that stand elsewhere with nearly the same words: of those in whose place nothing
 * came, and those that took the place of nothing.
 */
export function takeEditedMoves(runs: readonly Run[]): Move[] {
  const isLong = ({ start, end }: Block): boolean => end - start >= fewestToKnow;
  const went = runs.filter(({ after }) => after.length === 0);
  const came = runs.filter(({ before }) => before.length === 0);
  const moves: Move[] = [];
  for (const run of went) {
    for (const block of run.before.filter(isLong)) {
      let best: { readonly run: Run; readonly block: Block; readonly share: number } | undefined;
      for (const other of came) {
        for (const candidate of other.after.filter(isLong)) {
          const share = sharedWords(block, candidate);
          if (share > (best?.share ?? 0)) best = { run: other, block: candidate, share };
        }
      }
      if (best === undefined || best.share < likeEnough) continue;
      const { run: target, block: found } = best;
      moves.push({ before: block, after: found });
      run.before = run.before.filter((each) => each !== block);
      target.after = target.after.filter((each) => each !== found);
    }
  }
  return moves;
}

/** The share of their words that two blocks have in common, from 0 to 1 (Dice’s coefficient). */
function sharedWords(a: Block, b: Block): number {
  const [lengthA, lengthB] = [a.end - a.start, b.end - b.start];
  // Blocks of very different length cannot have enough in common.
  if (Math.min(lengthA, lengthB) * 2 < likeEnough * (lengthA + lengthB)) return 0;
  const [words, others] = [a.text.split(' '), b.text.split(' ')];
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (words.length + others.length);
}
