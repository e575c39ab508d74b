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

/** Rows of the table of distances, kept so that thousands of candidates cost no memory. */
let beforeLast = new Uint16Array(64);
let last = new Uint16Array(64);
let row = new Uint16Array(64);

/** The distance of two words, or `most + 1` as soon as it is known to be greater than `most`. */
function distance(a: string, b: string, most: number): number {
  if (b.length >= row.length) {
    [beforeLast, last, row] = [0, 1, 2].map(() => new Uint16Array(2 * b.length + 1)) as [
      Uint16Array<ArrayBuffer>,
      Uint16Array<ArrayBuffer>,
      Uint16Array<ArrayBuffer>,
    ];
  }
  const far = most + 1;
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let i = 1; i <= a.length; i++) {
    // What lies further from the diagonal than `most` cannot be reached with `most` changes.
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? i : far;
    let least = from === 1 ? i : far;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = at(last, j - 1) + (same ? 0 : 1);
      if (j < i + most) cost = Math.min(cost, at(last, j) + 1);
      cost = Math.min(cost, at(row, j - 1) + 1);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(far, at(last, b.length));
}

function at(cells: Uint16Array, column: number): number {
  return cells[column] ?? 0;
}
