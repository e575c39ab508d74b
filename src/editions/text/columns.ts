import { eastAsianWidth } from 'get-east-asian-width';

/** Marks that combine with the character before them, and characters that only direct how others are set. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * The columns that a text takes in a fixed-width font (Unicode Standard Annex #11): wide and full-width characters
 * take two, combining marks none. Characters of ambiguous width take one, as they do outside East Asian fonts.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (noWidth.test(character)) continue;
    columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

/**
 * Whether a line may break beside the character without a space: Chinese characters and kana, which are written
 * without spaces. Korean is written with spaces and breaks at them.
 */
export function isWideWithoutSpaces(character: string): boolean {
  return (
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(character) &&
    eastAsianWidth(character.codePointAt(0) ?? 0) === 2
  );
}
