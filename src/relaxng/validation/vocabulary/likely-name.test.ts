import { describe, expect, it } from 'vitest';
import { likeliestChildren, likelyAttribute, likelyElement, tei, teiModule } from './index.js';

const names = (...locals: string[]) => locals.map((local) => ({ ns: tei, local }));
const all = names(
  'TEI',
  'p',
  'div',
  'hi',
  'list',
  'item',
  'head',
  'persName',
  'ref',
  'bibl',
  'desc',
);

function meant(local: string, here = all, ns = tei): string | undefined {
  return likelyElement({ ns, local }, here, all)?.local;
}

describe('the element that was probably meant', () => {
  it.each([
    ['perName', 'persName'],
    ['Persname', 'persName'],
    ['strong', 'hi'],
    ['li', 'item'],
    ['h2', 'head'],
    ['TEI.2', 'TEI'],
    ['xref', 'ref'],
    ['div1', 'div'],
    ['biblStruct', 'bibl'],
    ['xyzzy', undefined],
    ['z', undefined],
    // TEI's own names are no misspellings of others.
    ['msDesc', undefined],
  ])('by %s: %s', (local, name) => {
    expect(meant(local)).toBe(name);
  });

  it('is one that may stand in the place, if one of those is near', () => {
    expect(meant('lost', names('p', 'list'))).toBe('list');
  });

  it('may have its name from another namespace', () => {
    expect(meant('p', all, 'http://www.w3.org/1999/xhtml')).toBe('p');
    expect(meant('p', all, '')).toBe('p');
  });

  it('is none where the namespace is of another kind', () => {
    expect(meant('desc', all, 'http://www.w3.org/2000/svg')).toBeUndefined();
  });
});

describe('the attribute that was probably meant', () => {
  const free = [
    { ns: '', local: 'when' },
    { ns: '', local: 'rend' },
    { ns: '', local: 'target' },
    { ns: 'http://www.w3.org/XML/1998/namespace', local: 'id' },
  ];
  it.each([
    ['p', 'id', '', 'id'],
    ['p', 'class', '', 'rend'],
    ['ref', 'href', '', 'target'],
    ['ref', 'href', 'http://www.w3.org/1999/xlink', 'target'],
    ['date', 'value', '', 'when'],
    ['num', 'value', '', undefined],
    ['p', 'rned', '', 'rend'],
    ['TEI', 'schemaLocation', 'http://www.w3.org/2001/XMLSchema-instance', undefined],
  ])('on %s by %s', (element, local, ns, name) => {
    expect(likelyAttribute(element, { ns, local }, free)?.local).toBe(name);
  });
});

describe('what is known of TEI', () => {
  it('is the module of each element', () => {
    expect(teiModule('msDesc')).toBe('msdescription');
    expect(teiModule('perName')).toBeUndefined();
  });

  it('puts what an element has most often first', () => {
    const [first] = likeliestChildren({ ns: tei, local: 'list' }, names('desc', 'head', 'item'));
    expect(first?.local).toBe('item');
  });

  it('keeps the order of the schema where it knows nothing', () => {
    const foreign = ['b', 'a', 'c'].map((local) => ({ ns: 'urn:x', local }));
    expect(likeliestChildren({ ns: 'urn:x', local: 'list' }, foreign)).toEqual(foreign);
  });
});
