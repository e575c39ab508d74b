/** A word, a mark of punctuation, or a character of a script that writes no spaces between words. */
export interface Word {
  readonly text: string;
  /** The white space before it, which may be one that breaks no line; at the beginning of a line a space. */
  readonly space: string;
  /** Where it begins in the text that it was read from, in UTF-16 units. */
  readonly at: number;
}

/** Scripts that set no space between words: each character counts by itself. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const inWord = `(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\u{AD}]`;

/** Letters, digits and their marks; an apostrophe joins two letters, a point two digits: `enemy’s`, `29.1.1951`. */
const word = new RegExp(
  `(?:${inWord})+(?:(?:(?<=\\p{N})[.,:](?=\\p{N})|['’])(?:${inWord})+)*|\\P{White_Space}\\p{M}*`,
  'gu',
);

/**
 * The words of a text in which white space is folded.
 *
 * @param text with single spaces, none at its start
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    words.push({ text: found, space: index === 0 ? ' ' : text.slice(end, index), at: index });
    end = index + found.length;
  }
  return words;
}

/** A word as two versions are compared by it: the same letters with or without a space before them are not the same. */
export function wordKey({ text, space }: Pick<Word, 'text' | 'space'>): string {
  return space + text;
}

/** Words put together again. */
export function textOfWords(words: readonly Pick<Word, 'text' | 'space'>[]): string {
  return words.map(({ text, space }, index) => (index > 0 ? space + text : text)).join('');
}

/** White space folded and none at either end, as XPath's normalize-space has it. */
export function folded(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
