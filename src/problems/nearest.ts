/**
 * The candidate that a person most likely meant by a word: the least number of letters typed, left out, mistaken or
 * exchanged with a neighbour (Damerau–Levenshtein distance, optimal string alignment), capitals counting next to
 * nothing. Of equally near candidates the first in the list wins.
 *
 * @returns the candidate, or `undefined` where none is near enough to be worth saying: one change in a word of up to
 * four letters, two up to eight, three in longer ones.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  const allowed = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    // A word may not be guessed from a candidate that shares no letter with it.
    const most = Math.min(allowed, Math.max(word.length, candidate.length) - 1);
    if (Math.abs(candidate.length - word.length) > most) continue;
    const changes = distance(folded, candidate.toLowerCase(), most);
    if (changes > most) continue;
    const cost = changes + (commonPrefix(folded, candidate) ? 0 : 0.25);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** Whether the words begin alike, which breaks ties: people seldom mistake the first letter. */
function commonPrefix(word: string, candidate: string): boolean {
  return candidate.length > 0 && word.startsWith(candidate.charAt(0).toLowerCase());
}

/** The distance of two words, or `most + 1` as soon as it is known to be greater than `most`. */
function distance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
