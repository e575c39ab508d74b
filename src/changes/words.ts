/** A word, a mark of punctuation, or a character of a script that writes no spaces between words. */
export interface Word {
  readonly text: string;
  /** Whether white space or the beginning of a line stands before it. */
  readonly spaced: boolean;
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
  for (const { 0: found, index } of text.matchAll(word)) {
    words.push({ text: found, spaced: index === 0 || text[index - 1] === ' ', at: index });
  }
  return words;
}

/** A word as two versions are compared by it: the same letters with or without a space before them are not the same. */
export function wordKey({ text, spaced }: { text: string; spaced: boolean }): string {
  return spaced ? ` ${text}` : text;
}

/** Words put together again. */
export function textOfWords(words: readonly { text: string; spaced: boolean }[]): string {
  return words
    .map((each, index) => (index > 0 && each.spaced ? ` ${each.text}` : each.text))
    .join('');
}

/** White space folded and none at either end, as XPath's normalize-space has it. */
export function folded(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
