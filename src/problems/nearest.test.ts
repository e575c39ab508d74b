import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './index.js';

const elements = ['persName', 'placeName', 'p', 'pb', 'lb', 'head', 'note', 'orgName'];

describe('the nearest of a list of names', () => {
  it.each([
    ['placename', 'placeName'],
    ['perName', 'persName'],
    ['persNmae', 'persName'],
    ['haed', 'head'],
    ['nots', 'note'],
  ])('%s is most likely %s', (word, meant) => {
    expect(nearest(word, elements)).toBe(meant);
  });

  it.each(['heading', 'x', 'paragraph', ''])('"%s" is near to none', (word) => {
    expect(nearest(word, elements)).toBeUndefined();
  });

  it('prefers a name that begins alike', () => {
    expect(nearest('lbb', ['bb', 'lb'])).toBe('lb');
  });

  it('takes the first of equally near ones', () => {
    expect(nearest('seal', ['sell', 'seat'])).toBe('sell');
  });

  it('never answers with the word itself', () => {
    expect(nearest('note', ['note'])).toBeUndefined();
  });

  it('finds a word from which one letter was lost', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.nat(), (word, at) => {
        const index = at % word.length;
        const typed = word.slice(0, index) + word.slice(index + 1);
        expect(nearest(typed, [word])).toBe(word);
      }),
    );
  });

  it('finds what a plain reckoning of all distances finds', () => {
    const word = fc.stringMatching(/^[abc]{1,10}$/);
    fc.assert(
      fc.property(word, word, (typed, candidate) => {
        if (typed === candidate) return;
        const allowed = typed.length <= 4 ? 1 : typed.length <= 8 ? 2 : 3;
        const most = Math.min(allowed, Math.max(typed.length, candidate.length) - 1);
        expect(nearest(typed, [candidate]) === candidate).toBe(
          plainDistance(typed, candidate) <= most,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

/** Optimal string alignment, the whole table of it. */
function plainDistance(a: string, b: string): number {
  const table: number[][] = [];
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++) {
    table.push([]);
    for (let j = 0; j <= b.length; j++) {
      let cost = i === 0 && j === 0 ? 0 : Math.min(cell(i - 1, j), cell(i, j - 1)) + 1;
      cost = Math.min(cost, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(i - 2, j - 2) + 1);
      }
      table[i]?.push(cost);
    }
  }
  return cell(a.length, b.length);
}
