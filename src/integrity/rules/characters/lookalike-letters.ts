/** A letter that looks like one of the Latin alphabet. */
export interface LookalikeLetter {
  readonly latin: string;
  readonly name: string;
}

const cyrillic =
  'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ҮY ХX ԚQ ԜW аa еe оo рp сc уy хx ѕs іi јj һh ԁd ԛq ԝw ӏl';
const greek = 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv ρp υu χx ϳj';
const cyrillicNames: Readonly<Record<string, string>> = {
  В: 'VE',
  Ѕ: 'DZE',
  І: 'BYELORUSSIAN-UKRAINIAN I',
  Ј: 'JE',
  К: 'KA',
  М: 'EM',
  Н: 'EN',
  Р: 'ER',
  С: 'ES',
  Т: 'TE',
  Ү: 'STRAIGHT U',
  Х: 'HA',
  Ԛ: 'QA',
  Ԝ: 'WE',
  Е: 'IE',
  А: 'A',
  О: 'O',
  У: 'U',
  Һ: 'SHHA',
  Ԁ: 'KOMI DE',
};
const greekNames: Readonly<Record<string, string>> = {
  Α: 'ALPHA',
  Β: 'BETA',
  Ε: 'EPSILON',
  Ζ: 'ZETA',
  Η: 'ETA',
  Ι: 'IOTA',
  Κ: 'KAPPA',
  Μ: 'MU',
  Ν: 'NU',
  Ο: 'OMICRON',
  Ρ: 'RHO',
  Τ: 'TAU',
  Υ: 'UPSILON',
  Χ: 'CHI',
};

function letters(
  pairs: string,
  script: string,
  names: Readonly<Record<string, string>>,
): [string, LookalikeLetter][] {
  return pairs.split(' ').map((pair) => {
    const [letter = '', latin = ''] = pair;
    const capital = letter.toUpperCase();
    const size = letter === capital ? 'CAPITAL' : 'SMALL';
    const name =
      letter === 'ӏ'
        ? 'CYRILLIC SMALL LETTER PALOCHKA'
        : letter === 'ϳ'
          ? 'GREEK LETTER YOT'
          : `${script} ${size} LETTER ${names[capital] ?? capital}`;
    return [letter, { latin, name }];
  });
}

/** The letters of the Cyrillic and the Greek alphabet that look like Latin ones (Unicode Technical Standard 39, section 4). */
export const lookalikeLetters: ReadonlyMap<string, LookalikeLetter> = new Map([
  ...letters(cyrillic, 'CYRILLIC', cyrillicNames),
  ...letters(greek, 'GREEK', greekNames),
]);

/** The letter of an alphabet that looks like a Latin one, where there is one. */
export function lookalikeOf(latin: string, alphabet: RegExp): string | undefined {
  for (const [letter, about] of lookalikeLetters)
    if (about.latin === latin && alphabet.test(letter)) return letter;
  return undefined;
}
