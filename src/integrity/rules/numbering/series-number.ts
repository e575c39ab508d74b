/** A number as `@n` has it: `43`, `[43]`, `43a`, `42/43`, `12v`, `xii`, `b`, `Ham12`. */
export interface SeriesNumber {
  /** What kind of number it is; those of one form can be counted. */
  readonly form: string;
  /** Its place among the numbers of its form, and the last that it covers. */
  readonly from: number;
  readonly to: number;
  /** 1 for 43a, which is put in after 43, 2 for 43b; 0 for 43. */
  readonly inserted: number;
}

const numerals: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

const romanNumeral = /^(?=.)m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})j?$/;

/**
 * Reads the numbers of one series, each as the others show what it is: `c` is a hundred beside `xcix` and the third
 * letter beside `b`, `2` is a recto beside `2v`.
 *
 * @returns one for each text; nothing, where it is no number
 */
export function readSeries(texts: readonly string[]): readonly (SeriesNumber | undefined)[] {
  const bare = texts.map((text) => bareNumber(text));
  const isRoman = bare.some((text) => text.length > 1 && romanNumeral.test(text.toLowerCase()));
  const isLettered = bare.some((text) => /^[abe-hknop-uwyz]$/i.test(text));
  const hasVersos =
    bare.some((text) => /^[0-9]+v$/i.test(text)) && !bare.some((text) => /^[0-9]+r$/i.test(text));
  return bare.map((text) => {
    if (hasVersos && /^[0-9]+$/.test(text)) return folio(Number(text), 0);
    return readOne(text, isRoman || !isLettered);
  });
}

/** Without brackets and without what only says what is numbered. */
function bareNumber(text: string): string {
  return text
    .trim()
    .replace(/^[[(<]\s*|\s*[\])>.:]+$/g, '')
    .replace(
      /^(?:pp?|s|ff?|fol|bl|cols?|ll?|vv?|nr?|page|seite|folio|line|note|no)(?:\.\s*|\s+)(?=[0-9ivxlc])/i,
      '',
    );
}

function folio(leaf: number, side: number): SeriesNumber {
  return single('folio', leaf * 2 + side);
}

function single(form: string, value: number, inserted = 0): SeriesNumber {
  return { form, from: value, to: value, inserted };
}

function readOne(text: string, romanFirst: boolean): SeriesNumber | undefined {
  const leaf = /^([0-9]{1,6})([rv])$/i.exec(text);
  if (leaf !== null) return folio(Number(leaf[1]), /v/i.test(leaf[2] ?? '') ? 1 : 0);
  const two = /^(\D*)([0-9]{1,6})\s*[/–]\s*([0-9]{1,6})$/.exec(text);
  if (two !== null && Number(two[3]) > Number(two[2]))
    return { form: `${two[1]}#`, from: Number(two[2]), to: Number(two[3]), inserted: 0 };
  const digits = /^(.*?)([0-9]{1,6})([a-z])?$/.exec(text);
  if (digits !== null) {
    const [, prefix = '', number = '', letter] = digits;
    return single(
      `${prefix}#`,
      Number(number),
      letter === undefined ? 0 : letter.charCodeAt(0) - 96,
    );
  }
  const folded = text.toLowerCase();
  const size = text === folded ? 'small' : 'capital';
  if (romanNumeral.test(folded) && (romanFirst || text.length > 1))
    return single(`roman, ${size}`, romanValue(folded));
  if (/^[a-z]$/.test(folded)) return single(`letter, ${size}`, folded.charCodeAt(0) - 96);
  return undefined;
}

function romanValue(text: string): number {
  let rest = text.replace(/j$/, 'i');
  let value = 0;
  for (const [sign, worth] of numerals) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return value;
}

function romanOf(value: number): string {
  let rest = value;
  let text = '';
  for (const [sign, worth] of numerals) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A number of a form as it is written. */
export function writtenNumber(form: string, value: number): string {
  const capital = (text: string): string => (form.endsWith('capital') ? text.toUpperCase() : text);
  if (form === 'folio') return `${Math.floor(value / 2)}${value % 2 === 0 ? 'r' : 'v'}`;
  if (form.startsWith('roman')) return capital(romanOf(value));
  if (form.startsWith('letter')) return capital(String.fromCharCode(96 + value));
  return `${form.slice(0, -1)}${value}`;
}
