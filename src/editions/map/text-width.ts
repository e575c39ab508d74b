import { eastAsianWidth } from 'get-east-asian-width';

/**
 * How wide a text will be, in units of the drawing: an estimate on the ample side, the same on every machine, since
 * no font is at hand when a map is drawn. Widths are those of a text serif, in hundredths of the font size.
 */
export function textWidth(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += characterWidth(character);
  return (hundredths * fontSize) / 100;
}

const combining = /\p{M}/u;

function characterWidth(character: string): number {
  if (combining.test(character)) return 0;
  // As wide as it is high: Hangul, kana, Chinese characters, full-width forms.
  if (eastAsianWidth(character.codePointAt(0) ?? 0) === 2) return 100;
  if ("iljtfrI.,:;·’'()[]|! ".includes(character)) return 36;
  if ('mwMWÆŒ—'.includes(character)) return 92;
  if (/\p{Lu}/u.test(character)) return 74;
  return 58;
}

/** Breaks a text into lines of at most a width, between words; a word that is wider has a line of its own. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}
