import type { XmlElement } from '../../xml/index.js';

/** What is no part of the words of a date: notes, what is struck out, the place of a birth. */
const apart = new Set([
  'note',
  'del',
  'sic',
  'orig',
  'abbr',
  'placeName',
  'settlement',
  'country',
  'region',
  'geogName',
  'district',
  'bloc',
  'location',
  'geo',
  'orgName',
  'persName',
  'date',
  'desc',
  'p',
  'bibl',
  'fw',
]);
/** Within `choice` one of two is read; alone they are what the source has. */
const alternatives = new Set(['sic', 'orig', 'abbr']);
const breaks = new Set(['lb', 'pb', 'cb', 'gb', 'milestone', 'space']);

/** The words of an element that holds a date; `undefined` where some cannot be read. */
export function wordsOf(element: XmlElement): string | undefined {
  // Several rules look at one date, one after the other.
  if (last?.element !== element) last = { element, words: readWords(element) };
  return last.words;
}

let last: { readonly element: XmlElement; readonly words: string | undefined } | undefined;

function readWords(element: XmlElement): string | undefined {
  const [only, other] = element.children;
  if (only?.kind === 'text' && other === undefined) return only.value;
  let words = '';
  for (const child of element.children) {
    if (child.kind === 'text') {
      words += child.value;
    } else if (child.kind === 'element') {
      const name = child.name.local;
      if (name === 'gap') return undefined;
      if (breaks.has(name)) {
        words += ' ';
      } else if (!apart.has(name) || (alternatives.has(name) && element.name.local !== 'choice')) {
        const within = readWords(child);
        if (within === undefined) return undefined;
        words += within;
      }
    }
  }
  return words;
}

const white = /\s+/g;

/** Words as they are shown in a message: on one line. */
export function onOneLine(words: string): string {
  return words.replace(white, ' ').trim();
}
