import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OutputFile } from '../edition.js';
import { webFonts } from './web-fonts.js';

/** The folder of the style sheet, the script and the icon: the same way from `src/` and from `lib/`. */
const assets = new URL('../../../xslt/html/assets/', import.meta.url);

/** The parts of the style sheet, in the order in which they are put together: what comes later refines. */
const styleSheetParts = [
  'foundations',
  'page',
  'title',
  'side',
  'reading-text',
  'names',
  'map',
  'tables',
  'index-of-names',
  'record',
  'citation',
  'site',
  'cards',
  'widths',
  'paper',
];

/**
 * The files that all pages share, in `assets/`.
 * @param texts all that can stand on a page, for the choice of fonts
 */
export async function sharedFiles(texts: readonly string[]): Promise<OutputFile[]> {
  const fonts = await webFonts(texts);
  return [
    { path: 'assets/edition.css', content: styleSheet(fonts.styleSheet) },
    { path: 'assets/edition.js', content: asset('edition.js') },
    { path: 'assets/icon.svg', content: asset('icon.svg') },
    ...fonts.files.map(({ path, content }) => ({ path: `assets/${path}`, content })),
  ];
}

function styleSheet(fonts: string): string {
  return [fonts, ...styleSheetParts.map((part) => asset(`style/${part}.css`))].join('\n');
}

function asset(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, assets)), 'utf8');
}
