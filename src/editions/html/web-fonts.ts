import { compareText } from '../../problems/index.js';
import { fontFile, fontLicence, loadSubsetter } from './font-files.js';

/** Fonts for the web, with the rules that make them known to a style sheet beside them. */
export interface WebFonts {
  readonly styleSheet: string;
  /** Paths relative to the style sheet. */
  readonly files: readonly { path: string; content: string | Uint8Array }[];
}

/**
 * What is cut is of weight 400; it is declared for the whole range, since faces of a family that cover different weights do
 * not complete each other, character by character.
 */
const wholeRange = '400 800';

interface FontFace {
  readonly family: string;
  readonly style?: 'italic';
  /** CSS `font-weight` of a variable font: the range that it covers. */
  readonly weight: string;
  readonly file: string;
  readonly format: 'woff2' | 'woff';
  /** CSS `unicode-range`. */
  readonly range: string;
}

/** What the web calls Latin: the range of Google's and Fontsource's slice of that name. */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';

const serif = '@fontsource-variable/eb-garamond';
const sans = '@fontsource-variable/source-sans-3';
const wholeSerif = '@expo-google-fonts/eb-garamond';
/** Noto Sans KR. What is cut from it may not bear that name: SIL Open Font License, clause 3. */
const eastAsian = '@embedpdf/fonts-kr';

const latinFaces: readonly (FontFace & {
  readonly source: readonly [packageName: string, path: string];
})[] = [
  {
    family: 'EB Garamond',
    weight: '400 800',
    file: 'fonts/eb-garamond.woff2',
    format: 'woff2',
    range: latin,
    source: [serif, 'files/eb-garamond-latin-wght-normal.woff2'],
  },
  {
    family: 'EB Garamond',
    style: 'italic',
    weight: '400 800',
    file: 'fonts/eb-garamond-italic.woff2',
    format: 'woff2',
    range: latin,
    source: [serif, 'files/eb-garamond-latin-wght-italic.woff2'],
  },
  {
    family: 'Source Sans 3',
    weight: '200 900',
    file: 'fonts/source-sans-3.woff2',
    format: 'woff2',
    range: latin,
    source: [sans, 'files/source-sans-3-latin-wght-normal.woff2'],
  },
];

/**
 * The fonts of the web edition. Latin letters come whole; of the rest (romanisations, Hangul, Chinese characters) each
 * character that stands in the texts and no other, so that a page is set right on a machine that has no such font and
 * costs a few kilobytes.
 *
 * @param texts all that can stand on a page
 */
export async function webFonts(texts: readonly string[]): Promise<WebFonts> {
  const others = [...new Set(texts.flatMap((text) => [...text]))].filter(isOutsideLatin);
  const cut = [
    await cutFont(
      others.filter((character) => !isEastAsian(character)),
      'EB Garamond',
      [wholeSerif, '400Regular/EBGaramond_400Regular.ttf'],
      'fonts/eb-garamond-more.woff',
    ),
    await cutFont(
      others.filter(isEastAsian),
      'Edition East Asian',
      [eastAsian, 'fonts/NotoSansKR-DemiLight.otf'],
      'fonts/east-asian.woff',
    ),
  ].filter((each) => each !== undefined);
  return {
    styleSheet: [...latinFaces, ...cut.map(({ face }) => face)].map(fontFaceRule).join('\n'),
    files: [
      ...latinFaces.map(({ file, source }) => ({ path: file, content: fontFile(...source) })),
      ...cut.map(({ face, content }) => ({ path: face.file, content })),
      { path: 'fonts/OFL.txt', content: licences() },
    ],
  };
}

/** A font of these characters only; nothing where there are none. */
async function cutFont(
  characters: readonly string[],
  family: string,
  [packageName, path]: readonly [packageName: string, path: string],
  file: string,
): Promise<{ face: FontFace; content: Uint8Array } | undefined> {
  if (characters.length === 0) return undefined;
  const sorted = [...characters].sort(compareText);
  const subset = await loadSubsetter();
  // WOFF and not WOFF2: its compressor takes longer than all the rest of the edition, to save three kilobytes.
  const content = await subset(Buffer.from(fontFile(packageName, path)), sorted.join(''), {
    targetFormat: 'woff',
    // No glyph that no character asks for: vertical forms and other scripts' variants stay out.
    noLayoutClosure: true,
  });
  const range = sorted.map((character) => `U+${codePoint(character).toString(16).toUpperCase()}`);
  return {
    face: { family, weight: wholeRange, file, format: 'woff', range: range.join(', ') },
    content,
  };
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function isOutsideLatin(character: string): boolean {
  const code = codePoint(character);
  return latin.split(', ').every((range) => {
    const [from = '', to = from] = range.slice(2).split('-');
    return code < Number.parseInt(from, 16) || code > Number.parseInt(to, 16);
  });
}

function isEastAsian(character: string): boolean {
  return /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(
    character,
  );
}

function fontFaceRule({ family, style, weight, file, format, range }: FontFace): string {
  return `@font-face {
  font-family: "${family}";
  font-style: ${style ?? 'normal'};
  font-weight: ${weight};
  font-display: swap;
  src: url("${file}") format("${format}");
  unicode-range: ${range};
}`;
}

/** All fonts are under the SIL Open Font License, which wants to be with them. */
function licences(): string {
  return [
    ['EB Garamond', fontLicence(serif)],
    ['Source Sans 3', fontLicence(sans)],
    ['Noto Sans KR', fontLicence(eastAsian)],
  ]
    .map(([name, text]) => `${name}\n\n${text?.trim()}\n`)
    .join('\n\n');
}
