import {
  attribute,
  descendants,
  parseXml,
  type XmlElement,
  type XmlText,
} from '../src/xml/index.js';

/** One edit of a source, and what must be told of it and nothing else. */
export interface Mutation {
  readonly text: string;
  readonly expected: Record<string, unknown>;
}

/** Makes an edit at a place that a number chooses; `undefined` where the document has no such place. */
export type Mutate = (text: string, choice: number) => Mutation | undefined;

interface Source {
  readonly text: string;
  readonly elements: readonly XmlElement[];
  readonly texts: readonly XmlText[];
}

function read(text: string): Source {
  const { document } = parseXml({ file: 'letter.xml', text });
  if (document === undefined) throw new Error('not well-formed');
  const elements = [...descendants(document)].filter((each) => !isInEntry(each));
  const texts = elements.flatMap(({ children }) =>
    children.filter((child): child is XmlText => child.kind === 'text'),
  );
  return { text, elements, texts };
}

const entries = new Set(['person', 'place', 'org', 'event', 'relation']);

function isInEntry(element: XmlElement): boolean {
  return chain(element).some(({ name }) => entries.has(name.local));
}

function chain(element: XmlElement): XmlElement[] {
  const all: XmlElement[] = [];
  for (let at: XmlElement['parent'] = element; at.kind === 'element'; at = at.parent) all.push(at);
  return all;
}

const isIn = (element: XmlElement, local: string): boolean =>
  chain(element).some(({ name }) => name.local === local);

function pick<T>(all: readonly T[], choice: number): T | undefined {
  return all.length === 0 ? undefined : all[choice % all.length];
}

function edited(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** A word of letters, with white space on either side, in the body of the document. */
function pickWord(source: Source, choice: number) {
  const candidates = source.texts.filter(
    ({ parent, start, end }) =>
      isIn(parent, 'body') && !/[&<]/.test(source.text.slice(start, end)) && !isIn(parent, 'note'),
  );
  const found = candidates.flatMap((text) =>
    [
      ...source.text.slice(text.start, text.end).matchAll(/(?<=[ \t\n])[A-Za-z]{3,}(?=[ \t\n])/g),
    ].map(({ 0: word, index }) => ({ parent: text.parent, word, start: text.start + index })),
  );
  const word = pick(found, choice);
  return word === undefined ? undefined : { ...word, end: word.start + word.word.length };
}

const dated = (element: XmlElement): boolean =>
  chain(element).some(({ name }) => /^(?:date|time|num|measure)$/.test(name.local));

const valueKinds = (element: XmlElement): Record<string, unknown> => {
  const kinds = chain(element)
    .filter(({ name }) => /^(?:date|time|num|measure|measureGrp|unit)$/.test(name.local))
    .map(({ name }) => (/^(?:date|time)$/.test(name.local) ? 'date' : 'number'));
  return kinds.length === 0 ? {} : { values: kinds };
};

export const mutations: Readonly<Record<string, Mutate>> = {
  'a word changed': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    const expected = { words: ['changed'], ...valueKinds(word.parent) };
    return { text: edited(text, word.start, word.end, 'Xyzzy'), expected };
  },
  'a word that came': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined || dated(word.parent)) return undefined;
    return { text: edited(text, word.start, word.start, 'Xyzzy '), expected: { words: ['came'] } };
  },
  'a word that went': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined || dated(word.parent)) return undefined;
    // It goes with one of its spaces.
    const expected = { words: ['went'] };
    return { text: edited(text, word.start, word.end + 1, ''), expected };
  },
  'a name that is not linked any more': (text, choice) => {
    const { elements } = read(text);
    const name = pick(
      elements.filter(
        (each) =>
          isIn(each, 'body') &&
          attribute(each, 'ref') !== undefined &&
          each.endTag !== undefined &&
          attribute(each, 'xml:id') === undefined &&
          each.children.length > 0 &&
          /^(?:persName|placeName|orgName|geogName|rs)$/.test(each.name.local),
      ),
      choice,
    );
    if (name?.endTag === undefined) return undefined;
    const { startTag, endTag } = name;
    const inner = text.slice(startTag.end, endTag.start);
    return {
      text: edited(text, name.start, name.end, inner),
      expected: { names: ['unlinked'] },
    };
  },
  'a name that is linked to another entry': (text, choice) => {
    const { elements } = read(text);
    const name = pick(
      elements.filter((each) => isIn(each, 'body') && attribute(each, 'ref') !== undefined),
      choice,
    );
    const ref = name && attribute(name, 'ref');
    if (ref === undefined) return undefined;
    const { valueSpan } = ref;
    return {
      text: edited(text, valueSpan.start, valueSpan.end, 'other.xml#somebody-else'),
      expected: { names: ['relinked'] },
    };
  },
  'a name that is linked for the first time': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    const linked = `<rs ref="persons.xml#somebody">${word.word}</rs>`;
    return {
      text: edited(text, word.start, word.end, linked),
      expected: { names: ['linked'] },
    };
  },
  'a normalised date changed': (text, choice) => {
    const { elements } = read(text);
    const date = pick(
      elements.filter((each) => attribute(each, 'when') !== undefined),
      choice,
    );
    const when = date && attribute(date, 'when');
    if (when === undefined) return undefined;
    return {
      text: edited(text, when.valueSpan.start, when.valueSpan.end, '1888-08-08'),
      expected: { values: ['date'] },
    };
  },
  'white space alone': (text, choice) => {
    const source = read(text);
    const spaces = source.texts.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[ \t\n]+/g)].map(({ 0: space, index }) => ({
        start: start + index,
        end: start + index + space.length,
      })),
    );
    const space = pick(spaces, choice);
    if (space === undefined) return undefined;
    return {
      text: edited(text, space.start, space.end, '\n \n\t  '),
      expected: { markup: ['white space'] },
    };
  },
  'the order of attributes': (text, choice) => {
    const { elements } = read(text);
    const element = pick(
      elements.filter(({ attributes, source }) => attributes.length > 1 && source === undefined),
      choice,
    );
    const [first, second] = element?.attributes ?? [];
    if (first === undefined || second === undefined) return undefined;
    const swapped =
      text.slice(second.start, second.end) +
      text.slice(first.end, second.start) +
      text.slice(first.start, first.end);
    return {
      text: edited(text, first.start, second.end, swapped),
      expected: { markup: ['order of attributes'] },
    };
  },
  'a comment': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    return {
      text: edited(text, word.start + 1, word.start + 1, '<!-- sure? -->'),
      expected: { markup: ['comment added'] },
    };
  },
  'a character by its number': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    const reference = `&#x${text.charCodeAt(word.start).toString(16)};`;
    return {
      text: edited(text, word.start, word.start + 1, reference),
      expected: { markup: ['notation'] },
    };
  },
  'markup around words': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    return {
      text: edited(text, word.start, word.end, `<hi rend="italic">${word.word}</hi>`),
      expected: { markup: ['hi added'] },
    };
  },
  'markup around a part of a word': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    const [head, tail] = [word.word.slice(0, 2), word.word.slice(2)];
    return {
      text: edited(text, word.start, word.end, `${head}<hi rend="italic">${tail}</hi>`),
      expected: { markup: ['hi added'] },
    };
  },
  'an attribute that no reader sees': (text, choice) => {
    const { elements } = read(text);
    const element = pick(
      elements.filter(({ name }) =>
        /^(?:p|rs|seg|hi|persName|placeName|orgName)$/.test(name.local),
      ),
      choice,
    );
    if (element === undefined || attribute(element, 'rend') !== undefined) return undefined;
    const { end } = element.nameSpan;
    return {
      text: edited(text, end, end, ' rend="x"'),
      expected: { markup: [`rend of ${element.qname} added`] },
    };
  },
  'a paragraph divided': (text, choice) => {
    const source = read(text);
    const candidates = source.texts
      .filter(
        ({ parent }) => parent.name.local === 'p' && isIn(parent, 'body') && !isIn(parent, 'note'),
      )
      .flatMap(({ start, end }) =>
        [...text.slice(start, end).matchAll(/(?<=[a-z]) (?=[a-z])/g)].map(
          ({ index }) => start + index,
        ),
      );
    const at = pick(candidates, choice);
    if (at === undefined) return undefined;
    return {
      text: edited(text, at, at + 1, '</p>\n<p>'),
      expected: { structure: ['paragraph came'] },
    };
  },
  'a line break': (text, choice) => {
    const word = pickWord(read(text), choice);
    if (word === undefined) return undefined;
    return {
      text: edited(text, word.start, word.start, '<lb/>'),
      expected: { structure: ['line break came'] },
    };
  },
  'an identifier of a passage': (text, choice) => {
    const { elements } = read(text);
    const passage = pick(
      elements.filter(
        (each) =>
          /^(?:p|div)$/.test(each.name.local) &&
          isIn(each, 'text') &&
          attribute(each, 'xml:id') !== undefined,
      ),
      choice,
    );
    const id = passage && attribute(passage, 'xml:id');
    if (id === undefined) return undefined;
    return {
      text: edited(text, id.valueSpan.start, id.valueSpan.end, 'somewhere-else'),
      expected: { addresses: ['moved'] },
    };
  },
  'two points in another order': (text, choice) => {
    const { elements } = read(text);
    const points = elements.filter((each) => attribute(each, 'type')?.value === 'point');
    const first = pick(points.slice(0, -1), choice);
    const second = first && points[points.indexOf(first) + 1];
    if (first === undefined || second === undefined) return undefined;
    const swapped =
      text.slice(second.start, second.end) +
      text.slice(first.end, second.start) +
      text.slice(first.start, first.end);
    return {
      text: edited(text, first.start, second.end, swapped),
      expected: { structure: ['point moved'] },
    };
  },
  'two paragraphs in another order': (text, choice) => {
    const { elements } = read(text);
    const pairs = elements.flatMap((element) => {
      const paragraphs = element.children.filter(
        (child): child is XmlElement => child.kind === 'element' && child.name.local === 'p',
      );
      return paragraphs.slice(1).flatMap((second, index) => {
        const first = paragraphs[index] as XmlElement;
        const [a, b] = [first, second].map(({ start, end }) => text.slice(start, end)) as [
          string,
          string,
        ];
        const isSimple = [a, b].every(
          (each) =>
            !/<(?:note|floatingText|p\b[^>]*>[\s\S]*<p\b)/.test(each) && each.split(' ').length > 8,
        );
        return isSimple && a !== b && isIn(element, 'text') ? [{ first, second }] : [];
      });
    });
    const pair = pick(pairs, choice);
    if (pair === undefined) return undefined;
    const { first, second } = pair;
    const swapped =
      text.slice(second.start, second.end) +
      text.slice(first.end, second.start) +
      text.slice(first.start, first.end);
    return {
      text: edited(text, first.start, second.end, swapped),
      expected: { structure: ['paragraph moved'] },
    };
  },
};
