import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Breaks a text into lines at its spaces. A word that is longer than a line has one of its own, and breaks where the
 * terminal has it.
 *
 * @param text one line, coloured or not
 * @param width columns there are room for
 * @param margin what the lines after the first begin with
 */
export function wrap(text: string, width: number, margin: string): string {
  const room = Math.max(width, margin.length + 20);
  const lines: string[] = [];
  let line = '';
  let column = 0;
  for (const [index, word] of text.split(' ').entries()) {
    const columns = textWidth(word);
    if (index > 0 && column + 1 + columns > room && line.trim() !== '') {
      lines.push(line);
      line = margin + word;
      column = margin.length + columns;
    } else {
      line += index === 0 ? word : ` ${word}`;
      column += index === 0 ? columns : columns + 1;
    }
  }
  lines.push(line);
  return lines.join('\n');
}

/** The columns that a text takes on a terminal, its colours left out. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0x20);
  }
  return width;
}
