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
});
